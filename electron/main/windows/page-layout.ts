/** Where the page lies in the capture window: below the tool bar, which is higher while a round is worked on. */
import type { BrowserWindow, Rectangle } from 'electron';
import type { PageView } from '../capture/adapter/page-view.ts';

/** Height of the tool bar, CSS pixels, without and with a round's rows; renderer/capture-toolbar/toolbar.css draws within it. */
const TOOLBAR_HEIGHT = 158;
const ROUND_TOOLBAR_HEIGHT = 228;

export interface Layout {
  setRound(working: boolean): void;
  /** Of the page, in CSS pixels of the window. */
  bounds(): Rectangle;
}

/** Lays the page out, now and whenever the window's size changes. */
export function layOut(window: BrowserWindow, view: PageView): Layout {
  let bar = TOOLBAR_HEIGHT;
  const bounds = (): Rectangle => {
    const { width, height } = window.getContentBounds();
    return { x: 0, y: bar, width, height: Math.max(1, height - bar) };
  };
  const place = (): void => view.setBounds(bounds());
  place();
  window.on('resize', place);
  return {
    bounds,
    setRound(working) {
      const wanted = working ? ROUND_TOOLBAR_HEIGHT : TOOLBAR_HEIGHT;
      if (wanted === bar || window.isDestroyed()) return;
      bar = wanted;
      place();
    },
  };
}
