/**
 * The order of a round, and with a size the sample: everybody gets the SHA-256 of "seed:key" in hex, and they are sorted by it. Whoever
 * has the seed and the keys can repeat the draw with any tool; nobody can steer it without choosing the seed, and the seed is recorded.
 */
export function drawOrder<Key extends string | number>(
  keys: readonly Key[],
  seed: string,
  sha256: (text: string) => string,
): Key[] {
  return keys
    .map((key) => ({ key, lot: sha256(`${seed}:${key}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : one.lot > other.lot ? 1 : 0))
    .map(({ key }) => key);
}
