/** Electron's debugger as the engine's connection. */
import type { WebContents } from 'electron';
import type { BrowserNews, CdpConnection, GoneReason, OuterEvent } from '../engine/cdp.ts';

/** What of a page's contents is needed. */
export type DebuggedContents = Pick<WebContents, 'debugger' | 'isDestroyed' | 'loadURL' | 'on'>;

/** Loads a blank page and attaches: commands hang when nothing has been loaded, and headers cannot be had afterwards. */
export async function connectDebugger(contents: DebuggedContents): Promise<CdpConnection> {
  await contents.loadURL('about:blank');
  contents.debugger.attach('1.3');
  const listeners = new Map<string, Set<(params: unknown) => void>>();
  const goneListeners = new Set<(reason: GoneReason) => void>();
  const outerListeners = new Set<(event: OuterEvent) => void>();
  let gone: GoneReason | null = null;

  contents.debugger.on('message', (_event, method, params: unknown, sessionId) => {
    const comesOrGoes = method === 'Target.attachedToTarget' || method === 'Target.detachedFromTarget';
    if (sessionId || comesOrGoes) {
      for (const listener of [...outerListeners]) listener({ method, params, session: sessionId || undefined });
    }
    // Of frames in processes of their own the page's listeners hear only that they come.
    if (sessionId && method !== 'Target.attachedToTarget') return;
    for (const listener of [...(listeners.get(method) ?? [])]) listener(params);
  });
  const end = (reason: GoneReason): void => {
    gone = reason;
    for (const listener of [...goneListeners]) listener(reason);
  };
  contents.on('render-process-gone', () => end('crashed'));
  contents.on('destroyed', () => end('closed'));
  contents.debugger.on('detach', () => end(contents.isDestroyed() ? 'closed' : 'detached'));
  const browserListeners = new Set<(news: BrowserNews) => void>();
  listenToBrowser(contents, (news) => {
    // The same view may show a page again after a crash.
    if (gone === 'crashed' && (news.kind === 'committed' || news.kind === 'failed')) gone = null;
    for (const listener of [...browserListeners]) listener(news);
  });

  return {
    send: (method, params, session) => contents.debugger.sendCommand(method, params, session),
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
    onOuter: (listener) => {
      outerListeners.add(listener);
      return () => outerListeners.delete(listener);
    },
    onBrowser: (listener) => {
      browserListeners.add(listener);
      return () => browserListeners.delete(listener);
    },
  };
}

/** Chromium's number of a navigation that was stopped, or became a download: it has not failed. */
const ABORTED = -3;

function listenToBrowser(contents: DebuggedContents, tell: (news: BrowserNews) => void): void {
  contents.on('did-start-navigation', (_event, _address, inPage, mainFrame) => {
    if (mainFrame && !inPage) tell({ kind: 'started' });
  });
  contents.on('did-navigate', (_event, address) => tell({ kind: 'committed', address }));
  contents.on('did-navigate-in-page', (_event, address, mainFrame) => {
    if (mainFrame) tell({ kind: 'moved', address });
  });
  contents.on('did-fail-load', (_event, code, description, address, mainFrame) => {
    if (mainFrame && code !== ABORTED) tell({ kind: 'failed', address, error: `net::${description || code}` });
  });
  contents.on('did-stop-loading', () => tell({ kind: 'stopped' }));
}
