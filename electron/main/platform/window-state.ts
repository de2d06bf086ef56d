/** Where the main window was, and whether it may be there again. Sizes in device-independent pixels. */
import { z } from 'zod';

const area = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
export const windowStateShape = area.extend({ maximized: z.boolean() });
export type Area = z.infer<typeof area>;
export type WindowState = z.infer<typeof windowStateShape>;

/** Fits above the task bar of a 1366 x 768 screen at 125 %, which is 1093 x 614. */
export const MINIMUM_SIZE = { width: 960, height: 540 } as const;
const USUAL_SIZE = { width: 1360, height: 880 } as const;
/** At least this much of the window must lie on a screen for it to be found and moved. */
const VISIBLE = { width: 160, height: 80 } as const;

/**
 * Bounds for the window: as remembered when enough of it lies on a screen that exists now, else centred on the first screen.
 *
 * @param workAreas usable areas of the screens, the main one first
 */
export function placeWindow(remembered: WindowState | null, workAreas: readonly Area[]): WindowState {
  const first = workAreas[0] ?? { x: 0, y: 0, ...USUAL_SIZE };
  const home = remembered === null ? undefined : workAreas.find((screen) => isReachable(remembered, screen));
  const screen = home ?? first;
  const width = clamp(remembered?.width ?? USUAL_SIZE.width, MINIMUM_SIZE.width, screen.width);
  const height = clamp(remembered?.height ?? USUAL_SIZE.height, MINIMUM_SIZE.height, screen.height);
  const maximized = remembered?.maximized ?? false;
  if (remembered !== null && home !== undefined) return { x: remembered.x, y: remembered.y, width, height, maximized };
  return {
    x: Math.round(screen.x + (screen.width - width) / 2),
    y: Math.round(screen.y + (screen.height - height) / 2),
    width,
    height,
    maximized,
  };
}

function isReachable(window: Area, screen: Area): boolean {
  const right = Math.min(window.x + window.width, screen.x + screen.width);
  const bottom = Math.min(window.y + window.height, screen.y + screen.height);
  const overlap = { width: right - Math.max(window.x, screen.x), height: bottom - Math.max(window.y, screen.y) };
  // Its title bar is at the top: a window above the screen cannot be moved.
  return window.y >= screen.y - 8 && overlap.width >= VISIBLE.width && overlap.height >= VISIBLE.height;
}

/** On a screen that is smaller than the minimum, the screen wins. */
function clamp(value: number, minimum: number, maximum: number): number {
  return Math.min(Math.max(value, minimum), maximum);
}
