/**
 * Where the words of a page stand: runs of text, none longer than a line, with their boxes in CSS pixels of the tall
 * picture (its top left corner is 0, 0; times `scale` they are pixels of the picture).
 */

/** Seen; under something opaque; outside of what its area or the page shows; there but never painted. */
export const TEXT_STATES = ['visible', 'covered', 'cut', 'hidden'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextRun extends TextBox {
  /** White space joined to one space, kept at both ends. */
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly state: TextState;
  /** 0 for the page itself, then its frames in the order in which they were met. */
  readonly frame: number;
}

export interface TextPositions {
  readonly version: typeof TEXT_POSITIONS_VERSION;
  /** CSS pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one CSS pixel. */
  readonly scale: number;
  /** There were more words than are kept. */
  readonly cut: boolean;
  /** Frames of other origins, whose words are not here. */
  readonly framesMissed: number;
  readonly runs: readonly TextRun[];
}

export const TEXT_POSITIONS_VERSION = 1;

/** Runs, characters of all of them and of one that are kept at most: the artefact stays below what is read in the app. */
export const TEXT_LIMITS = { runs: 45_000, characters: 700_000, run: 2_000 } as const;

const COLUMNS = ['text', 'x', 'y', 'width', 'height', 'direction', 'state', 'frame'] as const;

/** As the artefact holds it: one row a run, its columns named once. */
export function writeTextPositions({ runs, ...rest }: TextPositions): string {
  const rows = runs.map((run) => JSON.stringify(COLUMNS.map((column) => run[column])));
  return `${JSON.stringify({ ...rest, columns: COLUMNS }).slice(0, -1)},"runs":[\n${rows.join(',\n')}\n]}\n`;
}

/** Reads the artefact; null when it is none, or of a later version. */
export function readTextPositions(text: string): TextPositions | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const of = (name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  const [width, height, scale, rows] = [of('width'), of('height'), of('scale'), of('runs')];
  if (of('version') !== TEXT_POSITIONS_VERSION || JSON.stringify(of('columns')) !== JSON.stringify(COLUMNS))
    return null;
  if (!isSize(width) || !isSize(height) || !isSize(scale) || !Array.isArray(rows)) return null;
  const framesMissed = of('framesMissed');
  return {
    version: TEXT_POSITIONS_VERSION,
    width,
    height,
    scale,
    cut: of('cut') === true,
    framesMissed: isSize(framesMissed) ? framesMissed : 0,
    runs: rows.slice(0, TEXT_LIMITS.runs).flatMap((row: unknown) => textRunOf(row) ?? []),
  };
}

/** One row of the artefact, or of the page's own answer; null when it is none. */
export function textRunOf(row: unknown): TextRun | null {
  if (!Array.isArray(row)) return null;
  const parts: readonly unknown[] = row;
  const [text, x, y, width, height, direction, state, frame] = parts;
  const known = TEXT_STATES.find((one) => one === state);
  if (typeof text !== 'string' || known === undefined || !isNumber(x) || !isNumber(y)) return null;
  if (!isSize(width) || !isSize(height) || !isSize(frame)) return null;
  return {
    text: text.slice(0, TEXT_LIMITS.run),
    x,
    y,
    width,
    height,
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
    state: known,
    frame,
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isSize(value: unknown): value is number {
  return isNumber(value) && value >= 0;
}

/** A place where what was looked for stands: one box for each run that it touches, CSS pixels of the page. */
export interface TextHit {
  readonly boxes: readonly TextBox[];
}

/** Hits shown at most. */
const MOST_HITS = 500;

/** Finds words among what is seen, whatever their case and however their spaces run; in the order of the page's text. */
export function findInText(positions: TextPositions, query: string): TextHit[] {
  const sought = folded(query).trim();
  if (sought === '') return [];
  const runs = positions.runs.filter(({ state }) => state === 'visible');
  const { text, places } = joined(runs);
  const hits: TextHit[] = [];
  for (
    let at = text.indexOf(sought);
    at !== -1 && hits.length < MOST_HITS;
    at = text.indexOf(sought, at + sought.length)
  )
    hits.push({ boxes: boxesOf(runs, places, at, at + sought.length) });
  return hits;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** All runs as one text. Runs on one line that touch are one word; else a space lies between. */
function joined(runs: readonly TextRun[]): { text: string; places: readonly Place[] } {
  let text = '';
  const places: Place[] = [];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const word = folded(run.text);
    if (before !== undefined && !touches(before, run) && !text.endsWith(' ') && !word.startsWith(' ')) text += ' ';
    const own = text.endsWith(' ') ? word.trimStart() : word;
    places.push({ from: text.length, to: text.length + own.length });
    text += own;
  }
  return { text, places };
}

function touches(one: TextRun, other: TextRun): boolean {
  if (one.frame !== other.frame || Math.abs(one.y + one.height - other.y - other.height) > other.height / 2)
    return false;
  return Math.min(Math.abs(other.x - one.x - one.width), Math.abs(one.x - other.x - other.width)) < 1.5;
}

function boxesOf(runs: readonly TextRun[], places: readonly Place[], from: number, to: number): TextBox[] {
  return places.flatMap((place, index) => {
    const run = runs[index];
    const [start, end] = [Math.max(from, place.from), Math.min(to, place.to)];
    if (run === undefined || end <= start) return [];
    const letters = place.to - place.from;
    // Letters differ in width; the share of the line is near enough to point at.
    const [left, right] = [(start - place.from) / letters, (end - place.from) / letters];
    const begin = run.direction === 'rtl' ? 1 - right : left;
    return [{ x: run.x + begin * run.width, y: run.y, width: (right - left) * run.width, height: run.height }];
  });
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ');
}

/** What of the picture a copy shows, in pixels of the picture. */
export interface ShownPart {
  readonly crop: TextBox | null;
  readonly masks: readonly TextBox[];
}

/** Around a mask, pixels of the picture: a letter may reach a little out of its box. */
const MARGIN = 2;

/**
 * The words that a copy still shows, line by line. A run that a mask touches, or that the crop does not hold whole, is left
 * out whole: rather a word too few than one too many.
 */
export function textShown(positions: TextPositions, { crop, masks }: ShownPart): string {
  const { scale } = positions;
  const kept = positions.runs.filter((run) => {
    if (run.state !== 'visible') return false;
    const box = { x: run.x * scale, y: run.y * scale, width: run.width * scale, height: run.height * scale };
    return (crop === null || within(box, crop)) && !masks.some((mask) => meet(box, mask));
  });
  return linesOf(kept).join('\n');
}

function linesOf(runs: readonly TextRun[]): string[] {
  const lines: string[] = [];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const last = lines.length - 1;
    if (before !== undefined && touches(before, run)) lines[last] = `${lines[last] ?? ''}${run.text}`;
    else lines.push(run.text);
  }
  return lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
}

function within(box: TextBox, crop: TextBox): boolean {
  return (
    box.x >= crop.x - MARGIN &&
    box.y >= crop.y - MARGIN &&
    box.x + box.width <= crop.x + crop.width + MARGIN &&
    box.y + box.height <= crop.y + crop.height + MARGIN
  );
}

function meet(box: TextBox, mask: TextBox): boolean {
  return (
    box.x < mask.x + mask.width + MARGIN &&
    mask.x < box.x + box.width + MARGIN &&
    box.y < mask.y + mask.height + MARGIN &&
    mask.y < box.y + box.height + MARGIN
  );
}
