/** How many comments the page says its post has, by what it states anywhere: the meter holds what is shown against it. */
import type { FactOrigin, PostFacts } from './post-facts.ts';

export interface StatedComments {
  readonly count: number;
  readonly origin: FactOrigin;
}

/**
 * The largest number that is stated of the post itself; when none is, the largest that stands anywhere in the page's
 * data (`elsewhere`), which may be of another post and is then the stricter measure. Null when nothing is stated.
 */
export function statedComments(facts: PostFacts | null, elsewhere: StatedComments | null): StatedComments | null {
  const own = (facts?.facts ?? []).flatMap(({ name, value, origin }): StatedComments[] => {
    const count = name === 'comments' ? countOf(value) : null;
    return count === null ? [] : [{ count, origin }];
  });
  if (own.length === 0) return elsewhere;
  return own.reduce((most, one) => (one.count > most.count ? one : most));
}

const THOUSANDS: Readonly<Record<string, number>> = { rb: 1_000, k: 1_000, jt: 1_000_000, m: 1_000_000 };

/** "28", "1.234", "1,2 rb", "3K"; null for anything else. */
function countOf(value: string): number | null {
  const [, digits = '', unit = ''] = /^(\d[\d.,]*)\s?(rb|jt|k|m)?$/i.exec(value.trim()) ?? [];
  if (digits === '') return null;
  if (unit !== '') {
    const number = Number(digits.replace(',', '.'));
    return Number.isFinite(number) ? Math.round(number * (THOUSANDS[unit.toLowerCase()] ?? 1)) : null;
  }
  // Without a unit, points and commas only part the thousands.
  return /^\d{1,3}([.,]\d{3})*$|^\d+$/.test(digits) ? Number(digits.replace(/[.,]/g, '')) : null;
}
