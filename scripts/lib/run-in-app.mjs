/** Runs a TypeScript script that drives the real app: Electron made ready, and a display where there is none. */
import { ensureDisplay } from './display.mjs';
import { launchSettings, noSandboxLine } from './launch.mjs';
import { inRoot } from './paths.mjs';
import { projectEnvironment, runInherited, typeScriptArguments } from './run.mjs';
import { say, stop } from './say.mjs';
import { prepareNode, prepareWindow } from './set-up.mjs';

/**
 * @param {string[]} script its place below scripts
 * @param {string[]} words its arguments
 * @param {string} [screen] of a virtual display, WIDTHxHEIGHT
 * @returns {Promise<number>} its exit code
 */
export async function runInApp(script, words, screen) {
  await prepareNode();
  const runtime = await prepareWindow('display').catch((error) => stop(error.message));
  const settings = launchSettings(runtime);
  if (settings.args.includes('--no-sandbox')) say(noSandboxLine);
  const removeDisplay = await ensureDisplay(screen);
  try {
    return await runInherited(process.execPath, [...typeScriptArguments, inRoot('scripts', ...script), ...words], {
      env: projectEnvironment({ ...settings.env, NETRA_LAUNCH: JSON.stringify(settings) }),
    });
  } finally {
    removeDisplay();
  }
}
