/** One measured figure against a baseline of the same run. */
export interface Figure {
  readonly figure: string;
  readonly ours: number;
  readonly baseline: number;
  readonly baselineName: string;
  /** Largest ratio ours / baseline that is aimed at. */
  readonly aim: number;
  readonly unit: string;
  /** Why an aim was missed, or what else a reader must know. */
  readonly note?: string;
}

/** Milliseconds that an action takes. */
export async function timed(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** The middle of an odd number of runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which the share (0–1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
