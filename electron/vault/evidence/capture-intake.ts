/**
 * Takes in one capture: artefacts come in chunks from the capture window's process, are encrypted while they are hashed,
 * and are committed together with their record, their filing and their custody entry, or not at all.
 */
import type {
  CaptureIntakeMeta,
  CaptureIntakeRecord,
  ExportedFile,
  IntakeKind,
  TilePlacement,
} from '#shared/contract/vault-protocol.ts';
import type { ArtefactKind } from '#shared/contract/evidence.ts';
import type { JoinedPicture } from '#shared/domain/capture/record.ts';
import { joinResultSchema } from '#shared/contract/image-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { StagedBlob, UseCaseContext } from '../kernel.ts';
import { finishItem } from '../capture-queue/finish-item.ts';
import { type ChunkQueue, createChunkQueue } from './chunk-queue.ts';
import { addFiling } from './filing.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { lookAtPicture, runImageJob } from './image-worker.ts';
import { statedAuthors } from './post-time.ts';
import { insertEvidence, type NewArtefact } from './insert-evidence.ts';
import { linkLook, lookable, prepareLook } from './public-look.ts';

interface OpenArtefact {
  readonly mime: string;
  readonly queue: ChunkQueue;
  readonly staging: Promise<StagedBlob>;
}
interface OpenIntake {
  readonly meta: CaptureIntakeMeta;
  readonly open: Map<string, OpenArtefact>;
  readonly tiles: Map<string, StagedBlob>;
  readonly finished: NewArtefact[];
}
type ArtefactAddress = { readonly intakeId: string; readonly kind: IntakeKind; readonly index: number };

export interface CaptureIntake {
  begin(meta: CaptureIntakeMeta): Promise<{ intakeId: string }>;
  append(chunk: ArtefactAddress & { readonly mime: string; readonly bytes: Uint8Array }): Promise<void>;
  finishArtefact(
    end: ArtefactAddress & { readonly name: string; readonly width: number | null; readonly height: number | null },
  ): Promise<ExportedFile>;
  join(input: {
    readonly intakeId: string;
    readonly kind: 'full-page-image' | 'reload-full-page-image';
    readonly tiles: readonly TilePlacement[];
  }): Promise<JoinedPicture>;
  commit(input: {
    readonly intakeId: string;
    readonly record: CaptureIntakeRecord;
  }): Promise<{ evidenceId: string; number: string }>;
  abort(intakeId: string): Promise<void>;
}

/** What stands for the item in lists and reports, best first. */
const MAIN_KINDS: readonly ArtefactKind[] = [
  'full-page-image',
  'viewport-image',
  'reload-full-page-image',
  'reload-viewport-image',
  'mhtml',
  'text',
  'record',
];

export function createCaptureIntake(context: UseCaseContext): CaptureIntake {
  const intakes = new Map<string, OpenIntake>();
  const intakeOf = (intakeId: string): OpenIntake => {
    const intake = intakes.get(intakeId);
    if (!intake) throw new AppError('NOT_FOUND', { id: intakeId });
    return intake;
  };
  const abort = async (intakeId: string): Promise<void> => {
    const intake = intakes.get(intakeId);
    intakes.delete(intakeId);
    if (intake) await discard(intake, context);
  };
  return {
    begin: async (meta) => {
      if (meta.lookOf) lookable(context, meta.lookOf);
      await context.ensureFreeSpace(meta.expectedBytes);
      const intakeId = context.newId();
      intakes.set(intakeId, { meta, open: new Map(), tiles: new Map(), finished: [] });
      return { intakeId };
    },
    append: ({ intakeId, kind, index, mime, bytes }) =>
      openArtefact(intakeOf(intakeId), keyOf(kind, index), mime, context).queue.push(bytes),
    finishArtefact: async ({ intakeId, kind, index, name, width, height }) => {
      const intake = intakeOf(intakeId);
      const artefact = openArtefact(intake, keyOf(kind, index), 'application/octet-stream', context);
      intake.open.delete(keyOf(kind, index));
      artefact.queue.end();
      const blob = await artefact.staging;
      if (kind === 'full-page-tile' || kind === 'reload-full-page-tile') intake.tiles.set(keyOf(kind, index), blob);
      else intake.finished.push({ kind, blob, mime: artefact.mime, name, width, height });
      return { bytes: blob.bytes, sha256: blob.sha256 };
    },
    join: ({ intakeId, kind, tiles }) => joinTiles(intakeOf(intakeId), kind, tiles, context),
    commit: async ({ intakeId, record }) => {
      const intake = intakeOf(intakeId);
      const answer = await commit(intake, record, context);
      intakes.delete(intakeId);
      for (const tile of intake.tiles.values()) await context.blobs.discard(tile);
      return answer;
    },
    abort,
  };
}

function keyOf(kind: IntakeKind, index: number): string {
  return `${kind}/${index}`;
}

function openArtefact(intake: OpenIntake, key: string, mime: string, context: UseCaseContext): OpenArtefact {
  const open = intake.open.get(key);
  if (open) return open;
  const queue = createChunkQueue();
  const staging = context.blobs.stage(queue);
  // A failed write makes the next push fail too; the rejection itself is looked at when the artefact is finished.
  staging.catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('staging failed')));
  // The type alone: parameters such as a charset would make one type look like several.
  const created = { mime: mime.split(';')[0]?.trim() ?? mime, queue, staging };
  intake.open.set(key, created);
  return created;
}

async function joinTiles(
  intake: OpenIntake,
  kind: 'full-page-image' | 'reload-full-page-image',
  placements: readonly TilePlacement[],
  context: UseCaseContext,
): Promise<JoinedPicture> {
  const tileKind = kind === 'full-page-image' ? 'full-page-tile' : 'reload-full-page-tile';
  const inputs: Record<string, { bytes: number; read(offset: number, length: number): Promise<Uint8Array> }> = {};
  const tiles = placements.map((placement) => {
    const blob = intake.tiles.get(keyOf(tileKind, placement.index));
    if (!blob) throw new AppError('NOT_FOUND', { id: `tile ${placement.index}` });
    const input = `tile-${placement.index}`;
    inputs[input] = context.blobs.openStaged(blob);
    return { input, ...placement };
  });
  const queue = createChunkQueue();
  const staging = context.blobs.stage(queue);
  staging.catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('staging failed')));
  try {
    const joined = joinResultSchema.parse(
      await runImageJob({ mode: 'join-tiles', tiles }, inputs, context, (bytes) => queue.push(bytes)),
    );
    queue.end();
    const blob = await staging;
    intake.finished.push({
      kind,
      blob,
      mime: 'image/png',
      name: `${kind}.png`,
      width: joined.width,
      height: joined.height,
    });
    return { sha256: blob.sha256, bytes: blob.bytes, width: joined.width, height: joined.height, joins: joined.joins };
  } catch (error) {
    queue.fail(error instanceof Error ? error : new Error('joining failed'));
    await staging.catch(() => undefined);
    throw error;
  }
}

async function commit(
  intake: OpenIntake,
  record: CaptureIntakeRecord,
  context: UseCaseContext,
): Promise<{ evidenceId: string; number: string }> {
  if (intake.open.size > 0) throw new Error('an artefact of the capture was not finished');
  const main = MAIN_KINDS.map((kind) => intake.finished.find((artefact) => artefact.kind === kind)).find(
    (artefact) => artefact !== undefined,
  );
  if (!main) throw new AppError('CAPTURE_NOTHING_LOADED', {});
  const picture = main.mime === 'image/png' ? await lookAtPicture(context.blobs.openStaged(main.blob), context) : null;
  const evidenceId = context.newId();
  const { summary } = record;
  const { lookOf } = intake.meta;
  const look = lookOf ? await prepareLook(lookOf, summary, intake.finished, context) : null;
  const sequence = context.write(['evidence', 'cases', 'queue'], (database) => {
    const value = insertEvidence(database, context, {
      id: evidenceId,
      origin: 'capture',
      secondHand: false,
      title: record.title,
      address: summary.shownUrl ?? summary.requestedUrl,
      capturedAt: summary.capturedAt,
      note: '',
      postedAtText: '',
      obtainedFrom: '',
      obtainedAtText: '',
      originalName: '',
      captureSummary: JSON.stringify(summary),
      postAuthor: statedAuthors(summary),
      artefacts: intake.finished,
      main,
      thumbnail: picture?.thumbnail ?? null,
    });
    const { caseId, queueItemId } = intake.meta;
    if (caseId !== null) addFiling(database, context, { evidenceId, caseId, where: '' });
    const ordered =
      queueItemId === undefined ? {} : finishItem({ itemId: queueItemId, evidenceId, summary }, database, context);
    if (look) linkLook(database, context, look, { evidenceId, lookedAt: summary.capturedAt });
    const facts = {
      ...ordered,
      ...(look && { lookOf: look.firstId, public: look.judgement.answer }),
      case: caseId,
      main: main.blob.sha256,
      artefacts: intake.finished.length,
      outcome: summary.outcome,
    };
    return { value, entry: { action: 'evidence.captured', subjectKind: 'evidence', subjectId: evidenceId, facts } };
  });
  return { evidenceId, number: evidenceNumber(sequence) };
}

async function discard(intake: OpenIntake, context: UseCaseContext): Promise<void> {
  for (const artefact of intake.open.values()) {
    artefact.queue.fail(new AppError('CANCELLED'));
    await artefact.staging.catch(() => undefined);
  }
  for (const blob of [...intake.tiles.values(), ...intake.finished.map((artefact) => artefact.blob)])
    await context.blobs.discard(blob);
}
