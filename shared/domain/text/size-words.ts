/** Sizes of files as documents say them: one way for all, so that the same file is never said to have two sizes. */

const UNITS = ['KB', 'MB', 'GB'] as const;

/** "119 bita", "56,2 KB", "1,3 MB": thousands, as on the screens and as metric prefixes mean. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bita`;
  // What would be rounded to 1.000 of a unit is one of the next.
  const power = UNITS.findIndex((_unit, index) => bytes < 999_950 * 1_000 ** index);
  const index = power < 0 ? UNITS.length - 1 : power;
  const value = bytes / 1_000 ** (index + 1);
  return `${value.toLocaleString('id-ID', { maximumFractionDigits: 1 })} ${UNITS[index] ?? ''}`;
}
