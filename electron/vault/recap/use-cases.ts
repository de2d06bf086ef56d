import type { UseCases } from '../kernel.ts';
import { makeRecap } from './make-recap.ts';

/** The recap's use cases by operation. */
export const recapUseCases = {
  'recap.get': makeRecap,
} satisfies Partial<UseCases>;
