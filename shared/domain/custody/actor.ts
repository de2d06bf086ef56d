/**
 * Whose act an entry tells. Whoever fails to open the vault has no key to sign with: the next one who opens it signs the entry,
 * which says `authenticated: false`. That signer vouches for the record and did not do what it tells.
 */
import type { CustodyFacts } from './chain.ts';

/** Stands where a name would, when nobody is known to have done it. */
export const ACTOR_UNKNOWN = { id: 'tidak diketahui', en: 'not known' } as const;

/** Whether the one who signed an entry with these facts is the one who acted. */
export function isActorKnown(facts: CustodyFacts): boolean {
  return facts['authenticated'] !== false;
}
