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
  /** When it was taken by the camera's own clock: YYYY-MM-DDTHH:MM:SS. */
  readonly takenAt: string | null;
}

/** Size and thumbnail of a picture; without what cannot be told of one that cannot be decoded, which is no reason to refuse it. */
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
    return { ...imageProbeSchema.parse(found), thumbnail: await context.blobs.stage(parts) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
    return { width: null, height: null, ...(await cameraOf(source, context, signal)), thumbnail: null };
  }
}

/** What the head alone tells of the camera of a picture that is not decoded here, as a phone's HEIC. */
async function cameraOf(
  source: PictureSource,
  context: UseCaseContext,
  signal?: AbortSignal,
): Promise<Pick<LookAtPicture, 'camera' | 'takenAt'>> {
  try {
    const probed = await runImageJob({ mode: 'probe' }, { image: source }, context, undefined, signal);
    const { camera, takenAt } = imageProbeSchema.parse(probed);
    return { camera, takenAt };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
    return { camera: null, takenAt: null };
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
