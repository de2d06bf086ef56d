/**
 * Runs the app for another program of this tree (the command line's capture), on a virtual display where there is none; its
 * streams and its exit code are those of this process. NETRA_LAUNCH says how it is started (electron-launch.mjs prints that);
 * all arguments go to the app.
 */
import { ensureDisplay } from './lib/display.mjs';
import { projectEnvironment, runInherited } from './lib/run.mjs';
import { stop } from './lib/say.mjs';

const given = process.env['NETRA_LAUNCH'] ?? stop('NETRA_LAUNCH does not say how the app is started.');
const { executable, args, env } = JSON.parse(given);
const removeDisplay = await ensureDisplay().catch((error) => stop(error.message));
const appArguments = [...args, ...process.argv.slice(2)];
process.exitCode = await runInherited(executable, appArguments, { env: projectEnvironment(env) }).catch((error) =>
  stop(error.message),
);
removeDisplay();
