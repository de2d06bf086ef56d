/** Pictures of what the office does around its cases, in the vault of a season that ends today. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sitDown, unlock, waitForDoor } from '../../tests/support/journey/person.ts';
import { builtWorkers } from '../season/built-workers.ts';
import { makeSeason, SEASON_PASSPHRASE } from '../season/make-season.ts';
import { setUpCamera } from './camera.ts';

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

/** Makes the vault, opens it in the app, and keeps a picture of each place in the folder. */
export async function takeSeason(folder: string): Promise<void> {
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
    const { netra, page } = await sitDown({ args: ['--vault', directory] });
    try {
      await waitForDoor(page);
      await unlock(page, SEASON_PASSPHRASE);
      await page.getByRole('navigation', { name: 'Menu utama' }).waitFor();
      const camera = await setUpCamera(netra.app, page, folder);
      for (const [name, address] of PLACES) {
        await page.evaluate((hash) => window.location.assign(hash), `#${address}`);
        await page.locator('h1').first().waitFor();
        await camera.take(name);
      }
    } finally {
      await netra.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
