/** One file as an item: type by content, size and thumbnail by a worker, one transaction. */
import type { InputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import type { FileSource, StagedBlob, UseCaseContext } from '../kernel.ts';
import { addFiling } from './filing.ts';
import { lookAtPicture } from './image-worker.ts';
import { insertEvidence } from './insert-evidence.ts';

/** What the officer says of the file. */
export type FileFacts = Omit<InputOf<'evidence.addFiles'>, 'files'>;

/** Writes a staged file as a new item with its custody entry; the caller has seen that its bytes are not known yet. */
export async function keepFile(
  input: FileFacts,
  file: Pick<FileSource, 'name' | 'pasted'>,
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<IntakeResult['added'][number]> {
  const type = sniffMediaType(blob.head);
  const mime = type?.mime ?? 'application/octet-stream';
  const picture = type?.kind === 'image' ? await lookAtPicture(context.blobs.openStaged(blob), context, signal) : null;
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
