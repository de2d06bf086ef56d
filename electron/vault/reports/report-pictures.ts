/** Pictures as the page takes them: lossless RGB PNG. A picture that already is one goes in untouched. */
import type { Picture } from '#shared/contract/report-model.ts';
import { imageSizeSchema } from '#shared/contract/image-job.ts';
import type { Artefact } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { stageImageJob } from '../evidence/image-worker.ts';
import type { BlobReader, JobProgress, StagedBlob, UseCaseContext } from '../kernel.ts';

export interface ReportPictures {
  /** By evidence number. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The worker's inputs by name. */
  readonly inputs: Readonly<Record<string, BlobReader>>;
  /** Throws the copies away. */
  dispose(): Promise<void>;
}

/** One item's picture, or that it has none. */
export interface WantedPicture {
  /** The evidence's number. */
  readonly number: string;
  readonly picture: Pick<Artefact, 'sha256'> | null;
}

export async function preparePictures(
  items: readonly WantedPicture[],
  progress: JobProgress,
  context: UseCaseContext,
): Promise<ReportPictures> {
  const pictures = new Map<string, Picture>();
  const inputs: Record<string, BlobReader> = {};
  const copies: StagedBlob[] = [];
  const dispose = async (): Promise<void> => {
    for (const copy of copies) await context.blobs.discard(copy);
  };
  try {
    for (const [index, item] of items.entries()) {
      if (progress.signal.aborted) throw new AppError('CANCELLED');
      progress.report('pictures', index, items.length);
      const input = `picture-${index}`;
      const ready = await preparePicture(item, copies, progress, context);
      if (!ready) continue;
      inputs[input] = ready.reader;
      pictures.set(item.number, { input, widthPixels: ready.width, heightPixels: ready.height });
    }
    return { pictures, inputs, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Null when the item has no picture, or one that cannot be decoded: the report then says so and keeps the original. */
async function preparePicture(
  item: WantedPicture,
  copies: StagedBlob[],
  progress: JobProgress,
  context: UseCaseContext,
): Promise<{ reader: BlobReader; width: number; height: number } | null> {
  if (!item.picture) return null;
  const original = context.blobs.open(item.picture.sha256);
  const plain = plainRgbSize(await original.read(0, 33));
  if (plain) return { reader: original, ...plain };
  try {
    const { blob, value } = await stageImageJob({ mode: 'rgb-png' }, { image: original }, context, progress.signal);
    copies.push(blob);
    return { reader: context.blobs.openStaged(blob), ...imageSizeSchema.parse(value) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'IMAGE_UNREADABLE') return null;
    throw error;
  }
}

/** Size of a PNG that is RGB, 8 bits and not interlaced, from its first 33 bytes; null for anything else. */
export function plainRgbSize(head: Uint8Array): { width: number; height: number } | null {
  const bytes = Buffer.from(head);
  if (
    bytes.length < 33 ||
    bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n' ||
    bytes.toString('latin1', 12, 16) !== 'IHDR'
  )
    return null;
  const [depth, colour, , , interlace] = bytes.subarray(24, 29);
  if (depth !== 8 || colour !== 2 || interlace !== 0) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
