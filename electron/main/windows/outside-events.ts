/**
 * Promises go on in the middle of Electron's own events: a page that loses the focus tells so, and whatever was waiting runs
 * before Chromium returns from it. A window that is destroyed there takes down the whole program (seen on 25 with a window
 * that was about to get the focus). So windows and views end in a turn of their own.
 */
export function outsideEvents(act: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        act();
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

/** Destroys a window in a turn of its own; one that is gone by then is none. */
export function destroyWindow(window: { isDestroyed(): boolean; destroy(): void }): Promise<void> {
  return outsideEvents(() => {
    if (!window.isDestroyed()) window.destroy();
  });
}
