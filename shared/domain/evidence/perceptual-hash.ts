/**
 * A 64-bit mark of how a picture looks as a whole (DCT over 32 × 32 grey): alike for the same picture saved smaller or as a
 * worse JPEG, unlike for other pictures. It finds what to look at; equality is told by SHA-256 alone.
 */

/** Edge of the grey square that is transformed, pixels. */
export const HASH_EDGE = 32;
/** Frequencies kept in each direction; the first (the mean) is left out. */
const KEPT = 8;
/** At most this many differing bits make two pictures look alike. */
export const ALIKE_BITS = 6;

/** The mark of a 32 × 32 grey picture (0 to 255, row by row), as 16 hexadecimal digits. */
export function perceptualHash(grey: ArrayLike<number>): string {
  const coefficients: number[] = [];
  for (let v = 1; v <= KEPT; v += 1) for (let u = 1; u <= KEPT; u += 1) coefficients.push(coefficient(grey, u, v));
  const median = medianOf(coefficients);
  let hash = '';
  for (let at = 0; at < coefficients.length; at += 4) {
    const bits = coefficients.slice(at, at + 4).map((value) => (value > median ? '1' : '0'));
    hash += Number.parseInt(bits.join(''), 2).toString(16);
  }
  return hash;
}

/** Differing bits of two marks. */
export function differingBits(left: string, right: string): number {
  let bits = BigInt(`0x${left}`) ^ BigInt(`0x${right}`);
  let count = 0;
  for (; bits > 0n; bits &= bits - 1n) count += 1;
  return count;
}

const COSINES: readonly (readonly number[])[] = Array.from({ length: KEPT + 1 }, (_row, frequency) =>
  Array.from({ length: HASH_EDGE }, (_column, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * HASH_EDGE))),
);

function coefficient(grey: ArrayLike<number>, u: number, v: number): number {
  const [across = [], down = []] = [COSINES[u], COSINES[v]];
  let sum = 0;
  for (let y = 0; y < HASH_EDGE; y += 1) {
    let row = 0;
    for (let x = 0; x < HASH_EDGE; x += 1) row += (grey[y * HASH_EDGE + x] ?? 0) * (across[x] ?? 0);
    sum += row * (down[y] ?? 0);
  }
  return sum;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
