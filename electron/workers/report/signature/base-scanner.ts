/**
 * Watches an unsigned PDF go by and remembers the few objects that the signature revision must change. Memory stays
 * flat: stream data is skipped by its length, and of all other objects only pages and roots are kept.
 * Reads only what our own layout writes: pdfkit's classic cross-reference table, one object after the other.
 */
import { PdfParser } from '../../pdf-reader/syntax/parser.ts';
import { countOf, isDictionary, type PdfDictionary, type PdfValue } from '../../pdf-reader/syntax/values.ts';

/** A document that a revision can be put on. */
export interface BaseDocument {
  /** Length of the file so far. */
  readonly length: number;
  /** Offset of its newest cross-reference section. */
  readonly xrefOffset: number;
  readonly trailer: PdfDictionary;
  /** The value of an object that the revision may need; an error when it was not kept. */
  object(number: number): Promise<PdfValue>;
}

export interface BaseScanner {
  /** Any chunk; a few hundred kB at a time is best. */
  push(chunk: Uint8Array): void;
  finish(): BaseDocument;
}

interface KeptObject {
  readonly offset: number;
  readonly text: Buffer;
}

const KEPT = /\/Type\s*\/(?:Pages?|Catalog|StructTreeRoot)\b|\/S\s*\/Document\b|\/Nums\s*\[/;
const OBJECT_END = Buffer.from('\nendobj\n');
const STREAM_START = Buffer.from('\nstream\n');
const STREAM_END = Buffer.from('\nendstream');
/** Room for a length and the end of its object. */
const LONGEST_LENGTH = 24;
/** Kept objects and the tail together; a 5,000-page report needs some 5 MB. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Starts watching at the file's first byte. */
export function createBaseScanner(): BaseScanner {
  const kept = new Map<number, KeptObject[]>();
  let pending: Buffer = Buffer.alloc(0);
  /** Offset of `pending` in the file. */
  let offset = 0;
  let stream: OpenStream | undefined;
  let keptBytes = 0;

  const drop = (count: number): void => {
    pending = pending.subarray(count);
    offset += count;
  };
  const skipStream = (open: OpenStream): boolean => {
    const end = streamEnd(open, pending, offset);
    drop(end.position);
    if (end.found) stream = undefined;
    return end.found;
  };
  const keep = (text: Buffer): void => {
    const words = text.toString('latin1');
    const head = /(?:^|\n)(\d+) 0 obj\s/.exec(words);
    if (head === null || !KEPT.test(words)) return;
    keptBytes += text.length;
    if (keptBytes > MOST_KEPT) throw new Error('too many objects to remember for the signature');
    const start = head.index + (head[0].startsWith('\n') ? 1 : 0);
    const number = Number(head[1]);
    // Copied: a view would hold on to the whole chunk.
    const object = { offset: offset + start, text: Buffer.from(text.subarray(start)) };
    kept.set(number, [...(kept.get(number) ?? []), object]);
  };
  const readObject = (): boolean => {
    const objectEnd = pending.indexOf(OBJECT_END);
    const streamStart = pending.indexOf(STREAM_START);
    if (streamStart >= 0 && (objectEnd < 0 || streamStart < objectEnd)) {
      const dictionary = pending.toString('latin1', 0, streamStart);
      drop(streamStart + STREAM_START.length);
      stream = openStream(dictionary, offset);
      return true;
    }
    if (objectEnd < 0) return false;
    keep(pending.subarray(0, objectEnd + OBJECT_END.length));
    drop(objectEnd + OBJECT_END.length);
    return true;
  };

  return {
    push: (chunk) => {
      pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
      while (stream === undefined ? readObject() : skipStream(stream));
      if (pending.length > MOST_KEPT) throw new Error('the base file has an object that is too large');
    },
    finish: () => readTail(pending, offset, kept),
  };
}

/** Stream data that is going by. */
interface OpenStream {
  /** Offset of its first byte. */
  readonly start: number;
  /** Length in bytes, if the dictionary says it itself. */
  readonly length: number | undefined;
  /** Number of the object behind the stream that holds the length, if not. */
  readonly lengthObject: number;
}

function openStream(dictionary: string, start: number): OpenStream {
  const match = /\/Length (\d+)( 0 R)?/.exec(dictionary);
  if (match === null) throw new Error('a stream of the base file has no length');
  const isReference = match[2] !== undefined;
  return { start, length: isReference ? undefined : Number(match[1]), lengthObject: Number(match[1]) };
}

/**
 * Where the stream ends in `pending`, or how much of it can be passed over. An attachment may well be a PDF itself,
 * so `endstream` alone proves nothing: the length must fit, be it known before or found in the object that follows.
 */
function streamEnd(
  stream: OpenStream,
  pending: Buffer,
  offset: number,
): { readonly position: number; readonly found: boolean } {
  const passed = offset - stream.start;
  if (stream.length !== undefined) {
    const position = stream.length - passed;
    if (pending.length < position + STREAM_END.length)
      return { position: Math.min(pending.length, Math.max(0, position)), found: false };
    if (pending.indexOf(STREAM_END, position) !== position)
      throw new Error('a stream of the base file has a wrong length');
    return { position: position + STREAM_END.length, found: true };
  }
  const marker = Buffer.from(`\nendstream\nendobj\n${stream.lengthObject} 0 obj\n`);
  for (let at = pending.indexOf(marker); at >= 0; at = pending.indexOf(marker, at + 1)) {
    const after = pending.toString('latin1', at + marker.length, at + marker.length + LONGEST_LENGTH);
    if (after.length < LONGEST_LENGTH) return { position: at, found: false };
    if (after.startsWith(`${passed + at}\nendobj\n`)) return { position: at + STREAM_END.length, found: true };
  }
  return { position: Math.max(0, pending.length - marker.length), found: false };
}

/** What is left after the last object: table, trailer, end. A kept object counts only where the table says it is. */
function readTail(tail: Buffer, tailOffset: number, kept: ReadonlyMap<number, readonly KeptObject[]>): BaseDocument {
  const text = tail.toString('latin1');
  const match = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer\n([\s\S]*)\nstartxref\n(\d+)\n%%EOF\n?$/.exec(text);
  if (match === null || Number(match[4]) !== tailOffset) throw new Error('the base file does not end as expected');
  const [, , table = '', trailerText = ''] = match;
  const trailer = parse(trailerText);
  if (!isDictionary(trailer) || countOf(trailer.get('Size')) !== Number(match[1]))
    throw new Error('the base file has no sound trailer');
  const object = (number: number): PdfValue => {
    const recorded = Number(table.slice(number * 20, number * 20 + 10));
    const found = kept.get(number)?.find(({ offset }) => offset === recorded);
    if (found === undefined) throw new Error(`object ${number} of the base file was not seen`);
    return new PdfParser({ bytes: found.text, base: 0, final: true }).readIndirectObject().object.value;
  };
  return {
    length: tailOffset + tail.length,
    xrefOffset: tailOffset,
    trailer,
    object: (number) => Promise.resolve().then(() => object(number)),
  };
}

function parse(text: string): PdfValue {
  return new PdfParser({ bytes: Buffer.from(text, 'latin1'), base: 0, final: true }).readValue();
}
