/**
 * Walks the real app over a practice vault as the guide tells it, and keeps a picture of each place. A step that does not
 * find what the guide names fails the run: the guide's labels are the app's.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { sitDown } from '../../tests/support/journey/person.ts';
import { setUpCamera } from './camera.ts';
import { startPlainSite } from './plain-site.ts';
import { takeMadeSeason, takeSeason } from './season.ts';
import { walk } from './walk.ts';

const words = process.argv.slice(2);
const folder = path.resolve(
  words.find((word) => !word.startsWith('--')) ?? path.join(import.meta.dirname, '../../docs/panduan/gambar'),
);
const season = words.find((word) => word.startsWith('--season='))?.slice('--season='.length);
mkdirSync(folder, { recursive: true });
const site = await startPlainSite();
const person = await sitDown();
try {
  const camera = await setUpCamera(person.netra.app, person.page, folder);
  await walk({ person, camera, site });
} finally {
  await person.netra.close();
  await site.close();
}
await (season === undefined ? takeMadeSeason(folder) : takeSeason(folder, path.resolve(season)));
// A third of the size to the eye's full content; without ImageMagick they stay as they were taken.
const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
spawnSync('mogrify', ['+dither', '-colors', '256', '-define', 'png:format=png8', ...pictures], { cwd: folder });
process.stdout.write(`${folder}\n`);
