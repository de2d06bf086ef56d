/** The one module that answers "which Electron?". Its callers get a runtime that starts, or one line that says why there is none. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureFallbackRuntime, fallbackIsRecent, fallbackMarker, fallbackRuntime } from './electron-fallback.mjs';
import { inRoot } from './paths.mjs';
import { projectEnvironment, runCollected } from './run.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder the unpacked runtime, as electron-builder's `electronDist` wants it
 * @property {string} executable the program to start
 * @property {string} version such as `45.4.1`; `unknown` when the folder does not say
 * @property {'override' | 'installed' | 'downloaded' | 'fallback'} source which rule chose it
 * @property {boolean} isFallback the development-only runtime, whichever rule chose it
 */

/** Milliseconds until an unreachable download site counts as unreachable. */
const reachTimeout = 6_000;
/** Milliseconds the official download may take once its site has answered. */
const downloadTimeout = 15 * 60_000;

/** The executable's place inside a runtime's folder. */
export function executableInside(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * The order of the rules, with every effect injected so that both ends of each rule are tested.
 *
 * @param {object} effects
 * @param {string | undefined} effects.override value of Electron's own variable ELECTRON_OVERRIDE_DIST_PATH
 * @param {() => string | null} effects.installed folder of the official binary if it is installed
 * @param {() => Promise<boolean>} effects.download the official download; true when it succeeded
 * @param {boolean} effects.fallbackPossible whether this machine can run the fallback
 * @param {() => Promise<string>} effects.fallback unpacks the fallback and returns its folder
 * @param {(folder: string) => boolean} effects.isRuntime whether a folder holds an Electron
 * @returns {Promise<{folder: string, source: ElectronRuntime['source']}>}
 */
export async function chooseElectron(effects) {
  if (effects.override) {
    if (!effects.isRuntime(effects.override)) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${effects.override}, and there is no Electron in it.`);
    }
    return { folder: effects.override, source: 'override' };
  }
  const installed = effects.installed();
  if (installed !== null) return { folder: installed, source: 'installed' };
  if (await effects.download()) {
    const downloaded = effects.installed();
    if (downloaded !== null) return { folder: downloaded, source: 'downloaded' };
  }
  if (effects.fallbackPossible) return { folder: await effects.fallback(), source: 'fallback' };
  throw new Error(
    'No Electron: the official download failed. Try again with a connection, or set ELECTRON_OVERRIDE_DIST_PATH.',
  );
}

/**
 * Finds or fetches an Electron and says in one line which one it is.
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron() {
  const { folder, source } = await chooseElectron({
    override: process.env['ELECTRON_OVERRIDE_DIST_PATH'],
    installed: installedFolder,
    // A machine that could not reach the site within the last day does not wait for it at each start.
    download: async () => !fallbackIsRecent() && downloadOfficial(),
    fallbackPossible: process.platform === fallbackRuntime.platform && process.arch === fallbackRuntime.arch,
    fallback: ensureFallbackRuntime,
    isRuntime: (candidate) => existsSync(path.join(candidate, executableInside(process.platform))),
  });
  const runtime = describeRuntime(folder, source);
  say(runtimeLine(runtime));
  return runtime;
}

/** The line that tells a person which runtime is used. */
export function runtimeLine(runtime) {
  if (!runtime.isFallback) return `Electron ${runtime.version} (${runtime.source}).`;
  return (
    `Electron ${runtime.version}: a development runtime out of the npm package ${fallbackRuntime.packageName}, ` +
    'because the official one cannot be reached. It is never shipped.'
  );
}

/** @returns {ElectronRuntime} */
function describeRuntime(folder, source) {
  const versionFile = path.join(folder, 'version');
  return {
    folder,
    executable: path.join(folder, executableInside(process.platform)),
    version: existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown',
    source,
    isFallback: existsSync(path.join(folder, fallbackMarker)),
  };
}

/** Folder of the official binary that belongs to the installed `electron` package, or null. */
function installedFolder() {
  const folder = inRoot('node_modules', 'electron', 'dist');
  const versionFile = path.join(folder, 'version');
  if (!existsSync(versionFile) || !existsSync(path.join(folder, executableInside(process.platform)))) return null;
  const found = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return found === electronPackageVersion() ? folder : null;
}

/** Asks the download site first: the installer itself would wait long for a network that is not there. */
async function downloadOfficial() {
  const version = electronPackageVersion();
  // Old and new proxies alike: Node's own fetch listens to these variables only when it is told to.
  const env = projectEnvironment({ NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: '1' });
  const probe = `fetch(process.argv[1], { method: 'HEAD', signal: AbortSignal.timeout(${reachTimeout}) }).then((answer) => process.exit(answer.ok ? 0 : 3), () => process.exit(3))`;
  const reached = await runCollected(process.execPath, ['-e', probe, downloadAddress(version)], {
    env,
    timeout: reachTimeout * 2,
  });
  if (reached.code !== 0) {
    say(`The official download of Electron ${version} cannot be reached from here.`);
    return false;
  }
  say(`Downloading Electron ${version} (once).`);
  const installer = inRoot('node_modules', 'electron', 'install.js');
  const result = await runCollected(process.execPath, [installer], { env, timeout: downloadTimeout });
  if (result.code !== 0) say(`The official download of Electron ${version} failed: ${firstLine(result.output)}`);
  return result.code === 0;
}

/** A small file that stands beside the binaries of a release, at the mirror the person may have set. */
function downloadAddress(version) {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror.replace(/\/?$/, '/')}v${version}/SHASUMS256.txt`;
}

function electronPackageVersion() {
  return JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version;
}

function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}
