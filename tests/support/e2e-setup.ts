/** Before any end-to-end test: an Electron, the built app, a display. Needed once, whatever number of files is run. */
import { ensureDisplay } from '../../scripts/lib/display.mjs';
import { launchSettings } from '../../scripts/lib/launch.mjs';
import { prepareWindow } from '../../scripts/lib/set-up.mjs';

let removeDisplay = (): void => undefined;

/** Vitest's global set-up. */
export async function setup(): Promise<void> {
  process.env['NETRA_LAUNCH'] ??= JSON.stringify(launchSettings(await prepareWindow('tests')));
  removeDisplay = await ensureDisplay();
}

/** Takes a virtual display away again. */
export function teardown(): void {
  removeDisplay();
}
