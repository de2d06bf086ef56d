/** Verifies any PDF in a worker, then says what the vault knows of it. */
import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type ReportVerdict, reportVerdict } from '#shared/contract/reports.ts';
import type { FileSource, JobProgress, ReadableDatabase, UseCaseContext, WorkerJob } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { workerInput } from '../roster/roster-worker.ts';
import { versionByHash } from '../signatures/document-versions.ts';
import { trustAnchors } from '../signatures/services.ts';

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
    const sha256 = await hashOf(file, progress.signal);
    const value = {
      ...verdict,
      attachments: verdict.attachments.map((one) => ({ ...one, inVault: isArtefact(context.database, one.sha256) })),
      ...whatTheVaultKnows(context.database, sha256),
    };
    context.write(['custody'], () => ({
      value: null,
      entry: {
        action: 'report.verified',
        subjectKind: 'report',
        subjectId: null,
        facts: { sha256, verdict: verdict.verdict },
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

async function hashOf(file: FileSource, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of file.chunks(signal)) hash.update(chunk);
  return hash.digest('hex');
}

function isArtefact(database: ReadableDatabase, sha256: string): boolean {
  return database.get('SELECT 1 FROM artefacts WHERE sha256 = ?', [sha256]) !== undefined;
}

/** Whether it is one of the documents issued here, and whether the head printed on it is an ancestor of this log. */
function whatTheVaultKnows(
  database: ReadableDatabase,
  sha256: string,
): Pick<ReportVerdict, 'issuedHere' | 'custodyHead'> {
  const known = versionByHash(database, sha256);
  const issued =
    known && database.get('SELECT head_sequence, head_hash FROM issued_reports WHERE id = ?', [known.reportId]);
  if (!issued) return { issuedHere: false, custodyHead: null };
  const sequence = numberOf(issued, 'head_sequence');
  const hash = textOf(issued, 'head_hash');
  return {
    issuedHere: true,
    custodyHead: {
      sequence,
      hash,
      ancestor: database.get('SELECT 1 FROM custody WHERE sequence = ? AND hash = ?', [sequence, hash]) !== undefined,
    },
  };
}
