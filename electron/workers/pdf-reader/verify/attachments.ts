/** The files embedded in a document, each with the hash of its unpacked bytes. */
import { createHash } from 'node:crypto';
import { createInflate, type Inflate } from 'node:zlib';
import type { AttachmentFinding } from '#shared/domain/signature/verdict.ts';
import { filtersOf } from '../file/filters.ts';
import type { RangeReader } from '../file/hash-plan.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import { type PdfView, streamRange } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isReference, textOf, type PdfDictionary, type PdfValue } from '../syntax/values.ts';

const MOST_ATTACHMENTS = 10_000;
const DEEPEST = 32;
/** Attachments that unpack to more in all are refused: against stream bombs. */
const MOST_UNPACKED = 8 * 1024 ** 3;
const UNPACK_CHUNK = 256 * 1024;

/** Attachments that are found and will be hashed while their ranges are read. */
export interface PendingAttachments {
  readonly readers: readonly RangeReader[];
  /** After the reading; throws PdfSyntaxError when one could not be unpacked. */
  findings(): Promise<AttachmentFinding[]>;
}

interface PendingAttachment {
  readonly reader: RangeReader;
  finish(): Promise<AttachmentFinding>;
}

/** Finds every attachment of the name tree and of the catalog's list of associated files. */
export async function findAttachments(view: PdfView, reader: ObjectReader): Promise<PendingAttachments> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const names = await view.dictionary(catalog?.get('Names'));
  const specifications: PdfValue[] = [];
  await collectTree(view, names?.get('EmbeddedFiles'), specifications);
  const associated = await view.resolve(catalog?.get('AF'));
  if (Array.isArray(associated)) specifications.push(...associated);
  const pending: PendingAttachment[] = [];
  const seen = new Set<number>();
  const room = { bytes: MOST_UNPACKED };
  for (const value of specifications) {
    const specification = await view.dictionary(value);
    if (specification === undefined) throw new PdfSyntaxError('attachment');
    const stream = await embeddedStream(view, specification);
    if (seen.has(stream)) continue;
    seen.add(stream);
    if (seen.size > MOST_ATTACHMENTS) throw new PdfSyntaxError('too many attachments');
    const name =
      textOf(await view.resolve(specification.get('UF'))) ?? textOf(await view.resolve(specification.get('F'))) ?? '';
    pending.push(await openAttachment(view, reader, { stream, name, room }));
  }
  return {
    readers: pending.map((one) => one.reader),
    findings: async () => {
      const findings: AttachmentFinding[] = [];
      for (const one of pending) findings.push(await one.finish());
      return findings;
    },
  };
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

async function openAttachment(
  view: PdfView,
  reader: ObjectReader,
  { stream, name, room }: { readonly stream: number; readonly name: string; readonly room: { bytes: number } },
): Promise<PendingAttachment> {
  const { start, length, dictionary } = await streamRange(view, reader, await view.object(stream));
  reader.spend(length);
  const filters = filtersOf(dictionary);
  const packed = filters.length === 1 && filters[0] === 'FlateDecode';
  if (filters.length > 0 && !packed) throw new PdfSyntaxError('filter of an attachment');
  const hash = createHash('sha256');
  const unpacked = (bytes: Uint8Array): void => {
    room.bytes -= bytes.length;
    if (room.bytes < 0) throw new PdfSyntaxError('attachments too large');
    hash.update(bytes);
  };
  const range = { start, end: start + length };
  if (!packed) {
    return {
      reader: { ...range, take: unpacked },
      finish: () => Promise.resolve({ name, sha256: hash.digest('hex') }),
    };
  }
  const stage = createStage(unpacked);
  let left = length;
  const take = async (bytes: Uint8Array): Promise<void> => {
    await stage.write(bytes);
    left -= bytes.length;
    // Not only at the end of all: thousands of open unpackers would be a lot of memory.
    if (left <= 0) await stage.end();
  };
  return {
    reader: { ...range, take },
    finish: async () => {
      await stage.end();
      const failure = stage.failure();
      if (failure !== undefined) throw failure;
      return { name, sha256: hash.digest('hex') };
    },
  };
}

/** Unpacks what is written to it; made at the first byte, so that thousands of attachments are not open at once. */
function createStage(take: (bytes: Uint8Array) => void): {
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
  failure(): Error | undefined;
} {
  let ended = false;
  let inflate: Inflate | undefined;
  let failure: Error | undefined;
  const open = (): Inflate => {
    if (inflate !== undefined) return inflate;
    const made = createInflate({ chunkSize: UNPACK_CHUNK });
    made.on('data', (bytes: Buffer) => {
      try {
        if (failure === undefined) take(bytes);
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        made.destroy();
      }
    });
    made.on('error', () => {
      failure ??= new PdfSyntaxError('packed attachment');
    });
    inflate = made;
    return made;
  };
  /** Resolves when the bytes are through, or there is no way on. */
  const settled = (start: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const stream = open();
      const done = (): void => {
        stream.off('close', done);
        stream.off('error', done);
        resolve();
      };
      if (stream.destroyed || failure !== undefined) {
        resolve();
        return;
      }
      stream.once('close', done);
      stream.once('error', done);
      start(done);
    });
  return {
    write: (bytes) => settled((done) => void open().write(bytes, done)),
    end: async () => {
      if (ended) return;
      ended = true;
      await settled((done) => {
        open().once('end', done);
        open().end();
      });
      inflate?.destroy();
    },
    failure: () => failure,
  };
}
