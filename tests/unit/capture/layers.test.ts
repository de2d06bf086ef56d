/** Parts that float over a page and are left out of its pieces: however often, that is seen, and said. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import { planTiles } from '#shared/domain/capture/tiles.ts';
import { type LayerBox, layersIn, unseenIn } from '../../../electron/main/capture/engine/layers.ts';
import {
  FIND_LAYERS,
  HAS_LAYERS,
  HIDE_LAYERS,
  SHOW_LAYERS,
} from '../../../electron/main/capture/engine/page-scripts.ts';
import { scene } from './scripted-page.ts';

const BAR: LayerBox = { x: 10, y: 200, width: 60, height: 20 };

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function paint({ x, y, width, height }: Clip, boxes: readonly LayerBox[]): PNG {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (const box of boxes)
    for (let row = Math.max(0, box.y - y); row < Math.min(height, box.y - y + box.height); row += 1)
      for (let column = box.x - x; column < box.x - x + box.width; column += 1)
        png.data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  return png;
}

/** A capture of a page with a bar that is left out of its piece so many times before it comes. */
async function captureWith(leftOut: number): Promise<{ record: CaptureRecord; shots: number; hidden: boolean }> {
  // Only pauses end; nothing here comes late.
  const pauses = (milliseconds: number, fire: () => void): (() => void) => {
    if (milliseconds === 80) setImmediate(fire);
    return () => undefined;
  };
  const clock = { now: () => new Date(Date.UTC(2026, 10, 23)), monotonic: () => 0, after: pauses };
  const { page, sink, recorder } = await scene({ clock });
  let [hidden, shots] = [false, 0];
  const evaluate = page.answers.get('Runtime.evaluate');
  page.answers.set('Runtime.evaluate', (params) => {
    const { expression } = params;
    if (expression === HIDE_LAYERS) hidden = true;
    if (expression === SHOW_LAYERS) hidden = false;
    if (expression === HAS_LAYERS) return { result: { value: true } };
    if (expression === FIND_LAYERS) return { result: { value: { all: 1, boxes: [BAR] } } };
    return evaluate?.(params);
  });
  const window = page.answers.get('Page.captureScreenshot');
  page.answers.set('Page.captureScreenshot', (params) => {
    const clip = params['clip'] as Clip | undefined;
    if (clip === undefined) return window?.(params);
    if (!hidden && clip.y <= BAR.y && BAR.y < clip.y + clip.height) shots += 1;
    return { data: PNG.sync.write(paint(clip, hidden || shots <= leftOut ? [] : [BAR])).toString('base64') };
  });
  page.load('L1', 'http://a.test/');
  const { record } = await recorder.capture(sink, { reload: false });
  return { record, shots, hidden };
}

describe('a bar that floats', () => {
  it.each([0, 1, 2, 3])('left out of %d shots is in the piece that is kept', async (leftOut) => {
    const { record, shots, hidden } = await captureWith(leftOut);
    expect(shots).toBe(Math.max(2, leftOut + 2));
    expect(record.warnings).not.toContain('layers-not-seen');
    expect(record.warnings).not.toContain('picture-unsteady');
    expect(record.completeness).toMatchObject({ layers: 1, layersSeen: 1 });
    expect(hidden).toBe(false);
  });

  it('left out of every shot is named, in the warnings and in the meter', async () => {
    const { record, hidden } = await captureWith(Number.POSITIVE_INFINITY);
    expect(record.warnings).toContain('layers-not-seen');
    expect(record.completeness).toMatchObject({ layers: 1, layersSeen: 0 });
    expect(record.meter.findings).toContainEqual({ item: 'layers', level: 'amber', seen: 0, declared: 1 });
    expect(hidden).toBe(false);
  });
});

describe('looking for parts in a piece', () => {
  const { tiles } = planTiles(
    { width: 100, height: 300, scale: 2 },
    { tileRows: 256, tileColumns: 8_000, overlapRows: 8, totalHeight: 60_000 },
  );
  const [first, second] = tiles;
  if (first === undefined || second === undefined) throw new Error('two pieces are meant');
  const pixels = (boxes: readonly LayerBox[]) => {
    const twice = boxes.map(({ x, y, width, height }) => ({
      x: x * 2,
      y: y * 2,
      width: width * 2,
      height: height * 2,
    }));
    const { width, height, data } = paint({ x: 0, y: 0, width: 200, height: 256 }, twice);
    return { width, height, pixels: new Uint32Array(new Uint8Array(data).buffer) };
  };
  const at = (x: number, y: number, width = 20, height = 10): LayerBox => ({ x, y, width, height });

  it('looks where most of a part lies, and not at an edge that may be blank', () => {
    const low = at(0, 118, 20, 8);
    expect(layersIn([at(0, 0), at(0, 200), low, at(-90, 0, 80), at(0, 0, 1, 1)], first)).toEqual([at(0, 0), low]);
    expect(layersIn([at(0, 108, 20, 20)], second)).toEqual([]);
  });

  it('names the one of several that is missing, also where another lies over its edge', () => {
    const [one, other] = [at(0, 0, 40, 20), at(30, 10, 40, 20)];
    expect(unseenIn([one, other], first, pixels([one, other]), pixels([]))).toEqual([]);
    expect(unseenIn([one, other], first, pixels([other]), pixels([]))).toEqual([one]);
    expect(unseenIn([one, other], first, pixels([]), pixels([]))).toEqual([one, other]);
  });

  it('takes a picture of another size for no proof', () => {
    expect(unseenIn([BAR], first, pixels([BAR]), { ...pixels([]), height: 255 })).toEqual([BAR]);
  });
});
