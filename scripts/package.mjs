/**
 * `npm run package`: the unpacked app for this platform. Refuses to package the development runtime, except with `--smoke-test`,
 * whose result is named so that nobody takes it for a release.
 */
import path from 'node:path';
import { packagingDecision } from './lib/packaging.mjs';
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
const { finishPackage } = await import('./lib/finish-package.mjs');
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
      afterPack: (context) => finishPackage(context, { smokeTest: true }),
    }),
  },
}).catch((error) => stop(`Packaging failed: ${error.message}`));
say(`The app is in ${path.relative(process.cwd(), inRoot(isSmokeTest ? 'dist/smoke-test' : 'dist'))}.`);
