/**
 * Walks the real app over a practice vault as the guide tells it, and keeps a picture of each place. A step that does not
 * find what the guide names fails the run: the guide's labels are the app's.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sitDown } from '../../tests/support/journey/person.ts';
import { setUpCamera } from './camera.ts';
import { startPlainSite } from './plain-site.ts';
import { takeSeason } from './season.ts';
import { walk } from './walk.ts';

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../docs/panduan/gambar'));
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
await takeSeason(folder);
process.stdout.write(`${folder}\n`);
