/** The sessions of all capture windows of this program, made of Electron. Only after it is ready. */
import { app, session } from 'electron';
import { endNetworkProcess } from '../capture/adapter/network-process.ts';
import { createPageSessions, type PageSessions } from '../capture/adapter/page-sessions.ts';
import { newCaptureId, systemEngineClock } from '../capture/engine-parts.ts';

/** Some 5 MB that are held for good, against a pause of some 50 ms with each clearing. */
const CLEARED_TOGETHER = 8;

/** To be made once: it must know of every capture window. `onLost` hears how many sessions could not be cleared. */
export function createCaptureSessions(
  onLost: (count: number) => void,
  clearedTogether = CLEARED_TOGETHER,
): PageSessions {
  const { after } = systemEngineClock;
  return createPageSessions({
    fromPartition: (name) => session.fromPartition(name),
    newId: newCaptureId,
    endNetworkProcess: () => endNetworkProcess({ app, kill: (pid) => process.kill(pid, 'SIGKILL'), after }),
    isRunning: (pid) => app.getAppMetrics().some((running) => running.pid === pid),
    after,
    onLost,
    clearedTogether,
  });
}
