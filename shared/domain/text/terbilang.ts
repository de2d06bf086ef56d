/** Numbers in Indonesian words, as minutes and letters write them. */
const UNITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const SCALES = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
  [100, 'ratus'],
  [10, 'puluh'],
] as const;

/** "dua puluh tiga" for 23. Whole numbers from 0 to below 10^15; RangeError for others. */
export function terbilang(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15)
    throw new RangeError(`${value} cannot be written in words`);
  if (value < 12) return UNITS[value] ?? '';
  if (value < 20) return `${terbilang(value - 10)} belas`;
  for (const [scale, name] of SCALES) {
    if (value < scale) continue;
    const count = Math.floor(value / scale);
    const rest = value % scale;
    // Ten, a hundred and a thousand of which there is one are se-; a million is satu juta.
    const head = count === 1 && scale <= 1_000 ? `se${name}` : `${terbilang(count)} ${name}`;
    return rest === 0 ? head : `${head} ${terbilang(rest)}`;
  }
  return '';
}

/** "3 (tiga)", as annexes and amounts are counted. */
export function countInWords(value: number): string {
  return `${value} (${terbilang(value)})`;
}
