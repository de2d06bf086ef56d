/** Electron's debugger as the engine's connection. */
import type { WebContents } from 'electron';
import type { CdpConnection, GoneReason } from '../engine/cdp.ts';

/** What of a page's contents is needed. */
export type DebuggedContents = Pick<WebContents, 'debugger' | 'isDestroyed' | 'loadURL' | 'on'>;

/** Loads a blank page and attaches: commands hang when nothing has been loaded, and headers cannot be had afterwards. */
export async function connectDebugger(contents: DebuggedContents): Promise<CdpConnection> {
  await contents.loadURL('about:blank');
  contents.debugger.attach('1.3');
  const listeners = new Map<string, Set<(params: unknown) => void>>();
  const goneListeners = new Set<(reason: GoneReason) => void>();
  let gone: GoneReason | null = null;

  contents.debugger.on('message', (_event, method, params: unknown, sessionId) => {
    if (sessionId) return;
    for (const listener of [...(listeners.get(method) ?? [])]) listener(params);
  });
  const end = (reason: GoneReason): void => {
    gone = reason;
    for (const listener of [...goneListeners]) listener(reason);
  };
  contents.on('render-process-gone', () => end('crashed'));
  contents.on('destroyed', () => end('closed'));
  contents.debugger.on('detach', () => end(contents.isDestroyed() ? 'closed' : 'detached'));
  // The same view may show a page again after a crash.
  contents.on('did-navigate', () => {
    if (gone === 'crashed') gone = null;
  });

  return {
    send: (method, params) => contents.debugger.sendCommand(method, params),
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
    onGone: (listener) => {
      goneListeners.add(listener);
      if (gone !== null) listener(gone);
      return () => goneListeners.delete(listener);
    },
  };
}
