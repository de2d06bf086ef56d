/** What the operating system tells about the person being gone, put on the lock policy. */
import { powerMonitor } from 'electron';
import type { LockPolicy } from './lock-policy.ts';

const TICK = 5_000;

/**
 * Suspend and screen lock lock at once. While a capture window has the focus, the system's own idle time counts: only it
 * sees keys and pointer over the captured page, which has no bridge. Our own pages tell of activity themselves. Returns the
 * way to stop.
 */
export function watchForAbsence(policy: LockPolicy, captureWindowHasFocus: () => boolean): () => void {
  const suspend = (): void => void policy.lockNow('suspend');
  const screenLock = (): void => void policy.lockNow('screen-lock');
  powerMonitor.on('suspend', suspend);
  powerMonitor.on('lock-screen', screenLock);
  const timer = setInterval(() => {
    if (captureWindowHasFocus() && powerMonitor.getSystemIdleTime() * 1_000 < TICK) policy.noteActivity();
    policy.tick();
  }, TICK);
  return () => {
    clearInterval(timer);
    powerMonitor.off('suspend', suspend);
    powerMonitor.off('lock-screen', screenLock);
  };
}
