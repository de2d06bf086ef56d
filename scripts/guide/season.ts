/** Pictures of what the office does around its cases, in the vault of a season that ends today. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtWorkers } from '../season/built-workers.ts';
import { makeSeason } from '../season/make-season.ts';
import { setUpCamera } from './camera.ts';
import { inSeasonApp } from './season-app.ts';

/** Each picture's name and the address that it is of. */
const PLACES = [
  ['beranda-musim', '/'],
  ['pemilihan', '/pemilihan'],
  ['pemantauan', '/pemantauan'],
  ['aduan', '/aduan'],
  ['hoaks', '/hoaks'],
  ['sosialisasi', '/sosialisasi'],
  ['rekap', '/rekap'],
] as const;

/** Makes a season's vault that ends today, and keeps a picture of each place in the folder. */
export async function takeMadeSeason(folder: string): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), 'netra-guide-season-'));
  const directory = path.join(work, 'vault');
  try {
    const { service } = await makeSeason({
      directory,
      profileDirectory: path.join(work, 'profile'),
      workers: builtWorkers(),
      lastDay: new Date().toISOString().slice(0, 10),
    });
    await service.lock('quit');
    await takeSeason(folder, directory);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Opens a season's vault in the app, and keeps a picture of each place in the folder. */
export async function takeSeason(folder: string, directory: string): Promise<void> {
  await inSeasonApp(directory, async ({ netra, page }) => {
    const camera = await setUpCamera(netra.app, page, folder);
    for (const [name, address] of PLACES) {
      await page.evaluate((hash) => window.location.assign(hash), `#${address}`);
      // The page before has a heading, too: it is there when the rail says so and nothing is waited for any more.
      await page.locator(`.n-rail a[aria-current="page"][href$="#${address}"]`).waitFor();
      await page.waitForFunction(() => document.querySelector('.n-bones, [aria-busy="true"]') === null);
      await camera.take(name);
    }
  });
}
