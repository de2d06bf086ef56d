/** A still picture of each screen, by main alone. What cannot be had is an error with its reason, never a black picture. */
import { AppError } from '#shared/errors/app-error.ts';
import { devicePixels, type Rectangle, type Size } from '#shared/domain/evidence/screen-region.ts';

/** The part of Electron's NativeImage that is used; its pictures are our own, no file is decoded here. */
export interface StillPicture {
  getSize(): Size;
  crop(rectangle: Rectangle): StillPicture;
  /** Four bytes a pixel, the last one the alpha. */
  toBitmap(): Uint8Array;
  toPNG(): Uint8Array;
  isEmpty(): boolean;
}
/** The part of Electron's Display that is used. */
export interface ScreenDisplay {
  readonly id: number;
  readonly label?: string;
  readonly scaleFactor: number;
  readonly bounds: Rectangle;
}
/** One screen as the system offers it. */
export interface ScreenSource {
  readonly display_id: string;
  readonly thumbnail: StillPicture;
}
export interface Still {
  readonly display: ScreenDisplay;
  readonly picture: StillPicture;
}

export interface StillParts {
  displays(): readonly ScreenDisplay[];
  /** Every screen, each in a picture that fits into the size and keeps its shape. */
  sources(size: Size): Promise<readonly ScreenSource[]>;
}

/** Why this desktop gives no picture of its screens, as far as it can be known before one is asked for. */
export function obstacleOf(desktop: {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What macOS says of the right to record the screen. */
  permission(): string;
}): 'SCREEN_WAYLAND' | 'SCREEN_NOT_PERMITTED' | null {
  const { platform, environment } = desktop;
  if (platform === 'linux') {
    const wayland = environment['XDG_SESSION_TYPE'] === 'wayland' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
    return wayland ? 'SCREEN_WAYLAND' : null;
  }
  // Without an answer the system asks the person when the picture is taken.
  if (platform === 'darwin' && ['denied', 'restricted'].includes(desktop.permission())) return 'SCREEN_NOT_PERMITTED';
  return null;
}

/** A still of every display, in its own pixels. SCREEN_NOT_READABLE, SCREEN_BLACK when all are black. */
export async function takeStills({ displays, sources }: StillParts): Promise<Still[]> {
  const all = displays();
  const stills: Still[] = [];
  // Asked for each by itself: a size for all would shrink or stretch those of another size.
  for (const display of all) stills.push({ display, picture: await stillOf(display, all.length, sources) });
  if (stills.length === 0) throw new AppError('SCREEN_NOT_READABLE');
  if (stills.every(({ picture }) => isBlack(picture))) throw new AppError('SCREEN_BLACK');
  return stills;
}

/** In the size of the screen itself: the system fits what it has into the size that is asked for, whatever that is. */
async function stillOf(
  display: ScreenDisplay,
  displays: number,
  sources: StillParts['sources'],
): Promise<StillPicture> {
  let first: StillPicture | null = null;
  for (const size of devicePixels(display.bounds, display.scaleFactor)) {
    const offered = await sources(size).catch((error: unknown) => {
      throw new AppError('SCREEN_NOT_READABLE', {}, { cause: error });
    });
    const picture = sourceOf(display, displays, offered)?.thumbnail;
    if (picture === undefined || picture.isEmpty()) throw new AppError('SCREEN_NOT_READABLE');
    const { width, height } = picture.getSize();
    // Of another shape, the screen is not of that size, and its pixels were mixed to fit.
    if (width === size.width && height === size.height) return picture;
    first ??= picture;
  }
  if (first === null) throw new AppError('SCREEN_NOT_READABLE');
  return first;
}

/** By the system's number; without numbers only where there is nothing to confuse. */
function sourceOf(
  display: ScreenDisplay,
  displays: number,
  sources: readonly ScreenSource[],
): ScreenSource | undefined {
  const numbered = sources.find((source) => source.display_id === String(display.id));
  return numbered ?? (displays === 1 && sources.length === 1 ? sources[0] : undefined);
}

/** Whether no pixel has any colour: what systems give for content that is protected. */
export function isBlack(picture: StillPicture): boolean {
  const bytes = picture.toBitmap();
  for (let at = 0; at < bytes.length; at += 4) {
    if (bytes[at] !== 0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 0) return false;
  }
  return true;
}
