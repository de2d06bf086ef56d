/** Checks one signature of a document: its range, its digest, its message, its signer. */
import { createHash } from 'node:crypto';
import {
  DerError,
  readOid,
  readSmallInteger,
  readWhole,
  sequenceOf,
  expectTag,
  TAG,
} from '#shared/domain/signature/der.ts';
import { hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import type { SignatureFinding, VerdictReason } from '#shared/domain/signature/verdict.ts';
import { hashRange, type PdfSource } from '../file/source.ts';
import { findEnd, type PdfFile } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { countOf, isString, nameOf, textOf, type PdfDictionary, type PdfString } from '../syntax/values.ts';
import { type Certificate, commonName, findChain, fingerprintOf } from './certificates.ts';
import type { SignatureField } from './signature-fields.ts';
import { checkSignedMessage, isBaseline, readSignedMessage, type SignedMessage } from './signed-message.ts';

/** What the person who verifies brings along. */
export interface VerificationBasis {
  readonly anchors: readonly Certificate[];
  readonly now: Date;
}

interface SignedRange {
  readonly contents: PdfString;
  /** Offset of the first byte after the range. */
  readonly end: number;
  /** The revision that the range closes, counted from 1. */
  readonly revision: number;
}

const DAY = 24 * 60 * 60 * 1000;
const DETACHED = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];

export interface CheckedSignature {
  readonly finding: SignatureFinding;
  /** Offset of the first byte after the signed range; undefined when the range is not sound. */
  readonly end: number | undefined;
}

/** Checks a signed field; `signature` is its dictionary in the view where it was found. */
export async function checkSignature(
  file: PdfFile,
  field: SignatureField,
  signature: PdfDictionary,
  basis: VerificationBasis,
): Promise<CheckedSignature> {
  const reasons: VerdictReason[] = [];
  const range = await readRange(file, signature, reasons);
  const message = range === undefined ? undefined : tryReadMessage(range.contents, reasons);
  const isTimestamp = nameOf(signature.get('SubFilter')) === 'ETSI.RFC3161';
  if (range !== undefined && message !== undefined) {
    reasons.push(
      ...(isTimestamp
        ? await checkTimestamp(file, range, message)
        : await checkDetached(file, range, message, signature)),
    );
  }
  const integrity = reasons.length === 0 ? 'intact' : 'broken';
  const time = parsePdfDate(textOf(signature.get('M')));
  const chain = message === undefined || isTimestamp ? 'not-checked' : checkSigner(message, time, basis, reasons);
  const finding: SignatureFinding = {
    field: field.name,
    signer: message === undefined ? null : commonName(message.signer),
    fingerprint: message === undefined ? null : fingerprintOf(message.signer),
    level: levelOf(signature, message, isTimestamp),
    time: time?.toISOString() ?? null,
    timeSource: time === undefined ? 'none' : 'claimed',
    integrity,
    chain,
    revocation: 'not-checked',
    certification: certificationOf(signature),
    revision: range?.revision ?? null,
    reasons,
  };
  return { finding, end: range?.end };
}

function levelOf(
  signature: PdfDictionary,
  message: SignedMessage | undefined,
  isTimestamp: boolean,
): SignatureFinding['level'] {
  if (isTimestamp) return 'timestamp';
  const isPades = nameOf(signature.get('SubFilter')) === 'ETSI.CAdES.detached';
  return isPades && message !== undefined && isBaseline(message) ? 'B-B' : 'other';
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

function tryReadMessage(contents: PdfString, reasons: VerdictReason[]): SignedMessage | undefined {
  try {
    return readSignedMessage(contents.bytes);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    reasons.push('CMS_UNREADABLE');
    return undefined;
  }
}

async function checkDetached(
  file: PdfFile,
  range: SignedRange,
  message: SignedMessage,
  signature: PdfDictionary,
): Promise<VerdictReason[]> {
  const subFilter = nameOf(signature.get('SubFilter')) ?? '';
  if (!DETACHED.includes(subFilter) || message.content !== undefined) return ['CMS_UNREADABLE'];
  // A PAdES signature without the attribute that names its certificate lets another certificate of the same key stand in.
  if (subFilter === 'ETSI.CAdES.detached' && !isBaseline(message)) return ['CERTIFICATE_MISMATCH'];
  const digest = await digestRange(file.reader.source, range, message.digestOid);
  if (digest === undefined) return ['ALGORITHM_NOT_ACCEPTED'];
  return guarded(() => checkSignedMessage(message, digest, OID.data));
}

/** A document time stamp: its content names the digest of the range, its attributes the digest of that content. */
async function checkTimestamp(file: PdfFile, range: SignedRange, message: SignedMessage): Promise<VerdictReason[]> {
  const { content } = message;
  const hash = hashOfOid(message.digestOid);
  if (content === undefined || hash === undefined) return ['CMS_UNREADABLE'];
  try {
    const [version, , imprint] = sequenceOf(readWhole(content));
    const [algorithm, value] = sequenceOf(imprint);
    const digest = await digestRange(file.reader.source, range, readOid(sequenceOf(algorithm)[0]));
    const stated = expectTag(value, TAG.octetString).content;
    if (digest === undefined || readSmallInteger(version) !== 1) return ['ALGORITHM_NOT_ACCEPTED'];
    const mismatch: VerdictReason[] = Buffer.compare(digest, stated) === 0 ? [] : ['DIGEST_MISMATCH'];
    return [...mismatch, ...checkSignedMessage(message, createHash(hash).update(content).digest(), OID.timestampInfo)];
  } catch (error) {
    if (error instanceof DerError) return ['CMS_UNREADABLE'];
    throw error;
  }
}

async function digestRange(
  source: PdfSource,
  { contents, end }: SignedRange,
  digestOid: string,
): Promise<Uint8Array | undefined> {
  const name = hashOfOid(digestOid);
  if (name === undefined) return undefined;
  const hash = createHash(name);
  await hashRange(source, hash, 0, contents.start);
  await hashRange(source, hash, contents.end, end - contents.end);
  return hash.digest();
}

function checkSigner(
  message: SignedMessage,
  time: Date | undefined,
  { anchors, now }: VerificationBasis,
  reasons: VerdictReason[],
): 'trusted' | 'untrusted' {
  if (time === undefined || time.getTime() > now.getTime() + DAY) reasons.push('TIME_NOT_PLAUSIBLE');
  const { trusted, validThen } = findChain(message.signer, message.others, anchors, time ?? now);
  if (!trusted) reasons.push('SIGNER_NOT_TRUSTED');
  if (!validThen) reasons.push('CERTIFICATE_NOT_VALID_THEN');
  return trusted ? 'trusted' : 'untrusted';
}

function certificationOf(signature: PdfDictionary): 1 | 2 | 3 | null {
  const references = signature.get('Reference');
  for (const reference of Array.isArray(references) ? references : []) {
    if (!(reference instanceof Map) || nameOf(reference.get('TransformMethod')) !== 'DocMDP') continue;
    const parameters = reference.get('TransformParams');
    const permission = parameters instanceof Map ? (parameters.get('P') ?? 2) : 2;
    // An unknown permission is read as the strictest one.
    return permission === 2 || permission === 3 ? permission : 1;
  }
  return null;
}

function guarded(check: () => VerdictReason[]): VerdictReason[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof DerError) return ['CMS_UNREADABLE'];
    throw error;
  }
}

/** `D:YYYYMMDDHHmmSS` with an optional offset; undefined when it is not one. */
function parsePdfDate(text: string | undefined): Date | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, sign = '+', offsetHours = '00', offsetMinutes = '00'] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${offsetHours}:${offsetMinutes}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
