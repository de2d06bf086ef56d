/** One file as an item: type by content, size and thumbnail by a worker, one transaction. */
import type { InputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import type { FileSource, StagedBlob, UseCaseContext } from '../kernel.ts';
import { addFiling } from './filing.ts';
import { lookAtPicture } from './image-worker.ts';
import { insertEvidence } from './insert-evidence.ts';
import { insertOriginFacts, originOf } from './origin-facts.ts';

/** What the officer says of the file. */
type Said = InputOf<'evidence.addFiles'>;
type SaidOfOrigin = 'shownProgram' | 'shownSubject' | 'cameraPhoto';
export type FileFacts = Omit<Said, 'files' | SaidOfOrigin> & Partial<Pick<Said, SaidOfOrigin>>;

/** Writes a staged file as a new item with its custody entry; the caller has seen that its bytes are not known yet. */
export async function keepFile(
  input: FileFacts,
  file: Pick<FileSource, 'name' | 'pasted' | 'screen'>,
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<IntakeResult['added'][number]> {
  const type = sniffMediaType(blob.head);
  const mime = type?.mime ?? 'application/octet-stream';
  const picture = type?.kind === 'image' ? await lookAtPicture(context.blobs.openStaged(blob), context, signal) : null;
  const { shownProgram = '', shownSubject = '', cameraPhoto = false } = input;
  const region = file.screen;
  const camera = region === null ? (picture?.camera ?? null) : null;
  const origin = originOf(file, { isPicture: type?.kind === 'image', camera, saidToBePhoto: cameraPhoto });
  const shown = [shownProgram, shownSubject].filter((part) => part !== '').join(': ');
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
      origin,
      // The officer's own screen, seen by Netra; all else came from somebody.
      secondHand: region === null,
      title: region === null || shown === '' ? file.name : shown,
      address: input.address,
      capturedAt: region?.takenAt ?? context.now().toISOString(),
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
    insertOriginFacts(database, id, { region, shownProgram, shownSubject, camera });
    if (input.caseId !== null) addFiling(database, context, { evidenceId: id, caseId: input.caseId, where: '' });
    const facts = {
      case: input.caseId,
      sha256: blob.sha256,
      bytes: blob.bytes,
      origin,
      ...(region !== null && { screen: region.display.name, part: partOf(region.rectangle) }),
      ...(camera !== null && { camera }),
    };
    return { value: null, entry: { action: 'evidence.added', subjectKind: 'evidence', subjectId: id, facts } };
  });
  return { id, sha256: blob.sha256, bytes: blob.bytes, mime, name: file.name };
}

/** "x,y,width,height", as custody entries write rectangles. */
function partOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return [x, y, width, height].join(',');
}
