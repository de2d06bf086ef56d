/** The steps that every command begins with. Each returns at once when there is nothing to do. */
import { ensureSupportedNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';

/** Packages, and a Node that can load them. Under an older Node this does not return: the script is run again by the right one. */
export async function prepareNode() {
  await ensurePackages();
  await ensureSupportedNode();
}

/**
 * Everything that a window needs: system libraries, an Electron, the built app.
 *
 * @param {'window' | 'display' | 'demo' | 'tests'} purpose
 * @returns {Promise<import('./electron.mjs').ElectronRuntime>}
 */
export async function prepareWindow(purpose) {
  // Loaded only now: these may stand on packages that have just been installed.
  const { ensureSystemLibraries } = await import('./system-libraries.mjs');
  const { ensureElectron } = await import('./electron.mjs');
  const { buildIfStale } = await import('./build.mjs');
  await ensureSystemLibraries(purpose);
  const runtime = await ensureElectron();
  await buildIfStale();
  return runtime;
}
