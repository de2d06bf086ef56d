/** Parses objects at given offsets, with one budget of work for the whole file. */
import { PdfParser, PdfSyntaxError, WindowTooSmall } from '../syntax/parser.ts';
import { countOf, isDictionary, nameOf, type PdfObject } from '../syntax/values.ts';
import { unpack } from './filters.ts';
import type { PdfSource } from './source.ts';

/** Objects that are larger than this, without their stream data, are refused. */
const LARGEST_OBJECT = 16 * 1024 * 1024;
const FIRST_WINDOW = 2048;
const KEPT_OBJECTS = 50_000;
const MOST_PACKED_OBJECTS = 100_000;

export interface ObjectReader {
  readonly source: PdfSource;
  /** Runs a parser at an offset, in a window that grows as needed; `end` is the offset after what it read. */
  parseAt<Value>(
    offset: number,
    parse: (parser: PdfParser) => Value,
  ): Promise<{ readonly value: Value; readonly end: number }>;
  /** The indirect object at an offset, which must have this number. */
  objectAt(offset: number, number: number): Promise<PdfObject>;
  /** The objects inside an object stream at an offset. */
  packedAt(offset: number, container: number): Promise<ReadonlyMap<number, PdfObject>>;
  /** Takes bytes of work from the budget; a file that asks for more than a plausible file does is refused. */
  spend(bytes: number): void;
}

/** A reader with its caches; the budget is 256 MB of structure plus four times the file. */
export function openObjectReader(source: PdfSource): ObjectReader {
  let budget = 256 * 1024 * 1024 + 4 * source.size;
  const objects = new Map<number, { readonly number: number; readonly object: PdfObject }>();
  const containers = new Map<number, ReadonlyMap<number, PdfObject>>();
  const spend = (bytes: number): void => {
    budget -= bytes;
    if (budget < 0) throw new PdfSyntaxError('the file asks for more work than its size can explain');
  };
  const parseAt: ObjectReader['parseAt'] = async (offset, parse) => {
    if (offset >= source.size) throw new PdfSyntaxError('offset behind the end');
    for (let length = FIRST_WINDOW; ; length *= 4) {
      const bytes = await source.read(offset, length);
      const final = offset + length >= source.size;
      const parser = new PdfParser({ bytes, base: offset, final });
      try {
        const value = parse(parser);
        spend(parser.position);
        return { value, end: offset + parser.position };
      } catch (error) {
        spend(bytes.length);
        if (!(error instanceof WindowTooSmall)) throw error;
        if (final || length > LARGEST_OBJECT) throw new PdfSyntaxError('an object without end');
      }
    }
  };
  const objectAt: ObjectReader['objectAt'] = async (offset, number) => {
    const known = objects.get(offset);
    const parsed = known ?? (await parseAt(offset, (parser) => parser.readIndirectObject())).value;
    if (parsed.number !== number) throw new PdfSyntaxError(`object ${number} is not where the file says`);
    if (objects.size < KEPT_OBJECTS) objects.set(offset, parsed);
    return parsed.object;
  };
  const packedAt: ObjectReader['packedAt'] = async (offset, container) => {
    const known = containers.get(offset);
    if (known !== undefined) return known;
    const { value, streamStart } = await objectAt(offset, container);
    if (!isDictionary(value) || streamStart === undefined || nameOf(value.get('Type')) !== 'ObjStm')
      throw new PdfSyntaxError('object stream');
    const length = countOf(value.get('Length'));
    if (length === undefined || length > LARGEST_OBJECT) throw new PdfSyntaxError('object stream length');
    spend(length);
    const bytes = unpack(value, await source.read(streamStart, length));
    spend(bytes.length);
    const unpacked = parsePacked(bytes, countOf(value.get('N')) ?? 0, countOf(value.get('First')) ?? 0);
    containers.set(offset, unpacked);
    return unpacked;
  };
  return { source, parseAt, objectAt, packedAt, spend };
}

/** Strings inside get offsets of the unpacked bytes, which no ByteRange can name: a signature cannot hide there. */
function parsePacked(bytes: Uint8Array, count: number, first: number): ReadonlyMap<number, PdfObject> {
  if (count > MOST_PACKED_OBJECTS) throw new PdfSyntaxError('object stream count');
  const found = new Map<number, PdfObject>();
  try {
    const head = new PdfParser({ bytes, base: 0, final: true });
    for (let index = 0; index < count; index++) {
      const number = head.readInteger();
      const offset = head.readInteger();
      const value = new PdfParser({ bytes, base: Number.NaN, final: true }, first + offset).readValue();
      if (!found.has(number)) found.set(number, { value });
    }
  } catch (error) {
    if (error instanceof WindowTooSmall) throw new PdfSyntaxError('object stream ends early');
    throw error;
  }
  return found;
}
