/** Dates and program names that tools write on saving; everything else in a document's information is its content. */
import { inflateSync } from 'node:zlib';
import { filtersOf } from '../../file/filters.ts';
import type { ObjectReader } from '../../file/object-reader.ts';
import { type PdfView, streamRange } from '../../file/view.ts';
import { PdfSyntaxError } from '../../syntax/parser.ts';
import { isDictionary, sameValue, type PdfDictionary, type PdfObject } from '../../syntax/values.ts';
import type { Change } from './rules.ts';

const LARGEST_METADATA = 4 * 1024 * 1024;
const INFO_KEYS = new Set(['ModDate', 'Producer']);
const PACKING = new Set(['Length', 'Filter', 'DecodeParms']);
/** As elements and as attributes. */
const DATED = ['xmp:ModifyDate', 'xmp:MetadataDate', 'pdf:Producer', 'xmpMM:InstanceID', 'xmpMM:DocumentID'];

/** Information dictionaries: only the date of change and the writing program may differ. */
export function compareInfo(before: PdfDictionary | undefined, after: PdfDictionary | undefined): Change[] {
  const [one, other] = [before ?? new Map(), after ?? new Map()] as [PdfDictionary, PdfDictionary];
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter((key) => !sameValue(one.get(key), other.get(key)));
  if (keys.length === 0) return [];
  const refused = keys.some((key) => !INFO_KEYS.has(key));
  return [{ kind: refused ? 'other' : 'metadata', what: `Info: ${keys.join(', ')}` }];
}

/** XMP packets: equal but for dates and program names. */
export async function compareMetadata(
  reader: ObjectReader,
  older: { readonly view: PdfView; readonly object: PdfObject },
  newer: { readonly view: PdfView; readonly object: PdfObject },
): Promise<Change[]> {
  const [before, after] = [older.object.value, newer.object.value];
  if (!isDictionary(before) || !isDictionary(after) || !sameExceptPacking(before, after))
    return [{ kind: 'other', what: 'Metadata' }];
  const one = await readPacket(reader, older.view, older.object);
  const other = await readPacket(reader, newer.view, newer.object);
  const same = one !== undefined && other !== undefined && undated(one) === undated(other);
  return [{ kind: same ? 'metadata' : 'other', what: 'Metadata' }];
}

function sameExceptPacking(before: PdfDictionary, after: PdfDictionary): boolean {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].every((key) => PACKING.has(key) || sameValue(before.get(key), after.get(key)));
}

/** The text of a metadata stream; undefined when it cannot be read. */
export async function readPacket(reader: ObjectReader, view: PdfView, object: PdfObject): Promise<string | undefined> {
  try {
    const { start, length, dictionary } = await streamRange(view, reader, object);
    const filters = filtersOf(dictionary);
    if (length > LARGEST_METADATA || filters.length > 1 || (filters[0] ?? 'FlateDecode') !== 'FlateDecode')
      return undefined;
    reader.spend(length);
    const bytes = await reader.source.read(start, length);
    return Buffer.from(
      filters.length === 0 ? bytes : inflateSync(bytes, { maxOutputLength: LARGEST_METADATA }),
    ).toString('utf8');
  } catch (error) {
    if (error instanceof PdfSyntaxError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

function undated(packet: string): string {
  return DATED.reduce(
    (text, name) =>
      text.replace(new RegExp(`<${name}>[^<]*</${name}>`, 'g'), '').replace(new RegExp(`\\s${name}="[^"]*"`, 'g'), ''),
    packet,
  ).replace(/\s+/g, ' ');
}
