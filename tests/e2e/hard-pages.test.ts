/** The everyday part of the hard site: one page for each kind of trouble, at the display's own scale, in a real Electron. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { HARD_PAGES, type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { tryPage } from '../support/capture-site/try-page.ts';

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

it('has at least 25 hard pages, each of them once', () => {
  expect(new Set(HARD_PAGES.map(({ name }) => name)).size).toBe(HARD_PAGES.length);
  expect(HARD_PAGES.length).toBeGreaterThanOrEqual(25);
});

it.each(HARD_PAGES.filter((page) => page.everyday === true).map((page) => [page.name, page] as const))(
  '%s',
  async (_name, page) => {
    const { record } = await tryPage(harness, site, page);
    expect(record.version).toBe(2);
    expect(record.timeWindow.basis).toBe('servers-and-system');
    const captured = Date.parse(record.startedAt.utc);
    expect(Date.parse(record.timeWindow.from)).toBeLessThanOrEqual(captured);
    expect(Date.parse(record.timeWindow.to)).toBeGreaterThanOrEqual(captured);
  },
);
