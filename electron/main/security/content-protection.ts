/** Beyond the list: the vault's setting that keeps our windows out of screenshots and screen sharing, where the system can. */

export interface ProtectableWindow {
  isDestroyed(): boolean;
  setContentProtection(enabled: boolean): void;
}

/** Sets the protection on every window that is open. */
export function protectContent(windows: Iterable<ProtectableWindow>, enabled: boolean): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.setContentProtection(enabled);
  }
}
