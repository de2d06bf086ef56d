/**
 * Frames of other sites live in processes of their own, and those paint only what lies in the window: below it they would
 * be blank in the tall picture. So the window is made as tall as the page for as long as the pieces are taken, when that
 * moves nothing on the page; when it would, the window stays as it is and the record says that frames are missing.
 */
import { HELD_LAYOUT } from './page-scripts.ts';
import type { PageWorld } from './prepare.ts';
import { type Extent, prepared, type Work } from './work.ts';

/** A taller window would not fit into the memory of weak graphics, device pixels. */
const TALLEST_WINDOW = 16_384;
/** Time for the frames to paint after the window has grown, milliseconds; they tell nobody when they are done. */
const PAINTING = 400;

/** Makes the window tall if frames of other sites need it. Answers with the way back. */
export async function reachOuterFrames(work: Work, world: PageWorld, extent: Extent): Promise<() => Promise<void>> {
  const nothing = (): Promise<void> => Promise.resolve();
  const window = work.facts?.height ?? 0;
  if (work.outerFrames === 0 || extent.height <= window) return nothing;
  const height = Math.min(Math.ceil(extent.height), Math.floor(TALLEST_WINDOW / (work.facts?.scale ?? 1)));
  const before = await world(HELD_LAYOUT, work.deps.deadlines.text);
  const back = (): Promise<void> =>
    prepared(
      work,
      'window-restored',
      () => work.calls.parting([['Emulation.clearDeviceMetricsOverride', {}]], work.deps.deadlines.command),
      () => '',
    );
  try {
    if (await fitsTaller(work, world, { width: Math.round(extent.width), height }, before)) {
      if (height < extent.height) work.warnings.add('outer-frames-missing');
      return back;
    }
  } catch (error) {
    await back();
    throw error;
  }
  work.warnings.add('outer-frames-missing');
  await back();
  return nothing;
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
  await calls.call('Emulation.setDeviceMetricsOverride', params, deps.deadlines.command);
  await new Promise<void>((resolve) => void deps.clock.after(PAINTING, resolve));
}
