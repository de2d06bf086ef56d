/** How a picture is scaled and, when it is too tall for one page, cut into parts that overlap. */

/** Rows of the picture that one page shows. */
export interface PicturePart {
  readonly start: number;
  readonly height: number;
  /** Rows at the top that the part before shows too. */
  readonly overlap: number;
}

export interface PartRoom {
  /** Points across. */
  readonly width: number;
  /** Points down on the first page, which has a heading, and on the others. */
  readonly firstHeight: number;
  readonly height: number;
}

/** Never printed larger than 96 dots to the inch: more would be blur, not detail. */
export const LARGEST_SCALE = 72 / 96;
/** Part of a page's rows that is shown again on the next. */
export const OVERLAP = 0.06;
/** A picture that is only a little too tall is made smaller instead of being cut. */
const SHRINK_RATHER_THAN_CUT = 0.8;

/** Points per pixel, and the parts from top to bottom. Together they show every row. */
export function splitPicture(
  picture: { readonly widthPixels: number; readonly heightPixels: number },
  room: PartRoom,
): { readonly scale: number; readonly parts: readonly PicturePart[] } {
  const widest = Math.min(LARGEST_SCALE, room.width / picture.widthPixels);
  const whole = room.firstHeight / picture.heightPixels;
  if (whole >= widest * SHRINK_RATHER_THAN_CUT) {
    return { scale: Math.min(widest, whole), parts: [{ start: 0, height: picture.heightPixels, overlap: 0 }] };
  }
  const parts: PicturePart[] = [];
  let shown = 0;
  while (shown < picture.heightPixels) {
    const rows = Math.max(2, Math.floor((parts.length === 0 ? room.firstHeight : room.height) / widest));
    const overlap = parts.length === 0 ? 0 : Math.min(shown, Math.floor(rows * OVERLAP));
    const start = shown - overlap;
    const height = Math.min(rows, picture.heightPixels - start);
    parts.push({ start, height, overlap });
    shown = start + height;
  }
  return { scale: widest, parts };
}
