/** The handler: inputs `image` and `model`; words, lines and the perceptual mark out. */
import {
  type RecognisedWord,
  textRecognitionJob,
  type TextRecognitionResult,
} from '#shared/contract/text-recognition-job.ts';
import { perceptualHash } from '#shared/domain/evidence/perceptual-hash.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { inputSource, readAll } from '../byte-source.ts';
import { openRgb } from '../images/decode.ts';
import type { WorkerContext } from '../runtime.ts';
import { bandsOf, isOfBand } from './bands.ts';
import { ENGINE, startEngine } from './engine.ts';
import { smallGrey } from './small-grey.ts';

const LARGEST_MODEL = 32 * 1024 * 1024;
const MOST_WORDS = 50_000;

/** Throws INVALID_INPUT for a job that is none, IMAGE_UNREADABLE for a picture that is none. */
export async function handleTextRecognition(worker: WorkerContext): Promise<TextRecognitionResult> {
  const parsed = textRecognitionJob.safeParse(worker.job);
  if (!parsed.success) throw new AppError('INVALID_INPUT', { problem: parsed.error.issues[0]?.message ?? '' });
  const picture = await openRgb(inputSource(worker, 'image'));
  const engine = await startEngine(await readAll(inputSource(worker, 'model'), LARGEST_MODEL));
  const rowsRead = Math.min(picture.height, parsed.data.mostRows);
  const small = smallGrey({ width: picture.width, height: rowsRead });
  const words: (RecognisedWord & { readonly line: string })[] = [];
  for await (const band of bandsOf(small.watch(picture.rows), picture, rowsRead)) {
    const isLast = band.top + band.rows >= rowsRead;
    words.push(...engine.read(band, picture.width).filter((word) => isOfBand(word, band, isLast)));
    worker.progress('recognising', band.top + band.rows, rowsRead);
    if (words.length > MOST_WORDS) break;
  }
  const kept = words.slice(0, MOST_WORDS);
  return {
    text: linesOf(kept),
    words: kept.map(({ line: _line, ...word }) => word),
    confidence: kept.length === 0 ? null : kept.reduce((sum, word) => sum + word.confidence, 0) / kept.length,
    engine: ENGINE,
    rowsRead,
    rows: picture.height,
    perceptualHash: perceptualHash(small.grey()),
  };
}

function linesOf(words: readonly { readonly text: string; readonly line: string }[]): string {
  let text = '';
  let before: string | null = null;
  for (const { text: word, line } of words) {
    if (before !== null) text += line === before ? ' ' : '\n';
    text += word;
    before = line;
  }
  return text;
}
