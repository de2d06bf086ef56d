/** The verification of a whole file: every signature, every later revision, every attachment. */
import { DerError } from '#shared/domain/signature/der.ts';
import {
  type AttachmentFinding,
  type PdfVerification,
  type RevisionChange,
  type VerdictReason,
  verdictOf,
} from '#shared/domain/signature/verdict.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { PdfSource } from '../file/source.ts';
import { openPdf, type PdfFile } from '../file/view.ts';
import { PdfSyntaxError } from '../syntax/parser.ts';
import { isString, type PdfDictionary } from '../syntax/values.ts';
import { hashAttachments } from './attachments.ts';
import { compareRevisions } from './revision-changes.ts';
import { type CheckedSignature, checkSignature, isBlank, type VerificationBasis } from './signature-check.ts';
import { findSignatureFields, type SignatureField } from './signature-fields.ts';

/** Each one means reading the file once more. */
const MOST_SIGNATURES = 64;

interface CheckedField extends CheckedSignature {
  readonly field: SignatureField;
}

/**
 * Verifies a PDF. A file that does not look like a PDF at all is an error (PDF_UNREADABLE); a PDF that cannot be read
 * soundly is `invalid` with that reason, because nothing in it can be relied on.
 */
export async function verifyPdf(source: PdfSource, basis: VerificationBasis): Promise<PdfVerification> {
  if (!(await looksLikePdf(source))) throw new AppError('PDF_UNREADABLE');
  try {
    return await verifyStructure(source, basis);
  } catch (error) {
    if (!(error instanceof PdfSyntaxError) && !(error instanceof DerError)) throw error;
    return conclude({ reasons: ['PDF_UNREADABLE'], signatures: [], changes: [], attachments: [] });
  }
}

async function verifyStructure(source: PdfSource, basis: VerificationBasis): Promise<PdfVerification> {
  const file = await openPdf(source);
  const newest = file.views.at(-1);
  if (newest === undefined || file.views.some((view) => view.trailer.has('Encrypt'))) {
    return conclude({ reasons: ['PDF_ENCRYPTED'], signatures: [], changes: [], attachments: [] });
  }
  const reasons: VerdictReason[] = [];
  const checked = await checkSignatures(file, basis);
  const changes = await findChanges(file, checked);
  const attachments = await hashAttachments(newest, file.reader).catch((error: unknown): AttachmentFinding[] => {
    if (!(error instanceof PdfSyntaxError)) throw error;
    reasons.push('ATTACHMENT_UNREADABLE');
    return [];
  });
  if (!checked.some(({ finding }) => finding.level !== 'timestamp')) reasons.push('UNSIGNED');
  if (changes.some(({ allowed }) => !allowed)) reasons.push('CHANGED_AFTER_SIGNING');
  if (!(await isBlank(source, coveredEnd(file, checked), source.size))) reasons.push('BYTES_NOT_COVERED');
  const signatures = checked.map(({ finding }) => finding);
  return conclude({
    reasons: [...reasons, ...signatures.flatMap((one) => one.reasons)],
    signatures,
    changes,
    attachments,
  });
}

/** Signatures of every revision, so that one which a later revision takes away is still seen. */
async function checkSignatures(file: PdfFile, basis: VerificationBasis): Promise<CheckedField[]> {
  const checked: CheckedField[] = [];
  const seen = new Set<string>();
  for (const view of file.views) {
    for (const field of await findSignatureFields(view)) {
      if (field.signature === undefined) continue;
      const place = `${field.number} ${placeOf(field.signature)}`;
      if (seen.has(place)) continue;
      seen.add(place);
      if (seen.size > MOST_SIGNATURES) throw new PdfSyntaxError('too many signatures');
      checked.push({ field, ...(await checkSignature(file, field, field.signature, basis)) });
    }
  }
  return checked;
}

/** Where a signature stands in the file: the same one in a later revision is at the same place. */
function placeOf(signature: PdfDictionary): string {
  const contents = signature.get('Contents');
  return isString(contents) ? `${contents.start}` : 'none';
}

/**
 * Where the last thing ends that a signature or a revision accounts for. When a signature closes the newest revision,
 * that is the end of its range: a second end-of-file mark behind it may only point back, to hide what came after.
 */
function coveredEnd(file: PdfFile, checked: readonly CheckedField[]): number {
  const closing = checked.filter(({ finding }) => finding.revision === file.views.length);
  return Math.min(file.end, ...closing.flatMap(({ end }) => end ?? []));
}

/** Compares each revision after the first signed one with the one before it. */
async function findChanges(file: PdfFile, checked: readonly CheckedField[]): Promise<RevisionChange[]> {
  const signedRevisions = checked.flatMap(({ finding }) => finding.revision ?? []);
  if (signedRevisions.length === 0) return [];
  const changes: RevisionChange[] = [];
  for (let revision = Math.min(...signedRevisions) + 1; revision <= file.views.length; revision++) {
    const [older, newer] = file.views.slice(revision - 2, revision);
    if (older === undefined || newer === undefined) continue;
    const closing = checked.filter(({ finding }) => finding.revision === revision).map(({ field }) => field.number);
    changes.push(
      ...(await compareRevisions(file.reader, older, newer, {
        revision,
        permission: strictest(checked, revision),
        closingFields: new Set(closing),
      })),
    );
  }
  return changes;
}

/** A signature that does not certify allows what DocMDP P=2 allows here: further signatures in fields kept for them. */
function strictest(checked: readonly CheckedField[], revision: number): 1 | 2 {
  const earlier = checked.filter(({ finding }) => finding.revision !== null && finding.revision < revision);
  return earlier.some(({ finding }) => finding.certification === 1) ? 1 : 2;
}

function conclude(parts: Omit<PdfVerification, 'verdict'>): PdfVerification {
  const reasons = [...new Set(parts.reasons)];
  return { verdict: verdictOf(reasons), ...parts, reasons };
}

/** The mark at the start, or at least the one at the end: a damaged PDF is a damaged PDF, not another kind of file. */
async function looksLikePdf(source: PdfSource): Promise<boolean> {
  const start = Buffer.from(await source.read(0, 1024)).toString('latin1');
  const tailStart = Math.max(0, source.size - 1024);
  const tail = Buffer.from(await source.read(tailStart, 1024)).toString('latin1');
  return start.includes('%PDF-') || (tail.includes('startxref') && tail.includes('%%EOF'));
}
