/**
 * Brings pictures into the file. One that fits on a page or a few goes in as it is, undecoded, and pages show parts of
 * it. A very tall one would have to be decoded whole by the reader for each page that shows a part, so each part
 * becomes a picture of its own, cut losslessly row by row.
 */
import type { Picture } from '#shared/contract/report-model.ts';
import { inputSource } from '../byte-source.ts';
import { pngRows, readPngHeader, unreadable } from '../png/reader.ts';
import { isPlainRgb } from '../png/rgb.ts';
import { compressedRows } from '../png/writer.ts';
import type { WorkerContext } from '../runtime.ts';
import type { PictureRows, PictureStore } from './layout/context.ts';
import type { ArchiveDocument } from './pdf/archive-document.ts';
import { imageDictionary, writePicture } from './pdf/picture-object.ts';
import type { PlacedPicture } from './pdf/pdfkit-base.ts';

/** Counts without reading or writing anything. */
export function pretendedPictures(document: ArchiveDocument): PictureStore {
  const pretend = (width: number, height: number): Promise<PlacedPicture> =>
    Promise.resolve(document.namePicture(document.reserve(), width, height));
  return {
    whole: (picture) => pretend(picture.widthPixels, picture.heightPixels),
    rows: (picture) => ({ next: (_start, height) => pretend(picture.widthPixels, height) }),
  };
}

/** Writes pictures from the worker's inputs. */
export function writtenPictures(document: ArchiveDocument, worker: WorkerContext): PictureStore {
  return {
    whole: (picture) => writePicture(document, inputSource(worker, picture.input), picture),
    rows: (picture) => new RowCutter(document, worker, picture),
  };
}

/** Cuts parts off a picture from the top down, keeping only the rows that the next part may show again. */
class RowCutter implements PictureRows {
  readonly #document: ArchiveDocument;
  readonly #worker: WorkerContext;
  readonly #picture: Picture;
  #rows: AsyncGenerator<Buffer, void> | null = null;
  #next = 0;
  #kept: Buffer[] = [];

  constructor(document: ArchiveDocument, worker: WorkerContext, picture: Picture) {
    this.#document = document;
    this.#worker = worker;
    this.#picture = picture;
  }

  async next(start: number, height: number, keep: number): Promise<PlacedPicture> {
    const width = this.#picture.widthPixels;
    const reference = this.#document.reserve();
    await this.#document.writeStream(
      reference,
      imageDictionary(width, height),
      compressedRows(this.#part(start, height, keep), width),
    );
    return this.#document.namePicture(reference, width, height);
  }

  async *#part(start: number, height: number, keep: number): AsyncGenerator<Buffer, void> {
    const rows = (this.#rows ??= await this.#open());
    const repeated = this.#next - start;
    if (repeated < 0 || repeated > this.#kept.length) throw new Error('rows are asked for out of order');
    const kept: Buffer[] = [];
    const end = start + height;
    for (let row = start; row < end; row += 1) {
      const bytes =
        row < this.#next ? this.#kept[this.#kept.length - repeated + (row - start)] : await this.#read(rows);
      if (!bytes) throw unreadable('cut short');
      if (row >= end - keep) kept.push(Buffer.from(bytes));
      yield bytes;
    }
    this.#next = end;
    this.#kept = kept;
  }

  async #read(rows: AsyncGenerator<Buffer, void>): Promise<Buffer> {
    const next: IteratorResult<Buffer, void> = await rows.next();
    if (next.done) throw unreadable('cut short');
    return next.value;
  }

  async #open(): Promise<AsyncGenerator<Buffer, void>> {
    const source = inputSource(this.#worker, this.#picture.input);
    const header = await readPngHeader(source);
    if (!header || !isPlainRgb(header)) throw unreadable('not plain RGB');
    if (header.width !== this.#picture.widthPixels || header.height !== this.#picture.heightPixels)
      throw unreadable('size');
    return pngRows(source, header);
  }
}
