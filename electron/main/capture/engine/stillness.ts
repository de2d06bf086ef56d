/**
 * Holds a page still while its pieces are taken: animations, scripts, videos and carets, in every frame, those of other
 * sites included, which live in processes of their own and are reached by sessions of their own. Each step is recorded.
 */
import { CaptureInterrupted } from './cdp.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, type JsonRecord, recordOf } from './json.ts';
import { HOLD_DOCUMENT, LET_GO } from './page-scripts.ts';
import { prepared, type Work } from './work.ts';

/** A session of the protocol: the page itself, or a frame in a process of its own. */
interface Held {
  readonly session: string | undefined;
  /** Our own worlds in its documents. */
  readonly contexts: readonly number[];
}

/** Frames of other sites that are held, at most; a page with more is not held whole, and the joins show it. */
const MOST_SESSIONS = 50;

/** Everything is still when this resolves. Answers with the way to let go; that never throws but when cancelled. */
export async function holdStill(work: Work): Promise<() => Promise<void>> {
  const held: Held[] = [];
  const letGo = (): Promise<void> => release(work, held);
  try {
    await prepared(
      work,
      'frames-stilled',
      () => holdSessions(work, held),
      ({ sessions, documents }) => `${documents} documents, ${sessions} processes`,
    );
    work.outerFrames = held.length - 1;
    for (const step of ['animations-paused', 'scripts-stopped'] as const) await setAll(work, held, step);
    return letGo;
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function holdSessions(
  work: Work,
  held: Held[],
): Promise<{ sessions: number; documents: number; videos: number }> {
  const queue: (string | undefined)[] = [undefined];
  let [documents, videos] = [0, 0];
  while (queue.length > 0 && held.length < MOST_SESSIONS) {
    const session = queue.shift();
    try {
      const contexts = await openWorlds(work, session);
      held.push({ session, contexts });
      documents += contexts.length;
      for (const contextId of contexts) videos += await holdDocument(work, contextId, session);
      queue.push(...(await sessionsBelow(work, session)));
    } catch (error) {
      // A frame that went away or refuses is not there to be held; the page itself must be.
      if (!(error instanceof CaptureInterrupted) || error.reason !== 'refused' || session === undefined) throw error;
    }
  }
  if (videos > 0) work.preparation.push({ step: 'videos-paused', detail: String(videos), milliseconds: 0 });
  work.preparation.push({ step: 'carets-hidden', detail: '', milliseconds: 0 });
  return { sessions: held.length, documents, videos };
}

/** Our own world in every document of a session. */
async function openWorlds(work: Work, session: string | undefined): Promise<number[]> {
  const tree = await call(work, 'Page.getFrameTree', {}, session);
  const contexts: number[] = [];
  for (const frameId of framesOf(fieldRecord(tree, 'frameTree'))) {
    const made = await call(work, 'Page.createIsolatedWorld', { frameId, worldName: 'netra-still' }, session);
    const contextId = fieldNumber(made, 'executionContextId');
    if (contextId !== null) contexts.push(contextId);
  }
  return contexts;
}

function framesOf(tree: JsonRecord): string[] {
  const id = fieldText(fieldRecord(tree, 'frame'), 'id');
  const below = fieldList(tree, 'childFrames').flatMap((child) => framesOf(recordOf(child)));
  return id === '' ? below : [id, ...below];
}

async function holdDocument(work: Work, contextId: number, session: string | undefined): Promise<number> {
  const params = { contextId, expression: HOLD_DOCUMENT, returnByValue: true };
  const answer = await call(work, 'Runtime.evaluate', params, session);
  return fieldNumber(fieldRecord(fieldRecord(answer, 'result'), 'value'), 'videos') ?? 0;
}

/** Frames in other processes below a session; each is told of while the command runs. */
async function sessionsBelow(work: Work, session: string | undefined): Promise<string[]> {
  return work.calls.childSessions(work.deps.deadlines.command, session);
}

const SETTINGS = {
  'animations-paused': ['Animation.setPlaybackRate', { playbackRate: 0 }],
  'animations-resumed': ['Animation.setPlaybackRate', { playbackRate: 1 }],
  'scripts-stopped': ['Emulation.setScriptExecutionDisabled', { value: true }],
  'scripts-resumed': ['Emulation.setScriptExecutionDisabled', { value: false }],
} as const;

async function setAll(work: Work, held: readonly Held[], step: keyof typeof SETTINGS): Promise<void> {
  const [method, params] = SETTINGS[step];
  const act = async (): Promise<void> => {
    for (const { session } of held) {
      if (step === 'animations-paused') await call(work, 'Animation.enable', {}, session);
      await call(work, method, params, session);
      if (step === 'animations-resumed') await call(work, 'Animation.disable', {}, session);
    }
  };
  await prepared(work, step, act, () => '');
}

async function release(work: Work, held: readonly Held[]): Promise<void> {
  try {
    await setAll(work, held, 'scripts-resumed');
    await setAll(work, held, 'animations-resumed');
    for (const { session, contexts } of held)
      for (const contextId of contexts)
        await call(work, 'Runtime.evaluate', { contextId, expression: LET_GO }, session);
    await work.calls.endChildSessions(work.deps.deadlines.command);
  } catch (error) {
    // A page that is gone or hangs needs no letting go.
    if (!(error instanceof CaptureInterrupted)) throw error;
  }
}

function call(work: Work, method: string, params: JsonRecord, session: string | undefined): Promise<JsonRecord> {
  return work.calls.call(method, params, work.deps.deadlines.command, session);
}
