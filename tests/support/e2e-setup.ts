/** Before any end-to-end test: an Electron, the built app, displays. Needed once, whatever number of files is run. */
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.mjs';
import { launchSettings } from '../../scripts/lib/launch.mjs';
import { prepareWindow } from '../../scripts/lib/set-up.mjs';
import { DISPLAYS } from './e2e-display.ts';

const stops: (() => void)[] = [];

/**
 * Vitest's global set-up. Where there is no display, each of the processes that run tests gets one of its own: the focus and
 * the clipboard are a display's.
 */
export async function setup({ config }: { config: { maxWorkers: number } }): Promise<void> {
  process.env['NETRA_LAUNCH'] ??= JSON.stringify(launchSettings(await prepareWindow('tests')));
  if (hasDisplay()) return;
  const displays: string[] = [];
  for (let worker = 0; worker < config.maxWorkers; worker += 1) {
    const { display, stop } = await startVirtualDisplay();
    displays.push(display);
    stops.push(stop);
  }
  process.env[DISPLAYS] = displays.join(' ');
}

/** Takes virtual displays away again. */
export function teardown(): void {
  for (const stop of stops) stop();
}
