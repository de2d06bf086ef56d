/** How evenly people are looked at: neutral figures about counts of looks, and who was looked at much more often than their peers. */

/** Bars of the distribution: 0, 1, 2, 3, 4, and 5 or more looks. */
export const LOOK_BARS = 6;

export interface Spread {
  readonly least: number;
  readonly median: number;
  readonly most: number;
  /** Persons by how often they were looked at; the last bar holds "5 or more". */
  readonly bars: readonly number[];
}

/** All zero for nobody. */
export function spreadOf(looks: readonly number[]): Spread {
  const bars = Array.from({ length: LOOK_BARS }, () => 0);
  for (const count of looks) {
    const bar = Math.min(count, LOOK_BARS - 1);
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  const sorted = [...looks].sort((one, other) => one - other);
  return { least: sorted[0] ?? 0, median: medianOf(sorted), most: sorted.at(-1) ?? 0, bars };
}

/** Of numbers in order; the mean of the two middle ones where there are two. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? 0 : (upper + lower) / 2;
}

/** Looked at much more often than the peers: at least three looks, at least twice their median and two more than it. */
export function standsOut(looks: number, medianOfPeers: number): boolean {
  return looks >= 3 && looks >= 2 * medianOfPeers && looks >= medianOfPeers + 2;
}

/** The median of the others: of numbers in order without one that equals `own`; null where there is nobody else. */
export function medianWithout(sorted: readonly number[], own: number): number | null {
  const at = sorted.indexOf(own);
  const others = at === -1 ? sorted : [...sorted.slice(0, at), ...sorted.slice(at + 1)];
  return others.length === 0 ? null : medianOf(others);
}
