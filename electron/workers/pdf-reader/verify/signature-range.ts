/** What a signature covers, and what it says about changes: its byte range, its permissions, its claimed time. */
import { DerError } from '#shared/domain/signature/der.ts';
import { type HashName, hashOfOid } from '#shared/domain/signature/oids.ts';
import type { SignatureFinding, VerdictReason } from '#shared/domain/signature/verdict.ts';
import type { PdfSource } from '../file/source.ts';
import { findEnd, type PdfFile, type PdfView } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import {
  countOf,
  isString,
  nameOf,
  textOf,
  type PdfDictionary,
  type PdfString,
  type PdfValue,
} from '../syntax/values.ts';
import { readSignedMessage, type SignedMessage } from './cms/signed-message.ts';
import { type TimestampToken, timestampTokenOf } from './cms/timestamp-token.ts';
import { findSignatureFields, type SignatureField } from './signature-fields.ts';

/** Each one costs work; a plausible file has a handful. */
const MOST_SIGNATURES = 64;

export interface SignedRange {
  readonly contents: PdfString;
  /** Offset of the first byte after the range. */
  readonly end: number;
  /** The revision that the range closes, counted from 1. */
  readonly revision: number;
}

/** A signature as it stands in the file, before anything is believed. */
export interface LocatedSignature {
  readonly field: SignatureField;
  readonly isTimestamp: boolean;
  readonly subFilter: string;
  readonly range: SignedRange | undefined;
  readonly message: SignedMessage | undefined;
  /** The message as a time stamp, when it is one. */
  readonly token: TimestampToken | undefined;
  /** Digest that the range must be hashed with; undefined when it is not an accepted one. */
  readonly hash: HashName | undefined;
  readonly claimed: Date | undefined;
  readonly certification: SignatureFinding['certification'];
  readonly locks: SignatureFinding['locks'];
  /** What DocMDP and the field's lock leave allowed after it. */
  readonly permission: 1 | 2 | 3 | undefined;
  /** Already known against it. */
  readonly reasons: readonly VerdictReason[];
}

/** Signatures of every revision, so that one which a later revision takes away is still seen. */
export async function locateSignatures(file: PdfFile): Promise<LocatedSignature[]> {
  const located: LocatedSignature[] = [];
  const seen = new Set<string>();
  for (const view of file.views) {
    for (const field of await findSignatureFields(view)) {
      if (field.signature === undefined) continue;
      const place = `${field.number} ${placeOf(field.signature)}`;
      if (seen.has(place)) continue;
      seen.add(place);
      if (seen.size > MOST_SIGNATURES) throw new PdfSyntaxError('too many signatures');
      located.push(await locate(file, view, field, field.signature));
    }
  }
  const holes = located.flatMap(({ range }) => range?.contents.start ?? []);
  return located.map((one) => {
    const shared = holes.filter((start) => start === one.range?.contents.start).length > 1;
    return shared ? { ...one, reasons: [...one.reasons, 'BYTE_RANGE_COLLISION'] } : one;
  });
}

/** Where a signature stands in the file: the same one in a later revision is at the same place. */
function placeOf(signature: PdfDictionary): string {
  const contents = signature.get('Contents');
  return isString(contents) ? `${contents.start}` : 'none';
}

async function locate(
  file: PdfFile,
  view: PdfView,
  field: SignatureField,
  signature: PdfDictionary,
): Promise<LocatedSignature> {
  const reasons: VerdictReason[] = [];
  const subFilter = nameOf(await view.resolve(signature.get('SubFilter'))) ?? '';
  const isTimestamp = subFilter === 'ETSI.RFC3161';
  const range = await readRange(file, signature, reasons);
  const message = range === undefined ? undefined : guarded(() => readSignedMessage(range.contents.bytes), reasons);
  const token = message === undefined || !isTimestamp ? undefined : guarded(() => timestampTokenOf(message), reasons);
  const { certification, locks, permission } = await readPermissions(view, field, signature);
  return {
    field,
    isTimestamp,
    subFilter,
    range,
    message,
    token,
    hash: isTimestamp ? token?.imprintHash : hashOfOid(message?.digestOid ?? ''),
    claimed: parsePdfDate(textOf(await view.resolve(signature.get('M')))),
    certification,
    locks,
    permission,
    reasons,
  };
}

/** The range must be everything from the first byte to the end of a revision, but the signature's own string. */
async function readRange(
  file: PdfFile,
  signature: PdfDictionary,
  reasons: VerdictReason[],
): Promise<SignedRange | undefined> {
  const contents = signature.get('Contents');
  const range = signature.get('ByteRange');
  const numbers = Array.isArray(range) ? range.map(countOf) : [];
  const [start, firstLength, secondStart, secondLength] = numbers;
  const { source } = file.reader;
  const end = (secondStart ?? 0) + (secondLength ?? 0);
  const sound = isString(contents) && contents.hex && numbers.length === 4 && start === 0;
  if (!sound || firstLength !== contents.start || secondStart !== contents.end || end > source.size) {
    reasons.push('BYTE_RANGE_BAD');
    return undefined;
  }
  const revision = await revisionClosedAt(file, end);
  if (revision === undefined) {
    reasons.push('REVISION_CHAIN_BROKEN');
    return undefined;
  }
  return { contents, end, revision };
}

/** The number of the revision whose end-of-file mark stands right before `end`, if it is one of the newest revision's chain. */
async function revisionClosedAt(file: PdfFile, end: number): Promise<number | undefined> {
  const { source } = file.reader;
  try {
    const mark = await findEnd(source, end);
    if (!(await isBlank(source, mark.end, end))) return undefined;
    const index = file.views.findIndex((view) => view.xrefOffset === mark.xrefOffset);
    return index < 0 ? undefined : index + 1;
  } catch (error) {
    if (error instanceof PdfSyntaxError) return undefined;
    throw error;
  }
}

/** Whether a range, which is short in every honest file, holds nothing but white space. */
export async function isBlank(source: PdfSource, start: number, end: number): Promise<boolean> {
  if (end - start > 1024) return false;
  return (await source.read(start, end - start)).every((byte) => [0, 9, 10, 12, 13, 32].includes(byte));
}

function guarded<Value>(read: () => Value, reasons: VerdictReason[]): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    reasons.push('CMS_UNREADABLE');
    return undefined;
  }
}

type Permissions = Pick<LocatedSignature, 'certification' | 'locks' | 'permission'>;

/** DocMDP and FieldMDP of the signature, and the lock of its field; an unknown permission is read as the strictest. */
async function readPermissions(view: PdfView, field: SignatureField, signature: PdfDictionary): Promise<Permissions> {
  let certification: Permissions['certification'] = null;
  let locks: Permissions['locks'] = null;
  const references = await view.resolve(signature.get('Reference'));
  for (const item of Array.isArray(references) ? references : []) {
    const reference = await view.dictionary(item);
    const method = nameOf(await view.resolve(reference?.get('TransformMethod')));
    const parameters = await view.dictionary(reference?.get('TransformParams'));
    if (method === 'DocMDP') certification = permissionOf(await view.resolve(parameters?.get('P') ?? 2));
    if (method === 'FieldMDP') locks = await locksOf(view, parameters);
  }
  const lock = await view.dictionary(field.dictionary.get('Lock'));
  locks ??= lock === undefined ? null : await locksOf(view, lock);
  const limit = lock?.has('P') === true ? permissionOf(await view.resolve(lock.get('P'))) : undefined;
  const permissions = [certification, limit].filter((one) => one !== null && one !== undefined);
  return { certification, locks, permission: permissions.sort()[0] };
}

function permissionOf(value: PdfValue): 1 | 2 | 3 {
  return value === 2 || value === 3 ? value : 1;
}

async function locksOf(view: PdfView, parameters: PdfDictionary | undefined): Promise<SignatureFinding['locks']> {
  const action = nameOf(await view.resolve(parameters?.get('Action')));
  const names = await view.resolve(parameters?.get('Fields'));
  const fields = (Array.isArray(names) ? names : []).flatMap((name) => textOf(name) ?? []);
  // What is not understood locks everything.
  return { action: action === 'Include' || action === 'Exclude' ? action : 'All', fields };
}

/** Whether a signature locks a field of this name; a name stands for the fields below it, too. */
export function isLocked(locks: SignatureFinding['locks'], name: string): boolean {
  if (locks === null) return false;
  const named = locks.fields.some((one) => name === one || name.startsWith(`${one}.`));
  return locks.action === 'All' || (locks.action === 'Include') === named;
}

/** `D:YYYYMMDDHHmmSS` with an optional offset; undefined when it is not one. */
function parsePdfDate(text: string | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, sign = '+', offsetHours = '00', offsetMinutes = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${offsetHours}:${offsetMinutes}`);
  return Number.isNaN(date.getTime()) || !isPlainYear(date) ? undefined : date;
}

/** Dates that ISO 8601 writes with four digits. */
function isPlainYear(date: Date): boolean {
  return date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 9999;
}
