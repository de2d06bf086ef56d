/** Opens the demo's vault in the real app and takes a picture of each screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from 'playwright-core';

export interface ScreenshotRequest {
  readonly vault: string;
  readonly passphrase: string;
  readonly output: string;
}

const SCREENS = [
  ['beranda', '/'],
  ['kasus', '/kasus'],
  ['bukti', '/bukti'],
  ['pegawai', '/pegawai'],
  ['dokumen', '/dokumen'],
  ['jejak-audit', '/jejak'],
  ['pengaturan', '/pengaturan'],
] as const;

interface Launch {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Names of the pictures, in the output folder. */
export async function takeScreenshots({ vault, passphrase, output }: ScreenshotRequest): Promise<string[]> {
  const launch = JSON.parse(process.env['NETRA_LAUNCH'] ?? 'null') as Launch;
  const profile = await mkdtemp(path.join(tmpdir(), 'netra-demo-profile-'));
  const app = await _electron.launch({
    executablePath: launch.executable,
    args: [`--user-data-dir=${profile}`, ...launch.args, '--vault', vault],
    env: { ...(process.env as Record<string, string>), ...launch.env },
  });
  try {
    const page = await app.firstWindow();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    await page.locator('input[type=password]').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.locator('nav').first().waitFor();
    const names: string[] = [];
    for (const [name, address] of SCREENS) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, address);
      await settled(page);
      await page.screenshot({ path: path.join(output, `${name}.png`) });
      names.push(`${name}.png`);
    }
    return names;
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The screen is there: a heading, no skeleton, pictures decoded. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('.mantine-Skeleton-root') === null &&
      [...document.images].every((image) => image.complete),
  );
}
