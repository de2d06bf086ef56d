/** Writes an incremental update: changed and new objects, a classic cross-reference section, a trailer. */
import { serializeValue } from '../../pdf-reader/syntax/serialize.ts';
import {
  countOf,
  pdfReference,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '../../pdf-reader/syntax/values.ts';
import type { BaseDocument } from './base-scanner.ts';

/** Objects of one revision, numbered on from the base document. */
export interface Revision {
  readonly base: BaseDocument;
  /** Keeps a number for an object that is set later. */
  reserve(): PdfReference;
  /** A new object; a stream when `data` is given (its Length is set here). */
  add(value: PdfValue, data?: Uint8Array): PdfReference;
  /** The new state of an object, or its first. */
  set(reference: PdfReference, value: PdfValue, data?: Uint8Array): void;
  /** The state an object has in this revision so far. */
  get(reference: PdfReference): Promise<PdfValue>;
  /** An object whose source text is given as it is, written last. */
  setLast(reference: PdfReference, source: string): void;
  /** The revision's bytes, to stand right behind the base document. */
  build(id: Uint8Array): Buffer;
}

interface PendingObject {
  readonly value: PdfValue;
  readonly data: Uint8Array | undefined;
}

/** Begins a revision on a base document. */
export function createRevision(base: BaseDocument): Revision {
  const objects = new Map<number, PendingObject>();
  const last: { number: number; source: string }[] = [];
  let next = countOf(base.trailer.get('Size')) ?? 0;
  if (next === 0) throw new Error('the base file has no size');
  const reserve = (): PdfReference => pdfReference(next++);
  const set: Revision['set'] = (reference, value, data) => {
    objects.set(reference.number, { value, data });
  };
  return {
    base,
    reserve,
    set,
    add: (value, data) => {
      const reference = reserve();
      set(reference, value, data);
      return reference;
    },
    get: async (reference) => objects.get(reference.number)?.value ?? (await base.object(reference.number)),
    setLast: (reference, source) => {
      last.push({ number: reference.number, source });
    },
    build: (id) => assemble(base, objects, last, { size: next, id }),
  };
}

function assemble(
  base: BaseDocument,
  objects: ReadonlyMap<number, PendingObject>,
  last: readonly { readonly number: number; readonly source: string }[],
  { size, id }: { readonly size: number; readonly id: Uint8Array },
): Buffer {
  const parts: Buffer[] = [];
  const offsets = new Map<number, number>();
  let length = base.length;
  const write = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const begin = (number: number): void => {
    offsets.set(number, length);
    write(`${number} 0 obj\n`);
  };
  write('\n');
  for (const [number, { value, data }] of objects) {
    begin(number);
    if (data === undefined) write(serializeValue(value));
    else writeStream(write, value, data);
    write('\nendobj\n');
  }
  for (const { number, source } of last) {
    begin(number);
    write(`${source}\nendobj\n`);
  }
  const xrefOffset = length;
  write(
    `xref\n${crossReferences(offsets)}trailer\n${serializeValue(trailerOf(base, size, id))}\nstartxref\n${xrefOffset}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

function writeStream(write: (part: string | Uint8Array) => void, value: PdfValue, data: Uint8Array): void {
  if (!(value instanceof Map)) throw new Error('a stream needs a dictionary');
  write(`${serializeValue(new Map([...value, ['Length', data.length]]))}\nstream\n`);
  write(data);
  write('\nendstream');
}

function crossReferences(offsets: ReadonlyMap<number, number>): string {
  const numbers = [...offsets.keys()].sort((one, other) => one - other);
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const line = (number: number): string => `${String(offsets.get(number) ?? 0).padStart(10, '0')} 00000 n \n`;
  return runs.map((run) => `${run[0] ?? 0} ${run.length}\n${run.map(line).join('')}`).join('');
}

/** The first identifier stays, the second names this state of the file. */
function trailerOf(base: BaseDocument, size: number, id: Uint8Array): PdfDictionary {
  const trailer: PdfDictionary = new Map([['Size', size]]);
  for (const key of ['Root', 'Info']) {
    const value = base.trailer.get(key);
    if (value !== undefined) trailer.set(key, value);
  }
  const ids = base.trailer.get('ID');
  const second: PdfValue = { type: 'string', bytes: id, hex: true, start: 0, end: 0 };
  trailer.set('ID', [Array.isArray(ids) && ids[0] !== undefined ? ids[0] : second, second]);
  trailer.set('Prev', base.xrefOffset);
  return trailer;
}
