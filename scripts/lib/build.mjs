/** The program files in out/, made again when what they are made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot } from './paths.mjs';
import { runCollected } from './run.mjs';
import { say } from './say.mjs';

/** Folders and files that the build reads. */
const inputs = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

const stampFile = inRoot('out', '.inputs-sha256');

/** Two commands at once must not write into out/ together. */
const lockFile = inRoot('.cache', 'build.lock');

/** SHA-256 over names and bytes of all inputs, hex. */
export function hashInputs(base, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesUnder(path.join(base, name))).sort()) {
    hash
      .update(`${path.relative(base, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Builds when out/ is not made of the present inputs. Rejects with the builder's own words when it fails. */
export async function buildIfStale() {
  await withLock(lockFile, async () => {
    const now = hashInputs(inRoot(), inputs);
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
    await runBuilder(now);
  });
}

/** Builds in any case. */
export async function build() {
  await withLock(lockFile, () => runBuilder(hashInputs(inRoot(), inputs)));
}

async function runBuilder(inputsHash) {
  say('Building the app.');
  const { code, output } = await runCollected(process.execPath, [
    inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '-c',
    'electron.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
  if (existsSync(inRoot('out'))) writeFileSync(stampFile, inputsHash);
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  const entries = readdirSync(path.dirname(place), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.basename(place));
  if (self?.isFile()) return [place];
  return readdirSync(place).flatMap((name) => filesUnder(path.join(place, name)));
}
