/** The real engine on synthetic pictures: words and their places, bands that lose no line, what is no picture. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Transformer } from '@napi-rs/image';
import { PNG } from 'pngjs';
import { describe, expect, it, vi } from 'vitest';
import { textRecognitionResult } from '#shared/contract/text-recognition-job.ts';
import { ALIKE_BITS, differingBits } from '#shared/domain/evidence/perceptual-hash.ts';
import { BAND_ROWS, bandsOf, isOfBand, SHARED_ROWS } from '../../../electron/workers/text-recognition/bands.ts';
import { runWorkerProcess } from '../report/worker-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MODEL = { file: path.join(ROOT, 'resources/ocr/ind.traineddata.gz') };
const POST = readFileSync(path.join(ROOT, 'resources/sample/tangkapan-contoh-1.png'));
const OTHER = readFileSync(path.join(ROOT, 'resources/sample/tangkapan-contoh-2.png'));

const read = async (image: Uint8Array, mostRows = 20_000) => {
  const { value } = await runWorkerProcess('text-recognition', { mostRows }, { image, model: MODEL });
  return textRecognitionResult.parse(value);
};

/** The picture painted under itself until it is so tall. */
function tall(png: Uint8Array, times: number): Buffer {
  const one = PNG.sync.read(Buffer.from(png));
  const all = new PNG({ width: one.width, height: one.height * times });
  for (let copy = 0; copy < times; copy += 1) one.data.copy(all.data, copy * one.data.length);
  return PNG.sync.write(all);
}

describe('reading the words of a picture', () => {
  it('finds them with their places, and how sure it is', async () => {
    const { text, words, confidence, rows, rowsRead } = await read(POST);
    expect(text).toContain('Mari menangkan Paslon Contoh 01');
    expect(text).toContain('warga.contoh12 Komentar nomor 12 untuk unggahan ini.');
    expect(confidence).toBeGreaterThan(80);
    expect([rows, rowsRead]).toEqual([1_100, 1_100]);
    const word = words.find((one) => one.text === 'menangkan');
    // In the sample the heading's line lies 112 to 136 pixels below the top.
    expect(word?.y).toBeGreaterThan(105);
    expect((word?.y ?? 0) + (word?.height ?? 0)).toBeLessThan(140);
  });

  it('reads a tall picture in bands: every line once', async () => {
    const { text, words, rowsRead } = await read(tall(POST, 5));
    expect(rowsRead).toBe(5_500);
    const numbers = [...text.matchAll(/Komentar nomor (\d+) untuk/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 60 }, (_line, index) => (index % 12) + 1));
    const last = words.findLast((one) => one.text === 'Komentar');
    expect(last?.y).toBeGreaterThan(5_300);
  });

  it('reads no further than it is told', async () => {
    const { text, rowsRead } = await read(POST, 150);
    expect(rowsRead).toBe(150);
    expect(text).toContain('Paslon Contoh 01');
    expect(text).not.toContain('Komentar');
  });

  it('says nothing of an empty picture, and refuses what is none', async () => {
    const empty = await read(
      PNG.sync.write(Object.assign(new PNG({ width: 300, height: 200 }), { data: Buffer.alloc(240_000, 255) })),
    );
    expect(empty).toMatchObject({ text: '', words: [], confidence: null });
    await expect(read(Buffer.from('bukan gambar'))).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await expect(
      runWorkerProcess('text-recognition', { mostRows: 0 }, { image: POST, model: MODEL }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('marks a smaller, worse copy as alike and another picture as not', async () => {
    const copy = await new Transformer(POST).resize(420, 660).jpeg(45);
    const [post, smaller, other] = [await read(POST), await read(copy), await read(OTHER)];
    expect(differingBits(post.perceptualHash, smaller.perceptualHash)).toBeLessThanOrEqual(ALIKE_BITS);
    expect(differingBits(post.perceptualHash, other.perceptualHash)).toBeGreaterThan(ALIKE_BITS);
  });

  it('has the language data of the package', () => {
    const packaged = path.join(ROOT, 'node_modules/@tesseract.js-data/ind/4.0.0_best_int/ind.traineddata.gz');
    expect(readFileSync(MODEL.file).equals(readFileSync(packaged))).toBe(true);
  });
});

describe('bands', () => {
  const rowsOf = async function* (width: number, height: number): AsyncGenerator<Uint8Array> {
    for (let row = 0; row < height; row += 1) yield new Uint8Array(width * 3).fill(row % 251);
  };

  it.each([1, 100, BAND_ROWS, BAND_ROWS + 1, 2 * BAND_ROWS - SHARED_ROWS, 7_777])(
    'of %i rows hold every row',
    async (height) => {
      const bands = [];
      for await (const band of bandsOf(rowsOf(2, height), { width: 2, height }, height)) bands.push(band);
      let next = 0;
      for (const [index, band] of bands.entries()) {
        expect(band.top).toBe(index === 0 ? 0 : next - SHARED_ROWS);
        expect(band.grey.length).toBe(band.rows * 2);
        for (let row = 0; row < band.rows; row += 1) expect(band.grey[row * 2]).toBe((band.top + row) % 251);
        next = band.top + band.rows;
      }
      expect(next).toBe(height);
      // Each row is the middle of a word in exactly one band.
      for (let row = 0; row < height; row += 1) {
        const word = { y: row, height: 0 };
        expect(bands.filter((band, index) => isOfBand(word, band, index === bands.length - 1))).toHaveLength(1);
      }
    },
  );
});
