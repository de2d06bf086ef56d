/** The npm packages: installed when they are missing or are not those of the lockfile. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runNpm } from './run.mjs';
import { say, stop } from './say.mjs';

/**
 * Names what the lockfile asks for and `node_modules` does not have in that version. Optional packages are left out: most are
 * for other platforms.
 *
 * @param lock content of package-lock.json
 * @param installed content of node_modules/.package-lock.json, npm's own record of what it put there
 */
export function missingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([place, wanted]) => place !== '' && wanted.optional !== true && wanted.link !== true)
    .filter(([place, wanted]) => installed.packages[place]?.version !== wanted.version)
    .map(([place]) => place);
}

/** Installs the packages when needed. Needs nothing but Node 20 and npm. */
export function ensurePackages() {
  const record = inRoot('node_modules', '.package-lock.json');
  const fresh = !existsSync(record);
  if (!fresh && missingPackages(readJson(inRoot('package-lock.json')), readJson(record)).length === 0) return;
  say(fresh ? 'Installing the npm packages (once).' : 'The lockfile has changed: installing what is new.');
  // Not `ci`: it empties a tree that may be in use, and it refuses a lockfile that was written where the registry does not
  // offer other platforms' optional packages. Versions are those of the lockfile all the same, and it is not written to.
  const code = runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error']);
  if (code !== 0) stop(`npm install ended with ${code}; its messages are above.`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
