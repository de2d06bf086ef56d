/** Takes in files as they are: type by content, encrypted while hashed, second-hand, never stored twice. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { FileSource, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { addFiling, filedEntry } from './filing.ts';
import { keepFile } from './keep-file.ts';

type Input = InputOf<'evidence.addFiles'>;
interface Collected {
  readonly added: IntakeResult['added'];
  readonly duplicates: IntakeResult['duplicates'];
  readonly refused: IntakeResult['refused'];
}

export async function addFiles(input: Input, context: UseCaseContext): Promise<OutputOf<'evidence.addFiles'>> {
  if (input.caseId !== null) caseById(context.database, input.caseId);
  const files = await Promise.all(input.files.map((token) => context.file(token)));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  try {
    await context.ensureFreeSpace(bytes);
  } catch (error) {
    for (const file of files) await file.close();
    throw error;
  }
  const label = files.length === 1 ? (files[0]?.name ?? '') : `${files.length}`;
  return {
    jobId: context.startJob('evidence-intake', label, (progress) => takeAll(input, files, bytes, progress, context)),
  };
}

async function takeAll(
  input: Input,
  files: readonly FileSource[],
  total: number,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IntakeResult> {
  const result: Collected = { added: [], duplicates: [], refused: [] };
  let done = 0;
  try {
    for (const file of files) {
      if (progress.signal.aborted) throw new AppError('CANCELLED');
      progress.report('intake', done, total);
      await takeOne(input, file, result, progress, context);
      done += file.bytes;
    }
    progress.report('intake', total, total);
    return result;
  } finally {
    for (const file of files) await file.close();
  }
}

/** A file that cannot be read is told by name and does not stop the others; a full disk or a cancel stops all. */
async function takeOne(
  input: Input,
  file: FileSource,
  result: Collected,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<void> {
  if (file.bytes === 0) {
    result.refused.push({ name: file.name, code: 'FILE_EMPTY' });
    return;
  }
  let blob: StagedBlob;
  try {
    blob = await context.blobs.stage(file.chunks(progress.signal), progress.signal);
  } catch (error) {
    if (!(error instanceof AppError) || !['FILE_NOT_FOUND', 'FILE_UNREADABLE'].includes(error.code)) throw error;
    result.refused.push({ name: file.name, code: error.code });
    return;
  }
  const duplicate = blob.known ? evidenceWithFile(context, blob.sha256) : null;
  if (duplicate !== null) {
    await context.blobs.discard(blob);
    result.duplicates.push({
      id: duplicate,
      sha256: blob.sha256,
      name: file.name,
      linked: linkDuplicate(input, duplicate, context),
    });
    return;
  }
  result.added.push(await keepFile(input, file, blob, context, progress.signal));
}

function evidenceWithFile(context: UseCaseContext, sha256: string): string | null {
  const row = context.database.get(
    "SELECT evidence_id FROM artefacts WHERE sha256 = ? AND kind = 'file' ORDER BY rowid LIMIT 1",
    [sha256],
  );
  return row ? textOf(row, 'evidence_id') : null;
}

function linkDuplicate(input: Input, evidenceId: string, context: UseCaseContext): boolean {
  const { caseId } = input;
  if (caseId === null) return false;
  return context.write(['evidence', 'cases'], (database) => {
    const added = addFiling(database, context, { evidenceId, caseId, where: '' });
    return { value: added, entry: added ? filedEntry(evidenceId, caseId) : null };
  });
}
