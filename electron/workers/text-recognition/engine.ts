/** Tesseract, compiled to WebAssembly: no network, no files outside its own memory. Only this file knows its interface. */
import { gunzipSync } from 'node:zlib';
import type { RecognisedWord } from '#shared/contract/text-recognition-job.ts';
import type { Band } from './bands.ts';

export const ENGINE = 'Tesseract (tesseract.js-core 7.0.0), ind 4.0.0 best_int';

/** Unpacked language data are a few megabytes. */
const LARGEST_MODEL = 64 * 1024 * 1024;
const LSTM_ONLY = 1;
/** Rows of Tesseract's TSV that are words. */
const WORD_LEVEL = '5';

/** The part of the compiled library that is used. */
interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => {
    Init(folder: string, language: string, mode: number): number;
    /** From the file /input. */
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
  };
}

export interface Engine {
  /** Words of a band with boxes in pixels of the whole picture, and which line of the band each is of. */
  read(band: Band, width: number): readonly (RecognisedWord & { readonly line: string })[];
}

/** Starts the engine with the language's data. */
export async function startEngine(model: Uint8Array): Promise<Engine> {
  const core = await loadCore();
  core.FS.writeFile('/ind.traineddata', gunzipSync(model, { maxOutputLength: LARGEST_MODEL }));
  const api = new core.TessBaseAPI();
  if (api.Init('/', 'ind', LSTM_ONLY) !== 0) throw new Error('the recogniser did not take its language data');
  return {
    read: (band, width) => {
      core.FS.writeFile('/input', greyFile(band, width));
      if (api.SetImageFile(1, 0) !== 0) throw new Error('the recogniser did not take a band');
      if (api.Recognize(null) !== 0) throw new Error('the recogniser did not read a band');
      return wordsOf(api.GetTSVText(0), band.top);
    },
  };
}

/** With vector instructions where the processor has them: four times as fast. */
async function loadCore(): Promise<Core> {
  const { default: create } = hasVectors()
    ? await import('tesseract.js-core/tesseract-core-simd-lstm.js')
    : await import('tesseract.js-core/tesseract-core-lstm.js');
  return await create({});
}

/** A function of one vector instruction (i8x16.splat, popcnt): valid only where V8 has them. */
function hasVectors(): boolean {
  return WebAssembly.validate(
    Uint8Array.from([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
    ]),
  );
}

/** PGM, the plainest grey picture there is: the hostile file itself was decoded before. */
function greyFile({ rows, grey }: Band, width: number): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${rows}\n255\n`, 'latin1'), grey]);
}

/** level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(tsv: string, top: number): (RecognisedWord & { line: string })[] {
  const rows = tsv.split('\n').map((row) => row.split('\t'));
  return rows.flatMap((cells) => {
    const [level, , block, paragraph, line, , x, y, width, height, confidence, ...text] = cells;
    const word = text.join(' ').trim();
    if (level !== WORD_LEVEL || word === '') return [];
    const box = { x: Number(x), y: Number(y) + top, width: Number(width), height: Number(height) };
    return [{ text: word, ...box, confidence: Number(confidence), line: [top, block, paragraph, line].join('/') }];
  });
}
