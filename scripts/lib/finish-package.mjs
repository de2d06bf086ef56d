/** The last step of packaging, on the unpacked app: what must not be in it goes, the fuses are burnt in and read back. */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fallbackMarker } from './electron-fallback.mjs';
import { setFuses } from './fuses.mjs';
import { packagedExecutable } from './packaging.mjs';
import { say } from './say.mjs';

/**
 * electron-builder's `afterPack`, also when it is run without our script. Refuses the development runtime by the marker that lies
 * in its folder.
 *
 * @param {object} context electron-builder's own
 * @param {{smokeTest: boolean}} options
 */
export async function finishPackage(context, { smokeTest }) {
  if (!smokeTest && existsSync(path.join(context.appOutDir, fallbackMarker))) {
    throw new Error('The development runtime is never packaged.');
  }
  // The runtime's own start-any-folder app.
  rmSync(path.join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true });
  const { set, skipped } = await setFuses(packagedExecutable(context), { strict: !smokeTest });
  say(`Fuses set and read back: ${set.join(', ')}.`);
  if (skipped.length > 0) say(`Not in this runtime, so not set: ${skipped.join(', ')}.`);
}
