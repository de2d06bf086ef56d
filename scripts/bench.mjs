/** `npm run bench`: each figure against its named baseline in the same run; a table, and a JSON file under bench-output/. */
import { ensureDisplay } from './lib/display.mjs';
import { launchSettings } from './lib/launch.mjs';
import { inRoot } from './lib/paths.mjs';
import { projectEnvironment, runInherited, typeScriptArguments } from './lib/run.mjs';
import { stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

await prepareNode();
const runtime = await prepareWindow('tests').catch((error) => stop(error.message));
const settings = launchSettings(runtime);
const removeDisplay = await ensureDisplay();
process.exitCode = await runInherited(
  process.execPath,
  [...typeScriptArguments, inRoot('tests', 'bench', 'main.ts'), ...process.argv.slice(2)],
  {
    env: projectEnvironment({ ...settings.env, NETRA_LAUNCH: JSON.stringify(settings) }),
  },
);
removeDisplay();
