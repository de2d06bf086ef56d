/**
 * The sessions that captured pages run in: in memory, and with nothing in them of any page before. Electron never gives a
 * session's memory back (some 0.5 MB each), so those that nobody worked in by hand serve again, after a clearing that ends
 * with Chromium's network process itself (docs/decisions/0016-sessions-serve-again.md).
 */
import type { Session } from 'electron';
import { closeRoute } from './page-route.ts';

/** Milliseconds a session may take over one clearing, or over its first answer after it. */
const PATIENCE = 10_000;
/** Milliseconds between two looks at what is ending or coming up. */
const LOOK_EVERY = 50;

/** What a session is for: a person's own window, or captures that nobody works in. */
export type SessionUse = 'person' | 'unattended';

export interface TakenSession {
  readonly partition: string;
  readonly session: Session;
  /**
   * Clears it; to be called once, when its page is gone. `mayServeAgain` says that nobody can have logged in in it;
   * `processes` are the page's own, which must have ended before another page comes. Never rejects: what cannot be cleared
   * is told to onLost, and not used again.
   */
  giveBack(end: { readonly mayServeAgain: boolean; readonly processes: readonly number[] }): Promise<void>;
}

export interface PageSessions {
  /** One that carries nothing; a person's is always new, and nobody's after them. */
  take(use: SessionUse): Promise<TakenSession>;
}

export interface PageSessionsParts {
  readonly fromPartition: (name: string) => Session;
  readonly newId: () => string;
  /** Ends the network process; whether that was seen. */
  readonly endNetworkProcess: () => Promise<boolean>;
  readonly isRunning: (pid: number) => boolean;
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** Sessions that could not be cleared and are not used again. */
  readonly onLost: (count: number) => void;
  /** Sessions that wait for one clearing, so that it does not come with every capture. */
  readonly clearedTogether: number;
}

interface Kept {
  readonly partition: string;
  readonly session: Session;
  /** Electron's own user agent, which a capture replaces. */
  readonly userAgent: string;
  processes: readonly number[];
}

/** No session yet. */
export function createPageSessions(parts: PageSessionsParts): PageSessions {
  const ready: Kept[] = [];
  const used: Kept[] = [];
  const returning = new Set<Promise<void>>();
  let open = 0;
  let made = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const make = (): Kept => {
    made += 1;
    // Without "persist:" a partition is in memory alone.
    const partition = `capture-${made}-${parts.newId()}`;
    const session = parts.fromPartition(partition);
    return { partition, session, userAgent: session.getUserAgent(), processes: [] };
  };

  /** Takes the network process away under sessions that no window uses, and keeps those that answer without it. */
  const clearUsed = async (): Promise<void> => {
    // A page's process takes a moment to go, longer on a busy machine.
    await until(() => used.every(({ processes }) => !processes.some(parts.isRunning)), parts);
    const waiting = used.filter(({ processes }) => !processes.some(parts.isRunning));
    const ended = await parts.endNetworkProcess();
    const answered = await Promise.all(waiting.map(async ({ session }) => ended && (await answers(session, parts))));
    const cleared = waiting.filter((_kept, index) => answered[index] === true);
    for (const kept of cleared) kept.session.setUserAgent(kept.userAgent);
    ready.push(...cleared);
    if (cleared.length < used.length) parts.onLost(used.length - cleared.length);
    used.length = 0;
  };

  const takeNow = async (use: SessionUse): Promise<TakenSession> => {
    if (use === 'unattended') {
      await Promise.all(returning);
      // The process serves every session: never while a page of another window may be loading.
      if (ready.length === 0 && used.length >= parts.clearedTogether && open === 0) await clearUsed();
    }
    const kept = (use === 'unattended' ? ready.pop() : undefined) ?? make();
    open += 1;
    return { partition: kept.partition, session: kept.session, giveBack: (end) => giveBack(kept, use, end) };
  };

  const giveBack = (kept: Kept, use: SessionUse, end: Parameters<TakenSession['giveBack']>[0]): Promise<void> => {
    const back = withinPatience(forget(kept.session), parts)
      .then(
        () => {
          kept.processes = end.processes;
          if (use === 'unattended' && end.mayServeAgain) used.push(kept);
        },
        () => parts.onLost(1),
      )
      .finally(() => {
        open -= 1;
        returning.delete(back);
      });
    returning.add(back);
    return back;
  };

  return {
    take(use) {
      // One after the other: nobody gets a session while the network process is being taken away.
      const next = turn.then(() => takeNow(use));
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

/** Takes the window's listeners off, lets nothing out any more, and clears all that Electron has a call for. */
async function forget(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((_details, answer) => answer({ cancel: true }));
  session.webRequest.onHeadersReceived(null);
  session.setCertificateVerifyProc(null);
  session.removeAllListeners('will-download');
  session.cookies.removeAllListeners('changed');
  await Promise.all([
    closeRoute(session),
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
    session.clearCodeCaches({}),
    session.closeAllConnections(),
  ]);
}

/**
 * Whether a session has found its way to the new network process: a literal address is looked up, without any traffic. The
 * first answers may still fail, when the session has not heard yet that the old process is gone.
 */
async function answers(session: Session, parts: PageSessionsParts): Promise<boolean> {
  const ask = (): Promise<boolean> =>
    session.resolveHost('192.0.2.1').then(
      () => true,
      () => false,
    );
  return withinPatience(until(ask, parts), parts).catch(() => false);
}

/** Looks again and again, for as long as is waited at most; whether it came to hold. */
async function until(holds: () => boolean | Promise<boolean>, { after }: PageSessionsParts): Promise<boolean> {
  for (let look = 0; look < PATIENCE / LOOK_EVERY; look += 1) {
    if (await holds()) return true;
    await new Promise<void>((resolve) => after(LOOK_EVERY, resolve));
  }
  return false;
}

function withinPatience<Value>(promise: Promise<Value>, { after }: PageSessionsParts): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = after(PATIENCE, () => reject(new Error('a session did not answer in time')));
    promise.then(resolve, reject).finally(stop);
  });
}
