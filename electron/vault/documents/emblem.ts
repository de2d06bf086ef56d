/** The office's emblem: a picture that the user picked, drawn anew by the images worker, kept in the vault, printed in the kop. */
import { imageProbeSchema, imageSizeSchema } from '#shared/contract/image-job.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Letterhead } from '#shared/contract/report-model.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type PictureSource, runImageJob, stageImageJob } from '../evidence/image-worker.ts';
import type { BlobReader, FileSource, ReadableDatabase, StagedBlob, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';

/** A picture of more bytes is no emblem. */
const LARGEST_FILE = 20_000_000;
/** Longer edge in pixels: 600 dpi at the size in which a letterhead prints it. */
const LONGEST_EDGE = 800;
/** Name of the report worker's input. */
const INPUT = 'emblem';

interface Emblem {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** The one in force, or null. */
export function currentEmblem(database: ReadableDatabase): Emblem | null {
  const row = database.get('SELECT sha256, width, height, removed_at FROM office_emblems ORDER BY id DESC LIMIT 1');
  if (!row || row['removed_at'] !== null) return null;
  return { sha256: textOf(row, 'sha256'), width: numberOf(row, 'width'), height: numberOf(row, 'height') };
}

/** What the letterhead and the report worker need of it; nothing where there is none. */
export function emblemForPrint(context: UseCaseContext): {
  readonly picture: Letterhead['emblem'];
  readonly inputs: Readonly<Record<string, BlobReader>>;
} {
  const found = currentEmblem(context.database);
  if (found === null) return { picture: null, inputs: {} };
  return {
    picture: { input: INPUT, widthPixels: found.width, heightPixels: found.height },
    inputs: { [INPUT]: context.blobs.open(found.sha256) },
  };
}

/** To be shown in the settings. */
export function emblemView(context: UseCaseContext): OutputOf<'documents.office'>['emblem'] {
  const found = currentEmblem(context.database);
  if (found === null) return null;
  const { bytes, read } = context.blobs.open(found.sha256);
  return { handle: context.views.open({ mime: 'image/png', bytes, read }), width: found.width, height: found.height };
}

/** FILE_TOO_LARGE, IMAGE_UNREADABLE. The old one stays as it was until the new one is kept. */
export async function setEmblem(
  { file: token }: InputOf<'documents.setEmblem'>,
  context: UseCaseContext,
): Promise<OutputOf<'documents.setEmblem'>> {
  if (token === null) return removeEmblem(context);
  const file = await context.file(token);
  try {
    if (file.bytes > LARGEST_FILE) throw new AppError('FILE_TOO_LARGE', { name: file.name, bytes: file.bytes });
    const { blob, size } = await drawn(file, context);
    return context.write(['settings', 'reports'], (database) => {
      context.blobs.adopt(database, blob);
      database.run('INSERT INTO office_emblems (sha256, width, height, set_at, set_by) VALUES (?, ?, ?, ?, ?)', [
        blob.sha256,
        size.width,
        size.height,
        context.now().toISOString(),
        context.actor.id,
      ]);
      return { value: {}, entry: entryOf('settings.emblem-set', blob.sha256) };
    });
  } finally {
    await file.close();
  }
}

function removeEmblem(context: UseCaseContext): OutputOf<'documents.setEmblem'> {
  const found = currentEmblem(context.database);
  if (found === null) return {};
  return context.write(['settings', 'reports'], (database) => {
    database.run('UPDATE office_emblems SET removed_at = ? WHERE id = (SELECT max(id) FROM office_emblems)', [
      context.now().toISOString(),
    ]);
    return { value: {}, entry: entryOf('settings.emblem-removed', found.sha256) };
  });
}

function entryOf(action: string, sha256: string) {
  return { action, subjectKind: 'setting', subjectId: null, facts: { sha256 } } as const;
}

/** As the page takes it: RGB on white, no larger than it prints. */
async function drawn(
  file: FileSource,
  context: UseCaseContext,
): Promise<{ readonly blob: StagedBlob; readonly size: { readonly width: number; readonly height: number } }> {
  const image = await smallEnough(file, context);
  const { blob, value } = await stageImageJob({ mode: 'rgb-png' }, { image }, context, new AbortController().signal);
  return { blob, size: imageSizeSchema.parse(value) };
}

async function smallEnough(file: FileSource, context: UseCaseContext): Promise<PictureSource> {
  const { width, height } = imageProbeSchema.parse(await runImageJob({ mode: 'probe' }, { image: file }, context));
  if (Math.max(width, height) <= LONGEST_EDGE) return file;
  const pieces: Uint8Array[] = [];
  await runImageJob({ mode: 'thumbnail', maxEdge: LONGEST_EDGE }, { image: file }, context, (bytes) => {
    pieces.push(Uint8Array.from(bytes));
  });
  const whole = Buffer.concat(pieces);
  return {
    bytes: whole.length,
    read: (offset, length) => Promise.resolve(Uint8Array.from(whole.subarray(offset, offset + length))),
  };
}
