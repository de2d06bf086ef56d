/** Loading the shown address anew from the server itself: past the cache, past the page's service worker. */
import { CaptureInterrupted, type GuardedCalls } from './cdp.ts';
import type { CaptureDeadlines } from './deadlines.ts';

/**
 * Reloads and waits until it has loaded, or for as long as is allowed; the capture then says what it found. Throws only
 * when it was cancelled. Answers with the way to give cache and service worker back.
 */
export async function loadAnew(
  calls: GuardedCalls,
  deadlines: CaptureDeadlines,
  newDocument: () => Promise<void>,
): Promise<() => Promise<void>> {
  const set = async (past: boolean): Promise<void> => {
    await calls.call('Network.setCacheDisabled', { cacheDisabled: past }, deadlines.command);
    await calls.call('Network.setBypassServiceWorker', { bypass: past }, deadlines.command);
  };
  await unlessCutShort(async () => {
    await set(true);
    await calls.within('reload', deadlines.load, async () => {
      const loaded = newDocument();
      await calls.call('Page.reload', { ignoreCache: true }, deadlines.command);
      await loaded;
    });
  });
  return () => unlessCutShort(() => set(false));
}

/** A page that hangs or is gone is met again, and named, by the series that follows. Throws when it was cancelled. */
export async function unlessCutShort(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof CaptureInterrupted) || error.reason === 'cancelled') throw error;
  }
}
