/** The everyday part of the hard site: one page for each kind of trouble, at the display's own scale, in a real Electron. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { HARD_PAGES, type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { tryPage } from '../support/capture-site/try-page.ts';
import { readWacz } from '../support/replay/read-wacz.ts';
import { replayPage } from '../support/replay/replay-page.ts';
import { type ReplayServer, startReplayServer } from '../support/replay/server.ts';

let site: HardSite;
let harness: PlainHarness;
let replay: ReplayServer;
beforeAll(async () => {
  site = await startHardSite();
  replay = await startReplayServer();
  harness = await launchPlainHarness();
});
afterAll(async () => {
  await harness.close();
  await site.close();
  await replay.close();
});

/** Those whose web archive is replayed every day; the long campaign replays all. */
const REPLAYED = ['lazy-observer', 'shadow-open', 'redirect-chain', 'frame-other-site'];

it('has at least 25 hard pages, each of them once', () => {
  expect(new Set(HARD_PAGES.map(({ name }) => name)).size).toBe(HARD_PAGES.length);
  expect(HARD_PAGES.length).toBeGreaterThanOrEqual(25);
});

it.each(HARD_PAGES.filter((page) => page.everyday === true).map((page) => [page.name, page] as const))(
  '%s',
  async (_name, page) => {
    const taken = await tryPage(harness, site, page);
    const { record } = taken;
    if (REPLAYED.includes(page.name)) await replayPage(harness, replay, page, taken);
    expect(record.version).toBe(2);
    expect(record.timeWindow.basis).toBe('servers-and-system');
    const captured = Date.parse(record.startedAt.utc);
    expect(Date.parse(record.timeWindow.from)).toBeLessThanOrEqual(captured);
    expect(Date.parse(record.timeWindow.to)).toBeGreaterThanOrEqual(captured);
  },
);

it('keeps the page’s cookies out of its web archive', async () => {
  const secret = 'kukis-rahasia-5512';
  const id = await harness.call('open');
  await harness.call('visit', id, `${site.http}/p/status-410`);
  await harness.call('inPage', id, `document.cookie = 'sesi=${secret}; path=/'`);
  await harness.call('visit', id, `${site.http}/p/sticky-top`);
  const { value } = await harness.call('take', id, true);
  const folder = await harness.call('folder', id);
  for (const series of ['first', 'reload']) {
    const { clear } = await readWacz(harness.artefact(folder, `${series}-wacz`));
    expect(clear.includes(secret)).toBe(false);
  }
  expect(value?.record.webArchive?.removedHeaders).toContain('cookie');
  expect(value?.reload?.webArchive?.removedHeaders).toContain('cookie');
  await harness.call('close', id);
});

/** Whether the page's scripts and clocks run, in a script that needs them. */
const ALIVE =
  'new Promise((go) => { setTimeout(() => requestAnimationFrame(() => go(document.timeline.currentTime !== null)), 20); })';

it('gives the page back when a capture is cancelled in the middle of its pieces', async () => {
  const id = await harness.call('open');
  await harness.call('visit', id, `${site.http}/p/long-33000`);
  const taking = harness.call('take', id, false);
  await harness.until('pieces are taken', async () => (await harness.call('state', id)).phase === 'full-page');
  await harness.call('cancel', id);
  expect((await taking).code).toBe('CANCELLED');
  expect(await harness.call('inPage', id, ALIVE)).toBe(true);
  await harness.call('close', id);
});

it('shows a page that lives after one that crashed while it was held still', async () => {
  const id = await harness.call('open');
  await harness.call('visit', id, `${site.http}/p/long-33000`);
  const taking = harness.call('take', id, false);
  await harness.until('pieces are taken', async () => (await harness.call('state', id)).phase === 'full-page');
  await harness.call('crash', id);
  expect((await taking).value?.record.outcome).toBe('crashed');
  await harness.call('visit', id, `${site.http}/p/blob-and-data`);
  expect(await harness.call('inPage', id, ALIVE)).toBe(true);
  expect(await harness.call('inPage', id, 'document.images[1].src')).toMatch(/^blob:/);
  await harness.call('close', id);
});
