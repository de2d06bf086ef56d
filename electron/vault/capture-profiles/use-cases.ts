import type { UseCases } from '../kernel.ts';
import { listProfiles, saveProfile, wipeProfile } from './profiles.ts';

/** The capture profiles' use cases by operation. */
export const captureProfilesUseCases = {
  'captureProfiles.list': (_input, context) => listProfiles(context.database),
  'captureProfiles.save': saveProfile,
  'captureProfiles.wipe': wipeProfile,
} satisfies Partial<UseCases>;
