/** What is done to a page before its full picture, and undone after. Each step is in the record. */
import { CaptureInterrupted } from './cdp.ts';
import { fieldNumber, fieldRecord, fieldText, fieldTrue, type JsonRecord, recordOf } from './json.ts';
import { scrollBack, scrollThrough, waitForFonts, waitForImages } from './page-scripts.ts';
import { prepared, type Work } from './work.ts';

/** Evaluates in a world of our own inside the page. */
export type PageWorld = (expression: string, deadline: number) => Promise<unknown>;

/** Makes the isolated world. */
export async function openPageWorld(work: Work): Promise<PageWorld> {
  const made = await work.calls.call(
    'Page.createIsolatedWorld',
    { frameId: work.mainFrame, worldName: 'netra-capture' },
    work.deps.deadlines.command,
  );
  const contextId = fieldNumber(made, 'executionContextId');
  return async (expression, deadline) => {
    const params: JsonRecord = { contextId, expression, returnByValue: true, awaitPromise: true };
    const answer = await work.calls.call('Runtime.evaluate', params, deadline);
    if (Object.hasOwn(answer, 'exceptionDetails')) {
      throw new CaptureInterrupted('refused', fieldText(fieldRecord(answer, 'exceptionDetails'), 'text'));
    }
    return fieldRecord(answer, 'result')['value'];
  };
}

/** Wakes what loads late, waits for it, and holds animations still. */
export async function preparePage(work: Work, world: PageWorld): Promise<void> {
  const { deadlines, scrollWait, tileLimits } = work.deps;
  await prepared(
    work,
    'scrolled-through',
    async () => recordOf(await world(scrollThrough(scrollWait, tileLimits.totalRows), deadlines.scrollThrough)),
    (answer) => `${fieldNumber(answer, 'steps') ?? 0} x ${scrollWait} ms`,
  );
  await prepared(
    work,
    'waited-for-images',
    async () =>
      recordOf(await world(waitForImages(deadlines.waitForImages), deadlines.waitForImages + deadlines.command)),
    (answer) => `${fieldNumber(answer, 'left') ?? 0} left`,
  );
  await prepared(
    work,
    'waited-for-fonts',
    async () => recordOf(await world(waitForFonts(deadlines.waitForFonts), deadlines.waitForFonts + deadlines.command)),
    (answer) => (fieldTrue(answer, 'ready') ? 'ready' : 'not ready'),
  );
  await work.calls.call('Animation.enable', {}, deadlines.command);
  await setPlayback(work, 'animations-paused', 0);
}

/** Undoes the preparation. A page that is gone or hangs needs no undoing. */
export async function releasePage(work: Work, world: PageWorld): Promise<void> {
  const { deadlines } = work.deps;
  try {
    await setPlayback(work, 'animations-resumed', 1);
    await work.calls.call('Animation.disable', {}, deadlines.command);
    const [x, y] = [work.facts?.scrollX ?? 0, work.facts?.scrollY ?? 0];
    await prepared(
      work,
      'scrolled-back',
      () => world(scrollBack(x, y), deadlines.command),
      () => `${Math.round(x)}, ${Math.round(y)}`,
    );
  } catch (error) {
    if (!(error instanceof CaptureInterrupted)) throw error;
  }
}

async function setPlayback(
  work: Work,
  step: 'animations-paused' | 'animations-resumed',
  playbackRate: number,
): Promise<void> {
  await prepared(
    work,
    step,
    () => work.calls.call('Animation.setPlaybackRate', { playbackRate }, work.deps.deadlines.command),
    () => '',
  );
}
