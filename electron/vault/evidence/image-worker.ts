/** Pictures are decoded in a worker process only; the vault sees sizes and finished bytes. */
import { imageProbeSchema } from '#shared/contract/image-job.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { StagedBlob, UseCaseContext } from '../kernel.ts';
import { createChunkQueue } from './chunk-queue.ts';

const LIMITS = { milliseconds: 60_000, rssBytes: 1_500 * 1024 * 1024 } as const;
/** Longest edge of a thumbnail, pixels: two columns of a gallery at 200 % scale. */
const THUMBNAIL_EDGE = 640;

export interface PictureSource {
  readonly bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}
export interface LookAtPicture {
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: StagedBlob | null;
  /** Maker and model as the file says. */
  readonly camera: string | null;
}

/** Size and thumbnail of a picture; nulls when it cannot be decoded, which is no reason to refuse it as evidence. */
export async function lookAtPicture(
  source: PictureSource,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<LookAtPicture> {
  try {
    const parts: Uint8Array[] = [];
    const found = await runImageJob(
      { mode: 'look', maxEdge: THUMBNAIL_EDGE },
      { image: source },
      context,
      (bytes) => void parts.push(Uint8Array.from(bytes)),
      signal,
    );
    const { width, height, camera } = imageProbeSchema.parse(found);
    return { width, height, camera, thumbnail: await context.blobs.stage(parts) };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'CANCELLED')
      return { width: null, height: null, camera: null, thumbnail: null };
    throw error;
  }
}

/** Runs one job of the images worker; its output goes to `write`. */
export async function runImageJob(
  job: unknown,
  inputs: Readonly<Record<string, PictureSource>>,
  context: UseCaseContext,
  write?: (bytes: Uint8Array) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<unknown> {
  return await context.runWorker({
    kind: 'images',
    job,
    inputs,
    ...(write ? { outputs: { image: write } } : {}),
    limits: LIMITS,
    ...(signal ? { signal } : {}),
  });
}

/** Runs one job of the images worker; its output is encrypted as it comes. The caller adopts or discards the blob. */
export async function stageImageJob(
  job: unknown,
  inputs: Readonly<Record<string, PictureSource>>,
  context: UseCaseContext,
  signal: AbortSignal,
): Promise<{ blob: StagedBlob; value: unknown }> {
  const queue = createChunkQueue();
  const staging = context.blobs.stage(queue, signal);
  staging.catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('staging failed')));
  try {
    const value = await runImageJob(job, inputs, context, (bytes) => queue.push(bytes), signal);
    queue.end();
    return { blob: await staging, value };
  } catch (error) {
    queue.fail(error instanceof Error ? error : new Error('drawing failed'));
    await staging.catch(() => undefined);
    throw error;
  }
}
