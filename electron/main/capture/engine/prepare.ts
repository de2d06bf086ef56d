/** What is done to a page before its full picture, and undone after. Each step is in the record. */
import { CaptureInterrupted } from './cdp.ts';
import { fieldNumber, fieldRecord, fieldText, fieldTrue, type JsonRecord, recordOf } from './json.ts';
import { scrollPageTo, scrollThrough, waitForFonts, waitForImages } from './page-scripts.ts';
import { holdStill, type Stillness } from './stillness.ts';
import { prepared, type Work } from './work.ts';

/** Evaluates in a world of our own inside the page. */
export type PageWorld = (expression: string, deadline: number) => Promise<unknown>;

/** Makes the isolated world, or finds the one of this name. */
export async function openPageWorld(
  work: Pick<Work, 'calls' | 'mainFrame'> & { readonly deps: Pick<Work['deps'], 'deadlines'> },
  worldName = 'netra-capture',
): Promise<PageWorld> {
  const made = await work.calls.call(
    'Page.createIsolatedWorld',
    { frameId: work.mainFrame, worldName },
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

/** Milliseconds waited at one screen for what is on its way, and of the deadline left for the way back. */
const STEP_PATIENCE = 400;
const WAY_BACK = 2_000;

/** Wakes what loads late, waits for it, and holds the page still. Answers with how it is held. */
export async function preparePage(work: Work, world: PageWorld): Promise<Stillness> {
  const { deadlines } = work.deps;
  await scroll(work, world);
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
  return holdStill(work);
}

async function scroll(work: Work, world: PageWorld): Promise<void> {
  const { deadlines, scrollWait, tileLimits } = work.deps;
  const limits = {
    wait: scrollWait,
    patience: STEP_PATIENCE,
    time: Math.max(0, deadlines.scrollThrough - WAY_BACK),
    height: tileLimits.totalHeight,
  };
  const answer = await prepared(
    work,
    'scrolled-through',
    async () => recordOf(await world(scrollThrough(limits), deadlines.scrollThrough)),
    (told) => `${fieldNumber(told, 'steps') ?? 0} x ${scrollWait} ms, ${fieldText(told, 'stopped', 'end')}`,
  );
  work.recycled = fieldNumber(answer, 'recycled') ?? 0;
  if (work.recycled > 0) work.warnings.add('content-recycled');
}

/** Puts the page back where the officer had it. A page that is gone or hangs needs no undoing. */
export async function scrollPageBack(work: Work, world: PageWorld): Promise<void> {
  const [x, y] = [work.facts?.scrollX ?? 0, work.facts?.scrollY ?? 0];
  try {
    await prepared(
      work,
      'scrolled-back',
      () => world(scrollPageTo(x, y), work.deps.deadlines.command),
      () => `${Math.round(x)}, ${Math.round(y)}`,
    );
  } catch (error) {
    if (!(error instanceof CaptureInterrupted)) throw error;
  }
}
