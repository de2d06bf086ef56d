/**
 * Whether two frames of a scroll recording hang together: rows of the first must be seen again in the second, as far up as
 * the page says it has scrolled. Rows are compared in columns, so that a side bar that stays or a video that plays does not
 * hide that the feed itself fits. Pure: pictures come in as marks of rows.
 */
import type { Seam } from './scroll-recording.ts';

/** Columns a frame is divided into. */
export const COLUMNS = 8;
/** Device rows that must be equal without a break. */
const LEAST_ROWS = 24;
/** Changes of content within them: a plain ground proves nothing. */
const LEAST_CHANGES = 2;
/** The same for a place other than the page's scroll position says. */
const LEAST_ROWS_MOVED = 64;
const LEAST_CHANGES_MOVED = 4;

/** One number for each row and column: equal numbers, equal pixels. The last bit says that there is more than one colour. */
export interface RowMarks {
  readonly rows: number;
  /** rows * COLUMNS numbers, row by row. */
  readonly marks: Uint32Array;
}

export interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Marks of the rows of a part of a picture of four bytes a pixel. */
export function rowMarks(picture: { width: number; height: number; pixels: Uint32Array }, box: PixelBox): RowMarks {
  const left = clamp(box.x, picture.width);
  const right = clamp(box.x + box.width, picture.width);
  const top = clamp(box.y, picture.height);
  const rows = clamp(box.y + box.height, picture.height) - top;
  const marks = new Uint32Array(rows * COLUMNS);
  for (let row = 0; row < rows; row += 1) {
    const start = (top + row) * picture.width;
    for (let column = 0; column < COLUMNS; column += 1) {
      const from = start + left + Math.floor(((right - left) * column) / COLUMNS);
      const to = start + left + Math.floor(((right - left) * (column + 1)) / COLUMNS);
      marks[row * COLUMNS + column] = markOf(picture.pixels, from, to);
    }
  }
  return { rows, marks };
}

function markOf(pixels: Uint32Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  let varied = 0;
  const first = pixels[from] ?? 0;
  for (let at = from; at < to; at += 1) {
    const pixel = pixels[at] ?? 0;
    if (pixel !== first) varied = 1;
    hash = Math.imul(hash ^ pixel, 0x01000193);
    hash ^= hash >>> 15;
  }
  return ((hash & ~1) | varied) >>> 0;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, Math.round(value)));
}

export interface FoundSeam {
  readonly seam: Exclude<Seam, 'first'>;
  /** Device rows that are seen again without a break. */
  readonly seenAgain: number;
}

/** Compares two frames that follow each other; `shift` is how far the page says that it has scrolled, device rows. */
export function findSeam(before: RowMarks, after: RowMarks, shift: number): FoundSeam {
  const expected = Math.round(shift);
  // Half a device pixel may fall to either side.
  for (const near of [expected, expected - 1, expected + 1]) {
    const run = near < 0 || near >= before.rows ? NOTHING : longestRun(before, after, near);
    if (proves(run, LEAST_ROWS, LEAST_CHANGES)) return { seam: 'seen-again', seenAgain: run.rows };
  }
  if (expected >= 0 && expected < before.rows && isPlain(before, after, expected))
    return { seam: 'plain', seenAgain: 0 };
  // What stays where it is (a side bar, a header) is equal at no shift at all: that proves nothing.
  for (let moved = 1; moved <= before.rows - LEAST_ROWS_MOVED; moved += 1) {
    const run = longestRun(before, after, moved);
    if (proves(run, LEAST_ROWS_MOVED, LEAST_CHANGES_MOVED)) return { seam: 'seen-again', seenAgain: run.rows };
  }
  return { seam: 'gap', seenAgain: 0 };
}

interface Run {
  readonly rows: number;
  readonly changes: number;
}
const NOTHING: Run = { rows: 0, changes: 0 };

function proves(run: Run, rows: number, changes: number): boolean {
  return run.rows >= rows && run.changes >= changes;
}

/** The longest run of equal rows in one column that shows something, at a shift. */
function longestRun(before: RowMarks, after: RowMarks, shift: number): Run {
  let best = NOTHING;
  for (let column = 0; column < COLUMNS; column += 1) {
    const run = runIn(before, after, shift, column);
    if (run.changes > best.changes || (run.changes === best.changes && run.rows > best.rows)) best = run;
  }
  return best;
}

function runIn(before: RowMarks, after: RowMarks, shift: number, column: number): Run {
  const shared = Math.min(before.rows - shift, after.rows);
  let best = NOTHING;
  let rows = 0;
  let changes = 0;
  let last = 0;
  for (let row = 0; row < shared; row += 1) {
    const mark = after.marks[row * COLUMNS + column] ?? 0;
    if (mark !== before.marks[(row + shift) * COLUMNS + column]) {
      rows = 0;
      changes = 0;
      continue;
    }
    // Between two plain rows nothing changes that would tell one place from another.
    if (rows > 0 && mark !== last && ((mark | last) & 1) === 1) changes += 1;
    rows += 1;
    last = mark;
    if (changes > best.changes || (changes === best.changes && rows > best.rows)) best = { rows, changes };
  }
  return best;
}

/** Whether neither frame shows more than plain ground where they should overlap. */
function isPlain(before: RowMarks, after: RowMarks, shift: number): boolean {
  const shared = Math.min(before.rows - shift, after.rows);
  if (shared < 1) return false;
  const part = after.marks.subarray(0, shared * COLUMNS);
  const same = before.marks.subarray(shift * COLUMNS, (shift + shared) * COLUMNS);
  return part.every((mark, at) => (mark & 1) === 0 && mark === same[at]);
}
