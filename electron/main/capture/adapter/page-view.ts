/**
 * The view that shows the page inside the capture window. The one place that decides by Electron's version: a class named
 * WebContentsView exists in old runtimes too, and is another thing there.
 */
import type { BrowserView, BrowserWindow, Rectangle, WebContents, WebContentsView, WebPreferences } from 'electron';

export interface PageView {
  readonly contents: WebContents;
  setBounds(bounds: Rectangle): void;
  /** Takes the view out of the window and ends its page. */
  destroy(): void;
}

export interface ViewClasses {
  readonly WebContentsView: new (options: { webPreferences: WebPreferences }) => WebContentsView;
  readonly BrowserView: new (options: { webPreferences: WebPreferences }) => BrowserView;
}

/** The first version whose WebContentsView is the documented one. */
const WEB_CONTENTS_VIEW_SINCE = 30;

/** Puts a page's view into a window that has loaded its own page already; without that it never paints. */
export function createPageView(
  classes: ViewClasses,
  electronVersion: string,
  window: BrowserWindow,
  webPreferences: WebPreferences,
): PageView {
  const modern = Number.parseInt(electronVersion, 10) >= WEB_CONTENTS_VIEW_SINCE;
  return modern ? modernView(classes, window, webPreferences) : oldView(classes, window, webPreferences);
}

function modernView(classes: ViewClasses, window: BrowserWindow, webPreferences: WebPreferences): PageView {
  const view = new classes.WebContentsView({ webPreferences });
  // The view forgets it when it is gone.
  const contents = view.webContents;
  window.contentView.addChildView(view);
  return {
    contents,
    setBounds: (bounds) => view.setBounds(bounds),
    destroy: () => {
      if (!window.isDestroyed()) window.contentView.removeChildView(view);
      if (!contents.isDestroyed()) contents.close();
    },
  };
}

function oldView(classes: ViewClasses, window: BrowserWindow, webPreferences: WebPreferences): PageView {
  const view = new classes.BrowserView({ webPreferences });
  const contents = view.webContents;
  window.addBrowserView(view);
  return {
    contents,
    setBounds: (bounds) => view.setBounds(bounds),
    destroy: () => {
      if (!window.isDestroyed()) window.removeBrowserView(view);
      if (!contents.isDestroyed()) contents.close();
    },
  };
}
