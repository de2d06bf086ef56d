/** The files embedded in a document, each with the hash of its unpacked bytes. */
import { createHash } from 'node:crypto';
import { createInflate } from 'node:zlib';
import { filtersOf } from '../file/filters.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import type { PdfSource } from '../file/source.ts';
import { type PdfView, streamRange } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isReference, textOf, type PdfDictionary, type PdfValue } from '../syntax/values.ts';

const MOST_ATTACHMENTS = 10_000;
const DEEPEST = 32;
/** Attachments that unpack to more in all are refused: against stream bombs. */
const MOST_UNPACKED = 8 * 1024 ** 3;
const UNPACK_CHUNK = 256 * 1024;

/** An attachment that was found: its name, where its bytes stand in the file, and whether they are packed there. */
export interface FoundAttachment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly packed: boolean;
}

/** Finds every attachment of the name tree and of the catalog's list of associated files. */
export async function findAttachments(view: PdfView, reader: ObjectReader): Promise<FoundAttachment[]> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const names = await view.dictionary(catalog?.get('Names'));
  const specifications: PdfValue[] = [];
  await collectTree(view, names?.get('EmbeddedFiles'), specifications);
  const associated = await view.resolve(catalog?.get('AF'));
  if (Array.isArray(associated)) specifications.push(...associated);
  const found: FoundAttachment[] = [];
  const seen = new Set<number>();
  for (const value of specifications) {
    const specification = await view.dictionary(value);
    if (specification === undefined) throw new PdfSyntaxError('attachment');
    const stream = await embeddedStream(view, specification);
    if (seen.has(stream)) continue;
    seen.add(stream);
    if (seen.size > MOST_ATTACHMENTS) throw new PdfSyntaxError('too many attachments');
    const name =
      textOf(await view.resolve(specification.get('UF'))) ?? textOf(await view.resolve(specification.get('F'))) ?? '';
    found.push({ name, ...(await placeOf(view, reader, stream)) });
  }
  return found;
}

/** SHA-256 of the unpacked bytes of each packed one, in their order; throws PdfSyntaxError when one cannot be unpacked. */
export async function hashUnpacked(source: PdfSource, packed: readonly FoundAttachment[]): Promise<Uint8Array[]> {
  const room = { bytes: MOST_UNPACKED };
  const digests: Uint8Array[] = [];
  for (const one of packed) digests.push(await hashOneUnpacked(source, one, room));
  return digests;
}

async function collectTree(
  view: PdfView,
  root: PdfValue | undefined,
  found: PdfValue[],
  depth = 0,
  seen = new Set<number>(),
): Promise<void> {
  if (isReference(root)) {
    if (seen.has(root.number)) throw new PdfSyntaxError('name tree goes in a circle');
    seen.add(root.number);
  }
  const node = await view.dictionary(root);
  if (node === undefined) return;
  if (depth > DEEPEST || found.length > MOST_ATTACHMENTS) throw new PdfSyntaxError('name tree');
  const names = await view.resolve(node.get('Names'));
  if (Array.isArray(names)) for (let index = 1; index < names.length; index += 2) found.push(names[index] ?? null);
  const kids = await view.resolve(node.get('Kids'));
  if (Array.isArray(kids)) for (const kid of kids) await collectTree(view, kid, found, depth + 1, seen);
}

async function embeddedStream(view: PdfView, specification: PdfDictionary): Promise<number> {
  const files = await view.dictionary(specification.get('EF'));
  const stream = files?.get('F') ?? files?.get('UF');
  if (!isReference(stream)) throw new PdfSyntaxError('attachment without bytes');
  return stream.number;
}

async function placeOf(view: PdfView, reader: ObjectReader, stream: number): Promise<Omit<FoundAttachment, 'name'>> {
  const { start, length, dictionary } = await streamRange(view, reader, await view.object(stream));
  reader.spend(length);
  const filters = filtersOf(dictionary);
  const packed = filters.length === 1 && filters[0] === 'FlateDecode';
  if (filters.length > 0 && !packed) throw new PdfSyntaxError('filter of an attachment');
  return { start, end: start + length, packed };
}

async function hashOneUnpacked(
  source: PdfSource,
  { start, end }: FoundAttachment,
  room: { bytes: number },
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  const take = (bytes: Uint8Array): void => {
    room.bytes -= bytes.length;
    if (room.bytes < 0) throw new PdfSyntaxError('attachments too large');
    hash.update(bytes);
  };
  const stage = createStage(take);
  for await (const piece of source.stream(start, end - start)) await stage.write(piece);
  await stage.end();
  const failure = stage.failure();
  if (failure !== undefined) throw failure;
  return Uint8Array.from(hash.digest());
}

/** Unpacks what is written to it. */
function createStage(take: (bytes: Uint8Array) => void): {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
  failure(): Error | undefined;
} {
  const inflate = createInflate({ chunkSize: UNPACK_CHUNK });
  let failure: Error | undefined;
  inflate.on('data', (bytes: Buffer) => {
    try {
      if (failure === undefined) take(bytes);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      inflate.destroy();
    }
  });
  inflate.on('error', () => {
    failure ??= new PdfSyntaxError('packed attachment');
  });
  /** Resolves when the bytes are through, or there is no way on. */
  const settled = (start: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        inflate.off('close', done);
        inflate.off('error', done);
        resolve();
      };
      if (inflate.destroyed || failure !== undefined) {
        resolve();
        return;
      }
      inflate.once('close', done);
      inflate.once('error', done);
      start(done);
    });
  return {
    write: (bytes) => settled((done) => void inflate.write(bytes, done)),
    end: async () => {
      await settled((done) => {
        inflate.once('end', done);
        inflate.end();
      });
      inflate.destroy();
    },
    failure: () => failure,
  };
}
