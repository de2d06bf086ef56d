/**
 * Prints as one JSON document how the app is started here: `{executable, args, env}`. For programs of this tree that start a
 * window themselves (the command line's capture); sets up what is missing, as `npm start` does, a virtual display included.
 */
import { hasDisplay } from './lib/display.mjs';
import { launchSettings } from './lib/launch.mjs';
import { stop } from './lib/say.mjs';
import { prepareNode, prepareWindow } from './lib/set-up.mjs';

await prepareNode();
const runtime = await prepareWindow(hasDisplay() ? 'window' : 'display').catch((error) => stop(error.message));
process.stdout.write(`${JSON.stringify(launchSettings(runtime))}\n`);
