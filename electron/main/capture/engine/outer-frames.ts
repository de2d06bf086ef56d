/**
 * Frames of other sites live in processes of their own, and those paint only what lies in the window: below it they would
 * be blank in the tall picture. So the window is made as tall as the page for as long as the pieces are taken, when that
 * moves nothing on the page; when it would, the window stays as it is and the record says that frames are missing. A page
 * taller than the tallest window is gone along, which a page allows on which nothing floats.
 */
import type { TileGeometry } from '#shared/domain/capture/tiles.ts';
import type { Command } from './cdp.ts';
import { FLOATS, HELD_LAYOUT, scrollPageTo } from './page-scripts.ts';
import type { PageWorld } from './prepare.ts';
import { type Extent, prepared, type Work } from './work.ts';

/** A taller window would not fit into the memory of weak graphics, device pixels. */
const TALLEST_WINDOW = 16_384;
/** Time for the frames to paint after the window has grown, milliseconds; they tell nobody when they are done. */
const PAINTING = 400;

type Place = Pick<TileGeometry['clip'], 'y' | 'height'>;

/** How the window stands for the pieces. */
export interface Reach {
  /** Brings the window to where a piece lies; at the end back to the beginning. */
  readonly goTo: (clip: Place) => Promise<void>;
  /** From where all of the page has been in sight. */
  readonly places: readonly Place[];
  /**
   * Whether each piece lies in the window when it is taken. A shot beyond the window resizes the page for itself, and frames
   * of other sites follow that too late on a busy machine: 12 of 36 shots of one frame came out blank, none within the window.
   */
  readonly inWindow: boolean;
  readonly back: () => Promise<void>;
}

/** Where the window is, whatever its height. */
export const BEGINNING: Place = { y: 0, height: 0 };
const nothing = (): Promise<void> => Promise.resolve();
/** The window as it is. */
export const AS_IT_STANDS: Reach = { goTo: nothing, back: nothing, places: [BEGINNING], inWindow: false };

/** Gives the window its size and its scroll bars back. */
export const WINDOW_AS_IT_WAS: readonly Command[] = [
  ['Emulation.clearDeviceMetricsOverride', {}],
  ['Emulation.setScrollbarsHidden', { hidden: false }],
];

/** Makes the window tall if frames of other sites need it. Answers with how it follows the pieces, and the way back. */
export async function reachOuterFrames(work: Work, world: PageWorld, extent: Extent): Promise<Reach> {
  const window = work.facts?.height ?? 0;
  if (work.outerFrames === 0 || extent.height <= window) return AS_IT_STANDS;
  const height = Math.min(Math.ceil(extent.height), Math.floor(TALLEST_WINDOW / (work.facts?.scale ?? 1)));
  const before = await world(HELD_LAYOUT, work.deps.deadlines.text);
  const back = (): Promise<void> =>
    prepared(
      work,
      'window-restored',
      () => work.calls.parting(WINDOW_AS_IT_WAS, work.deps.deadlines.command),
      () => '',
    );
  try {
    if (await fitsTaller(work, world, { width: Math.round(extent.width), height }, before)) {
      const whole = { ...AS_IT_STANDS, back };
      if (height >= extent.height) return { ...whole, inWindow: true };
      if ((await world(FLOATS, work.deps.deadlines.text)) === false)
        return { ...alongside(work, world, { height, page: extent.height }), back };
      work.warnings.add('outer-frames-missing');
      return whole;
    }
  } catch (error) {
    await back();
    throw error;
  }
  work.warnings.add('outer-frames-missing');
  await back();
  return AS_IT_STANDS;
}

/** Moves the window just far enough that the whole piece lies in it, and waits for the frames to paint. */
function alongside(
  work: Work,
  world: PageWorld,
  { height, page }: { height: number; page: number },
): Omit<Reach, 'back'> {
  let at = 0;
  const goTo: Reach['goTo'] = async (clip) => {
    const wanted = Math.min(Math.max(0, Math.ceil(clip.y + clip.height - height)), Math.ceil(page - height));
    if (wanted === at) return;
    at = wanted;
    await prepared(
      work,
      'window-moved',
      async () => {
        await world(scrollPageTo(0, wanted), work.deps.deadlines.command);
        await painting(work);
      },
      () => `${wanted} px`,
    );
  };
  const places = Array.from({ length: Math.ceil(page / height) }, (_none, index) => ({ y: index * height, height }));
  return { goTo, places, inWindow: true };
}

/** Makes the window tall, and answers whether nothing on the page has moved. */
async function fitsTaller(work: Work, world: PageWorld, size: Extent, before: unknown): Promise<boolean> {
  return prepared(
    work,
    'window-enlarged',
    async () => {
      await enlarge(work, size);
      return (await world(HELD_LAYOUT, work.deps.deadlines.text)) === before;
    },
    (kept) => (kept ? `${size.height} px` : 'undone: the layout depends on the window'),
  );
}

async function enlarge(work: Work, size: Extent): Promise<void> {
  const { calls, deps } = work;
  const params = { ...size, deviceScaleFactor: 0, mobile: false };
  await calls.call('Emulation.setScrollbarsHidden', { hidden: true }, deps.deadlines.command);
  await calls.call('Emulation.setDeviceMetricsOverride', params, deps.deadlines.command);
  await painting(work);
}

function painting({ deps }: Work): Promise<void> {
  return new Promise((resolve) => void deps.clock.after(PAINTING, resolve));
}
