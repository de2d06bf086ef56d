/** Verifies any PDF in a worker, then says what the vault knows of it. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { pdfDigestsQuestion } from '#shared/contract/pdf-digests.ts';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import type { FileSource, JobProgress, UseCaseContext, WorkerJob } from '../kernel.ts';
import { trustAnchors } from '../signatures/services.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import { digestParts } from './verification/file-digests.ts';
import { withVaultKnowledge } from './verification/vault-knowledge.ts';

/** 500 MB in seconds; more memory than this means a hostile file (bytes). */
export const PDF_READER_LIMITS = { milliseconds: 5 * 60_000, rssBytes: 400 * 1024 * 1024 } as const;

/** `alsoTrusted`: further certificates, DER, that are trusted for this one file; the log names them. */
export async function verifyReport(
  input: InputOf<'reports.verify'>,
  context: UseCaseContext,
  alsoTrusted: readonly Uint8Array[] = [],
): Promise<OutputOf<'reports.verify'>> {
  const file = await context.file(input.file);
  const work = (progress: JobProgress): Promise<ReportVerdict> => verifyInVault(file, alsoTrusted, progress, context);
  return { jobId: context.startJob('report-verify', file.name, work) };
}

async function verifyInVault(
  file: FileSource,
  alsoTrusted: readonly Uint8Array[],
  progress: JobProgress,
  context: UseCaseContext,
): Promise<ReportVerdict> {
  try {
    const anchors = [...trustAnchors(context), ...alsoTrusted];
    const verdict = await verifyPdf(file, anchors, (job) => context.runWorker(job), progress);
    const value = await withVaultKnowledge(verdict, file, progress, context);
    context.write(['custody'], () => ({
      value: null,
      entry: {
        action: 'report.verified',
        subjectKind: 'report',
        subjectId: null,
        facts: {
          sha256: value.sha256,
          verdict: value.verdict,
          ...(alsoTrusted.length > 0 ? { trusted: alsoTrusted.map(certificateFingerprint).join(',') } : {}),
        },
      },
    }));
    return value;
  } finally {
    await file.close();
  }
}

/**
 * Runs the reader over the file; needs no vault. Trust anchors are certificates, DER or PEM. The worker gets the bytes of
 * the structure, the digests of all else: they are made here, where the file is.
 */
export async function verifyPdf(
  file: Pick<FileSource, 'bytes' | 'read' | 'readInto'>,
  trustAnchors: readonly (Uint8Array | string)[],
  runWorker: (job: WorkerJob) => Promise<unknown>,
  progress?: JobProgress,
): Promise<ReportVerdict> {
  const stop = new AbortController();
  const signal = progress === undefined ? stop.signal : AbortSignal.any([progress.signal, stop.signal]);
  const onBytes = (done: number, total: number): void => progress?.report('verify', done, total);
  try {
    const value = await runWorker({
      kind: 'pdf-reader',
      job: { mode: 'verify', trustAnchors: [...trustAnchors] },
      inputs: { pdf: { bytes: file.bytes, read: (offset, length) => file.read(offset, length) } },
      answers: {
        digests: (question) => digestParts(file, pdfDigestsQuestion.parse(question), { signal, onBytes }),
      },
      limits: PDF_READER_LIMITS,
      ...(progress && { signal: progress.signal }),
    });
    return reportVerdict.parse(value);
  } finally {
    // A worker that ended before its answer leaves nobody to hash for.
    stop.abort();
  }
}
