import { Transformer } from '@napi-rs/image';
import { PNG } from 'pngjs';
import { describe, expect, it, vi } from 'vitest';
import { sniffMediaType } from '#shared/domain/evidence/media-type.ts';
import { makePng, paintPosts } from '../report/sample-report.ts';
import { runWorkerProcess, type WorkerInput } from '../report/worker-process.ts';

vi.setConfig({ testTimeout: 60_000 });

const WIDTH = 200;
const HEIGHT = 900;

/** Noise that repeats nowhere, so that a shifted row cannot look right. */
function pixel(x: number, y: number): [number, number, number] {
  return [(x * 7 + y * 13) & 255, (x * x + y) & 255, (y * 31 + (x ^ y)) & 255];
}

function rgba(width: number, height: number, top = 0, alpha: (x: number, y: number) => number = () => 255): Buffer {
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set([...pixel(x, y + top), alpha(x, y)], (y * width + x) * 4);
  }
  return pixels;
}

const encoded = (width: number, height: number, top = 0): Promise<Buffer> =>
  Transformer.fromRgbaPixels(rgba(width, height, top), width, height).png();

function expectPixels(png: Buffer, width: number, height: number): void {
  const image = PNG.sync.read(png);
  expect([image.width, image.height]).toEqual([width, height]);
  const wanted = rgba(width, height);
  expect(image.data.equals(wanted)).toBe(true);
}

function run(job: unknown, inputs: Record<string, WorkerInput>) {
  return runWorkerProcess('images', job, inputs);
}

const tile = (index: number, top: number, rows: number, overlap: number) => ({
  input: `tile-${index}`,
  index,
  top,
  rows,
  columns: WIDTH,
  overlap,
});

describe('images worker', () => {
  it('makes a lossless RGB copy of an RGBA screenshot, without alpha', async () => {
    const { value, outputs } = await run({ mode: 'rgb-png' }, { image: await encoded(WIDTH, HEIGHT) });
    expect(value).toEqual({ width: WIDTH, height: HEIGHT });
    const png = outputs.get('image') ?? Buffer.alloc(0);
    expect([png[24], png[25], png[28]]).toEqual([8, 2, 0]);
    expectPixels(png, WIDTH, HEIGHT);
  });

  it('lays transparent pixels on white', async () => {
    const pixels = rgba(8, 8, 0, (x) => (x < 4 ? 0 : 128));
    const { outputs } = await run({ mode: 'rgb-png' }, { image: await Transformer.fromRgbaPixels(pixels, 8, 8).png() });
    const image = PNG.sync.read(outputs.get('image') ?? Buffer.alloc(0));
    expect([...image.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    const [red] = pixel(5, 0);
    expect(image.data[5 * 4]).toBe(Math.round((red * 128 + 255 * 127) / 255));
  });

  it.each(['jpeg', 'webp', 'bmp', 'avif'] as const)('takes %s too', async (format) => {
    const source = await Transformer.fromRgbaPixels(rgba(64, 40), 64, 40)[format]();
    const { value } = await run({ mode: 'rgb-png' }, { image: source });
    expect(value).toEqual({ width: 64, height: 40 });
    expect((await run({ mode: 'probe' }, { image: source })).value).toEqual({
      width: 64,
      height: 40,
      camera: null,
      takenAt: null,
    });
  });

  it('turns a photograph as its camera says', async () => {
    const jpeg = await Transformer.fromRgbaPixels(rgba(64, 40), 64, 40).jpeg();
    const exif = Buffer.from(
      '457869660000' + '49492a0008000000' + '0100' + '12010300010000000600000000000000' + '0000',
      'hex',
    );
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const turned = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
    expect((await run({ mode: 'probe' }, { image: turned })).value).toEqual({
      width: 40,
      height: 64,
      camera: null,
      takenAt: null,
    });
    expect((await run({ mode: 'rgb-png' }, { image: turned })).value).toEqual({ width: 40, height: 64 });
    const small = await run({ mode: 'thumbnail', maxEdge: 32 }, { image: turned });
    expect(small.value).toEqual({ width: 20, height: 32, cropped: false });
  });

  it('takes palette, grey and interlaced PNG by decoding them whole', async () => {
    const palette = new PNG({ width: 3, height: 2, colorType: 0, inputColorType: 6 });
    palette.data = rgba(3, 2);
    const { value } = await run(
      { mode: 'rgb-png' },
      { image: PNG.sync.write(palette, { colorType: 0, inputColorType: 6 }) },
    );
    expect(value).toEqual({ width: 3, height: 2 });
  });

  it('shrinks to a WebP, never enlarges, and shows only the top of a very tall page', async () => {
    const tall = await run({ mode: 'thumbnail', maxEdge: 100 }, { image: await encoded(WIDTH, HEIGHT) });
    expect(tall.value).toEqual({ width: 40, height: 100, cropped: true });
    expect(sniffMediaType(tall.outputs.get('image') ?? Buffer.alloc(0))?.mime).toBe('image/webp');
    const small = await run({ mode: 'thumbnail', maxEdge: 4096 }, { image: makePng(30, 20, paintPosts(30)) });
    expect(small.value).toEqual({ width: 30, height: 20, cropped: false });
  });

  it('tells size and camera and makes the thumbnail in one job', async () => {
    const { value, outputs } = await run({ mode: 'look', maxEdge: 100 }, { image: await encoded(WIDTH, HEIGHT) });
    expect(value).toEqual({ width: WIDTH, height: HEIGHT, camera: null, takenAt: null });
    expect(sniffMediaType(outputs.get('image') ?? Buffer.alloc(0))?.mime).toBe('image/webp');
  });

  it('joins tiles that overlap, and says that the joins are clean', async () => {
    const inputs = {
      'tile-0': await encoded(WIDTH, 400, 0),
      'tile-1': await encoded(WIDTH, 332, 368),
      'tile-2': await encoded(WIDTH, 200, 700),
    };
    const tiles = [tile(0, 0, 400, 0), tile(1, 368, 332, 32), tile(2, 700, 200, 0)];
    const { value, outputs } = await run({ mode: 'join-tiles', tiles }, inputs);
    // The last tile only touches: nothing was compared, so nothing is claimed.
    expect(value).toEqual({
      width: WIDTH,
      height: HEIGHT,
      joins: [
        { index: 1, clean: true },
        { index: 2, clean: false },
      ],
    });
    expectPixels(outputs.get('image') ?? Buffer.alloc(0), WIDTH, HEIGHT);
  });

  it('notices a join whose rows differ, and a gap', async () => {
    const inputs = { 'tile-0': await encoded(WIDTH, 400, 0), 'tile-1': await encoded(WIDTH, 332, 369) };
    const moved = await run({ mode: 'join-tiles', tiles: [tile(0, 0, 400, 0), tile(1, 368, 332, 32)] }, inputs);
    expect(moved.value).toMatchObject({ joins: [{ index: 1, clean: false }] });
    await expect(
      run({ mode: 'join-tiles', tiles: [tile(0, 0, 400, 0), tile(1, 410, 332, 0)] }, inputs),
    ).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
    });
  });

  it.each(['rgb-png', 'thumbnail'] as const)('refuses a damaged picture by name (%s)', async (mode) => {
    const whole = await encoded(WIDTH, HEIGHT);
    const job = mode === 'thumbnail' ? { mode, maxEdge: 64 } : { mode };
    const flipped = Buffer.from(whole);
    flipped.fill(0x5a, 60, 140);
    for (const image of [flipped, whole.subarray(0, 900), Buffer.from('no picture at all'), Buffer.alloc(0)]) {
      await expect(run(job, { image })).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    }
  });

  it('refuses a picture of absurd size before decoding it', async () => {
    const bomb = Buffer.from(makePng(1, 1, () => [0, 0, 0]));
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(run({ mode: 'rgb-png' }, { image: bomb })).rejects.toMatchObject({
      params: { reason: 'too many pixels' },
    });
  });

  it('refuses a job that is none', async () => {
    await expect(run({ mode: 'sharpen' }, {})).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
