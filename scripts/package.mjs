/**
 * `npm run package`: the unpacked app for this platform. Refuses to package the development runtime, except with `--smoke-test`,
 * whose result is named so that nobody takes it for a release.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { packagingDecision, packagedExecutable } from './lib/packaging.mjs';
import { inRoot } from './lib/paths.mjs';
import { say, stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

await prepareNode();
const runtime = await prepareWindow('window').catch((error) => stop(error.message));
const decision = packagingDecision(runtime, process.argv.includes('--smoke-test'));
if (decision.kind === 'refuse') stop(decision.line);
if (decision.kind === 'smoke-test') say(decision.line);

const { build, Platform } = await import('electron-builder');
const { default: config } = await import('../electron-builder.config.mjs');
const { setFuses } = await import('./lib/fuses.mjs');
const isSmokeTest = decision.kind === 'smoke-test';

await build({
  targets: Platform.current().createTarget('dir'),
  publish: 'never',
  config: {
    ...config,
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    ...(isSmokeTest && {
      productName: 'Netra smoke test',
      directories: { ...config.directories, output: 'dist/smoke-test' },
    }),
    afterPack: async (context) => {
      const executable = packagedExecutable(context);
      // The runtime's own start-any-folder app; it has no business in a package.
      rmSync(path.join(context.packager.getResourcesDir(context.appOutDir), 'default_app.asar'), { force: true });
      const { set, skipped } = await setFuses(executable, { strict: !isSmokeTest });
      say(`Fuses set and read back: ${set.join(', ')}.`);
      if (skipped.length > 0) say(`Not in this runtime, so not set: ${skipped.join(', ')}.`);
    },
  },
}).catch((error) => stop(`Packaging failed: ${error.message}`));
say(`The app is in ${path.relative(process.cwd(), inRoot(isSmokeTest ? 'dist/smoke-test' : 'dist'))}.`);
