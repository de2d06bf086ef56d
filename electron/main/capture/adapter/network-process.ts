/**
 * Chromium's network process. Everything a session knows of the network lives there and nowhere else: cookies, connections,
 * TLS sessions, certificates already judged, hosts that asked for https, names looked up, log-ins of servers. Electron can
 * clear some of these and has no call for the others; the process's end takes them all, and Chromium starts it anew.
 */
import type { App } from 'electron';

/** Its name among Electron's processes. */
const NETWORK_SERVICE = 'network.mojom.NetworkService';
/** Milliseconds until it must be seen to be gone; it takes some ten. */
const PATIENCE = 5_000;

export interface NetworkProcessParts {
  readonly app: Pick<App, 'getAppMetrics' | 'on' | 'removeListener'>;
  readonly kill: (pid: number) => void;
  /** Calls back once; returns the way to stop. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/**
 * Ends it: requests under way in any session fail, and whatever sessions hold in memory of the network is gone. Answers
 * whether it was seen to end; a runtime that shows no such process keeps what it knows.
 */
export async function endNetworkProcess({ app, kill, after }: NetworkProcessParts): Promise<boolean> {
  const running = app.getAppMetrics().find(({ serviceName }) => serviceName === NETWORK_SERVICE);
  if (running === undefined) return false;
  return new Promise((resolve) => {
    const told = (_event: unknown, { serviceName }: { readonly serviceName?: string }): void => {
      if (serviceName === NETWORK_SERVICE) settle(true);
    };
    const settle = (ended: boolean): void => {
      stopWaiting();
      app.removeListener('child-process-gone', told);
      resolve(ended);
    };
    const stopWaiting = after(PATIENCE, () => settle(false));
    app.on('child-process-gone', told);
    try {
      kill(running.pid);
    } catch {
      // It ended on its own, or the system keeps it: not seen to end by us.
      settle(false);
    }
  });
}
