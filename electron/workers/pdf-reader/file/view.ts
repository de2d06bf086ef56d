/** A PDF as one of its revisions shows it. */
import { PdfSyntaxError } from '../syntax/parser.ts';
import {
  countOf,
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  type PdfValue,
} from '../syntax/values.ts';
import { readXrefSection, type XrefEntry, type XrefSection } from './cross-reference.ts';
import { openObjectReader, type ObjectReader } from './object-reader.ts';
import type { PdfSource } from './source.ts';

const MOST_REVISIONS = 200;
/** How far from the end the last `startxref` is looked for. */
const DEEPEST_TRAILING = 16 * 1024 * 1024;
const CHUNK = 64 * 1024;
/** What one entry of one revision's table takes from the budget: its memory, roughly. */
const ENTRY_COST = 400;

/** The document as it is when reading begins at one cross-reference section. */
export interface PdfView {
  readonly xrefOffset: number;
  readonly trailer: PdfDictionary;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** The object, or `null` as its value when there is none. */
  object(number: number): Promise<PdfObject>;
  /** Follows references to a value. */
  resolve(value: PdfValue | undefined): Promise<PdfValue>;
  /** Follows references to a dictionary (of a stream, too). */
  dictionary(value: PdfValue | undefined): Promise<PdfDictionary | undefined>;
}

export interface PdfFile {
  readonly reader: ObjectReader;
  /** Oldest first. */
  readonly views: readonly PdfView[];
  /** Offset after the last revision's end-of-file mark and its line end. */
  readonly end: number;
}

/** Where a file, or its first `limit` bytes, ends: its last `startxref` and the offset after the mark behind it. */
export interface FileEnd {
  readonly xrefOffset: number;
  readonly end: number;
}

/** Reads the structure of all revisions. Throws PdfSyntaxError when the file is not sound. */
export async function openPdf(source: PdfSource): Promise<PdfFile> {
  const reader = openObjectReader(source);
  const { xrefOffset, end } = await findEnd(source, source.size);
  const sections = await readSections(reader, xrefOffset);
  const views: PdfView[] = [];
  let entries = new Map<number, XrefEntry>();
  for (const [offset, section] of sections.reverse()) {
    entries = new Map([...entries, ...section.entries]);
    reader.spend(entries.size * ENTRY_COST);
    views.push(createView(reader, offset, section.trailer, entries));
  }
  return { reader, views, end };
}

/** Finds the last `startxref … %%EOF` before `limit`. */
export async function findEnd(source: PdfSource, limit: number): Promise<FileEnd> {
  for (let start = limit; start > 0 && limit - start < DEEPEST_TRAILING; ) {
    start = Math.max(0, start - CHUNK);
    const bytes = Buffer.from(await source.read(start, Math.min(CHUNK + 64, limit - start)));
    const at = bytes.lastIndexOf('startxref');
    if (at < 0) continue;
    const tail = Buffer.from(await source.read(start + at, Math.min(128, limit - start - at))).toString('latin1');
    const match = /^startxref\s{1,4}(\d{1,15})\s{1,4}%%EOF(?:\r\n|\r|\n)?/.exec(tail);
    if (match === null) throw new PdfSyntaxError('end of file');
    return { xrefOffset: Number(match[1]), end: start + at + match[0].length };
  }
  throw new PdfSyntaxError('no end of file');
}

/** Sections newest first. */
async function readSections(reader: ObjectReader, newest: number): Promise<[number, XrefSection][]> {
  const sections: [number, XrefSection][] = [];
  const seen = new Set<number>();
  for (let offset: number | undefined = newest; offset !== undefined; ) {
    if (seen.has(offset) || sections.length >= MOST_REVISIONS)
      throw new PdfSyntaxError('revisions go in a circle or are too many');
    seen.add(offset);
    const section: XrefSection = await readXrefSection(reader, offset);
    sections.push([offset, section]);
    offset = section.previous;
  }
  return sections;
}

function createView(
  reader: ObjectReader,
  xrefOffset: number,
  trailer: PdfDictionary,
  entries: ReadonlyMap<number, XrefEntry>,
): PdfView {
  const object = (number: number): Promise<PdfObject> => readEntry(reader, entries, number);
  const resolve = async (value: PdfValue | undefined): Promise<PdfValue> => {
    let current: PdfValue = value ?? null;
    for (let steps = 0; isReference(current); steps++) {
      if (steps > 8) throw new PdfSyntaxError('references go in a circle');
      current = (await object(current.number)).value;
    }
    return current;
  };
  const dictionary = async (value: PdfValue | undefined): Promise<PdfDictionary | undefined> => {
    const resolved = await resolve(value);
    return isDictionary(resolved) ? resolved : undefined;
  };
  return { xrefOffset, trailer, entries, object, resolve, dictionary };
}

async function readEntry(
  reader: ObjectReader,
  entries: ReadonlyMap<number, XrefEntry>,
  number: number,
): Promise<PdfObject> {
  const entry = entries.get(number);
  if (entry === undefined || entry.kind === 'free') return { value: null };
  if (entry.kind === 'plain') return reader.objectAt(entry.offset, number);
  const container = entries.get(entry.container);
  if (container?.kind !== 'plain') throw new PdfSyntaxError('object stream is missing');
  const packed = await reader.packedAt(container.offset, entry.container);
  return packed.get(number) ?? { value: null };
}

/** The data range of a stream object, checked against the keyword behind it. */
export async function streamRange(
  view: PdfView,
  reader: ObjectReader,
  { value, streamStart }: PdfObject,
): Promise<{ readonly start: number; readonly length: number; readonly dictionary: PdfDictionary }> {
  if (!isDictionary(value) || streamStart === undefined) throw new PdfSyntaxError('not a stream');
  const length = countOf(await view.resolve(value.get('Length')));
  if (length === undefined || streamStart + length > reader.source.size) throw new PdfSyntaxError('stream length');
  const after = Buffer.from(await reader.source.read(streamStart + length, 16)).toString('latin1');
  if (!/^\r?\n?endstream/.test(after)) throw new PdfSyntaxError('stream length is wrong');
  return { start: streamStart, length, dictionary: value };
}

/** What an object calls itself, for messages. */
export function describeObject(number: number, value: PdfValue): string {
  const type = isDictionary(value) ? (nameOf(value.get('Type')) ?? nameOf(value.get('Subtype'))) : undefined;
  return `${type ?? 'object'} ${number}`;
}
