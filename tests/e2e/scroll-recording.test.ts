/** Scroll recordings of feeds and inner areas, read back row by row, in a real Electron. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaptureRecord } from '#shared/domain/capture/record.ts';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { codes } from '../support/capture-site/page.ts';
import { type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { framePictures, readFrame } from '../support/scroll/read-recording.ts';

let site: HardSite;
let harness: PlainHarness;
beforeAll(async () => {
  site = await startHardSite();
  harness = await launchPlainHarness();
});
afterAll(async () => {
  await harness.close();
  await site.close();
});

const ORDER = { start: 'top', speed: 'fast', size: 'middle' } as const;

async function openPage(name: string): Promise<number> {
  const id = await harness.call('open');
  await harness.call('visit', id, `${site.http}/p/${name}`);
  return id;
}

/** Every band that some frame shows whole, in the order in which they are first seen. */
async function bandsOf(id: number, record: CaptureRecord): Promise<number[]> {
  const recording = record.scrollRecording;
  if (recording === null) throw new Error('there is no recording');
  const zip = harness.artefact(await harness.call('folder', id), 'first-scroll-frames');
  const pictures = await framePictures(zip);
  expect(pictures).toHaveLength(recording.frames.length);
  const seen = new Set<number>();
  pictures.forEach((picture, index) => {
    const frame = recording.frames[index];
    if (frame === undefined) throw new Error('a picture without its frame');
    for (const code of readFrame(picture, frame, record.scale).whole) seen.add(code);
  });
  return [...seen];
}

it.each([
  ['virtual-list', 0, codes(0, 500)],
  ['inner-scroller', 1, codes(0xe000, 60)],
] as const)('%s: every row of the recorded area is seen, in order, and none is missing', async (name, area, rows) => {
  const id = await openPage(name);
  const areas = (await harness.call('areas', id, 'scroll')).value ?? [];
  expect(areas.length).toBeGreaterThan(area);
  const { value, code } = await harness.call('record', id, { ...ORDER, area });
  if (value === undefined) throw new Error(`refused: ${code}`);
  const { record } = value;
  expect(record.scrollRecording).toMatchObject({ ended: 'end', gaps: 0, start: 'top' });
  expect(await bandsOf(id, record)).toEqual(rows);
  // The tall picture and the rest are kept beside, in the same capture.
  const kinds = record.artefacts.map(({ kind }) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['viewport-image', 'scroll-frames', 'full-page-tile', 'text', 'mhtml', 'wacz', 'record']),
  );
  expect(record.artefacts[0]?.kind).toBe('viewport-image');
  await harness.call('close', id);
});

it('notes a gap where nothing of a frame is seen again, and none where the page only moved by itself', async () => {
  const id = await openPage('lazy-attribute');
  const recordMoved = async (times: number): Promise<CaptureRecord | undefined> => {
    const move = `document.querySelector('.rows').style.transform = 'translateY(' + -${times} * scrollY + 'px)'`;
    await harness.call('inPage', id, `addEventListener('scroll', () => { ${move}; }), 0`);
    const recording = harness.call('record', id, { ...ORDER, area: 0 });
    await harness.until('frames are there', async () => (await recorded(id)) >= 4);
    await harness.call('stopRecording', id);
    return (await recording).value?.record;
  };
  // Twice as far as the scroll position says: a shorter step sees the rows again.
  expect((await recordMoved(1))?.scrollRecording?.gaps).toBe(0);
  const lost = await recordMoved(20);
  expect(lost?.scrollRecording?.gaps).toBeGreaterThan(0);
  expect(lost?.warnings).toContain('recording-gaps');
  await harness.call('close', id);
});

async function recorded(id: number): Promise<number> {
  return (await harness.call('state', id)).recording?.frames ?? 0;
}

it('keeps what it has when it is stopped, and nothing when it is cancelled', async () => {
  const id = await openPage('viewport-hero');
  const stopped = harness.call('record', id, { ...ORDER, area: 0, speed: 'slow' });
  await harness.until('two frames are there', async () => (await recorded(id)) >= 2);
  expect(await harness.call('stopRecording', id)).toBe(true);
  const { value } = await stopped;
  expect(value?.record.scrollRecording?.ended).toBe('stopped');
  expect(value?.record.scrollRecording?.frames.length).toBeGreaterThanOrEqual(2);
  expect(await harness.call('sinkState', id)).toBe('committed');
  expect(await harness.call('stopRecording', id)).toBe(false);

  const cancelled = harness.call('record', id, { ...ORDER, area: 0 });
  await harness.until('a frame is there', async () => (await recorded(id)) >= 1);
  await harness.call('cancel', id);
  expect((await cancelled).code).toBe('CANCELLED');
  expect(await harness.call('sinkState', id)).toBe('aborted');
  await harness.call('close', id);
});

it('keeps the frames of a page that crashes', async () => {
  const id = await openPage('long-33000');
  const recording = harness.call('record', id, { ...ORDER, area: 0 });
  await harness.until('frames are there', async () => (await recorded(id)) >= 2);
  await harness.call('crash', id);
  const { value } = await recording;
  expect(value?.record.outcome).toBe('crashed');
  expect(value?.record.scrollRecording).toMatchObject({ ended: 'interrupted' });
  expect((await bandsOf(id, value?.record ?? failing())).length).toBeGreaterThan(20);
  await harness.call('close', id);
});

function failing(): never {
  throw new Error('nothing was captured');
}

it('notes what the officer did in the page, and never what was typed', async () => {
  const id = await openPage('lazy-missing');
  const form = `<form style="position:fixed;top:0;left:200px;background:white"><button type="button" id="more" aria-label="Lihat komentar lain">+</button>
    <input id="name" aria-label="Nama pengguna"><input id="secret" type="password" aria-label="Sandi"></form>`;
  const middle = `(id) => { const box = document.getElementById(id).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }`;
  // Clicks before the form was drawn would reach what lies below it.
  const drawn = 'new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go(true))))';
  await harness.call('inPage', id, `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(form)}), ${drawn}`);
  const press = async (element: string): Promise<void> => {
    const place = await harness.call('inPage', id, `(${middle})('${element}')`);
    const [x, y] = Array.isArray(place) ? place : [];
    for (const type of ['mousePressed', 'mouseReleased'])
      await harness.call('cdp', id, 'Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  };
  const type = async (text: string): Promise<void> => {
    for (const key of text)
      for (const kind of ['keyDown', 'keyUp'])
        await harness.call('cdp', id, 'Input.dispatchKeyEvent', {
          type: kind,
          key,
          text: kind === 'keyDown' ? key : '',
        });
  };
  await press('more');
  await press('more');
  await press('name');
  await type('budi');
  await press('secret');
  await type('rahasia');
  await harness.call('cdp', id, 'Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    x: 300,
    y: 300,
    deltaX: 0,
    deltaY: 400,
  });
  // Clicked by a script: that was nobody.
  await harness.call('inPage', id, `document.getElementById('more').click(), new Promise((go) => setTimeout(go, 400))`);
  const { value } = await harness.call('take', id, false);
  const list = value?.record.userActions.list ?? [];
  expect(list.map(({ kind, role, text, count, y }) => [kind, role, text, count, y])).toEqual([
    ['clicked', 'button', 'Lihat komentar lain', 2, null],
    ['clicked', 'input text', 'Nama pengguna', 1, null],
    ['typed', 'input text', 'Nama pengguna', 4, null],
    ['clicked', 'password', '', 1, null],
    ['typed', 'password', '', 7, null],
    ['scrolled', '', '', 1, 400],
  ]);
  expect(JSON.stringify(value?.record)).not.toMatch(/budi|rahasia|Sandi/);
  await harness.call('close', id);
});

it('leaves a banner out of the pictures, after the untouched window was taken, and gives it back', async () => {
  const id = await openPage('lazy-missing');
  const banner = `<div id="kuki" style="position:fixed;bottom:0;left:200px;width:300px;height:80px;background:rgb(0,128,0)">Situs ini memakai kuki</div>`;
  await harness.call('inPage', id, `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(banner)})`);
  const listed = (await harness.call('areas', id, 'banner')).value ?? [];
  expect(listed.map(({ name, width, height }) => [name, width, height])).toEqual([['Situs ini memakai kuki', 300, 80]]);
  const { value } = await harness.call('take', id, false, 0);
  const record = value?.record ?? failing();
  const folder = await harness.call('folder', id);
  const green = (name: string): boolean => {
    const { data } = PNG.sync.read(harness.artefact(folder, name));
    for (let at = 0; at < data.length; at += 4) if (data.readUInt32BE(at) === 0x008000ff) return true;
    return false;
  };
  const tiles = record.artefacts.flatMap(({ tile }) => (tile === null ? [] : [`first-full-page-tile-${tile.index}`]));
  expect(green('first-viewport-image')).toBe(true);
  expect(tiles.filter(green)).toEqual([]);
  const steps = record.preparation.map(({ step }) => step);
  expect(steps[0]).toBe('banner-hidden');
  expect(steps.at(-1)).toBe('banner-shown');
  expect(record.preparation[0]?.detail).toMatch(/^“Situs ini memakai kuki”, 300 x 80 px, 200, /);
  expect(harness.artefact(folder, 'first-text').toString()).toContain('Situs ini memakai kuki');
  expect(await harness.call('inPage', id, `document.getElementById('kuki').style.visibility`)).toBe('');
  await harness.call('close', id);
});
