/** The only place that knows window.netra. */
import type { MainWindowBridge } from '#shared/contract/bridge.ts';

declare global {
  interface Window {
    readonly netra?: MainWindowBridge;
  }
}

/** The bridge the preload put into the page. Throws when the page was opened outside the app. */
export function bridge(): MainWindowBridge {
  if (window.netra === undefined) throw new Error('this page runs only inside Netra');
  return window.netra;
}
