/** How long it took from the day a hoax was first seen to the day the public was told. */

const DAY = 86_400_000;

/** Whole calendar days (YYYY-MM-DD); 0 is the same day. Null while nothing was told, or when it was told before it was seen. */
export function answerDays(firstSeen: string, clarifiedOn: string | null): number | null {
  if (clarifiedOn === null) return null;
  const days = Math.round((Date.parse(clarifiedOn) - Date.parse(firstSeen)) / DAY);
  return days < 0 ? null : days;
}

/** The middle value; of an even number of them the mean of the two in the middle. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)];
  if (high === undefined) return null;
  const low = sorted[Math.ceil(middle) - 1] ?? high;
  return (low + high) / 2;
}
