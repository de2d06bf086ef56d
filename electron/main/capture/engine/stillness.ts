/**
 * Holds a page still while its pieces are taken: animations, scripts, videos and carets, in every frame, those of other
 * sites included, which live in processes of their own and are reached by sessions of their own. Each step is recorded.
 */
import type { PreparationStep } from '#shared/domain/capture/record.ts';
import { AUTO_ATTACH, CaptureInterrupted, type Command } from './cdp.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, type JsonRecord, recordOf } from './json.ts';
import { HOLD_DOCUMENT, LET_GO, TWO_FRAMES } from './page-scripts.ts';
import type { Reach } from './outer-frames.ts';
import { prepared, type Work } from './work.ts';

/** A session of the protocol: the page itself, or a frame in a process of its own. */
interface Held {
  readonly session: string | undefined;
  /** Our own worlds in its documents. */
  readonly contexts: readonly number[];
}

/** Frames of other sites that are held, at most; a page with more is not held whole, and the joins show it. */
const MOST_SESSIONS = 50;

/** Where what is held is kept, so that letting go finds it. */
export const STILL_WORLD = 'netra-still';

export interface Stillness {
  /** Waits until the frames of other sites have drawn, each where it is in sight, and stops their scripts too. */
  settleFrames(reach: Reach): Promise<void>;
  /** Lets go of everything; never throws. */
  letGo(): Promise<void>;
}

/** The page is still when this resolves; frames of other sites may draw until they are settled. */
export async function holdStill(work: Work): Promise<Stillness> {
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
    await setAll(work, held, 'animations-paused');
    await setAll(work, held.slice(0, 1), 'scripts-stopped');
    return { letGo, settleFrames: (reach) => settleFrames(work, held.slice(1), reach) };
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
    await tolerant(session, async () => {
      const contexts = await openWorlds(work, session);
      held.push({ session, contexts });
      await call(work, 'Animation.enable', {}, session);
      for (const contextId of contexts) videos += await holdDocument(work, contextId, session);
      queue.push(...(await sessionsBelow(work, session)));
      documents += contexts.length;
    });
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
    const made = await call(work, 'Page.createIsolatedWorld', { frameId, worldName: STILL_WORLD }, session);
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
  const told = fieldRecord(fieldRecord(answer, 'result'), 'value');
  // Only areas of the page's own document are offered for a recording.
  if ((fieldNumber(told, 'areas') ?? 0) > 0) work.warnings.add('frame-areas');
  return fieldNumber(told, 'videos') ?? 0;
}

/** Frames in other processes below a session; each is told of while the command runs. */
async function sessionsBelow(work: Work, session: string | undefined): Promise<string[]> {
  return work.calls.childSessions(work.deps.deadlines.command, session);
}

const STOPPING = {
  'animations-paused': ['Animation.setPlaybackRate', { playbackRate: 0 }],
  'scripts-stopped': ['Emulation.setScriptExecutionDisabled', { value: true }],
} as const;

async function setAll(work: Work, held: readonly Held[], step: keyof typeof STOPPING): Promise<void> {
  const [method, params] = STOPPING[step];
  const act = async (): Promise<void> => {
    for (const { session } of held) await tolerant(session, () => call(work, method, params, session));
  };
  await prepared(work, step, act, () => '');
}

async function settleFrames(work: Work, frames: readonly Held[], { places, goTo }: Reach): Promise<void> {
  if (frames.length === 0) return;
  const drawn = async (): Promise<number> => {
    let waiting = frames;
    for (const place of places) {
      if (waiting.length === 0) break;
      await goTo(place);
      const answers = await Promise.allSettled(waiting.map((frame) => twoFrames(work, frame)));
      waiting = waiting.filter((_frame, index) => answers[index]?.status === 'rejected');
    }
    return frames.length - waiting.length;
  };
  const all = await prepared(work, 'waited-for-frames', drawn, (count) => `${count} of ${frames.length}`);
  if (all < frames.length) work.warnings.add('outer-frames-missing');
  await setAll(work, frames, 'scripts-stopped');
}

/** Throws when the frame draws nothing in time: it is out of sight, or busy. */
async function twoFrames(work: Work, { session, contexts }: Held): Promise<void> {
  const [contextId] = contexts;
  if (contextId === undefined) return;
  const params = { contextId, expression: TWO_FRAMES, awaitPromise: true };
  await work.calls.call('Runtime.evaluate', params, work.deps.deadlines.waitForImages, session);
}

/** A frame that went away or refuses is not there to be held; the page itself must be. */
async function tolerant(session: string | undefined, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const passable = error instanceof CaptureInterrupted && error.reason === 'refused' && session !== undefined;
    if (!passable) throw error;
  }
}

/** Milliseconds waited for the page to take what gives it back; one that hangs takes it later. */
const PARTING = 1_000;

async function release(work: Work, held: readonly Held[]): Promise<void> {
  const step = (name: PreparationStep['step'], commands: (one: Held) => readonly Command[]): Promise<void> =>
    prepared(
      work,
      name,
      () => work.calls.parting(held.flatMap(commands), PARTING),
      () => '',
    );
  await step('scripts-resumed', ({ session }) => [['Emulation.setScriptExecutionDisabled', { value: false }, session]]);
  await step('animations-resumed', ({ session }) => [
    ['Animation.setPlaybackRate', { playbackRate: 1 }, session],
    ['Animation.disable', {}, session],
  ]);
  await step('documents-released', ({ session, contexts }) => [
    ...contexts.map((contextId): Command => ['Runtime.evaluate', { contextId, expression: LET_GO }, session]),
    ...(session === undefined && !work.calls.framesStay
      ? [['Target.setAutoAttach', { ...AUTO_ATTACH, autoAttach: false }] as const]
      : []),
  ]);
}

function call(work: Work, method: string, params: JsonRecord, session: string | undefined): Promise<JsonRecord> {
  return work.calls.call(method, params, work.deps.deadlines.command, session);
}
