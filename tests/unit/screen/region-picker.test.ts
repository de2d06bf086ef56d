/** Picking a part of the screen, with a desktop of two displays that is made of numbers. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ScreenRegion } from '../../../shared/contract/screen.ts';
import type { Rectangle, Size } from '../../../shared/domain/evidence/screen-region.ts';
import type { Caller } from '../../../electron/main/ipc/router.ts';
import { createRegionPicker, type RegionPickerParts } from '../../../electron/main/screen/region-picker.ts';
import { obstacleOf, type ScreenDisplay, type StillPicture, takeStills } from '../../../electron/main/screen/stills.ts';

/** Each pixel tells its place: blue its column, green its row; `ink` is its red, and 0 makes all black. */
function picture(area: Rectangle, ink: number): StillPicture {
  return {
    getSize: () => ({ width: area.width, height: area.height }),
    isEmpty: () => area.width === 0,
    crop: (part) => picture({ ...part, x: area.x + part.x, y: area.y + part.y }, ink),
    toBitmap() {
      const bytes = new Uint8Array(area.width * area.height * 4).fill(255);
      for (let at = 0; at < bytes.length; at += 4) {
        const index = at / 4;
        const column = (area.x + (index % area.width)) % 256;
        const row = (area.y + Math.floor(index / area.width)) % 256;
        bytes.set(ink === 0 ? [0, 0, 0, 255] : [column, row, ink, 255], at);
      }
      return bytes;
    },
    toPNG: () => new Uint8Array([ink, area.x, area.y, area.width, area.height]),
  };
}
const whole = ({ width, height }: Size): Rectangle => ({ x: 0, y: 0, width, height });

const LEFT: ScreenDisplay = {
  id: 7,
  label: 'Kiri',
  scaleFactor: 1.5,
  bounds: { x: -100, y: 0, width: 100, height: 60 },
};
const RIGHT: ScreenDisplay = { id: 9, label: 'Kanan', scaleFactor: 1, bounds: { x: 0, y: 0, width: 120, height: 80 } };
const caller = (contentsId: number): Caller => ({ role: 'screen-region', contentsId });

function desktop(over: Partial<RegionPickerParts> = {}) {
  const registered: { name: string; screen: ScreenRegion | null; bytes: Uint8Array }[] = [];
  const told: string[] = [];
  const asked: Size[] = [];
  const gone: (() => void)[] = [];
  let ready: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const parts: RegionPickerParts = {
    displays: () => [LEFT, RIGHT],
    sources: async (size) => {
      asked.push(size);
      told.push('still');
      return [
        { display_id: '9', thumbnail: picture(whole(size), 9) },
        { display_id: '7', thumbnail: picture(whole(size), 7) },
      ];
    },
    obstacle: () => null,
    isCapturing: () => false,
    hideOurs: async () => {
      told.push('hidden');
      return () => told.push('shown again');
    },
    openWindow: async ({ display }, opened, closed) => {
      gone.push(closed);
      opened({
        contentsId: display.id,
        focus: () => told.push(`focus ${display.id}`),
        close: () => told.push(`close ${display.id}`),
      });
      if (display.id === RIGHT.id) queueMicrotask(() => queueMicrotask(ready));
    },
    pointerDisplay: () => RIGHT.id,
    register: async ({ name, bytes, screen }) => {
      registered.push({ name, bytes, screen: screen ?? null });
      return { token: `file_${'a'.repeat(32)}`, name, bytes: bytes.length };
    },
    fileName: () => 'bagian-layar.png',
    language: () => 'id',
    now: () => new Date('2026-11-22T01:02:03.000Z'),
    ...over,
  };
  return { picker: createRegionPicker(parts), registered, told, asked, gone, shown };
}

const pick = (picker: ReturnType<typeof createRegionPicker>) =>
  picker.handlers['screen.pick']({}, { role: 'main', contentsId: 1 });
const code = async (promise: unknown): Promise<string> => {
  const error: unknown = await Promise.resolve(promise).then(
    () => null,
    (failure: unknown) => failure,
  );
  return error instanceof AppError ? error.code : String(error);
};
const RECTANGLE = { x: 30, y: 15, width: 60, height: 40 };

describe('picking a part of the screen', () => {
  it('hides our windows first, takes each display in its own pixels, and keeps the part with its facts', async () => {
    const { picker, registered, told, asked, shown } = desktop();
    const picking = pick(picker);
    await shown;
    expect(asked).toEqual([
      { width: 150, height: 90 },
      { width: 120, height: 80 },
    ]);
    expect(picker.handlers['screen.still']({}, caller(7))).toMatchObject({
      width: 150,
      height: 90,
      displays: 2,
      language: 'id',
    });
    void picker.handlers['screen.take'](RECTANGLE, caller(7));
    const facts = {
      takenAt: '2026-11-22T01:02:03.000Z',
      display: { name: 'Kiri', scale: 1.5, x: -100, y: 0, width: 100, height: 60 },
      displays: 2,
      picture: { width: 150, height: 90 },
      rectangle: RECTANGLE,
    };
    expect(await picking).toEqual({
      region: { file: { token: `file_${'a'.repeat(32)}`, name: 'bagian-layar.png', bytes: 5 }, facts },
    });
    expect(registered).toEqual([
      { name: 'bagian-layar.png', screen: facts, bytes: new Uint8Array([7, 30, 15, 60, 40]) },
    ]);
    expect(told).toEqual(['hidden', 'still', 'still', 'focus 9', 'close 7', 'close 9', 'shown again']);
  });

  it.each([
    ['Esc', ({ picker }: ReturnType<typeof desktop>) => void picker.handlers['screen.cancel']({}, caller(9))],
    ['a window that somebody closed', ({ gone }: ReturnType<typeof desktop>) => gone[1]?.()],
    ['the lock', ({ picker }: ReturnType<typeof desktop>) => picker.end()],
  ])('%s keeps nothing and brings our windows back', async (_name, giveUp) => {
    const open = desktop();
    const picking = pick(open.picker);
    await open.shown;
    giveUp(open);
    expect(await picking).toEqual({ region: null });
    expect(open.registered).toEqual([]);
    expect(open.told.slice(-3)).toEqual(['close 7', 'close 9', 'shown again']);
    // What comes too late meets nobody.
    expect(() => open.picker.handlers['screen.take'](RECTANGLE, caller(7))).toThrow('CANCELLED');
  });

  it('refuses a rectangle outside the still and goes on', async () => {
    const { picker, registered, shown } = desktop();
    const picking = pick(picker);
    await shown;
    expect(() => picker.handlers['screen.take']({ ...RECTANGLE, x: 100 }, caller(7))).toThrow('INVALID_INPUT');
    expect(() => picker.handlers['screen.take'](RECTANGLE, caller(1))).toThrow('CANCELLED');
    void picker.handlers['screen.take'](RECTANGLE, caller(9));
    await picking;
    expect(registered).toHaveLength(1);
  });

  it('runs once at a time, and not while a page is being captured', async () => {
    const { picker, shown } = desktop();
    const picking = pick(picker);
    await shown;
    expect(await code(pick(picker))).toBe('CAPTURE_BUSY');
    picker.end();
    await picking;
    expect(await code(pick(desktop({ isCapturing: () => true }).picker))).toBe('CAPTURE_BUSY');
  });

  const cannot: readonly (readonly [string, Partial<RegionPickerParts>, string])[] = [
    ['a Wayland desktop', { obstacle: () => 'SCREEN_WAYLAND' }, 'SCREEN_WAYLAND'],
    [
      'a system that refuses',
      { sources: () => Promise.reject(new Error('Failed to get sources.')) },
      'SCREEN_NOT_READABLE',
    ],
    ['no source at all', { sources: async () => [] }, 'SCREEN_NOT_READABLE'],
    [
      'displays that the system does not tell apart',
      { sources: async (size) => [{ display_id: '', thumbnail: picture(whole(size), 5) }] },
      'SCREEN_NOT_READABLE',
    ],
    [
      'an empty picture',
      {
        sources: async () =>
          ['7', '9'].map((id) => ({ display_id: id, thumbnail: picture(whole({ width: 0, height: 0 }), 5) })),
      },
      'SCREEN_NOT_READABLE',
    ],
    [
      'nothing but black',
      { sources: async (size) => ['7', '9'].map((id) => ({ display_id: id, thumbnail: picture(whole(size), 0) })) },
      'SCREEN_BLACK',
    ],
  ];
  it.each(cannot)('%s ends in an error that says why, nothing kept', async (_name, over, expected) => {
    const { picker, registered, told } = desktop(over);
    expect(await code(pick(picker))).toBe(expected);
    expect(registered).toEqual([]);
    expect(told.filter((one) => one === 'hidden').length).toBe(told.filter((one) => one === 'shown again').length);
    // And another try is possible.
    expect(await code(pick(picker))).toBe(expected);
  });

  it('a black part of a screen that is not black is refused too', async () => {
    const { picker, registered, shown } = desktop({
      sources: async (size) => [
        { display_id: '7', thumbnail: picture(whole(size), 7) },
        { display_id: '9', thumbnail: picture(whole(size), 0) },
      ],
    });
    const picking = pick(picker);
    const failure = code(picking);
    await shown;
    void picker.handlers['screen.take'](RECTANGLE, caller(9));
    expect(await failure).toBe('SCREEN_BLACK');
    expect(registered).toEqual([]);
  });

  it('with one display needs no number from the system', async () => {
    const { picker, registered, shown } = desktop({
      displays: () => [RIGHT],
      sources: async (size) => [{ display_id: '', thumbnail: picture(whole(size), 3) }],
    });
    const picking = pick(picker);
    await shown;
    void picker.handlers['screen.take'](RECTANGLE, caller(9));
    await picking;
    expect(registered[0]?.screen?.display.name).toBe('Kanan');
  });
});

describe('a still', () => {
  /** What the system does: the screen's picture, fitted into what is asked for. */
  const fitted = (screen: Size) => async (asked: Size) => {
    const shrink = Math.min(asked.width / screen.width, asked.height / screen.height);
    const size = { width: Math.round(screen.width * shrink), height: Math.round(screen.height * shrink) };
    return [{ display_id: '1', thumbnail: picture(whole(size), 5) }];
  };

  it.each([
    [1_280, 1_024, 1.5, Math.floor],
    [1_366, 768, 1.25, Math.round],
    [1_366, 768, 1.75, Math.ceil],
    [1_280, 720, 3, Math.floor],
  ])('of %i × %i at %f has the screen’s own pixels', async (width, height, scaleFactor, told) => {
    const bounds = { x: 0, y: 0, width: told(width / scaleFactor), height: told(height / scaleFactor) };
    const stills = await takeStills({
      displays: () => [{ id: 1, scaleFactor, bounds }],
      sources: fitted({ width, height }),
    });
    expect(stills[0]?.picture.getSize()).toEqual({ width, height });
  });
});

describe('what is known before', () => {
  const of = (platform: string, environment: Record<string, string>, permission = 'granted') =>
    obstacleOf({ platform, environment, permission: () => permission });

  it('names Wayland and a right that was refused', () => {
    expect(of('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe('SCREEN_WAYLAND');
    expect(of('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe('SCREEN_WAYLAND');
    expect(of('linux', { XDG_SESSION_TYPE: 'x11' })).toBeNull();
    expect(of('darwin', {}, 'denied')).toBe('SCREEN_NOT_PERMITTED');
    expect(of('darwin', {}, 'not-determined')).toBeNull();
    expect(of('win32', { WAYLAND_DISPLAY: 'x' }, 'denied')).toBeNull();
  });
});
