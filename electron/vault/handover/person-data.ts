/** What is held of a person, as lists of persons say it. */
import type { HeldPerson } from '#shared/contract/handover-persons.ts';
import type { PersonData } from '#shared/domain/handover/held-persons.ts';

/** Pieces that are there, by kind. */
export function dataOf(counts: readonly (readonly [PersonData, number])[]): HeldPerson['data'] {
  return counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}

/** An empty text says nothing. */
export function orNull(text: string | null): string | null {
  return text === null || text === '' ? null : text;
}
