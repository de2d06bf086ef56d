/**
 * Draws a working copy: new pixels, row by row, from the original's. First what is kept, then the masks, then the marks.
 *
 * A masked pixel is overwritten before anything is encoded, so that nothing of what lay under it can be in the file: the
 * file depends on it in no bit. It is a PNG of three kinds of blocks (IHDR, IDAT, IEND): no text, no profile, no preview.
 * PNG for photographs too, though they grow: in a JPEG a mask's edge would not be exactly the mask's colour.
 */
import type { ImageJob } from '#shared/contract/image-job.ts';
import {
  editsProblem,
  keptRect,
  MASK_COLOUR,
  type Mask,
  type PixelRect,
} from '#shared/domain/evidence/working-copy.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import { pngFile } from '../png/writer.ts';
import { openRgb, type RgbPicture } from './decode.ts';
import type { PixelSize } from './dimensions.ts';
import { MarkLetters } from './mark-letters.ts';
import { markOutlines } from './mark-outlines.ts';
import { OutlinePainter } from './outlines.ts';

type Edits = Extract<ImageJob, { mode: 'working-copy' }>['edits'];

/** Font files for texts on the picture, asked for only when there are any. */
export type LoadFonts = () => Promise<readonly Uint8Array[]>;

/** Throws IMAGE_UNREADABLE, and INVALID_INPUT when an edit does not fit the picture. */
export async function drawWorkingCopy(
  source: ByteSource,
  edits: Edits,
  loadFonts: LoadFonts,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<PixelSize> {
  const picture = await openRgb(source);
  const problem = editsProblem(edits, picture);
  if (problem) throw new AppError('INVALID_INPUT', { problem: `${problem.part} ${problem.index}: ${problem.problem}` });
  const kept = keptRect(edits, picture);
  const letters = edits.marks.some((mark) => mark.kind === 'text') ? new MarkLetters(await loadFonts()) : null;
  const marks = new OutlinePainter(movedInto(kept, markOutlines(edits.marks, letters)), kept.width);
  const rows = drawnRows(picture, kept, edits.masks, marks);
  for await (const piece of pngFile(rows, kept.width, kept.height)) await write(piece);
  return { width: kept.width, height: kept.height };
}

async function* drawnRows(
  picture: RgbPicture,
  kept: PixelRect,
  masks: readonly Mask[],
  marks: OutlinePainter,
): AsyncGenerator<Buffer> {
  // Rows of its own: the decoder still needs the original's row to undo the filter of the next one.
  const drawn = Buffer.alloc(kept.width * 3);
  let y = 0;
  for await (const row of picture.rows) {
    if (y >= kept.y) {
      row.copy(drawn, 0, kept.x * 3, (kept.x + kept.width) * 3);
      for (const mask of masks) coverRow(drawn, mask, y, kept);
      marks.paint(drawn, y - kept.y);
      yield drawn;
    }
    y += 1;
    if (y >= kept.y + kept.height) return;
  }
}

function coverRow(row: Buffer, mask: Mask, y: number, kept: PixelRect): void {
  if (y < mask.y || y >= mask.y + mask.height) return;
  const from = Math.max(mask.x - kept.x, 0);
  const to = Math.min(mask.x + mask.width - kept.x, kept.width);
  for (let x = from; x < to; x += 1) row.set(MASK_COLOUR, x * 3);
}

/** Outlines in the pixels of what is kept. */
function movedInto(kept: PixelRect, outlines: ReturnType<typeof markOutlines>): ReturnType<typeof markOutlines> {
  return outlines.map((outline) => ({
    ...outline,
    contours: outline.contours.map((contour) => contour.map(({ x, y }) => ({ x: x - kept.x, y: y - kept.y }))),
  }));
}
