/** `npm start`: opens the app, after installing and building what is missing. */
import { hasDisplay, noDisplayLine } from './lib/display.mjs';
import { launchSettings, noSandboxLine } from './lib/launch.mjs';
import { projectEnvironment, runInherited } from './lib/run.mjs';
import { say, stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

if (!hasDisplay()) stop(noDisplayLine);
await prepareNode();
const runtime = await prepareWindow('window').catch((error) => stop(error.message));
const { executable, args, env } = launchSettings(runtime);
if (args.includes('--no-sandbox')) say(noSandboxLine);
process.exitCode = await runInherited(executable, [...args, ...process.argv.slice(2)], {
  env: projectEnvironment(env),
});
