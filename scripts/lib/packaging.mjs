/** What may be packaged, and where the program is in a package. */
import path from 'node:path';

/**
 * @param {import('./electron.mjs').ElectronRuntime} runtime
 * @param {boolean} isSmokeTest whether the person asked for a smoke test in so many words
 * @returns {{kind: 'release'} | {kind: 'smoke-test' | 'refuse', line: string}}
 */
export function packagingDecision(runtime, isSmokeTest) {
  if (isSmokeTest) {
    return {
      kind: 'smoke-test',
      line: 'A smoke test of packaging, under dist/smoke-test: not a release, not to be given to anybody.',
    };
  }
  if (!runtime.isFallback) return { kind: 'release' };
  return {
    kind: 'refuse',
    line:
      `Electron ${runtime.version} here is the development runtime, a browser of 2023: it is never packaged. ` +
      'Package where the official Electron can be downloaded, or try the steps with `npm run package -- --smoke-test`.',
  };
}

/** Path of the program that carries the fuses; `context` is electron-builder's own for `afterPack`. */
export function packagedExecutable({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${name}.exe`);
  return path.join(appOutDir, packager.executableName);
}
