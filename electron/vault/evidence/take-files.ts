/** A job that takes in chosen files one after the other: each is encrypted while it is hashed, then kept as the caller says. */
import type { JobState } from '#shared/contract/app.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';

/** The value of such a job: at least what was not taken, and why. */
export interface Refusals {
  readonly refused: { readonly name: string; readonly code: string }[];
}

export interface Taking<Result extends Refusals> {
  readonly kind: JobState['kind'];
  /** What the job is called; without it the file's name, or how many there are. */
  readonly label?: string;
  /** The job's value before the first file. */
  readonly result: Result;
  /** Adopts or discards the staged bytes, and notes in the result what became of the file. */
  readonly keep: (file: FileSource, blob: StagedBlob, result: Result, signal: AbortSignal) => Promise<void>;
}

/** What became of files that are evidence now. */
export function nothingTaken(): IntakeResult {
  return { added: [], duplicates: [], refused: [] };
}

/** Starts it; DISK_NEARLY_FULL before anything is read. Every file is closed in the end. */
export async function takeFiles<Result extends Refusals>(
  tokens: readonly string[],
  taking: Taking<Result>,
  context: UseCaseContext,
): Promise<{ jobId: string }> {
  const files = await Promise.all(tokens.map((token) => context.file(token)));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  try {
    await context.ensureFreeSpace(bytes);
  } catch (error) {
    for (const file of files) await file.close();
    throw error;
  }
  const name = taking.label ?? (files.length === 1 ? (files[0]?.name ?? '') : `${files.length}`);
  return {
    jobId: context.startJob(taking.kind, name, (progress) => takeAll(files, bytes, taking, progress, context)),
  };
}

async function takeAll<Result extends Refusals>(
  files: readonly FileSource[],
  total: number,
  { result, keep }: Taking<Result>,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<Result> {
  let done = 0;
  try {
    for (const file of files) {
      if (progress.signal.aborted) throw new AppError('CANCELLED');
      progress.report('intake', done, total);
      const blob = await stage(file, result, progress.signal, context);
      if (blob !== null) await keep(file, blob, result, progress.signal);
      done += file.bytes;
    }
    progress.report('intake', total, total);
    return result;
  } finally {
    for (const file of files) await file.close();
  }
}

/** A file that cannot be read is told by name and does not stop the others; a full disk or a cancel stops all. */
async function stage(
  file: FileSource,
  result: Refusals,
  signal: AbortSignal,
  context: UseCaseContext,
): Promise<StagedBlob | null> {
  if (file.bytes === 0) {
    result.refused.push({ name: file.name, code: 'FILE_EMPTY' });
    return null;
  }
  try {
    return await context.blobs.stage(file.chunks(signal), signal);
  } catch (error) {
    if (!(error instanceof AppError) || !['FILE_NOT_FOUND', 'FILE_UNREADABLE'].includes(error.code)) throw error;
    result.refused.push({ name: file.name, code: error.code });
    return null;
  }
}
