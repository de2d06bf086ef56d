/** Takes over a version that was signed with another program, if it goes on from a version of ours and changes nothing. */
import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { DocumentSignatures } from '#shared/contract/signatures.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource, JobProgress, UseCaseContext } from '../kernel.ts';
import { issuedReportById } from '../reports/issued-reports.ts';
import { verifyPdf } from '../reports/verify-report.ts';
import { type DocumentBytes, openDocument, versionByHash, versionsOf } from './document-versions.ts';
import { trustAnchors } from './services.ts';
import { keepVersion, lookAtDocument } from './update-document.ts';

/** Signatures and their data; more than this behind a document is another document (bytes). */
const LARGEST_TAIL = 64 * 1024 * 1024;

/** REPORT_UNKNOWN at once; by the job OUTSIDE_FILE_UNCHANGED, OUTSIDE_FILE_REWRITTEN, OUTSIDE_FILE_NOT_ALLOWED, PDF_UNREADABLE. */
export async function acceptOutside(
  input: InputOf<'signatures.acceptOutside'>,
  context: UseCaseContext,
): Promise<OutputOf<'signatures.acceptOutside'>> {
  issuedReportById(context.database, input.reportId);
  const file = await context.file(input.file);
  return {
    jobId: context.startJob('report-accept', file.name, (progress) => accept(input.reportId, file, progress, context)),
  };
}

async function accept(
  reportId: string,
  file: FileSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<DocumentSignatures> {
  try {
    const { base, sha256 } = await whatItGoesOnFrom(reportId, file, progress, context);
    const verdict = await verifyPdf(file, trustAnchors(context), (job) => context.runWorker(job), progress);
    const broken = verdict.signatures.some(({ integrity }) => integrity === 'broken');
    if (broken || verdict.reasons.includes('CHANGED_AFTER_SIGNING')) throw new AppError('OUTSIDE_FILE_NOT_ALLOWED');
    const before = await lookAtDocument(base, progress, context);
    const after = await lookAtDocument(file, progress, context);
    const signed = signaturesIn(after) - signaturesIn(before);
    if (signed < 1) throw new AppError('OUTSIDE_FILE_NOT_ALLOWED');
    const tail = await file.read(base.bytes, file.bytes - base.bytes);
    const stamped = after.fields.every(({ state, stamped: own }) => state !== 'signature' || own);
    const signer = verdict.signatures.at(-1);
    const cause = {
      cause: 'outside',
      action: 'report.outside-accepted',
      signer:
        signer === undefined || signer.signer === null || signer.fingerprint === null
          ? null
          : { name: signer.signer, fingerprint: signer.fingerprint },
      level: stamped ? 'B-T' : 'B-B',
    } as const;
    return await keepVersion(reportId, base, { tail, sha256 }, cause, progress, context);
  } finally {
    await file.close();
  }
}

function signaturesIn({ fields }: { readonly fields: readonly { readonly state: string }[] }): number {
  return fields.filter(({ state }) => state === 'signature').length;
}

/** The newest version whose bytes the file begins with, and the SHA-256 of the whole file. */
async function whatItGoesOnFrom(
  reportId: string,
  file: FileSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<{ readonly base: DocumentBytes; readonly sha256: string }> {
  const versions = versionsOf(context.database, reportId);
  const wanted = new Set(versions.map(({ bytes }) => bytes));
  const hash = createHash('sha256');
  const prefixes = new Map<number, string>();
  let read = 0;
  for await (const chunk of file.chunks(progress.signal)) {
    const ends = [...wanted].filter((end) => end > read && end <= read + chunk.length).sort((one, two) => one - two);
    let from = 0;
    for (const end of ends) {
      hash.update(chunk.subarray(from, end - read));
      from = end - read;
      prefixes.set(end, hash.copy().digest('hex'));
    }
    hash.update(chunk.subarray(from));
    read += chunk.length;
    progress.report('reading', read, file.bytes);
  }
  const whole = hash.digest('hex');
  if (versionByHash(context.database, whole) !== undefined) throw new AppError('OUTSIDE_FILE_UNCHANGED');
  const found = versions.find(({ bytes, sha256 }) => prefixes.get(bytes) === sha256 && bytes < file.bytes);
  if (found === undefined || file.bytes - found.bytes > LARGEST_TAIL) throw new AppError('OUTSIDE_FILE_REWRITTEN');
  return { base: openDocument(context, reportId, found.version), sha256: whole };
}
