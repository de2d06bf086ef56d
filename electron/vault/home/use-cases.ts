import type { UseCases } from '../kernel.ts';
import { glance } from './glance.ts';
import { workLines } from './work.ts';

/** The use cases of the first page by operation. */
export const homeUseCases = {
  'home.work': (_input, context) => ({ lines: workLines(context) }),
  'home.glance': (_input, context) => glance(context),
} satisfies Partial<UseCases>;
