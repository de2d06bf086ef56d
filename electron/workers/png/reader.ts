/** Reads a PNG row by row, so that a page of fifty screens never stands in memory as one bitmap. */
import { pipeline, Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA. */
  readonly samples: 1 | 2 | 3 | 4;
  readonly bytesPerSample: 1 | 2;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Samples a pixel has, by PNG colour type. */
const SAMPLES: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 0: 1, 2: 3, 4: 2, 6: 4 };
const WINDOW_BYTES = 1024 * 1024;
const INFLATE_PIECE_BYTES = 256 * 1024;

/** The header of a PNG that can be read row by row: no palette, not interlaced, 8 or 16 bits; else null. Throws IMAGE_UNREADABLE if it is no PNG. */
export async function readPngHeader(source: ByteSource): Promise<PngHeader | null> {
  const head = Buffer.from(await source.read(0, 33));
  if (head.length < 33 || !head.subarray(0, 8).equals(SIGNATURE)) throw unreadable('not a PNG');
  const [depth, colour, , , interlace] = head.subarray(24, 29);
  const width = head.readUInt32BE(16);
  const height = head.readUInt32BE(20);
  if (width === 0 || height === 0) throw unreadable('empty');
  const samples = SAMPLES[colour ?? -1];
  if (!samples || (depth !== 8 && depth !== 16) || interlace !== 0) return null;
  return { width, height, samples, bytesPerSample: depth === 8 ? 1 : 2 };
}

/** Every row, unfiltered, from the top. A row is only good until the next one is asked for. */
export async function* pngRows(source: ByteSource, header: PngHeader): AsyncGenerator<Buffer, void> {
  const step = header.samples * header.bytesPerSample;
  const rowBytes = header.width * step;
  const filtered = Buffer.alloc(rowBytes + 1);
  let rows: [Buffer, Buffer] = [Buffer.alloc(rowBytes), Buffer.alloc(rowBytes)];
  let filled = 0;
  let count = 0;
  const inflate = createInflate({ chunkSize: INFLATE_PIECE_BYTES });
  // An error ends the loop below by itself; the callback only keeps it from being thrown a second time.
  pipeline(Readable.from(compressedPieces(source), { objectMode: false }), inflate, () => undefined);
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      let at = 0;
      while (at < piece.length && count < header.height) {
        const copied = piece.copy(filtered, filled, at, at + filtered.length - filled);
        filled += copied;
        at += copied;
        if (filled < filtered.length) break;
        filled = 0;
        count += 1;
        const [row, above] = rows;
        unfilter(filtered, row, above, step);
        yield row;
        rows = [above, row];
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('damaged', error);
  }
  if (count < header.height) throw unreadable('cut short');
}

/** What every failure to read a picture becomes. */
export function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('IMAGE_UNREADABLE', { reason }, cause === undefined ? undefined : { cause });
}

async function* compressedPieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  let position = 8;
  let window: Buffer = Buffer.alloc(0);
  let windowStart = 0;
  const bytes = async (length: number): Promise<Buffer> => {
    const inWindow = position - windowStart;
    if (inWindow < 0 || inWindow >= window.length || (length <= 8 && inWindow + length > window.length)) {
      const read = await source.read(position, WINDOW_BYTES);
      window = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
      windowStart = position;
    }
    return window.subarray(position - windowStart, position - windowStart + length);
  };
  for (;;) {
    const frame = await bytes(8);
    if (frame.length < 8) throw unreadable('cut short');
    let left = frame.readUInt32BE(0);
    const type = frame.toString('latin1', 4, 8);
    position += 8;
    if (type === 'IEND') return;
    if (type === 'tRNS') throw unreadable('transparent colour');
    while (type === 'IDAT' && left > 0) {
      const piece = await bytes(left);
      if (piece.length === 0) throw unreadable('cut short');
      yield piece;
      position += piece.length;
      left -= piece.length;
    }
    position += left + 4;
  }
}

/** Undoes a row's filter (PNG, section 9). `line` starts with the filter's number. */
function unfilter(line: Buffer, row: Buffer, above: Buffer, step: number): void {
  const length = row.length;
  switch (line[0]) {
    case 0:
      line.copy(row, 0, 1);
      return;
    case 1:
      for (let i = 0; i < length; i += 1) row[i] = at(line, i + 1) + (i < step ? 0 : at(row, i - step));
      return;
    case 2:
      for (let i = 0; i < length; i += 1) row[i] = at(line, i + 1) + at(above, i);
      return;
    case 3:
      for (let i = 0; i < length; i += 1)
        row[i] = at(line, i + 1) + (((i < step ? 0 : at(row, i - step)) + at(above, i)) >> 1);
      return;
    case 4:
      for (let i = 0; i < length; i += 1) {
        const left = i < step ? 0 : at(row, i - step);
        const corner = i < step ? 0 : at(above, i - step);
        row[i] = at(line, i + 1) + paeth(left, at(above, i), corner);
      }
      return;
    default:
      throw unreadable('unknown filter');
  }
}

function at(bytes: Buffer, index: number): number {
  return bytes[index] ?? 0;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
