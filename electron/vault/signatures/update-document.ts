/** Carries out an update of a document in the worker and keeps its tail as the next version: all of it, or nothing. */
import { type PdfUpdateJob, type PdfUpdateResult, pdfUpdateResult } from '#shared/contract/pdf-update.ts';
import type { DocumentSignatures, SignatureLevel } from '#shared/contract/signatures.ts';
import type { HashName } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  BlobReader,
  CustodyDraft,
  JobProgress,
  SealedReader,
  StagedBlob,
  UseCaseContext,
  WorkerJob,
  WritableDatabase,
} from '../kernel.ts';
import { reportResources } from '../reports/report-resources.ts';
import { answerUpdate } from '../signing/answer-update.ts';
import { answersOver, digestDocument, type DocumentDigests } from '../signing/document-digests.ts';
import type { Signer } from '../signing/signer.ts';
import { type DocumentBytes, openDocument, statusOf } from './document-versions.ts';
import { keepDigests, keptDigests } from './hashed-documents.ts';
import { outsideParts } from './services.ts';

/** Time for the largest documents; memory whatever their size (bytes). */
const LIMITS = { milliseconds: 10 * 60_000, rssBytes: 300 * 1024 * 1024 } as const;

/** How a new version came to be. */
export interface VersionCause {
  readonly cause: 'signed' | 'raised' | 'outside';
  readonly signer: { readonly name: string; readonly fingerprint: string } | null;
  readonly action: 'report.signed' | 'report.level-raised' | 'report.outside-accepted';
}

export interface UpdateRequest {
  readonly reportId: string;
  readonly steps: PdfUpdateJob['steps'];
  readonly signer: Signer | null;
  /** The level that the document has afterwards. */
  level(before: SignatureLevel, stamped: boolean): SignatureLevel;
  readonly cause: VersionCause;
}

/** What the worker appended. */
export interface Appended {
  readonly result: PdfUpdateResult;
  readonly tail: Uint8Array;
  /** Of the whole, hashed here: the worker's word is not taken for it. */
  readonly sha256: string;
  readonly stamped: boolean;
  /** Why a signature has no time stamp although there is a service. */
  readonly stampProblem: AppError | null;
}

/** Errors: those of the steps by their own names, CANCELLED, and whatever a worker may end with. */
export async function updateDocument(
  request: UpdateRequest,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<{ readonly status: DocumentSignatures; readonly stampProblem: AppError | null }> {
  const base = openDocument(context, request.reportId);
  const appended = await runUpdate(base, request.steps, request.signer, progress, context);
  const level = request.level(base.level, appended.stamped);
  const status = await keepVersion(request.reportId, base, appended, { ...request.cause, level }, progress, context);
  return { status, stampProblem: appended.stampProblem };
}

/** Runs the worker while the document is hashed; keeps nothing but the digests. EVIDENCE_DAMAGED when it is not what it was. */
export async function runUpdate(
  base: SealedReader & { readonly sha256: string },
  steps: PdfUpdateJob['steps'],
  signer: Signer | null,
  { signal, report }: JobProgress,
  context: UseCaseContext,
): Promise<Appended> {
  const { ask, timestampAddress, roots } = outsideParts(context);
  const answering = answerUpdate({ signer, ask, timestampAddress, roots, now: context.now });
  const tail: Uint8Array[] = [];
  const stop = new AbortController();
  const reading = { signal: AbortSignal.any([signal, stop.signal]), report };
  const digests = hashDocument(base, hashesOf(steps), reading, context);
  let unhashed: unknown = null;
  digests.catch((error: unknown) => (unhashed = error));
  try {
    const result = await inWorker(base, steps, { signal, report }, context, {
      outputs: { tail: (bytes) => void tail.push(bytes) },
      answers: answersOver(answering.answers, digests),
    });
    const whole = (await digests).after(tail);
    keepDigests(context.blobs, whole);
    const stamp = { stamped: answering.stamped(), stampProblem: answering.stampProblem() };
    return { result, tail: Buffer.concat(tail), sha256: hexOf(whole), ...stamp };
  } catch (error) {
    if (unhashed instanceof Error) throw unhashed;
    // The worker only knows that it was refused; why, is known here.
    const refusal = answering.refusal();
    if (!signal.aborted && refusal !== null) throw refusal;
    throw error;
  } finally {
    stop.abort();
  }
}

/** What is in a document's signature fields; nothing is appended. PDF_UNREADABLE. */
export async function lookAtDocument(
  base: BlobReader,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<PdfUpdateResult> {
  return await inWorker(base, [], progress, context, {});
}

async function inWorker(
  base: BlobReader,
  steps: PdfUpdateJob['steps'],
  { signal, report }: JobProgress,
  context: UseCaseContext,
  ends: Pick<WorkerJob, 'outputs' | 'answers'>,
): Promise<PdfUpdateResult> {
  const value = await context.runWorker({
    kind: 'report',
    job: { mode: 'update', steps },
    inputs: { ...(await reportResources(context)), pdf: base },
    ...ends,
    limits: LIMITS,
    signal,
    onProgress: report,
  });
  return pdfUpdateResult.parse(value);
}

/** Read once as long as the vault is open: a version that was made here was hashed while it was made. */
async function hashDocument(
  base: SealedReader & { readonly sha256: string },
  hashes: readonly HashName[],
  { signal, report }: JobProgress,
  { blobs }: UseCaseContext,
): Promise<DocumentDigests> {
  const known = keptDigests(blobs, base.sha256, hashes);
  if (known !== undefined) return known;
  const onBytes = (done: number, total: number): void => report('reading', done, total);
  const digests = await digestDocument((states) => base.hashInto(states, { signal, onBytes }), hashes);
  if (hexOf(digests) !== base.sha256) throw new AppError('EVIDENCE_DAMAGED', { sha256: base.sha256 });
  return digests;
}

function hexOf(digests: DocumentDigests): string {
  return Buffer.from(digests.with('sha256', [])).toString('hex');
}

function hashesOf(steps: PdfUpdateJob['steps']): HashName[] {
  return steps.flatMap((step) => (step.kind === 'sign' ? [step.signature.hash] : []));
}

/** Writes the tail as the next version, in one transaction with its custody entry. */
export async function keepVersion(
  reportId: string,
  base: DocumentBytes,
  { tail, sha256 }: Pick<Appended, 'tail' | 'sha256'>,
  version: VersionCause & { readonly level: SignatureLevel },
  progress: JobProgress,
  context: UseCaseContext,
): Promise<DocumentSignatures> {
  const blob = await context.blobs.stage([tail], progress.signal);
  try {
    return context.write(['reports'], (database) => {
      const number = insertVersion(database, { reportId, base, sha256, blob, version, context });
      const facts = { version: number, sha256, level: version.level, signer: version.signer?.fingerprint ?? null };
      const entry: CustodyDraft = { action: version.action, subjectKind: 'report', subjectId: reportId, facts };
      return { value: statusOf(database, reportId), entry };
    });
  } catch (error) {
    await context.blobs.discard(blob);
    throw error;
  }
}

interface NewVersion {
  readonly reportId: string;
  readonly base: DocumentBytes;
  readonly sha256: string;
  readonly blob: StagedBlob;
  readonly version: VersionCause & { readonly level: SignatureLevel };
  readonly context: UseCaseContext;
}

function insertVersion(database: WritableDatabase, parts: NewVersion): number {
  const { reportId, base, sha256, blob, version, context } = parts;
  const newest = statusOf(database, reportId).versions.at(-1)?.version ?? 1;
  // Another job of this vault was faster: this one stands on what is not the newest any more.
  if (version.cause !== 'outside' && newest !== base.version) throw new AppError('JOBS_RUNNING');
  context.blobs.adopt(database, blob);
  database.run(
    `INSERT INTO report_versions (report_id, version, base_version, cause, made_at, made_by, sha256, bytes, tail_sha256, level, signer, signer_fingerprint)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      reportId,
      newest + 1,
      base.version,
      version.cause,
      context.now().toISOString(),
      context.actor.id,
      sha256,
      base.bytes + blob.bytes,
      blob.sha256,
      version.level,
      version.signer?.name ?? null,
      version.signer?.fingerprint ?? null,
    ],
  );
  return newest + 1;
}
