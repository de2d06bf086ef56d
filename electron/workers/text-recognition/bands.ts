/** A picture as bands of grey rows: as much as is read at once, each beginning a little above the end of the one before. */

/** Rows of a band: a screen of a phone. */
export const BAND_ROWS = 2_400;
/** Rows that two bands share: more than a line of large type, so that a line cut by one stands whole in the other. */
export const SHARED_ROWS = 160;

export interface Band {
  /** Row of the picture at which it begins. */
  readonly top: number;
  readonly rows: number;
  /** One byte a pixel, row by row. */
  readonly grey: Uint8Array;
}

/** Cuts rows of RGB into bands, the first `most` rows of the picture. */
export async function* bandsOf(
  rows: AsyncIterable<Uint8Array>,
  size: { readonly width: number; readonly height: number },
  most: number,
): AsyncGenerator<Band> {
  const { width } = size;
  const last = Math.min(size.height, most);
  let grey = new Uint8Array(width * Math.min(BAND_ROWS, last));
  let [top, row] = [0, 0];
  for await (const rgb of rows) {
    toGrey(rgb, grey, (row - top) * width, width);
    row += 1;
    if (row === last) break;
    if (row - top < BAND_ROWS) continue;
    yield { top, rows: row - top, grey };
    const shared = grey.slice((BAND_ROWS - SHARED_ROWS) * width);
    top = row - SHARED_ROWS;
    grey = new Uint8Array(width * Math.min(BAND_ROWS, last - top));
    grey.set(shared);
  }
  if (row > top) yield { top, rows: row - top, grey: grey.subarray(0, (row - top) * width) };
}

/** Of words read in two bands that share rows, those whose line stands whole in the band they are taken from. */
export function isOfBand(word: { readonly y: number; readonly height: number }, band: Band, isLast: boolean): boolean {
  const middle = word.y + word.height / 2;
  const from = band.top === 0 ? 0 : band.top + SHARED_ROWS / 2;
  const to = isLast ? Infinity : band.top + band.rows - SHARED_ROWS / 2;
  return middle >= from && middle < to;
}

/** Rec. 601 luma. */
function toGrey(rgb: Uint8Array, grey: Uint8Array, at: number, width: number): void {
  for (let pixel = 0, from = 0; pixel < width; pixel += 1, from += 3)
    grey[at + pixel] = Math.round(
      0.299 * (rgb[from] ?? 0) + 0.587 * (rgb[from + 1] ?? 0) + 0.114 * (rgb[from + 2] ?? 0),
    );
}
