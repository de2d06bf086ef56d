/**
 * The edit list of a working copy (salinan kerja): what is cut, covered and pointed out, always in pixels of the original
 * as it is shown. Whole pixels only: a mask begins and ends between pixels, so that none is half covered.
 */

/** Why a region is covered; custody keeps the reason and the rectangle, never a name. */
export const MASK_REASONS = ['wajah', 'nama', 'nomor', 'lain'] as const;
export type MaskReason = (typeof MASK_REASONS)[number];

export const MARK_COLOURS = ['merah', 'biru', 'hitam'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];

/** The one colour of every mask, RGB. */
export const MASK_COLOUR = [0, 0, 0] as const;
/** Most masks and most marks of one copy. */
export const MOST_EDITS = 200;
/** Thickness of a mark's line, and least and most height of its letters, in pixels of the original. */
export const LINE_RANGE = [1, 64] as const;
export const LETTER_RANGE = [8, 400] as const;
/** Longest text of one mark, characters. */
export const LONGEST_MARK_TEXT = 200;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}
export interface PixelRect extends PixelPoint, PixelSize {}
export interface Mask extends PixelRect {
  readonly reason: MaskReason;
}

interface Drawn {
  readonly colour: MarkColour;
  /** Thickness of the line, pixels. */
  readonly line: number;
}
export type Mark =
  | ({ readonly kind: 'rectangle' | 'ellipse' } & PixelRect & Drawn)
  | ({ readonly kind: 'highlight' } & PixelRect)
  | ({ readonly kind: 'arrow'; readonly from: PixelPoint; readonly to: PixelPoint } & Drawn)
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly colour: MarkColour;
      /** Height of the letters, pixels. */
      readonly letters: number;
    } & PixelPoint);
export type MarkKind = Mark['kind'];

export interface WorkingCopyEdits {
  /** What is kept of the original; null for all of it. */
  readonly crop: PixelRect | null;
  readonly masks: readonly Mask[];
  readonly marks: readonly Mark[];
}

/** A copy to which nothing was done yet. */
export const NO_EDITS: WorkingCopyEdits = { crop: null, masks: [], marks: [] };

export interface EditsProblem {
  readonly part: 'crop' | 'masks' | 'marks';
  /** Position in its list; 0 for the crop. */
  readonly index: number;
  /** Fractions; no area; beyond the picture; nothing of it inside the crop. */
  readonly problem: 'not-whole' | 'empty' | 'outside' | 'cut-away';
}

/** The first edit that does not fit a picture of this size, or null when all do. */
export function editsProblem(edits: WorkingCopyEdits, size: PixelSize): EditsProblem | null {
  const kept = keptRect(edits, size);
  const ofRect = (rect: PixelRect): EditsProblem['problem'] | null => {
    if (![rect.x, rect.y, rect.width, rect.height].every(Number.isSafeInteger)) return 'not-whole';
    if (rect.width < 1 || rect.height < 1) return 'empty';
    if (rect.x < 0 || rect.y < 0 || rect.x + rect.width > size.width || rect.y + rect.height > size.height)
      return 'outside';
    return null;
  };
  const crop = edits.crop === null ? null : ofRect(edits.crop);
  if (crop !== null) return { part: 'crop', index: 0, problem: crop };
  for (const [index, mask] of edits.masks.entries()) {
    const problem = ofRect(mask) ?? (overlap(mask, kept) === null ? 'cut-away' : null);
    if (problem !== null) return { part: 'masks', index, problem };
  }
  for (const [index, mark] of edits.marks.entries()) {
    const box = markBox(mark);
    // A mark may end on the picture's edge and be flat (an arrow straight across), a mask may not.
    const problem =
      ofRect({ ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) }) ??
      (overlap({ ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) }, kept) === null
        ? 'cut-away'
        : null);
    if (problem !== null) return { part: 'marks', index, problem };
  }
  return null;
}

/** Whether nothing at all is done: such a copy would be the original under another name. */
export function isUntouched({ crop, masks, marks }: WorkingCopyEdits): boolean {
  return crop === null && masks.length === 0 && marks.length === 0;
}

/** What of the original the copy shows. */
export function keptRect({ crop }: Pick<WorkingCopyEdits, 'crop'>, size: PixelSize): PixelRect {
  return crop ?? { x: 0, y: 0, width: size.width, height: size.height };
}

/** Where a mark stands; for a text only the point at which it begins is known. */
export function markBox(mark: Mark): PixelRect {
  switch (mark.kind) {
    case 'arrow':
      return {
        x: Math.min(mark.from.x, mark.to.x),
        y: Math.min(mark.from.y, mark.to.y),
        width: Math.abs(mark.to.x - mark.from.x),
        height: Math.abs(mark.to.y - mark.from.y),
      };
    case 'text':
      return { x: mark.x, y: mark.y, width: 1, height: 1 };
    default:
      return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
  }
}

/** What two rectangles share, or null. */
export function overlap(one: PixelRect, other: PixelRect): PixelRect | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The rectangle between two points, grown to whole pixels (every pixel that is touched is in it) and held inside the picture. */
export function rectBetween(one: PixelPoint, other: PixelPoint, size: PixelSize): PixelRect {
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const left = Math.floor(within(Math.min(one.x, other.x), size.width - 1));
  const top = Math.floor(within(Math.min(one.y, other.y), size.height - 1));
  const right = Math.ceil(within(Math.max(one.x, other.x), size.width));
  const bottom = Math.ceil(within(Math.max(one.y, other.y), size.height));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Moves a rectangle by whole pixels, stopping at the picture's edges. */
export function movedRect<Rect extends PixelRect>(rect: Rect, dx: number, dy: number, size: PixelSize): Rect {
  const stop = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);
  return { ...rect, x: stop(rect.x + dx, size.width - rect.width), y: stop(rect.y + dy, size.height - rect.height) };
}

/** Moves a mark by whole pixels, whole and inside the picture. */
export function movedMark(mark: Mark, dx: number, dy: number, size: PixelSize): Mark {
  if (mark.kind !== 'arrow') {
    const { x, y } = movedRect(markBox(mark), dx, dy, size);
    return { ...mark, x, y };
  }
  const box = markBox(mark);
  const room = { ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) };
  const to = movedRect(room, dx, dy, size);
  const shift = (point: PixelPoint): PixelPoint => ({ x: point.x + to.x - room.x, y: point.y + to.y - room.y });
  return { ...mark, from: shift(mark.from), to: shift(mark.to) };
}

/** The mask list as custody keeps it: "x,y,width,height,reason" joined by blanks, in pixels of the original. */
export function maskListText(masks: readonly Mask[]): string {
  return masks.map(({ x, y, width, height, reason }) => [x, y, width, height, reason].join(',')).join(' ');
}

/** How many masks stand for each reason; reasons without one are left out. */
export function masksByReason(
  masks: readonly Mask[],
): readonly { readonly reason: MaskReason; readonly count: number }[] {
  return MASK_REASONS.map((reason) => ({
    reason,
    count: masks.filter((mask) => mask.reason === reason).length,
  })).filter(({ count }) => count > 0);
}
