/** The channel to the host: a utility process's parent port, or the IPC channel of a forked Node process. */
import type { FromVault, ToVault } from '#shared/contract/vault-protocol.ts';

export interface HostPort {
  post(message: FromVault): void;
  onMessage(listener: (message: ToVault) => void): void;
  /** The host is gone, or asks the program to end. */
  onEnd(listener: () => void): void;
}

/** What Electron adds to `process` inside a utility process; this program knows no other part of Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Throws when the program was started by hand: it has nobody to talk to. */
export function hostPort(): HostPort {
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  // The program at the other end is ours; each request's content is parsed before it is used.
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data as ToVault)),
      onEnd: (listener) => void process.once('SIGTERM', listener),
    };
  }
  if (!process.send) throw new Error('the vault program is started by the app or by the command line');
  return {
    post: (message) => {
      // A host that is gone is told by 'disconnect'; the answer that it misses is lost with it.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToVault)),
    onEnd: (listener) => {
      process.once('disconnect', listener);
      process.once('SIGTERM', listener);
    },
  };
}
