/**
 * Starts the app for another program of this tree (the command line's capture): set up as by `npm start`, on a virtual display
 * where there is none, its streams and its exit code those of this process. All arguments go to the app.
 */
import { ensureDisplay } from './lib/display.mjs';
import { launchSettings, noSandboxLine } from './lib/launch.mjs';
import { projectEnvironment, runInherited } from './lib/run.mjs';
import { say, stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

await prepareNode();
const runtime = await prepareWindow('display').catch((error) => stop(error.message));
const { executable, args, env } = launchSettings(runtime);
if (args.includes('--no-sandbox')) say(noSandboxLine);
const removeDisplay = await ensureDisplay();
process.exitCode = await runInherited(executable, [...args, ...process.argv.slice(2)], {
  env: projectEnvironment(env),
});
removeDisplay();
