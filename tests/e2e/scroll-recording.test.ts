/** Scroll recordings of feeds and inner areas, read back row by row, in a real Electron. */
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
  ['app-shell', 1, codes(0, 300)],
  ['inner-scroller', 1, codes(0xe000, 60)],
] as const)('%s: every row of the recorded area is seen, in order, and none is missing', async (name, area, rows) => {
  const id = await openPage(name);
  const areas = (await harness.call('scrollAreas', id)).value ?? [];
  expect(areas.length).toBeGreaterThan(area);
  const { value, code } = await harness.call('record', id, { ...ORDER, area });
  if (value === undefined) throw new Error(`refused: ${code}`);
  const { record } = value;
  expect(record.scrollRecording).toMatchObject({ ended: 'end', gaps: 0, start: 'top' });
  expect(await bandsOf(id, record)).toEqual(rows);
  // The tall picture and the rest are kept beside, in the same capture.
  const kinds = new Set(record.artefacts.map(({ kind }) => kind));
  expect(kinds).toEqual(new Set(['viewport-image', 'scroll-frames', 'full-page-tile', 'text', 'mhtml', 'record']));
  expect(record.artefacts[0]?.kind).toBe('viewport-image');
  await harness.call('close', id);
});
