/** `npm run season -- FOLDER`: the sample vault of a whole campaign season; see scripts/season. */
import { buildIfStale } from './lib/build.mjs';
import { inRoot } from './lib/paths.mjs';
import { runInherited, typeScriptArguments } from './lib/run.mjs';
import { stop } from './lib/say.mjs';
import { prepareNode } from './lib/set-up.mjs';

await prepareNode();
await buildIfStale().catch((error) => stop(error.message));
process.exitCode = await runInherited(process.execPath, [
  ...typeScriptArguments,
  inRoot('scripts', 'season', 'main.ts'),
  ...process.argv.slice(2),
]);
