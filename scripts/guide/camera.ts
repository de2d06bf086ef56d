/** Takes pictures of the app's windows, still and settled: the guide's are 1366x768, as on an office laptop. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { PNG } from 'pngjs';

const WIDTH = 1366;
const HEIGHT = 768;

export interface Camera {
  /** Waits until nothing moves or loads, then keeps the window's picture under that name. */
  take(name: string): Promise<void>;
  /** The capture window: its tool bar with the page's view below, as they stand on the screen. */
  takeCaptureWindow(name: string, bar: Page, address: string): Promise<void>;
}

/** A camera on the app's main window; the window gets the pictures' size. */
export async function setUpCamera(app: ElectronApplication, page: Page, folder: string): Promise<Camera> {
  await resize(app, page, [WIDTH, HEIGHT]);
  const keep = (name: string, bytes: Buffer): void => writeFileSync(path.join(folder, `${name}.png`), bytes);
  return {
    take: async (name) => {
      await dismissNotices(page);
      await settled(page);
      keep(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
    },
    takeCaptureWindow: async (name, bar, address) => {
      const view = await app.evaluate(async ({ webContents }, url) => {
        const found = webContents.getAllWebContents().find((contents) => contents.getURL() === url);
        return (await found?.capturePage())?.toPNG().toString('base64') ?? '';
      }, address);
      const viewport = await bar.evaluate(
        () => document.querySelector('header, body > *')?.getBoundingClientRect().bottom ?? 0,
      );
      const head = await bar.screenshot({
        clip: { x: 0, y: 0, width: await widthOf(bar), height: Math.ceil(viewport) },
      });
      keep(name, stacked(PNG.sync.read(head), PNG.sync.read(Buffer.from(view, 'base64'))));
    },
  };
}

/** Gives the main window's page that size in CSS pixels, and waits until it has it. */
export async function resize(app: ElectronApplication, page: Page, size: readonly [number, number]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    [...size] as [number, number],
  );
  await page.waitForFunction(([width, height]) => window.innerWidth === width && window.innerHeight === height, [
    ...size,
  ] as [number, number]);
}

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => window.innerWidth);
}

/** One picture above the other, as wide as the narrower. */
function stacked(above: PNG, below: PNG): Buffer {
  const width = Math.min(above.width, below.width);
  const height = Math.min(above.height + below.height, HEIGHT);
  const whole = new PNG({ width, height });
  PNG.bitblt(above, whole, 0, 0, width, above.height, 0, 0);
  PNG.bitblt(below, whole, 0, 0, width, height - above.height, 0, above.height);
  return PNG.sync.write(whole);
}

/** What was said of earlier steps does not belong in this picture. */
async function dismissNotices(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('.mantine-Notification-closeButton')) button.click();
  });
  await page.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' });
}

/** No skeleton, pictures decoded, fonts there, nothing scrolling. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('.mantine-Skeleton-root') === null &&
      document.fonts.status === 'loaded' &&
      [...document.images].every((image) => image.complete),
  );
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
  await page.evaluate(cameToRest);
}

/** Resolves when nothing on the page has scrolled, come or gone for fifteen frames: longer than a skeleton keeps one waiting. */
function cameToRest(): Promise<void> {
  const place = (): string => {
    const all = [...document.querySelectorAll('*')];
    return `${all.length} ${all.reduce((sum, one) => sum + one.scrollTop, 0)}`;
  };
  return new Promise((resolve) => {
    let last = place();
    let still = 0;
    const look = (): void => {
      const now = place();
      still = now === last ? still + 1 : 0;
      last = now;
      if (still >= 15) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
