/** One file as an item: type by content, size and thumbnail by a worker, one transaction. */
import type { InputOf } from '#shared/contract/index.ts';
import type { IntakeResult } from '#shared/contract/evidence.ts';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import type { CustodyDraft, FileSource, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { addFiling } from './filing.ts';
import { lookAtPicture } from './image-worker.ts';
import { insertEvidence } from './insert-evidence.ts';
import { insertOriginFacts, originOf } from './origin-facts.ts';

/** What the officer says of the file. */
type Said = InputOf<'evidence.addFiles'>;
type SaidOfOrigin = 'shownProgram' | 'shownSubject' | 'cameraPhoto';
export type FileFacts = Omit<Said, 'files' | SaidOfOrigin> & Partial<Pick<Said, SaidOfOrigin>>;

/** A staged file with all that had to be waited for; what is left is one transaction. */
export interface ReadyFile {
  readonly said: FileFacts;
  readonly file: Pick<FileSource, 'name' | 'pasted' | 'screen'>;
  readonly blob: StagedBlob;
  readonly mime: string;
  /** Null for what is no picture. */
  readonly picture: Awaited<ReturnType<typeof lookAtPicture>> | null;
}

/** What the custody entry calls the way in: a part of the screen never was a file that somebody handed over. */
const WAYS_IN = {
  file: { action: 'evidence.added' },
  photo: { action: 'evidence.added' },
  paste: { action: 'evidence.pasted' },
  screen: { action: 'evidence.region-taken' },
} as const satisfies Record<ReturnType<typeof originOf>, Pick<CustodyDraft, 'action'>>;

/** Looks at a staged file; a picture by a worker. */
export async function readyFile(
  said: FileFacts,
  file: ReadyFile['file'],
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<ReadyFile> {
  const type = sniffMediaType(blob.head);
  const picture = type?.kind === 'image' ? await lookAtPicture(context.blobs.openStaged(blob), context, signal) : null;
  return { said, file, blob, mime: type?.mime ?? 'application/octet-stream', picture };
}

/** Writes a staged file as a new item with its custody entry; the caller has seen that its bytes are not known yet. */
export async function keepFile(
  said: FileFacts,
  file: ReadyFile['file'],
  blob: StagedBlob,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<IntakeResult['added'][number]> {
  const ready = await readyFile(said, file, blob, context, signal);
  return context.write(['evidence', 'cases'], (database) => insertFile(database, ready, context));
}

/** Inside a transaction: the new item, and the entry that tells of it. */
export function insertFile(
  database: WritableDatabase,
  { said, file, blob, mime, picture }: ReadyFile,
  context: UseCaseContext,
): { readonly value: IntakeResult['added'][number]; readonly entry: CustodyDraft } {
  const { shownProgram = '', shownSubject = '', cameraPhoto = false } = said;
  const region = file.screen;
  const camera = region === null ? (picture?.camera ?? null) : null;
  const cameraTime = region === null ? (picture?.takenAt ?? null) : null;
  const isPicture = sniffMediaType(blob.head)?.kind === 'image';
  const origin = originOf(file, { isPicture, camera, saidToBePhoto: cameraPhoto });
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
  insertEvidence(database, context, {
    id,
    origin,
    // The officer's own screen, seen by Netra; all else came from somebody.
    secondHand: region === null,
    title: region === null || shown === '' ? file.name : shown,
    address: said.address,
    capturedAt: region?.takenAt ?? context.now().toISOString(),
    note: said.note,
    postedAtText: said.postedAtText,
    obtainedFrom: said.obtainedFrom,
    obtainedAtText: said.obtainedAtText,
    originalName: file.name,
    captureSummary: null,
    artefacts: [artefact],
    main: artefact,
    thumbnail: picture?.thumbnail ?? null,
  });
  insertOriginFacts(database, id, { region, shownProgram, shownSubject, camera, cameraTime });
  if (said.caseId !== null) addFiling(database, context, { evidenceId: id, caseId: said.caseId, where: '' });
  const facts = {
    case: said.caseId,
    sha256: blob.sha256,
    bytes: blob.bytes,
    origin,
    ...(region !== null && { screen: region.display.name, part: partOf(region.rectangle) }),
    ...(camera !== null && { camera }),
    ...(cameraTime !== null && { cameraTime }),
  };
  return {
    value: { id, sha256: blob.sha256, bytes: blob.bytes, mime, name: file.name },
    entry: { ...WAYS_IN[origin], subjectKind: 'evidence', subjectId: id, facts },
  };
}

/** "x,y,width,height", as custody entries write rectangles. */
function partOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return [x, y, width, height].join(',');
}
