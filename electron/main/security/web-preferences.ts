/**
 * Electron's checklist 2 (no Node in pages), 3 (context isolation), 4 (sandbox), 6 (webSecurity stays), 8 (no insecure
 * content), 9 (no experimental features), 10 (no Blink features), 11 (no <webview>).
 * One frozen set for every window of the app; a window adds its preload and its session, nothing else.
 */

/** What every page of every window gets, the captured ones included. */
export const PAGE_PREFERENCES = Object.freeze({
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  // Dictionaries would be downloaded, and what is typed here is nobody's business.
  spellcheck: false,
  // A dropped file must never replace the page.
  navigateOnDragDrop: false,
  safeDialogs: true,
  autoplayPolicy: 'user-gesture-required',
} as const);

export type PagePreferences = typeof PAGE_PREFERENCES;

/** Preferences of a window with a bridge: the frozen set, its preload file, the UI session; developer tools unless packaged. */
export function bridgedPreferences<Session>(options: {
  readonly preload: string;
  readonly session: Session;
  readonly developerTools: boolean;
}): Readonly<PagePreferences & { preload: string; session: Session; devTools: boolean }> {
  return Object.freeze({
    ...PAGE_PREFERENCES,
    preload: options.preload,
    session: options.session,
    devTools: options.developerTools,
  });
}
