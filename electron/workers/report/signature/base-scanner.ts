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
/** Kept objects and the tail together; a 5,000-page report needs some 5 MB. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Starts watching at the file's first byte. */
export function createBaseScanner(): BaseScanner {
  const kept = new Map<number, KeptObject>();
  let pending: Buffer = Buffer.alloc(0);
  /** Offset of `pending` in the file. */
  let offset = 0;
  let toSkip = 0;
  let insideStream = false;
  let keptBytes = 0;

  const drop = (count: number): void => {
    pending = pending.subarray(count);
    offset += count;
  };
  const skipStreamData = (): boolean => {
    const now = Math.min(toSkip, pending.length);
    drop(now);
    toSkip -= now;
    if (toSkip > 0) return false;
    const end = pending.indexOf(STREAM_END);
    if (end < 0) {
      drop(Math.max(0, pending.length - STREAM_END.length));
      return false;
    }
    drop(end + STREAM_END.length);
    insideStream = false;
    return true;
  };
  const keep = (text: Buffer): void => {
    const head = /(?:^|\n)(\d+) 0 obj\s/.exec(text.toString('latin1'));
    if (head === null || !KEPT.test(text.toString('latin1'))) return;
    keptBytes += text.length;
    if (keptBytes > MOST_KEPT) throw new Error('too many objects to remember for the signature');
    const start = head.index + (head[0].startsWith('\n') ? 1 : 0);
    // Copied: a view would hold on to the whole chunk.
    kept.set(Number(head[1]), { offset: offset + start, text: Buffer.from(text.subarray(start)) });
  };
  const readObject = (): boolean => {
    const objectEnd = pending.indexOf(OBJECT_END);
    const streamStart = pending.indexOf(STREAM_START);
    if (streamStart >= 0 && (objectEnd < 0 || streamStart < objectEnd)) {
      toSkip = Number(/\/Length (\d+)(?! \d+ R)/.exec(pending.toString('latin1', 0, streamStart))?.[1] ?? 0);
      drop(streamStart + STREAM_START.length);
      insideStream = true;
      return true;
    }
    if (objectEnd < 0) return false;
    keep(pending.subarray(0, objectEnd + OBJECT_END.length));
    drop(objectEnd + OBJECT_END.length);
    return true;
  };

  return {
    push: (chunk) => {
      if (toSkip >= chunk.length && pending.length === 0) {
        toSkip -= chunk.length;
        offset += chunk.length;
        return;
      }
      pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
      while (insideStream ? skipStreamData() : readObject());
      if (pending.length > MOST_KEPT) throw new Error('the base file has an object that is too large');
    },
    finish: () => readTail(pending, offset, kept),
  };
}

/** What is left after the last object: table, trailer, end. A kept object counts only where the table says it is. */
function readTail(tail: Buffer, tailOffset: number, kept: ReadonlyMap<number, KeptObject>): BaseDocument {
  const text = tail.toString('latin1');
  const match = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)trailer\n([\s\S]*)\nstartxref\n(\d+)\n%%EOF\n?$/.exec(text);
  if (match === null || Number(match[4]) !== tailOffset) throw new Error('the base file does not end as expected');
  const [, , table = '', trailerText = ''] = match;
  const trailer = parse(trailerText);
  if (!isDictionary(trailer) || countOf(trailer.get('Size')) !== Number(match[1]))
    throw new Error('the base file has no sound trailer');
  const object = (number: number): PdfValue => {
    const found = kept.get(number);
    const recorded = Number(table.slice(number * 20, number * 20 + 10));
    if (found === undefined || found.offset !== recorded)
      throw new Error(`object ${number} of the base file was not seen`);
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
