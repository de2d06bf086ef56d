/** Small pictures for lists. */
import { ResizeFit, Transformer } from '@napi-rs/image';
import type { ByteSource } from '../byte-source.ts';
import { pngRows, readPngHeader, unreadable } from '../png/reader.ts';
import { decodeWhole, measure, MOST_DECODED_PIXELS } from './decode.ts';
import { rgbRows } from '../png/rgb.ts';
import type { PixelSize } from './dimensions.ts';

/** Taller than this many widths, only the top is shown: a page of fifty screens would be a thread. */
const TALLEST = 2.5;
const WEBP_QUALITY = 80;

export interface Thumbnail extends PixelSize {
  readonly bytes: Buffer;
  /** Only the top of the picture is shown. */
  readonly cropped: boolean;
}

/** A WebP whose longer edge is at most `maxEdge` pixels; never enlarged. Throws IMAGE_UNREADABLE. */
export async function makeThumbnail(source: ByteSource, maxEdge: number): Promise<Thumbnail> {
  const size = await measure(source);
  const height = Math.min(size.height, Math.round(size.width * TALLEST));
  const cropped = height < size.height;
  const scale = Math.min(1, maxEdge / Math.max(size.width, height));
  const small = { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const shrink = (picture: Transformer): Promise<Buffer> =>
    (scale < 1 ? picture.fastResize({ ...small, fit: ResizeFit.Fill }) : picture).webp(WEBP_QUALITY);
  const bytes =
    (await fromPngTop(source, size, height, shrink)) ??
    (await decodeWhole(source, size, (picture) => shrink(cropped ? picture.crop(0, 0, size.width, height) : picture)));
  return { ...small, bytes, cropped };
}

/** A PNG is read only as far down as it is shown. Null when it is not a PNG of the usual form. */
async function fromPngTop(
  source: ByteSource,
  size: PixelSize,
  height: number,
  shrink: (picture: Transformer) => Promise<Buffer>,
): Promise<Buffer | null> {
  const start = Buffer.from(await source.read(0, 8));
  const header = start.toString('latin1', 1, 4) === 'PNG' ? await readPngHeader(source) : null;
  if (!header) return null;
  if (size.width * height > MOST_DECODED_PIXELS) throw unreadable('too many pixels');
  const rgba = Buffer.alloc(size.width * height * 4, 255);
  let at = 0;
  for await (const row of rgbRows(pngRows(source, header), header, { flattened: false })) {
    for (let from = 0; from < row.length; from += 3, at += 4) {
      rgba[at] = row[from] ?? 0;
      rgba[at + 1] = row[from + 1] ?? 0;
      rgba[at + 2] = row[from + 2] ?? 0;
    }
    if (at >= rgba.length) break;
  }
  return shrink(Transformer.fromRgbaPixels(rgba, size.width, height));
}
