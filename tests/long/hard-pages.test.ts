/** Every page of the hard site at every display scale of office laptops, and once on weak graphics, in a real Electron. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { readRowCodes } from '../../scripts/demo/row-codes.ts';
import { launchPlainHarness, type PlainHarness } from '../support/capture-harness/launch.ts';
import { HARD_PAGES, type HardSite, startHardSite } from '../support/capture-site/site.ts';
import { tryPage } from '../support/capture-site/try-page.ts';

const SCALES = [1, 1.25, 1.5, 2];
/** Composites on a graphics library in software whose textures end at 8,192: without them nothing would be limited here. */
const WEAK_GRAPHICS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-gpu-rasterization',
];
const TEXTURE_SIZE = `(() => { const gl = document.createElement('canvas').getContext('webgl'); return gl.getParameter(gl.MAX_TEXTURE_SIZE); })()`;

let site: HardSite;
let harness: PlainHarness;
const pages = HARD_PAGES.map((page) => [page.name, page] as const);

beforeAll(async () => {
  site = await startHardSite();
});
afterAll(async () => site.close());

describe.each(SCALES)('at a display scale of %d', (scale) => {
  beforeAll(async () => {
    harness = await launchPlainHarness([`--force-device-scale-factor=${scale}`]);
  });
  afterAll(async () => harness.close());

  it.each(pages)('%s', async (_name, page) => {
    const { record } = await tryPage(harness, site, page);
    expect(record.scale).toBe(scale);
  });
});

describe('with textures of 8,192 at most', () => {
  beforeAll(async () => {
    harness = await launchPlainHarness(WEAK_GRAPHICS);
  });
  afterAll(async () => harness.close());

  it('really has that limit: one shot of 16,000 px is refused or wrong', async () => {
    const id = await harness.call('open');
    await harness.call('visit', id, `${site.http}/p/long-16000`);
    expect(await harness.call('inPage', id, TEXTURE_SIZE)).toBe(8_192);
    expect(await harness.call('gpu')).toMatchObject({ gpu_compositing: 'enabled', rasterization: 'enabled_force' });
    const shot = {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: 1_366, height: 16_000, scale: 1 },
    };
    const codes = await harness.call('cdp', id, 'Page.captureScreenshot', shot).then(
      (answer) => readRowCodes(PNG.sync.write(PNG.sync.read(Buffer.from((answer as { data: string }).data, 'base64')))),
      () => [],
    );
    await harness.call('close', id);
    expect(codes.length).toBeLessThan(666);
  });

  it.each(pages)('%s', async (_name, page) => {
    await tryPage(harness, site, page);
  });
});
