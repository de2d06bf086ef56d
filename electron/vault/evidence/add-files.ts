/** Takes in files as they are: type by content, encrypted while hashed, second-hand, never stored twice. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { FileSource, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { addFiling, filedEntry } from './filing.ts';
import { lookAtPicture } from './image-worker.ts';
import { insertEvidence } from './insert-evidence.ts';

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
  result.added.push(await keep(input, file, blob, progress, context));
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

async function keep(
  input: Input,
  file: FileSource,
  blob: StagedBlob,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<IntakeResult['added'][number]> {
  const type = sniffMediaType(blob.head);
  const mime = type?.mime ?? 'application/octet-stream';
  const picture =
    type?.kind === 'image' ? await lookAtPicture(context.blobs.openStaged(blob), context, progress.signal) : null;
  const id = context.newId();
  const artefact = {
    kind: 'file',
    blob,
    mime,
    name: file.name,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
  } as const;
  context.write(['evidence', 'cases'], (database) => {
    insertEvidence(database, context, {
      id,
      origin: file.pasted ? 'paste' : 'file',
      secondHand: true,
      title: file.name,
      address: input.address,
      capturedAt: context.now().toISOString(),
      note: input.note,
      postedAtText: input.postedAtText,
      obtainedFrom: input.obtainedFrom,
      obtainedAtText: input.obtainedAtText,
      originalName: file.name,
      captureSummary: null,
      artefacts: [artefact],
      main: artefact,
      thumbnail: picture?.thumbnail ?? null,
    });
    if (input.caseId !== null) addFiling(database, context, { evidenceId: id, caseId: input.caseId, where: '' });
    const facts = {
      case: input.caseId,
      sha256: blob.sha256,
      bytes: blob.bytes,
      origin: file.pasted ? 'paste' : 'file',
    };
    return { value: null, entry: { action: 'evidence.added', subjectKind: 'evidence', subjectId: id, facts } };
  });
  return { id, sha256: blob.sha256, bytes: blob.bytes, mime, name: file.name };
}
