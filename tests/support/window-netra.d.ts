/** What a test finds in a page of the main window; the same words as in renderer/bridge/window.ts. */
import type { MainWindowBridge } from '#shared/contract/bridge.ts';

declare global {
  interface Window {
    readonly netra?: MainWindowBridge;
  }
}
