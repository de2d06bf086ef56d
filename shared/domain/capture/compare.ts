/**
 * What differs between two captures of the same address: lines of text and rows of a picture, by one rule for both. It says
 * what differs, never why: a page that is not found any more is no proof that its author took it away.
 */
import type { CaptureOutcome } from './record.ts';

/** Parts of two sequences that do not correspond: [from, to) in each. */
export interface Hunk {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** Cells of the table that is drawn up for a part without landmarks; a larger one counts as replaced. */
const LARGEST_TABLE = 1_000_000;

/**
 * Where two sequences differ, in order. Equal beginnings and ends, then elements that both have exactly once (landmarks), then
 * the longest common part of what is left: never more work than their lengths allow, whatever a page holds.
 */
export function differences(
  before: readonly (string | number)[],
  after: readonly (string | number)[],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const waiting: Hunk[] = [{ beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const middle = withoutEqualEnds(before, after, part);
    const { beforeFrom, beforeTo, afterFrom, afterTo } = middle;
    if (beforeFrom === beforeTo && afterFrom === afterTo) continue;
    if (beforeFrom === beforeTo || afterFrom === afterTo) {
      hunks.push(middle);
      continue;
    }
    const landmarks = landmarksOf(before, after, middle);
    if (landmarks.length > 0) waiting.push(...between(landmarks, middle));
    else if ((beforeTo - beforeFrom) * (afterTo - afterFrom) > LARGEST_TABLE) hunks.push(middle);
    else hunks.push(...between(longestCommon(before, after, middle), middle).filter(isSomething));
  }
  return joined(hunks.sort((one, other) => one.beforeFrom - other.beforeFrom || one.afterFrom - other.afterFrom));
}

type Pair = readonly [before: number, after: number];
type Sequence = readonly (string | number)[];

function isSomething(hunk: Hunk): boolean {
  return hunk.beforeFrom < hunk.beforeTo || hunk.afterFrom < hunk.afterTo;
}

function withoutEqualEnds(before: Sequence, after: Sequence, part: Hunk): Hunk {
  let { beforeFrom, beforeTo, afterFrom, afterTo } = part;
  while (beforeFrom < beforeTo && afterFrom < afterTo && before[beforeFrom] === after[afterFrom]) {
    beforeFrom += 1;
    afterFrom += 1;
  }
  while (beforeFrom < beforeTo && afterFrom < afterTo && before[beforeTo - 1] === after[afterTo - 1]) {
    beforeTo -= 1;
    afterTo -= 1;
  }
  return { beforeFrom, beforeTo, afterFrom, afterTo };
}

/** Elements that each side has once, in the longest order that both share. */
function landmarksOf(before: Sequence, after: Sequence, part: Hunk): readonly Pair[] {
  const once = (sequence: Sequence, from: number, to: number): Map<string | number, number> => {
    const places = new Map<string | number, number>();
    for (let at = from; at < to; at += 1) {
      const element = sequence[at] ?? '';
      places.set(element, places.has(element) ? -1 : at);
    }
    return places;
  };
  const inAfter = once(after, part.afterFrom, part.afterTo);
  const pairs: Pair[] = [];
  for (const [element, at] of once(before, part.beforeFrom, part.beforeTo)) {
    const there = inAfter.get(element);
    if (at >= 0 && there !== undefined && there >= 0) pairs.push([at, there]);
  }
  return longestRising(pairs.sort((one, other) => one[0] - other[0]));
}

/** The longest run of pairs that also rises in `after`. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, [, place]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** The parts before, between and after pairs that correspond. */
function between(pairs: readonly Pair[], part: Hunk): Hunk[] {
  const parts: Hunk[] = [];
  let [beforeFrom, afterFrom] = [part.beforeFrom, part.afterFrom];
  for (const [before, after] of pairs) {
    parts.push({ beforeFrom, beforeTo: before, afterFrom, afterTo: after });
    [beforeFrom, afterFrom] = [before + 1, after + 1];
  }
  parts.push({ beforeFrom, beforeTo: part.beforeTo, afterFrom, afterTo: part.afterTo });
  return parts;
}

/** Longest common subsequence by the table of lengths. */
function longestCommon(before: Sequence, after: Sequence, part: Hunk): readonly Pair[] {
  const rows = part.beforeTo - part.beforeFrom;
  const columns = part.afterTo - part.afterFrom;
  const lengths = new Uint32Array((rows + 1) * (columns + 1));
  const at = (row: number, column: number): number => lengths[row * (columns + 1) + column] ?? 0;
  const same = (row: number, column: number): boolean =>
    before[part.beforeFrom + row] === after[part.afterFrom + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * (columns + 1) + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: Pair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(row, column)) {
      pairs.push([part.beforeFrom + row, part.afterFrom + column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Neighbours that touch are one. */
function joined(hunks: readonly Hunk[]): readonly Hunk[] {
  const all: Hunk[] = [];
  for (const hunk of hunks) {
    const last = all.at(-1);
    if (last !== undefined && last.beforeTo === hunk.beforeFrom && last.afterTo === hunk.afterFrom)
      all[all.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo };
    else all.push(hunk);
  }
  return all;
}

/** Lines that differ, each kind in the order of its text. */
export interface TextDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Lines that are the same but for their numbers: likes, comments, "3 jam lalu". */
  readonly counters: readonly { readonly before: string; readonly after: string }[];
}

/** Compares two texts by lines; blank lines and spaces at the ends of a line are no difference. */
export function compareTexts(before: string, after: string): TextDifference {
  const [old, now] = [linesOf(before), linesOf(after)];
  const added: string[] = [];
  const removed: string[] = [];
  const counters: { before: string; after: string }[] = [];
  for (const hunk of differences(old, now)) {
    const gone = old.slice(hunk.beforeFrom, hunk.beforeTo);
    const come = now.slice(hunk.afterFrom, hunk.afterTo);
    for (const inner of differences(gone.map(withoutNumbers), come.map(withoutNumbers))) {
      removed.push(...gone.slice(inner.beforeFrom, inner.beforeTo));
      added.push(...come.slice(inner.afterFrom, inner.afterTo));
      gone.fill('', inner.beforeFrom, inner.beforeTo);
      come.fill('', inner.afterFrom, inner.afterTo);
    }
    // What is left on both sides corresponds line by line.
    const [left, right] = [gone.filter((line) => line !== ''), come.filter((line) => line !== '')];
    left.forEach((line, index) => line !== right[index] && counters.push({ before: line, after: right[index] ?? '' }));
  }
  return { added, removed, counters };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');
}

const COUNT = String.raw`\d+(?:[.,:]\d+)*\+?(?:\s?(?:rb|ribu|jt|juta|k|m))?\b`;
const SINCE = String.raw`(?:baru saja|kemarin|just now|yesterday|(?:${COUNT})\s?(?:detik|menit|jam|hari|minggu|bulan|tahun|dtk|mnt|j|h|m|d|w|s|min|mins|hrs?|hours?|minutes?|days?|weeks?|months?|years?)\b)`;
const NUMBERS = new RegExp(`${SINCE}|${COUNT}`, 'giu');

/** What stands beside a counter or a relative time. Any other word makes the line a sentence, whose numbers are its matter. */
const COUNTER_WORDS = new Set(
  (
    'suka menyukai likes like reaksi reactions komentar comments comment balasan replies reply dibagikan bagikan membagikan ' +
    'shares share kali times tayangan ditonton views view dilihat penayangan pengikut followers follower mengikuti following ' +
    'orang people lainnya others lihat view semua all lagi more yang lalu ago publik public repost reposts kutipan quotes ' +
    'simpan disimpan saves'
  ).split(' '),
);

/** A line of counters or of a relative time with its numbers taken out; any other line as it is. */
function withoutNumbers(line: string): string {
  const bare = line.replaceAll(NUMBERS, '#');
  const words = bare.toLowerCase().match(/\p{L}+/gu) ?? [];
  return bare !== line && words.every((word) => COUNTER_WORDS.has(word)) ? bare : line;
}

/** A region of a picture that differs, device pixels of the picture it is named for. */
export interface DifferenceBox {
  readonly before: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly after: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export type PictureDifference =
  | {
      readonly comparable: true;
      /** Rows that differ, as a share of the rows of the taller picture, 0 to 1. */
      readonly share: number;
      readonly boxes: readonly DifferenceBox[];
      readonly before: { readonly width: number; readonly height: number };
      readonly after: { readonly width: number; readonly height: number };
    }
  | { readonly comparable: false; readonly reason: 'no-picture' | 'other-width' | 'unreadable' };

export const COMPARISON_VERDICTS = ['same', 'changed', 'gone', 'not-comparable'] as const;
export type ComparisonVerdict = (typeof COMPARISON_VERDICTS)[number];

/** Why two captures cannot be compared. */
export type NotComparable = 'wall' | 'not-loaded' | 'earlier-not-captured' | 'nothing-to-compare' | 'worker-failed';

/** What differs, the weightiest first. */
export type ChangedPart = 'text' | 'counters' | 'picture';

export interface VerdictOfTwo {
  readonly verdict: ComparisonVerdict;
  readonly reason: NotComparable | null;
  readonly changed: readonly ChangedPart[];
}

/** Judges by what the captures themselves came to, before anything of them is compared; null when they are to be compared. */
export function judgeOutcomes(before: CaptureOutcome, after: CaptureOutcome): VerdictOfTwo | null {
  const without = (reason: NotComparable): VerdictOfTwo => ({ verdict: 'not-comparable', reason, changed: [] });
  if (after === 'wall') return without('wall');
  if (after !== 'gone' && after !== 'captured') return without('not-loaded');
  if (before === 'gone' && after === 'gone') return { verdict: 'same', reason: null, changed: [] };
  if (before !== 'captured') return without('earlier-not-captured');
  return after === 'gone' ? { verdict: 'gone', reason: null, changed: [] } : null;
}

/**
 * "same" only where both text and picture are there and nothing at all differs. A difference in nothing but counters is still
 * a change, and named as that: whether it matters is a person's to say.
 */
export function judgeDifference(text: TextDifference | null, picture: PictureDifference): VerdictOfTwo {
  const changed: ChangedPart[] = [];
  if (text !== null && text.added.length + text.removed.length > 0) changed.push('text');
  if (text !== null && text.counters.length > 0) changed.push('counters');
  if (picture.comparable && picture.share > 0) changed.push('picture');
  if (changed.length > 0) return { verdict: 'changed', reason: null, changed };
  if (text === null || !picture.comparable)
    return { verdict: 'not-comparable', reason: 'nothing-to-compare', changed: [] };
  return { verdict: 'same', reason: null, changed: [] };
}
