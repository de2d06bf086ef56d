/**
 * Writes a lossless RGB PNG into the file as an image object without decoding it: the compressed rows of a PNG are
 * exactly what PDF's Flate filter with the PNG predictor reads. Only the form that the images worker makes is taken.
 */
import { AppError } from '#shared/errors/app-error.ts';
import type { ArchiveDocument } from './archive-document.ts';
import type { ByteSource } from '../../byte-source.ts';
import type { PdfDictionary } from './objects.ts';
import type { PlacedPicture } from './pdfkit-base.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const HEADER_BYTES = 33;
const CHECKSUM_BYTES = 4;
const WINDOW_BYTES = 256 * 1024;

/** Writes the picture's object. Throws IMAGE_UNREADABLE for anything but an 8-bit, not interlaced RGB PNG. */
export async function writePicture(
  document: ArchiveDocument,
  source: ByteSource,
  expected: { readonly widthPixels: number; readonly heightPixels: number },
): Promise<PlacedPicture> {
  const { width, height } = await readHeader(source);
  if (width !== expected.widthPixels || height !== expected.heightPixels) throw unreadable('size');
  const reference = document.reserve();
  await document.writeStream(reference, imageDictionary(width, height), compressedRows(source));
  return document.namePicture(reference, width, height);
}

/** The dictionary of an RGB picture whose stream is the rows of a PNG. */
export function imageDictionary(width: number, height: number): PdfDictionary {
  return {
    Type: '/XObject',
    Subtype: '/Image',
    Width: width,
    Height: height,
    ColorSpace: '/DeviceRGB',
    BitsPerComponent: 8,
    Filter: '/FlateDecode',
    DecodeParms: { Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: width },
  };
}

async function readHeader(source: ByteSource): Promise<{ width: number; height: number }> {
  const head = Buffer.from(await source.read(0, HEADER_BYTES));
  if (head.length < HEADER_BYTES || !head.subarray(0, 8).equals(SIGNATURE)) throw unreadable('not a PNG');
  if (head.toString('latin1', 12, 16) !== 'IHDR') throw unreadable('no header');
  const [depth, colourType, , , interlace] = head.subarray(24, 29);
  if (depth !== 8 || colourType !== 2 || interlace !== 0) throw unreadable('not plain RGB');
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** The content of the IDAT chunks, as it comes. */
async function* compressedRows(source: ByteSource): AsyncGenerator<Uint8Array> {
  const reader = new WindowReader(source);
  reader.position = SIGNATURE.length;
  for (;;) {
    const frame = await reader.take(8);
    if (frame.length < 8) throw unreadable('cut short');
    const length = frame.readUInt32BE(0);
    const type = frame.toString('latin1', 4, 8);
    if (type === 'IEND') return;
    if (type === 'tRNS' || type === 'PLTE') throw unreadable(type);
    if (reader.position + length > source.size) throw unreadable('cut short');
    if (type === 'IDAT') yield* reader.stream(length);
    else reader.position += length;
    reader.position += CHECKSUM_BYTES;
  }
}

/** Reads forward through a source in large windows. */
class WindowReader {
  position = 0;
  readonly #source: ByteSource;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** The next `length` bytes; fewer only at the end of the source. */
  async take(length: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const part of this.stream(Math.min(length, this.#source.size - this.position))) parts.push(part);
    return Buffer.concat(parts);
  }

  /** The next `length` bytes, piece by piece. */
  async *stream(length: number): AsyncGenerator<Uint8Array> {
    let left = length;
    while (left > 0) {
      const inWindow = this.position - this.#windowStart;
      if (inWindow < 0 || inWindow >= this.#window.length) {
        await this.#load();
        continue;
      }
      const piece = this.#window.subarray(inWindow, inWindow + left);
      left -= piece.length;
      this.position += piece.length;
      yield piece;
    }
  }

  async #load(): Promise<void> {
    const bytes = await this.#source.read(this.position, WINDOW_BYTES);
    this.#window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#windowStart = this.position;
    if (this.#window.length === 0) throw unreadable('cut short');
  }
}

function unreadable(reason: string): AppError {
  return new AppError('IMAGE_UNREADABLE', { reason });
}
