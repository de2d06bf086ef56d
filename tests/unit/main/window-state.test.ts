import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../electron/main/platform/window-state.ts';

const SCREEN = { x: 0, y: 24, width: 1920, height: 1056 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('where the window appears', () => {
  it('is the middle of the first screen at first', () => {
    expect(placeWindow(null, [SCREEN, SECOND])).toEqual({ x: 280, y: 112, width: 1360, height: 880, maximized: false });
  });

  it('is where it was, also on the second screen', () => {
    const was = { x: 1950, y: 40, width: 1100, height: 700, maximized: true };
    expect(placeWindow(was, [SCREEN, SECOND])).toEqual(was);
  });

  it.each([
    ['its screen is gone', { x: 2000, y: 40, width: 1100, height: 700, maximized: false }],
    ['only a corner is left of it', { x: -1050, y: 100, width: 1100, height: 700, maximized: false }],
    ['its title bar is above the screen', { x: 100, y: -400, width: 1100, height: 700, maximized: false }],
  ])('is the middle again when %s', (_why, was) => {
    expect(placeWindow(was, [SCREEN])).toMatchObject({ x: 410, width: 1100, height: 700 });
  });

  it('fits a small screen and is never unusably small', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toMatchObject({
      width: 1024,
      height: 600,
      x: 0,
    });
    const tiny = { x: 10, y: 30, width: 200, height: 90, maximized: false };
    expect(placeWindow(tiny, [SCREEN])).toMatchObject({ width: 960, height: 540 });
  });

  it('survives having no screen at all', () => {
    expect(placeWindow(null, []).width).toBeGreaterThan(0);
  });
});
