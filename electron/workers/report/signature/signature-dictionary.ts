/** The signature dictionary with its hole, and how the hole is filled. */
import { AppError } from '#shared/errors/app-error.ts';
import { serializeValue } from '../../pdf-reader/syntax/serialize.ts';
import { pdfName, pdfText, type PdfDictionary, type PdfValue } from '../../pdf-reader/syntax/values.ts';

/** What a signature says in its dictionary. */
export interface SignatureStatement {
  readonly signedAt: Date;
  readonly signerName: string;
  readonly reason: string;
  readonly location: string;
  /** DocMDP permission of a certifying signature, 0 for one that does not certify; a further one says nothing. */
  readonly certification?: 0 | 1 | 2;
}

/** A revision with its signature still missing; offsets count from the revision's first byte. */
export interface RevisionWithHole {
  readonly bytes: Buffer;
  /** Where the hexadecimal string begins, with its `<`, and where it ends, after its `>`. */
  readonly holeStart: number;
  readonly holeEnd: number;
}

const RANGE_PLACE = `/ByteRange [0 ${'*'.repeat(42)}]`;
const CONTENTS_START = '/Contents <';

/** Source of the dictionary, with places kept for the byte range and for `reservedBytes` of CMS. */
export function signatureSource(statement: SignatureStatement, reservedBytes: number): string {
  const entries: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('Sig')],
    ['Filter', pdfName('Adobe.PPKLite')],
    ['SubFilter', pdfName('ETSI.CAdES.detached')],
    ['M', pdfText(pdfDate(statement.signedAt))],
    ['Name', pdfText(statement.signerName)],
    ['Reason', pdfText(statement.reason)],
    ['Location', pdfText(statement.location)],
  ]);
  const { certification = 2 } = statement;
  if (certification !== 0) entries.set('Reference', [documentModification(certification)]);
  return withHole(entries, reservedBytes);
}

/** Source of a document time stamp's dictionary. It states no time: the token does. */
export function timestampSource(reservedBytes: number): string {
  const entries: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('DocTimeStamp')],
    ['Filter', pdfName('Adobe.PPKLite')],
    ['SubFilter', pdfName('ETSI.RFC3161')],
  ]);
  return withHole(entries, reservedBytes);
}

function withHole(entries: PdfDictionary, reservedBytes: number): string {
  const inner = serializeValue(entries).slice(2, -2);
  return `<<${inner}\n${RANGE_PLACE}\n${CONTENTS_START}${'0'.repeat(reservedBytes * 2)}>>>`;
}

/** Finds the hole in the built revision and writes the byte range into its place. */
export function placeByteRange(revision: Buffer, baseLength: number): RevisionWithHole {
  const rangeAt = revision.lastIndexOf(RANGE_PLACE);
  const contentsAt = revision.indexOf(CONTENTS_START, rangeAt);
  if (rangeAt < 0 || contentsAt < 0) throw new Error('the revision has no place for a signature');
  const holeStart = contentsAt + CONTENTS_START.length - 1;
  const holeEnd = revision.indexOf('>', holeStart) + 1;
  const range = `/ByteRange [0 ${baseLength + holeStart} ${baseLength + holeEnd} ${revision.length - holeEnd}`;
  const bytes = Buffer.from(revision);
  bytes.write(`${range.padEnd(RANGE_PLACE.length - 1)}]`, rangeAt, 'latin1');
  return { bytes, holeStart, holeEnd };
}

/** Puts the CMS into the hole; the rest stays zero. */
export function fillHole({ bytes, holeStart, holeEnd }: RevisionWithHole, cms: Uint8Array): Buffer {
  const digits = Buffer.from(cms).toString('hex');
  if (digits.length > holeEnd - holeStart - 2) throw new AppError('SIGNATURE_TOO_LARGE', { bytes: cms.length });
  const filled = Buffer.from(bytes);
  filled.write(digits, holeStart + 1, 'latin1');
  return filled;
}

function documentModification(permission: 1 | 2): PdfDictionary {
  const parameters: PdfDictionary = new Map<string, PdfValue>([
    ['Type', pdfName('TransformParams')],
    ['P', permission],
    ['V', pdfName('1.2')],
  ]);
  return new Map<string, PdfValue>([
    ['Type', pdfName('SigRef')],
    ['TransformMethod', pdfName('DocMDP')],
    ['TransformParams', parameters],
  ]);
}

function pdfDate(time: Date): string {
  return `D:${time.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+00'00'`;
}
