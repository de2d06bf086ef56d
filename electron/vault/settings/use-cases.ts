import type { UseCases } from '../kernel.ts';
import { changeSettings, readSettings } from './settings.ts';

/** The settings' use cases by operation. */
export const settingsUseCases = {
  'settings.get': (_input, context) => readSettings(context.database),
  'settings.set': changeSettings,
} satisfies Partial<UseCases>;
