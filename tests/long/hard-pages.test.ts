/** Every page of the hard site at every display scale of office laptops, in a real Electron. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { HARD_PAGES, type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { tryPage } from '../support/capture-site/try-page.ts';

const scales = (process.env['NETRA_TEST_SCALES'] ?? '1,1.25,1.5,2').split(',').map(Number);
let site: HardSite;
beforeAll(async () => {
  site = await startHardSite();
});
afterAll(async () => site.close());

describe.each(scales)('at a display scale of %d', (scale) => {
  let harness: PlainHarness;
  beforeAll(async () => {
    harness = await launchPlainHarness([`--force-device-scale-factor=${scale}`]);
  });
  afterAll(async () => harness.close());

  it.each(HARD_PAGES.map((page) => [page.name, page] as const))('%s', async (_name, page) => {
    const { record } = await tryPage(harness, site, page);
    expect(record.scale).toBe(scale);
  });
});
