import { describe, expect, it } from 'vitest';
import {
  between,
  devicePixels,
  isRegion,
  moved,
  resized,
  SMALLEST_REGION,
  startRectangle,
  toPicture,
  toView,
} from '../../../shared/domain/evidence/screen-region.ts';

/** Displays as offices have them: a laptop at one and a half times beside an old monitor, and two sharp ones. */
const DISPLAYS = [
  { width: 1366, height: 768, scale: 1 },
  { width: 1536, height: 864, scale: 1.25 },
  { width: 1280, height: 720, scale: 1.5 },
  { width: 1707, height: 960, scale: 1.5 },
  { width: 1920, height: 1080, scale: 2 },
] as const;

describe.each(DISPLAYS)('a display of $width × $height at $scale', ({ width, height, scale }) => {
  const view = { width, height };
  const [picture = view] = devicePixels(view, scale);

  it('has whole device pixels, within one device-independent pixel of what was told', () => {
    expect([picture.width, picture.height].every(Number.isInteger)).toBe(true);
    expect(Math.abs(picture.width - width * scale)).toBeLessThan(scale);
    expect(Math.abs(picture.height - height * scale)).toBeLessThan(scale);
  });

  it('maps every edge of the view onto the edge of the picture, and holds what leaves it', () => {
    expect(toPicture({ x: 0, y: 0 }, view, picture)).toEqual({ x: 0, y: 0 });
    expect(toPicture({ x: width, y: height }, view, picture)).toEqual({ x: picture.width, y: picture.height });
    expect(toPicture({ x: -40, y: height + 9 }, view, picture)).toEqual({ x: 0, y: picture.height });
  });

  it('draws a rectangle where it was picked, to within a pixel of the picture', () => {
    const from = { x: 100.4, y: 60.7 };
    const to = { x: 701.2, y: 433.9 };
    const picked = between(toPicture(to, view, picture), toPicture(from, view, picture));
    expect(isRegion(picked, picture)).toBe(true);
    const drawn = toView(picked, view, picture);
    for (const [a, b] of [
      [drawn.x, from.x],
      [drawn.y, from.y],
      [drawn.x + drawn.width, to.x],
      [drawn.y + drawn.height, to.y],
    ] as const) {
      expect(Math.abs(a - b)).toBeLessThanOrEqual(1 / scale);
    }
  });

  it('offers a rectangle that can be taken as it is, and keys never bring it outside', () => {
    let rectangle = startRectangle(picture);
    expect(isRegion(rectangle, picture)).toBe(true);
    for (const by of [
      { x: -99_999, y: 0 },
      { x: 7, y: -99_999 },
      { x: 99_999, y: 99_999 },
    ]) {
      rectangle = moved(rectangle, by, picture);
      expect(isRegion(rectangle, picture)).toBe(true);
      rectangle = resized(rectangle, by, picture);
      expect(isRegion(rectangle, picture)).toBe(true);
    }
  });
});

describe('the size of a screen in its own pixels', () => {
  const SCREENS = [
    [1366, 768],
    [1280, 1024],
    [1600, 900],
    [1920, 1080],
    [1920, 1200],
    [2560, 1440],
    [3840, 2160],
  ] as const;

  it('is the first guess however the system cuts or rounds, and an odd one at one time is left as it is', () => {
    for (const [width, height] of SCREENS) {
      for (const scale of [1, 1.25, 1.5, 1.75, 2, 2.5, 3]) {
        for (const told of [Math.floor, Math.round, Math.ceil]) {
          const dip = { width: told(width / scale), height: told(height / scale) };
          const sizes = devicePixels(dip, scale);
          const place = sizes.findIndex((size) => size.width === width && size.height === height);
          expect(place, `${width}×${height} at ${scale} ${told.name}`).not.toBe(-1);
          if (told === Math.floor && scale < 2) expect(place).toBe(0);
          expect(sizes.length).toBeLessThanOrEqual(16);
        }
      }
    }
    expect(devicePixels({ width: 1279, height: 801 }, 1)).toEqual([{ width: 1279, height: 801 }]);
  });
});

describe('a rectangle', () => {
  const picture = { width: 200, height: 100 };

  it('moves and grows by what was asked where there is room', () => {
    const start = { x: 50, y: 25, width: 100, height: 50 };
    expect(moved(start, { x: 10, y: -5 }, picture)).toEqual({ ...start, x: 60, y: 20 });
    expect(resized(start, { x: 10, y: -5 }, picture)).toEqual({ ...start, width: 110, height: 45 });
    expect(resized(start, { x: -999, y: -999 }, picture)).toMatchObject({
      width: SMALLEST_REGION,
      height: SMALLEST_REGION,
    });
  });

  it.each([
    ['left of the picture', { x: -1, y: 0, width: 20, height: 20 }],
    ['past its right edge', { x: 181, y: 0, width: 20, height: 20 }],
    ['below it', { x: 0, y: 81, width: 20, height: 20 }],
    ['too narrow', { x: 0, y: 0, width: SMALLEST_REGION - 1, height: 20 }],
    ['in parts of a pixel', { x: 0.5, y: 0, width: 20, height: 20 }],
    ['of no number', { x: Number.NaN, y: 0, width: 20, height: 20 }],
  ])('%s is refused', (_name, rectangle) => {
    expect(isRegion(rectangle, picture)).toBe(false);
  });
});
