/** Drawing working copies in the real worker process: what is masked is gone from every bit of the file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transformer } from '@napi-rs/image';
import { PNG } from 'pngjs';
import { describe, expect, it, vi } from 'vitest';
import {
  type Mark,
  MASK_COLOUR,
  type Mask,
  NO_EDITS,
  type WorkingCopyEdits,
} from '#shared/domain/evidence/working-copy.ts';
import { runWorkerProcess, type WorkerInput } from '../report/worker-process.ts';

vi.setConfig({ testTimeout: 120_000 });

const WIDTH = 240;
const HEIGHT = 300;
const MASKS: readonly Mask[] = [
  { x: 17, y: 23, width: 61, height: 37, reason: 'wajah' },
  { x: 120, y: 0, width: 120, height: 19, reason: 'nama' },
  { x: 0, y: 299, width: 1, height: 1, reason: 'nomor' },
  { x: 60, y: 50, width: 80, height: 60, reason: 'lain' },
];

/** Noise that compresses badly and repeats nowhere, chosen by a seed where a mask will lie. */
function noise(x: number, y: number, seed: number): [number, number, number] {
  let value = Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(y + 1, 0x85ebca77) ^ Math.imul(seed + 1, 0xc2b2ae3d);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value ^= value >>> 12;
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
}

const isMasked = (x: number, y: number, masks = MASKS): boolean =>
  masks.some((mask) => x >= mask.x && x < mask.x + mask.width && y >= mask.y && y < mask.y + mask.height);

/** RGBA; `secret` seeds what lies under the masks. */
function pixels(secret: number): Buffer {
  const data = Buffer.alloc(WIDTH * HEIGHT * 4, 255);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) data.set(noise(x, y, isMasked(x, y) ? secret : 0), (y * WIDTH + x) * 4);
  }
  return data;
}

const original = (secret: number): Promise<Buffer> => Transformer.fromRgbaPixels(pixels(secret), WIDTH, HEIGHT).png();

async function draw(
  edits: Partial<WorkingCopyEdits>,
  image: WorkerInput,
): Promise<{ value: unknown; bytes: Buffer; image: PNG }> {
  const font = (name: string): WorkerInput => ({ file: path.resolve('resources/report/fonts', name) });
  const { value, outputs } = await runWorkerProcess(
    'images',
    { mode: 'working-copy', edits: { ...NO_EDITS, ...edits } },
    { image, font: font('LiberationSans-Regular.ttf'), 'font-fallback': font('DejaVuSans.ttf') },
  );
  const bytes = outputs.get('image') ?? Buffer.alloc(0);
  return { value, bytes, image: PNG.sync.read(bytes) };
}

/** Types of a PNG's blocks in their order, and that nothing follows the last. */
function blocks(png: Buffer): string[] {
  const types: string[] = [];
  let at = 8;
  while (at < png.length) {
    types.push(png.toString('latin1', at + 4, at + 8));
    at += 12 + png.readUInt32BE(at);
  }
  expect(at).toBe(png.length);
  return types;
}

const at = (image: PNG, x: number, y: number): number[] => [
  ...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3),
];

describe('working copy', () => {
  it('covers every masked pixel with exactly the mask colour and changes no other', async () => {
    const { value, image } = await draw({ masks: MASKS }, await original(1));
    expect(value).toEqual({ width: WIDTH, height: HEIGHT });
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        const wanted = isMasked(x, y) ? [...MASK_COLOUR] : noise(x, y, 0);
        if (at(image, x, y).join() !== wanted.join()) expect.fail(`pixel ${x},${y} is ${at(image, x, y).join()}`);
        if (image.data[(y * WIDTH + x) * 4 + 3] !== 255) expect.fail(`pixel ${x},${y} is not opaque`);
      }
    }
  });

  it('depends in no bit on what was masked: two originals that differ only there give the same file', async () => {
    const [one, other] = await Promise.all([original(1), original(2)]);
    expect(one.equals(other)).toBe(false);
    const marks: Mark[] = [
      { kind: 'highlight', x: 0, y: 0, width: WIDTH, height: 90 },
      { kind: 'ellipse', x: 10, y: 15, width: 80, height: 60, colour: 'merah', line: 4 },
      { kind: 'arrow', from: { x: 200, y: 200 }, to: { x: 70, y: 60 }, colour: 'biru', line: 3 },
    ];
    const crop = { x: 5, y: 3, width: 200, height: 250 };
    for (const edits of [
      { masks: MASKS },
      { masks: MASKS, marks },
      { masks: MASKS.filter(({ reason }) => reason !== 'nomor'), marks, crop },
    ]) {
      const [first, second] = await Promise.all([draw(edits, one), draw(edits, other)]);
      expect(first.bytes.equals(second.bytes)).toBe(true);
    }
  });

  it('carries none of the original’s blocks and none of its compressed bytes', async () => {
    const plain = await original(1);
    const marker = 'RAHASIA-Budi-Penanda-7731';
    // Text, EXIF and colour profile as cameras and editors write them, before the picture's data.
    const extra = Buffer.concat(
      ['tEXt', 'iTXt', 'eXIf', 'iCCP'].map((type) => block(type, Buffer.from(`Comment\0${marker}`))),
    );
    const withData = Buffer.concat([plain.subarray(0, 33), extra, plain.subarray(33), Buffer.from(marker)]);
    const { bytes } = await draw({ masks: MASKS }, withData);
    expect(new Set(blocks(bytes))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
    expect(bytes.includes(marker)).toBe(false);
    for (let from = 41; from + 16 < plain.length; from += 16) {
      if (bytes.includes(plain.subarray(from, from + 16))) expect.fail(`bytes of the original at ${from}`);
    }
  });

  it('takes the camera’s data out of a photograph, its preview too, and turns it as the camera says', async () => {
    const marker = 'Kamera-Penanda-4419';
    const exif = Buffer.concat([
      Buffer.from('457869660000' + '49492a0008000000' + '0100' + '12010300010000000600000000000000' + '0000', 'hex'),
      Buffer.from(marker),
    ]);
    const jpeg = await Transformer.fromRgbaPixels(pixels(1), WIDTH, HEIGHT).jpeg(95);
    const segment = (type: number, body: Buffer): Buffer =>
      Buffer.concat([Buffer.from([0xff, type, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
    const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${marker}</x>`));
    const photo = Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, exif), xmp, jpeg.subarray(2), Buffer.from(marker)]);
    const mask: Mask = { x: 30, y: 40, width: 100, height: 50, reason: 'wajah' };
    const { value, bytes, image } = await draw({ masks: [mask] }, photo);
    expect(value).toEqual({ width: HEIGHT, height: WIDTH });
    expect(new Set(blocks(bytes))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
    expect(bytes.includes(marker)).toBe(false);
    for (let y = mask.y; y < mask.y + mask.height; y += 1)
      for (let x = mask.x; x < mask.x + mask.width; x += 1)
        if (at(image, x, y).join() !== MASK_COLOUR.join()) expect.fail(`pixel ${x},${y}`);
    expect(at(image, mask.x - 1, mask.y)).not.toEqual([...MASK_COLOUR]);
  });

  it('keeps only what the crop keeps', async () => {
    const crop = { x: 31, y: 47, width: 100, height: 90 };
    const { value, image } = await draw({ crop, masks: [MASKS[3] as Mask] }, await original(1));
    expect(value).toEqual({ width: 100, height: 90 });
    expect(at(image, 0, 0)).toEqual(noise(31, 47, isMasked(31, 47) ? 1 : 0));
    expect(at(image, 60 - 31, 50 - 47)).toEqual([...MASK_COLOUR]);
    expect(at(image, 99, 89)).toEqual(noise(130, 136, 0));
  });

  it('draws marks where they were put: frame, arrow, tint, letters on their own paper', async () => {
    const white = await Transformer.fromRgbaPixels(Buffer.alloc(WIDTH * HEIGHT * 4, 255), WIDTH, HEIGHT).png();
    const marks: Mark[] = [
      { kind: 'rectangle', x: 10, y: 10, width: 50, height: 40, colour: 'merah', line: 4 },
      { kind: 'highlight', x: 100, y: 10, width: 40, height: 20 },
      { kind: 'arrow', from: { x: 20, y: 100 }, to: { x: 120, y: 100 }, colour: 'biru', line: 6 },
      { kind: 'text', x: 20, y: 150, text: 'Ajakan di sini', colour: 'hitam', letters: 24 },
    ];
    const { image } = await draw({ marks }, white);
    expect(at(image, 11, 30)).toEqual([192, 38, 28]);
    expect(at(image, 35, 30)).toEqual([255, 255, 255]);
    expect(at(image, 120, 20)).toEqual([255, 232, 74]);
    expect(at(image, 60, 100)).toEqual([31, 79, 163]);
    expect(at(image, 110, 100)).toEqual([31, 79, 163]);
    expect(at(image, 60, 90)).toEqual([255, 255, 255]);
    let ink = 0;
    for (let y = 150; y < 190; y += 1) for (let x = 20; x < 200; x += 1) if (at(image, x, y)[0] === 26) ink += 1;
    expect(ink).toBeGreaterThan(250);
    expect(ink).toBeLessThan(2_500);
  });

  it('writes letters on a mask without touching more of it than their paper', async () => {
    const mask: Mask = { x: 0, y: 100, width: 240, height: 120, reason: 'nama' };
    const text: Mark = { kind: 'text', x: 20, y: 120, text: 'Saksi A – 支持 ✔', colour: 'hitam', letters: 20 };
    const { image } = await draw({ masks: [mask], marks: [text] }, await original(1));
    expect(at(image, 22, 122)).toEqual([255, 255, 255]);
    expect(at(image, 5, 110)).toEqual([...MASK_COLOUR]);
    expect(at(image, 10, 210)).toEqual([...MASK_COLOUR]);
  });

  it('refuses an edit that does not fit the picture, by its place in the list', async () => {
    const masks: Mask[] = [...MASKS, { x: 200, y: 10, width: 41, height: 5, reason: 'nama' }];
    await expect(draw({ masks }, await original(1))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      params: { problem: 'masks 4: outside' },
    });
    await expect(draw({ masks: [MASKS[0] as Mask] }, Buffer.from('bukan gambar'))).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
    });
  });

  it('draws a page of 60,000 rows in little memory', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'netra-copy-'));
    try {
      const [width, height] = [1_265, 60_000];
      const strip = await Transformer.fromRgbaPixels(Buffer.alloc(width * 400 * 4, 200), width, 400).png();
      const inputs = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`t${index}`, strip]));
      const tiles = Array.from({ length: 150 }, (_, index) => ({
        input: `t${index}`,
        index,
        top: index * 400,
        rows: 400,
        columns: width,
        overlap: 0,
      }));
      const page = path.join(folder, 'page.png');
      writeFileSync(
        page,
        (await runWorkerProcess('images', { mode: 'join-tiles', tiles }, inputs)).outputs.get('image') ?? '',
      );
      const masks: Mask[] = Array.from({ length: 200 }, (_, index) => ({
        x: 10,
        y: index * 300 + 7,
        width: 800,
        height: 40,
        reason: 'nama',
      }));
      const out = path.join(folder, 'copy.png');
      const run = await runWorkerProcess(
        'images',
        { mode: 'working-copy', edits: { ...NO_EDITS, masks } },
        { image: { file: page } },
        { outputFiles: { image: out }, watchMemory: true },
      );
      expect(run.value).toEqual({ width, height });
      expect(run.peakBytes).toBeLessThan(250 * 1024 * 1024);
      const head = readFileSync(out).subarray(0, 33);
      expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([width, height]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function block(type: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(type, 4, 'latin1');
  data.copy(framed, 8);
  return framed; // readers of ours do not look at the checksum of blocks they skip
}
