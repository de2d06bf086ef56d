/** Any picture as rows of RGB: PNG of the usual form row by row, everything else decoded whole within limits. */
import { Transformer } from '@napi-rs/image';
import { type ByteSource, readAll } from '../byte-source.ts';
import { pngRows, readPngHeader, unreadable } from '../png/reader.ts';
import { type Flattening, rgbRows } from '../png/rgb.ts';
import { type CameraFacts, readCamera } from './camera.ts';
import { HEAD_BYTES, type PixelSize, readDimensions } from './dimensions.ts';

/** More pixels than this are not decoded whole (about half a gigabyte as RGBA). */
export const MOST_DECODED_PIXELS = 120_000_000;
/** More than this are refused even row by row. */
const MOST_STREAMED_PIXELS = 600_000_000;
const MOST_FILE_BYTES = 400 * 1024 * 1024;

export interface RgbPicture extends PixelSize {
  readonly rows: AsyncIterable<Buffer>;
  /** Whether a transparent pixel was met; known once the rows have been read. */
  readonly seen: Flattening;
}

/** Size without decoding. Throws IMAGE_UNREADABLE when the file does not tell. */
export async function measure(source: ByteSource): Promise<PixelSize> {
  const size = readDimensions(await source.read(0, Math.min(HEAD_BYTES, source.size)));
  if (!size) throw unreadable('size not found');
  return size;
}

/** Size, and what the file says of its camera. Throws IMAGE_UNREADABLE when the file does not tell its size. */
export async function probe(source: ByteSource): Promise<PixelSize & CameraFacts> {
  const size = await measure(source);
  return { ...size, ...readCamera(await source.read(0, Math.min(HEAD_BYTES, source.size))) };
}

/** Opens a picture for reading. Throws IMAGE_UNREADABLE for what cannot be decoded or is too large. */
export async function openRgb(source: ByteSource): Promise<RgbPicture> {
  const size = await measure(source);
  if (size.width * size.height > MOST_STREAMED_PIXELS) throw unreadable('too many pixels');
  const streamed = await openPng(source);
  if (streamed) return streamed;
  const png = await decodeWhole(source, size, (picture) => picture.png());
  const decoded = await openPng({
    size: png.length,
    read: (offset, length) => Promise.resolve(png.subarray(offset, offset + length)),
  });
  if (!decoded) throw unreadable('unusual pixels');
  return decoded;
}

/** Decodes the whole picture, turned as EXIF says, and encodes it anew. */
export async function decodeWhole(
  source: ByteSource,
  size: PixelSize,
  encode: (picture: Transformer) => Promise<Buffer>,
): Promise<Buffer> {
  if (size.width * size.height > MOST_DECODED_PIXELS) throw unreadable('too many pixels');
  const bytes = await readAll(source, MOST_FILE_BYTES);
  try {
    return await encode(new Transformer(bytes).rotate());
  } catch (error) {
    throw unreadable('damaged', error);
  }
}

async function openPng(source: ByteSource): Promise<RgbPicture | null> {
  const start = Buffer.from(await source.read(0, 8));
  if (start.toString('latin1', 1, 4) !== 'PNG') return null;
  const header = await readPngHeader(source);
  if (!header) return null;
  const seen: Flattening = { flattened: false };
  return { width: header.width, height: header.height, rows: rgbRows(pngRows(source, header), header, seen), seen };
}
