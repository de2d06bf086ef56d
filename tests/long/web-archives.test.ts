/**
 * The web archive of every page of the hard site, replayed by Webrecorder's own reader in a real Electron to the same rows
 * and the same text. The everyday sample is in tests/e2e/hard-pages.test.ts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { HARD_PAGES, type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { tryPage } from '../support/capture-site/try-page.ts';
import { replayPage } from '../support/replay/replay-page.ts';
import { type ReplayServer, startReplayServer } from '../support/replay/server.ts';

let site: HardSite;
let harness: PlainHarness;
let replay: ReplayServer;
const replayed: string[] = [];

beforeAll(async () => {
  site = await startHardSite();
  replay = await startReplayServer();
  harness = await launchPlainHarness();
});
afterAll(async () => {
  await harness.close();
  await replay.close();
  await site.close();
});

it.each(HARD_PAGES.map((page) => [page.name, page] as const))('%s', async (name, page) => {
  const taken = await tryPage(harness, site, page);
  if ((await replayPage(harness, replay, page, taken)) === 'replayed') replayed.push(name);
});

it('has replayed at least nine of ten of the pages without frames', () => {
  const others = HARD_PAGES.filter(({ name }) => !name.startsWith('frame'));
  const shown = others.filter(({ name }) => replayed.includes(name));
  expect(shown.length / others.length).toBeGreaterThan(0.9);
});
