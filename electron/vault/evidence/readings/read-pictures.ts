/**
 * Reads the words in pictures (OCR) in a worker, one picture at a time: for search, and to find pictures that look alike.
 * Only originals are read: a working copy's covered words must not come back out of an index.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { picturesRead } from '#shared/contract/picture-reading.ts';
import { textRecognitionResult, type TextRecognitionResult } from '#shared/contract/text-recognition-job.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { z } from 'zod';
import type { JobProgress, ReadableDatabase, SqlRow, UseCaseContext } from '../../kernel.ts';
import { numberOf, textOf } from '../../rows.ts';
import { evidenceById } from '../evidence-rows.ts';
import type { PictureSource } from '../image-worker.ts';

const LIMITS = { milliseconds: 10 * 60_000, rssBytes: 1_500 * 1024 * 1024 } as const;
/** Rows of a very tall page that are read: the page's own text tells the rest. */
const MOST_ROWS = 24_000;
const MODEL = 'ocr/ind.traineddata.gz';

/** Kinds of artefacts that are pictures of something. The page of a window is read in the tall picture, where there is one. */
const PICTURES = `a.mime LIKE 'image/%' AND a.kind <> 'working-copy' AND e.withdrawn_at IS NULL
  AND NOT (a.kind IN ('viewport-image', 'reload-viewport-image') AND EXISTS (
    SELECT 1 FROM artefacts whole WHERE whole.evidence_id = e.id AND whole.kind IN ('full-page-image', 'reload-full-page-image')))`;
const FROM = 'FROM artefacts a JOIN evidence e ON e.id = a.evidence_id';
const UNREAD = 'NOT EXISTS (SELECT 1 FROM picture_readings r WHERE r.artefact_id = a.id)';

/** How many pictures nobody has read yet. */
export function unreadPictures(database: ReadableDatabase): OutputOf<'evidence.unreadPictures'> {
  const row = database.get(`SELECT count(*) AS count ${FROM} WHERE ${PICTURES} AND ${UNREAD}`);
  return { count: row ? numberOf(row, 'count') : 0 };
}

/** Reads the pictures of one item anew, or all that were not read yet. EVIDENCE_UNKNOWN when there is no such item. */
export function readPictures(
  { id }: InputOf<'evidence.readPictures'>,
  context: UseCaseContext,
): OutputOf<'evidence.readPictures'> {
  const label = id === null ? '' : evidenceNumber(numberOf(evidenceById(context.database, id), 'sequence'));
  return {
    jobId: context.startJob('text-recognition', label, (progress) => readAll(id, progress, context)),
  };
}

async function readAll(
  id: string | null,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<z.infer<typeof picturesRead>> {
  const pictures = context.database.all(
    `SELECT a.id, a.evidence_id, a.sha256 ${FROM} WHERE ${PICTURES} AND ${id === null ? UNREAD : 'e.id = @id'} ORDER BY e.sequence, a.position`,
    id === null ? {} : { id },
  );
  if (pictures.length === 0) return { read: 0, without: 0 };
  const bytes = await readFile(path.join(context.resourcesDirectory, MODEL));
  const model: PictureSource = {
    bytes: bytes.byteLength,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
  let read = 0;
  for (const [index, picture] of pictures.entries()) {
    progress.report('recognising', index, pictures.length);
    if (await readOne(picture, model, progress, context)) read += 1;
  }
  progress.report('recognising', pictures.length, pictures.length);
  return { read, without: pictures.length - read };
}

/** True when words were found. A picture that cannot be read is noted, so that it is not tried again and again. */
async function readOne(
  picture: SqlRow,
  model: PictureSource,
  progress: JobProgress,
  context: UseCaseContext,
): Promise<boolean> {
  const sha256 = textOf(picture, 'sha256');
  let result: TextRecognitionResult | null = null;
  let failure: string | null = null;
  try {
    result = textRecognitionResult.parse(
      await context.runWorker({
        kind: 'text-recognition',
        job: { mostRows: MOST_ROWS },
        inputs: { image: context.blobs.open(sha256), model },
        limits: LIMITS,
        signal: progress.signal,
      }),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
    failure = error.code;
  }
  const found = result !== null && result.text !== '';
  context.write(['evidence'], (database) => {
    database.run(
      `INSERT OR REPLACE INTO picture_readings (artefact_id, read_at, engine, text, words, confidence, perceptual_hash, failure)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        textOf(picture, 'id'),
        context.now().toISOString(),
        result?.engine ?? '',
        result?.text ?? '',
        JSON.stringify(result?.words ?? []),
        result?.confidence ?? null,
        result?.perceptualHash ?? null,
        failure,
      ],
    );
    const facts = { sha256, words: result?.words.length ?? 0, failure };
    const entry = {
      action: 'evidence.picture-read',
      subjectKind: 'evidence',
      subjectId: textOf(picture, 'evidence_id'),
      facts,
    } as const;
    return { value: undefined, entry };
  });
  return found;
}
