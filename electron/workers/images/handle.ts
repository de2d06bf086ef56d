/** The images worker's handler: input `image` (tiles by their own names), output `image`. */
import { type ImageJob, imageJobSchema } from '#shared/contract/image-job.ts';
import { AppError, assertNever } from '#shared/errors/app-error.ts';
import { type ByteSource, inputSource, readAll } from '../byte-source.ts';
import { pngFile } from '../png/writer.ts';
import type { WorkerContext } from '../runtime.ts';
import { comparePictures, compareTextInputs } from './compare.ts';
import { measure, openRgb, probe } from './decode.ts';
import { joinTiles } from './join-tiles.ts';
import { drawShareCard } from './share-card/draw.ts';
import { makeThumbnail } from './thumbnail.ts';
import { drawWorkingCopy } from './working-copy.ts';

const INPUT = 'image';
const OUTPUT = 'image';
/** Fonts for texts on a working copy, the first that has a letter draws it. */
const FONTS = ['font', 'font-fallback'] as const;
const LARGEST_FONT = 4 * 1024 * 1024;

/** Runs one job. Throws INVALID_INPUT for a job that is none, IMAGE_UNREADABLE for a picture that is none. */
export async function handleImageJob(worker: WorkerContext): Promise<unknown> {
  const parsed = imageJobSchema.safeParse(worker.job);
  if (!parsed.success) throw new AppError('INVALID_INPUT', { problem: parsed.error.issues[0]?.message ?? '' });
  const job: ImageJob = parsed.data;
  const write = (bytes: Uint8Array): Promise<void> => worker.write(OUTPUT, bytes);
  switch (job.mode) {
    case 'probe':
      return probe(inputSource(worker, INPUT));
    case 'thumbnail': {
      const { bytes, ...size } = await makeThumbnail(inputSource(worker, INPUT), job.maxEdge);
      await write(bytes);
      return size;
    }
    case 'look': {
      const found = await probe(inputSource(worker, INPUT));
      await write((await makeThumbnail(inputSource(worker, INPUT), job.maxEdge)).bytes);
      return found;
    }
    case 'previews': {
      const sizes = [];
      for (const input of job.inputs) sizes.push({ input, size: await drawPreview(worker, input, job.maxEdge) });
      return { sizes };
    }
    case 'rgb-png': {
      const picture = await openRgb(inputSource(worker, INPUT));
      for await (const piece of pngFile(picture.rows, picture.width, picture.height)) await write(piece);
      return { width: picture.width, height: picture.height };
    }
    case 'join-tiles':
      return joinTiles(job.tiles, (input) => inputSource(worker, input), write);
    case 'working-copy': {
      const loadFonts = (): Promise<Uint8Array[]> =>
        Promise.all(FONTS.map((font) => readAll(inputSource(worker, font), LARGEST_FONT)));
      return drawWorkingCopy(inputSource(worker, INPUT), job.edits, loadFonts, write);
    }
    case 'share-card':
      return drawShareCard(job.card, (input) => inputSource(worker, input), write);
    case 'compare': {
      const source = (input: string): ByteSource => inputSource(worker, input);
      return {
        text: job.text ? await compareTextInputs(source('before-text'), source('after-text')) : null,
        picture: job.picture
          ? await comparePictures(source('before-picture'), source('after-picture'))
          : { comparable: false, reason: 'no-picture' },
      };
    }
    default:
      return assertNever(job);
  }
}

/** The picture's own size; null, with nothing written, when it is none. */
async function drawPreview(
  worker: WorkerContext,
  input: string,
  maxEdge: number,
): Promise<{ width: number; height: number } | null> {
  const source = inputSource(worker, input);
  try {
    const { width, height } = await measure(source);
    const { bytes } = await makeThumbnail(source, maxEdge);
    await worker.write(input, bytes);
    return { width, height };
  } catch (error) {
    if (error instanceof AppError && error.code === 'IMAGE_UNREADABLE') return null;
    throw error;
  }
}
