/** Which messages of a chat are chosen, by mouse and keyboard as in any list. */
import type { MessageRange } from '#shared/contract/report-intake-job.ts';

export interface MessageSelection {
  /** In order, apart from each other. */
  readonly ranges: readonly MessageRange[];
  /** Where a run begins that Shift extends. */
  readonly anchor: number;
  /** The message that the keyboard stands on. */
  readonly active: number;
  /** What was chosen before the run that is being extended. */
  readonly base: readonly MessageRange[];
}

export const NOTHING_CHOSEN: MessageSelection = { ranges: [], anchor: 0, active: 0, base: [] };

/** Chooses one message, or extends the run to it, or adds or takes one away. */
export function choose(before: MessageSelection, at: number, how: 'only' | 'extend' | 'toggle'): MessageSelection {
  if (how === 'extend') {
    const run = { from: Math.min(before.anchor, at), to: Math.max(before.anchor, at) };
    return { ...before, active: at, ranges: joined([...before.base, run]) };
  }
  if (how === 'only') return { ranges: [{ from: at, to: at }], anchor: at, active: at, base: [] };
  const ranges = isChosen(before, at) ? without(before.ranges, at) : joined([...before.ranges, { from: at, to: at }]);
  // A run that is begun here is added to what stays chosen.
  return { ranges, anchor: at, active: at, base: ranges };
}

/** Moves the place of the keyboard without choosing. */
export function moveTo(before: MessageSelection, at: number): MessageSelection {
  return { ...before, active: at, anchor: at, base: before.ranges };
}

export function chooseAll(total: number): MessageSelection {
  return total === 0
    ? NOTHING_CHOSEN
    : { ranges: [{ from: 0, to: total - 1 }], anchor: 0, active: total - 1, base: [] };
}

export function isChosen({ ranges }: MessageSelection, at: number): boolean {
  return ranges.some(({ from, to }) => at >= from && at <= to);
}

export function countChosen({ ranges }: MessageSelection): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

function joined(ranges: readonly MessageRange[]): MessageRange[] {
  const result: MessageRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to + 1)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

function without(ranges: readonly MessageRange[], at: number): MessageRange[] {
  return ranges.flatMap(({ from, to }) => {
    if (at < from || at > to) return [{ from, to }];
    return [...(from < at ? [{ from, to: at - 1 }] : []), ...(at < to ? [{ from: at + 1, to }] : [])];
  });
}
