/** Before any end-to-end test: an Electron, the built app, a display. Needed once, whatever number of files is run. */
import { ensureDisplay } from '../../scripts/lib/display.mjs';
import { launchSettings } from '../../scripts/lib/launch.mjs';
import { prepareWindow } from '../../scripts/lib/set-up.mjs';

/** Vitest's global set-up; the returned function takes the display away again. */
export default async function setUp(): Promise<() => void> {
  process.env['NETRA_LAUNCH'] ??= JSON.stringify(launchSettings(await prepareWindow('tests')));
  return (await ensureDisplay()) as () => void;
}
