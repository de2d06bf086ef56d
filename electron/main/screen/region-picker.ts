/**
 * "Ambil bagian layar": our windows go, every screen's still is shown in a window of ours, the officer picks a rectangle, main
 * cuts it and hands it to the vault. Whatever ends it early (Esc, a closed window, the lock, an error) keeps nothing.
 */
import type { OutputOf } from '#shared/contract/index.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import type { VaultAnswers, VaultRequestInput } from '#shared/contract/vault-protocol.ts';
import { isRegion, type Rectangle } from '#shared/domain/evidence/screen-region.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Caller, MainHandlers } from '../ipc/router.ts';
import { isBlack, type Still, type StillParts, takeStills } from './stills.ts';

/** One window that shows one still. */
export interface RegionWindow {
  readonly contentsId: number;
  focus(): void;
  close(): void;
}

export interface RegionPickerParts extends StillParts {
  /** Why no picture can be had here, when that is known. */
  obstacle(): ErrorCode | null;
  /** A capture that runs needs its window on the screen. */
  isCapturing(): boolean;
  /** Hides our windows, waits until the screen shows it; answers the way to bring them back. */
  hideOurs(): Promise<() => void>;
  /** Opens the window for one still. `opened` is told of it before its page can ask; `gone` when somebody closed it. */
  openWindow(still: Still, opened: (window: RegionWindow) => void, gone: () => void): Promise<void>;
  /** The display under the pointer gets the keyboard. */
  pointerDisplay(): number;
  register(input: VaultRequestInput<'registerBytes'>): Promise<VaultAnswers['registerBytes']>;
  fileName(): string;
  language(): 'id' | 'en';
  now(): Date;
}

export interface RegionPicker {
  readonly handlers: Pick<MainHandlers, Extract<keyof MainHandlers, `screen.${string}`>>;
  /** Gives up for the officer: the vault is being locked. */
  end(): void;
}

interface Choice {
  readonly still: Still;
  readonly rectangle: Rectangle;
}
interface Picking {
  readonly stills: Map<number, Still>;
  readonly windows: RegionWindow[];
  readonly chosen: Promise<Choice | null>;
  settle(choice: Choice | null): void;
}

/** A picker with nothing open. */
export function createRegionPicker(parts: RegionPickerParts): RegionPicker {
  let running = false;
  let picking: Picking | null = null;

  const stillOf = ({ contentsId }: Caller): { readonly picking: Picking; readonly still: Still } => {
    const still = picking?.stills.get(contentsId);
    if (picking === null || still === undefined) throw new AppError('CANCELLED');
    return { picking, still };
  };

  const pick = async (): Promise<OutputOf<'screen.pick'>> => {
    if (running || parts.isCapturing()) throw new AppError('CAPTURE_BUSY');
    const obstacle = parts.obstacle();
    if (obstacle !== null) throw new AppError(obstacle);
    running = true;
    const current = newPicking();
    // From here on a lock can end it.
    picking = current;
    try {
      const bringBack = await parts.hideOurs();
      try {
        const stills = await takeStills(parts);
        const takenAt = parts.now().toISOString();
        const choice = await letChoose(parts, current, stills);
        return { region: choice === null ? null : await keep(parts, choice, takenAt, stills.length) };
      } finally {
        for (const window of current.windows) window.close();
        bringBack();
      }
    } finally {
      picking = null;
      running = false;
    }
  };

  return {
    handlers: {
      'screen.pick': pick,
      'screen.still': (_input, caller) => {
        const { still, picking: current } = stillOf(caller);
        const { width, height } = still.picture.getSize();
        // A copy of its own buffer, whatever pool the encoder's came from.
        const png = new Uint8Array(still.picture.toPNG());
        return { png, width, height, displays: current.stills.size, language: parts.language() };
      },
      'screen.take': (rectangle, caller) => {
        const found = stillOf(caller);
        if (!isRegion(rectangle, found.still.picture.getSize())) {
          throw new AppError('INVALID_INPUT', { field: 'rectangle', rule: 'outside' });
        }
        found.picking.settle({ still: found.still, rectangle });
        return {};
      },
      'screen.nextDisplay': (_input, caller) => {
        const { windows } = stillOf(caller).picking;
        const index = windows.findIndex(({ contentsId }) => contentsId === caller.contentsId);
        windows[(index + 1) % windows.length]?.focus();
        return {};
      },
      'screen.cancel': (_input, caller) => {
        stillOf(caller).picking.settle(null);
        return {};
      },
    },
    end: () => picking?.settle(null),
  };
}

function newPicking(): Picking {
  let settle: (choice: Choice | null) => void = () => undefined;
  const chosen = new Promise<Choice | null>((resolve) => {
    settle = resolve;
  });
  return { stills: new Map(), windows: [], chosen, settle: (choice) => settle(choice) };
}

async function letChoose(parts: RegionPickerParts, picking: Picking, stills: readonly Still[]): Promise<Choice | null> {
  let focused: RegionWindow | undefined;
  const open = async (still: Still): Promise<void> => {
    const opened = (window: RegionWindow): void => {
      picking.stills.set(window.contentsId, still);
      picking.windows.push(window);
      if (still.display.id === parts.pointerDisplay()) focused = window;
    };
    await parts.openWindow(still, opened, () => picking.settle(null));
  };
  const opening = Promise.all(stills.map(open)).then(() => (focused ?? picking.windows[0])?.focus());
  // Given up while they open: the rest of it is nobody's concern any more, a failure of theirs is.
  await Promise.race([opening, picking.chosen]);
  return await picking.chosen;
}

async function keep(
  parts: RegionPickerParts,
  { still, rectangle }: Choice,
  takenAt: string,
  displays: number,
): Promise<OutputOf<'screen.pick'>['region']> {
  const part = still.picture.crop(rectangle);
  const { width, height } = part.getSize();
  if (width !== rectangle.width || height !== rectangle.height) throw new AppError('SCREEN_NOT_READABLE');
  if (isBlack(part)) throw new AppError('SCREEN_BLACK');
  const { label, scaleFactor, bounds } = still.display;
  const facts: ScreenRegion = {
    takenAt,
    display: { name: (label ?? '').slice(0, 200), scale: scaleFactor, ...bounds },
    displays,
    picture: still.picture.getSize(),
    rectangle,
  };
  const bytes = new Uint8Array(part.toPNG());
  const file = await parts.register({ name: parts.fileName(), bytes, screen: facts });
  return { file: { ...file }, facts };
}
