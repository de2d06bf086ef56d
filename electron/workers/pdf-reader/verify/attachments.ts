/** The files embedded in a document, each with the hash of its unpacked bytes. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import type { AttachmentFinding } from '#shared/domain/signature/verdict.ts';
import { filtersOf } from '../file/filters.ts';
import type { ObjectReader } from '../file/object-reader.ts';
import { type PdfView, streamRange } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isReference, textOf, type PdfDictionary, type PdfValue } from '../syntax/values.ts';

const MOST_ATTACHMENTS = 10_000;
const DEEPEST = 32;
/** Attachments that unpack to more in all are refused: against stream bombs. */
const MOST_UNPACKED = 8 * 1024 ** 3;

/** Hashes every attachment of the name tree and of the catalog's list of associated files, by streaming. */
export async function hashAttachments(view: PdfView, reader: ObjectReader): Promise<AttachmentFinding[]> {
  const catalog = await view.dictionary(view.trailer.get('Root'));
  const names = await view.dictionary(catalog?.get('Names'));
  const specifications: PdfValue[] = [];
  await collectTree(view, names?.get('EmbeddedFiles'), specifications);
  const associated = await view.resolve(catalog?.get('AF'));
  if (Array.isArray(associated)) specifications.push(...associated);
  const findings: AttachmentFinding[] = [];
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
    findings.push({ name, sha256: await hashStream(view, reader, stream, room) });
  }
  return findings;
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

async function hashStream(
  view: PdfView,
  reader: ObjectReader,
  number: number,
  room: { bytes: number },
): Promise<string> {
  const { start, length, dictionary } = await streamRange(view, reader, await view.object(number));
  reader.spend(length);
  const filters = filtersOf(dictionary);
  const hash = createHash('sha256');
  const chunks = Readable.from(reader.source.stream(start, length));
  const packed = filters.length === 1 && filters[0] === 'FlateDecode';
  if (filters.length > 0 && !packed) throw new PdfSyntaxError('filter of an attachment');
  const take = async (parts: AsyncIterable<Buffer>): Promise<void> => {
    for await (const part of parts) {
      room.bytes -= part.length;
      if (room.bytes < 0) throw new PdfSyntaxError('attachments too large');
      hash.update(part);
    }
  };
  try {
    await (packed ? pipeline(chunks, createInflate({ chunkSize: 256 * 1024 }), take) : pipeline(chunks, take));
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new PdfSyntaxError('packed attachment');
    throw error;
  }
  return hash.digest('hex');
}
