/**
 * Makes a working copy of a picture: new pixels drawn in the images worker, kept as an artefact of its own beside the
 * untouched original, with the mask list in custody (rectangles and reasons, no names).
 *
 * The copy of a tall picture has the words that it still shows beside it (copy-text.ts), where the capture kept the places
 * of the words; no other words go with any copy.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Artefact } from '#shared/contract/evidence.ts';
import { imageSizeSchema } from '#shared/contract/image-job.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { WorkingCopy } from '#shared/contract/working-copy.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { editsProblem, isUntouched, maskListText } from '#shared/domain/evidence/working-copy.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CustodyDraft, JobProgress, StagedBlob, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { keepCopyText, stageCopyText } from './copy-text.ts';
import { copyById } from './copy-rows.ts';
import { artefactById, evidenceById } from './evidence-rows.ts';
import { type PictureSource, stageImageJob } from './image-worker.ts';

type Input = InputOf<'evidence.makeCopy'>;

/** Fonts for texts on the picture, by the worker's names for its inputs. */
const FONTS = {
  font: 'report/fonts/LiberationSans-Regular.ttf',
  'font-fallback': 'report/fonts/DejaVuSans.ttf',
} as const;

/**
 * EVIDENCE_UNKNOWN, IMAGE_UNREADABLE for what is no picture of a known size, INVALID_INPUT for a copy of a copy,
 * COPY_UNCHANGED, COPY_EDIT_OUTSIDE.
 */
export function makeCopy(input: Input, context: UseCaseContext): OutputOf<'evidence.makeCopy'> {
  const sequence = numberOf(evidenceById(context.database, input.id), 'sequence');
  const original = artefactById(context.database, input.id, input.artefactId);
  const { width, height } = original;
  if (original.kind === 'working-copy') throw new AppError('INVALID_INPUT', { field: 'artefactId' });
  if (width === null || height === null) throw new AppError('IMAGE_UNREADABLE', { reason: 'size not known' });
  if (isUntouched(input.edits)) throw new AppError('COPY_UNCHANGED');
  const wrong = editsProblem(input.edits, { width, height });
  if (wrong)
    throw new AppError('COPY_EDIT_OUTSIDE', { part: wrong.part, place: wrong.index + 1, problem: wrong.problem });
  return {
    jobId: context.startJob('working-copy', evidenceNumber(sequence), (progress) =>
      drawAndKeep(input, original, progress, context),
    ),
  };
}

async function drawAndKeep(
  input: Input,
  original: Artefact,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<WorkingCopy> {
  await context.ensureFreeSpace(original.bytes);
  progress.report('drawing', 0, null);
  const inputs: Record<string, PictureSource> = { image: context.blobs.open(original.sha256) };
  if (input.edits.marks.some((mark) => mark.kind === 'text')) Object.assign(inputs, await fonts(context));
  const job = { mode: 'working-copy', edits: input.edits };
  const { blob, value } = await stageImageJob(job, inputs, context, progress.signal);
  const size = imageSizeSchema.parse(value);
  const text = await stageCopyText(input, original, context);
  return context.write(['evidence'], (database) => keep(input, original, { blob, text, ...size }, database, context));
}

interface Drawn {
  readonly blob: StagedBlob;
  /** The words it still shows, or null. */
  readonly text: StagedBlob | null;
  readonly width: number;
  readonly height: number;
}

/** Inside the transaction: the blob, its artefact, its row, the choice and the custody entry together. */
function keep(
  input: Input,
  original: Artefact,
  drawn: Drawn,
  database: WritableDatabase,
  context: UseCaseContext,
): { value: WorkingCopy; entry: CustodyDraft } {
  const copyId = context.newId();
  const next = (sql: string): number => numberOf(database.get(sql, [input.id]) ?? { next: 1 }, 'next');
  const version = next('SELECT coalesce(max(version), 0) + 1 AS next FROM working_copies WHERE evidence_id = ?');
  const position = next('SELECT coalesce(max(position), 0) + 1 AS next FROM artefacts WHERE evidence_id = ?');
  context.blobs.adopt(database, drawn.blob);
  database.run(
    `INSERT INTO artefacts (id, evidence_id, position, kind, sha256, bytes, mime, name, width, height)
     VALUES (?, ?, ?, 'working-copy', ?, ?, 'image/png', ?, ?, ?)`,
    [
      copyId,
      input.id,
      position,
      drawn.blob.sha256,
      drawn.blob.bytes,
      `salinan-kerja-${version}.png`,
      drawn.width,
      drawn.height,
    ],
  );
  const textId = drawn.text && keepCopyText(database, context, { evidenceId: input.id, version, position }, drawn.text);
  if (input.useInMasked) leaveOthersUnused(database, input.id);
  database.run(
    `INSERT INTO working_copies (artefact_id, evidence_id, derived_from, version, edits, note, made_at, made_by, used_in_masked, text_artefact_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      copyId,
      input.id,
      original.id,
      version,
      JSON.stringify(input.edits),
      input.note,
      context.now().toISOString(),
      context.actor.id,
      input.useInMasked ? 1 : 0,
      textId,
    ],
  );
  const { crop, masks, marks } = input.edits;
  const facts = {
    copy: copyId,
    version,
    sha256: drawn.blob.sha256,
    artefact: original.id,
    original: original.sha256,
    crop: crop === null ? null : [crop.x, crop.y, crop.width, crop.height].join(','),
    masks: maskListText(masks),
    marks: marks.length,
    used: input.useInMasked,
    ...(drawn.text && { text: drawn.text.sha256 }),
  };
  return {
    value: copyById(database, input.id, copyId),
    entry: { action: 'evidence.copy-made', subjectKind: 'evidence', subjectId: input.id, facts },
  };
}

/** Inside a transaction: no copy of the item is shown by masked reports. */
export function leaveOthersUnused(database: WritableDatabase, evidenceId: string): void {
  database.run('UPDATE working_copies SET used_in_masked = 0 WHERE evidence_id = ?', [evidenceId]);
}

async function fonts(context: UseCaseContext): Promise<Record<string, PictureSource>> {
  const inputs: Record<string, PictureSource> = {};
  for (const [input, file] of Object.entries(FONTS)) {
    const bytes = await readFile(path.join(context.resourcesDirectory, file));
    inputs[input] = {
      bytes: bytes.length,
      read: (offset, length) => Promise.resolve(Uint8Array.from(bytes.subarray(offset, offset + length))),
    };
  }
  return inputs;
}
