/**
 * Puts the rules on every webContents as it is created, whoever creates it. Pages of the UI session are held to our origin;
 * captured pages go where the officer sends them, but neither opens windows nor embeds <webview>.
 */
import type { App, Session, WebContents } from 'electron';
import type { LocalLog } from '../platform/local-log.ts';
import { restrictNavigation } from './navigation.ts';
import { denyNewWindows } from './new-windows.ts';
import { denyWebviews } from './webviews.ts';

export interface ContentsRules {
  /** The session of our own pages. */
  uiSession(): Session;
  /** Offers a web address that one of our pages wanted to open. */
  offerExternal(address: string): void;
  readonly log: LocalLog;
}

/** Listens for new webContents from now on. */
export function installContentsRules(app: App, rules: ContentsRules): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, rules));
}

function guard(contents: WebContents, { uiSession, offerExternal, log }: ContentsRules): void {
  denyWebviews(contents, () => log.warn('security', 'webview refused'));
  const ours = contents.session === uiSession();
  denyNewWindows(contents, (address) => {
    if (ours) offerExternal(address);
  });
  if (ours) restrictNavigation(contents, () => log.warn('security', 'navigation refused'));
}
