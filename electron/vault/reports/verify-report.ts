/** Verifies any PDF in a worker, then says what the vault knows of it. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import type { FileSource, JobProgress, UseCaseContext, WorkerJob } from '../kernel.ts';
import { workerInput } from '../roster/roster-worker.ts';
import { trustAnchors } from '../signatures/services.ts';
import { withVaultKnowledge } from './verification/vault-knowledge.ts';

/** 500 MB in seconds; more memory than this means a hostile file (bytes). */
export const PDF_READER_LIMITS = { milliseconds: 5 * 60_000, rssBytes: 400 * 1024 * 1024 } as const;

export async function verifyReport(
  input: InputOf<'reports.verify'>,
  context: UseCaseContext,
): Promise<OutputOf<'reports.verify'>> {
  const file = await context.file(input.file);
  return { jobId: context.startJob('report-verify', file.name, (progress) => verifyInVault(file, progress, context)) };
}

async function verifyInVault(file: FileSource, progress: JobProgress, context: UseCaseContext): Promise<ReportVerdict> {
  try {
    const verdict = await verifyPdf(file, trustAnchors(context), (job) => context.runWorker(job), progress);
    const value = await withVaultKnowledge(verdict, file, progress, context);
    context.write(['custody'], () => ({
      value: null,
      entry: {
        action: 'report.verified',
        subjectKind: 'report',
        subjectId: null,
        facts: { sha256: value.sha256, verdict: value.verdict },
      },
    }));
    return value;
  } finally {
    await file.close();
  }
}

/** Runs the reader over the file; needs no vault. Trust anchors are certificates, DER or PEM. */
export async function verifyPdf(
  file: FileSource,
  trustAnchors: readonly (Uint8Array | string)[],
  runWorker: (job: WorkerJob) => Promise<unknown>,
  progress?: JobProgress,
): Promise<ReportVerdict> {
  const value = await runWorker({
    kind: 'pdf-reader',
    job: { mode: 'verify', trustAnchors: [...trustAnchors] },
    inputs: { pdf: workerInput(file) },
    limits: PDF_READER_LIMITS,
    ...(progress
      ? {
          signal: progress.signal,
          onProgress: (phase: string, done: number, total: number | null) => progress.report(phase, done, total),
        }
      : {}),
  });
  return reportVerdict.parse(value);
}
