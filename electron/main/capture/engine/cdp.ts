/**
 * The Chrome DevTools Protocol as the engine sees it. A call is never answered after the page crashed, and hangs while an
 * endless script or an alert runs: so each call has a deadline and is raced against whatever ends the page.
 */
import { fieldRecord, fieldText, type JsonRecord, recordOf } from './json.ts';

/** How a page ends under us. */
export type GoneReason = 'crashed' | 'closed' | 'detached';

/**
 * What the browser's own side tells of the main frame, whatever became of the page's process. `started` and `stopped` are
 * of loading; `committed` and `failed` end a navigation; `moved` is an address the page gave itself.
 */
export type BrowserNews =
  | { readonly kind: 'started' | 'stopped' }
  | { readonly kind: 'committed' | 'moved'; readonly address: string }
  /** Chromium's reason, as "net::ERR_CONNECTION_REFUSED"; an aborted navigation has not failed. */
  | { readonly kind: 'failed'; readonly address: string; readonly error: string };

/** An event of a frame or worker in a process of its own. */
export interface OuterEvent {
  readonly method: string;
  readonly params: unknown;
  /** Where it was told; the page itself tells of its own children without one. */
  readonly session: string | undefined;
}

/** A connection to one page; Electron's debugger in the app, a script in tests. */
export interface CdpConnection {
  /** `session` names a frame in a process of its own; without it the page is meant. */
  send(method: string, params?: JsonRecord, session?: string): Promise<unknown>;
  /** Calls back with the event's parameters; returns the way to stop. */
  on(event: string, listener: (params: unknown) => void): () => void;
  /** Calls back once when the page is gone; at once when it is gone already. Returns the way to stop. */
  onGone(listener: (reason: GoneReason) => void): () => void;
  /** Calls back with events of frames and workers in processes of their own; returns the way to stop. */
  onOuter(listener: (event: OuterEvent) => void): () => void;
  /** Calls back with the browser's own news; returns the way to stop. */
  onBrowser(listener: (news: BrowserNews) => void): () => void;
}

/** Time as the engine needs it. */
export interface EngineClock {
  now(): Date;
  /** Milliseconds of a clock that never jumps. */
  monotonic(): number;
  /** Calls back after so many milliseconds; returns the way to stop. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** `refused`: the browser answered that it cannot do this one thing; other things may still work. */
export type InterruptionReason = GoneReason | 'deadline' | 'changed' | 'cancelled' | 'refused';

/** A step of a capture could not be finished; what was got before is kept. */
export class CaptureInterrupted extends Error {
  readonly reason: InterruptionReason;
  /** The call that was under way, with its deadline where that is the reason. */
  readonly during: string;

  constructor(reason: InterruptionReason, during: string) {
    super(`${reason}: ${during}`);
    this.name = 'CaptureInterrupted';
    this.reason = reason;
    this.during = during;
  }
}

/** What ends all calls, not one. */
type LastingReason = Exclude<InterruptionReason, 'deadline' | 'refused'>;

/** A command, and the frame's session it is for. */
export type Command = readonly [method: string, params: JsonRecord, session?: string | undefined];

/** Calls to one page during one piece of work. */
export interface GuardedCalls {
  /** Sends a command. Throws CaptureInterrupted. */
  call(method: string, params: JsonRecord, deadline: number, session?: string): Promise<JsonRecord>;
  /** Whether frames are attached to as they come, and stay so; otherwise only from when they are asked for. */
  readonly framesStay: boolean;
  /** Sessions of the frames below the page, or below a frame, that live in processes of their own. */
  childSessions(deadline: number, below?: string): Promise<string[]>;
  /**
   * Sends commands that give the page back, in order and whatever has interrupted the work: a page must not stay held.
   * Resolves when all are answered, or after the deadline; a page that is gone or hangs takes them when it is back.
   */
  parting(commands: readonly Command[], deadline: number): Promise<void>;
  /** Races any other work in the same way. */
  within<Value>(name: string, deadline: number, work: () => Promise<Value>): Promise<Value>;
  /** Ends every call that is under way and every later one. The first reason stays. */
  interrupt(reason: LastingReason): void;
  /** Stops listening to the connection. */
  release(): void;
}

/** Puts deadlines and interruptions around a connection. `attached` names the frames below a session where each is attached to as it comes. */
export function guardCalls(
  cdp: CdpConnection,
  clock: Pick<EngineClock, 'after'>,
  attached?: (below: string | undefined) => readonly string[],
): GuardedCalls {
  let reason: LastingReason | null = null;
  const waiting = new Set<() => void>();
  const interrupt: GuardedCalls['interrupt'] = (given) => {
    reason ??= given;
    for (const wake of [...waiting]) wake();
  };
  const release = cdp.onGone(interrupt);

  const within = <Value>(name: string, deadline: number, work: () => Promise<Value>): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      if (reason !== null) return reject(new CaptureInterrupted(reason, name));
      const wake = (): void => end(() => reject(new CaptureInterrupted(reason ?? 'cancelled', name)));
      const stopTimer = clock.after(deadline, () =>
        end(() => reject(new CaptureInterrupted('deadline', `${name} (${deadline} ms)`))),
      );
      const end = (settle: () => void): void => {
        waiting.delete(wake);
        stopTimer();
        settle();
      };
      waiting.add(wake);
      work().then(
        (value) => end(() => resolve(value)),
        (error: unknown) => end(() => reject(asError(error))),
      );
    });

  const call: GuardedCalls['call'] = async (method, params, deadline, session) =>
    recordOf(await within(method, deadline, () => send(cdp, method, params, session)));

  return {
    within,
    call,
    framesStay: attached !== undefined,
    childSessions: async (deadline, below) => {
      if (attached !== undefined) return [...attached(below)];
      const sessions: string[] = [];
      const stop = cdp.on('Target.attachedToTarget', (params) => {
        const told = recordOf(params);
        if (fieldText(fieldRecord(told, 'targetInfo'), 'type') === 'iframe')
          sessions.push(fieldText(told, 'sessionId'));
      });
      try {
        await call('Target.setAutoAttach', AUTO_ATTACH, deadline, below);
      } finally {
        stop();
      }
      return sessions;
    },
    parting: (commands, deadline) =>
      new Promise((resolve) => {
        const gone = reason === 'crashed' || reason === 'closed' || reason === 'detached';
        const stopTimer = clock.after(gone ? 0 : deadline, resolve);
        const sent = commands.map(([method, params, session]) => send(cdp, method, params, session));
        void Promise.allSettled(sent).then(() => {
          stopTimer();
          resolve();
        });
      }),
    interrupt,
    release,
  };
}

/** Frames are told of while the command runs; they do not wait for us. */
export const AUTO_ATTACH = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true } as const;

async function send(cdp: CdpConnection, method: string, params: JsonRecord, session?: string): Promise<unknown> {
  try {
    return await cdp.send(method, params, session);
  } catch (error) {
    throw new CaptureInterrupted('refused', `${method}: ${error instanceof Error ? error.message : 'no reason given'}`);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('something that is no error was thrown');
}
