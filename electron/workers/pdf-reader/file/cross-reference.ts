/** Cross-reference sections, classic and compressed: where each object of a revision stands. */
import { PdfSyntaxError } from '../syntax/parser.ts';
import { countOf, isDictionary, nameOf, type PdfDictionary } from '../syntax/values.ts';
import { unpack } from './filters.ts';
import type { ObjectReader } from './object-reader.ts';

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'plain'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly container: number; readonly index: number };

export interface XrefSection {
  readonly trailer: PdfDictionary;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** Offset of the section before this one. */
  readonly previous: number | undefined;
}

const MOST_ENTRIES = 2_000_000;
const ENTRY_LENGTH = 20;
/** Largest packed cross-reference stream that is read. */
const MOST_PACKED = 32 * 1024 * 1024;

/** Reads the section at `offset`, either kind. */
export async function readXrefSection(reader: ObjectReader, offset: number): Promise<XrefSection> {
  const start = Buffer.from(await reader.source.read(offset, 4)).toString('latin1');
  return start === 'xref' ? readClassic(reader, offset) : readCompressed(reader, offset);
}

async function readClassic(reader: ObjectReader, offset: number): Promise<XrefSection> {
  const entries = new Map<number, XrefEntry>();
  let at = offset + 4;
  for (;;) {
    const head = /^\s*(?:(\d{1,10}) (\d{1,10})\s*?\r?\n|trailer)/.exec(latin1(await reader.source.read(at, 64)));
    if (head === null) throw new PdfSyntaxError('cross-reference table');
    at += head[0].length;
    if (head[1] === undefined) break;
    at += await readSubsection(reader, at, { first: Number(head[1]), count: Number(head[2]) }, entries);
  }
  const trailer = (await reader.parseAt(at, (parser) => parser.readValue())).value;
  if (!isDictionary(trailer)) throw new PdfSyntaxError('trailer');
  const hybrid = countOf(trailer.get('XRefStm'));
  if (hybrid !== undefined) {
    const extra = await readCompressed(reader, hybrid);
    for (const [number, entry] of extra.entries) {
      if (entries.get(number)?.kind !== 'plain') entries.set(number, entry);
    }
  }
  return { trailer, entries, previous: countOf(trailer.get('Prev')) };
}

/** Reads `count` entries of 20 bytes; answers how many bytes they took. */
async function readSubsection(
  reader: ObjectReader,
  at: number,
  range: { readonly first: number; readonly count: number },
  entries: Map<number, XrefEntry>,
): Promise<number> {
  const length = range.count * ENTRY_LENGTH;
  if (range.first + range.count > MOST_ENTRIES || at + length > reader.source.size)
    throw new PdfSyntaxError('cross-reference count');
  reader.spend(length);
  const text = latin1(await reader.source.read(at, length));
  for (let index = 0; index < range.count; index++) {
    const line = text.slice(index * ENTRY_LENGTH, (index + 1) * ENTRY_LENGTH);
    const match = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(line);
    if (match === null) throw new PdfSyntaxError('cross-reference entry');
    const offset = Number(match[1]);
    const used = match[3] === 'n' && offset > 0;
    entries.set(range.first + index, used ? { kind: 'plain', offset, generation: Number(match[2]) } : { kind: 'free' });
  }
  return length;
}

async function readCompressed(reader: ObjectReader, offset: number): Promise<XrefSection> {
  const { value, object } = await reader
    .parseAt(offset, (parser) => parser.readIndirectObject().object)
    .then((parsed) => ({
      value: parsed.value.value,
      object: parsed.value,
    }));
  if (!isDictionary(value) || nameOf(value.get('Type')) !== 'XRef') throw new PdfSyntaxError('cross-reference stream');
  const length = countOf(value.get('Length'));
  if (object.streamStart === undefined || length === undefined || length > MOST_PACKED)
    throw new PdfSyntaxError('cross-reference stream');
  reader.spend(length);
  const bytes = unpack(value, await reader.source.read(object.streamStart, length));
  reader.spend(bytes.length);
  return { trailer: value, entries: readRows(value, bytes), previous: countOf(value.get('Prev')) };
}

function readRows(dictionary: PdfDictionary, bytes: Uint8Array): Map<number, XrefEntry> {
  const widths = countsOf(dictionary.get('W'));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const width = typeWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || widths.some((one) => one > 6) || width === 0)
    throw new PdfSyntaxError('cross-reference widths');
  const ranges = dictionary.has('Index')
    ? countsOf(dictionary.get('Index'))
    : [0, countOf(dictionary.get('Size')) ?? 0];
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const field = (length: number, missing: number): number => {
    if (length === 0) return missing;
    let value = 0;
    for (let end = at + length; at < end; at++) value = value * 256 + (bytes[at] ?? 0);
    return value;
  };
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    const [first = 0, count = 0] = ranges.slice(index, index + 2);
    if (first + count > MOST_ENTRIES || at + count * width > bytes.length)
      throw new PdfSyntaxError('cross-reference count');
    for (let number = first; number < first + count; number++) {
      const type = field(typeWidth, 1);
      const second = field(secondWidth, 0);
      const third = field(thirdWidth, 0);
      entries.set(number, entryOf(type, second, third));
    }
  }
  return entries;
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1 && second > 0) return { kind: 'plain', offset: second, generation: third };
  if (type === 2) return { kind: 'packed', container: second, index: third };
  return { kind: 'free' };
}

function countsOf(value: unknown): number[] {
  if (!Array.isArray(value)) throw new PdfSyntaxError('array of numbers');
  return value.map((item: unknown) => {
    if (typeof item !== 'number' || !Number.isSafeInteger(item) || item < 0)
      throw new PdfSyntaxError('array of numbers');
    return item;
  });
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
