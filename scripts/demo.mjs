/** `npm run demo`: the main job on sample data, start to finish, on a virtual display where there is none. */
import { ensureDisplay } from './lib/display.mjs';
import { launchSettings, noSandboxLine } from './lib/launch.mjs';
import { inRoot } from './lib/paths.mjs';
import { projectEnvironment, runInherited, typeScriptArguments } from './lib/run.mjs';
import { say, stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

await prepareNode();
const runtime = await prepareWindow('demo').catch((error) => stop(error.message));
const settings = launchSettings(runtime);
if (settings.args.includes('--no-sandbox')) say(noSandboxLine);
const removeDisplay = await ensureDisplay();
process.exitCode = await runInherited(
  process.execPath,
  [...typeScriptArguments, inRoot('scripts', 'demo', 'main.ts'), ...process.argv.slice(2)],
  {
    env: projectEnvironment({ ...settings.env, NETRA_LAUNCH: JSON.stringify(settings) }),
  },
);
removeDisplay();
