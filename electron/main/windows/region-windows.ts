/** The windows that show the stills, one over each display, and what the picker needs of Electron. */
import { BrowserWindow, desktopCapturer, screen, systemPreferences } from 'electron';
import type { ProgramPaths } from '../platform/paths.ts';
import { createRegionPicker, type RegionPicker, type RegionPickerParts } from '../screen/region-picker.ts';
import { obstacleOf, type Still } from '../screen/stills.ts';
import { APP_ORIGIN } from '../security/origin.ts';
import { bridgedPreferences } from '../security/web-preferences.ts';
import { destroyWindow } from './outside-events.ts';
import { uiSession } from './ui-session.ts';
import type { WindowRegistry } from './window-registry.ts';

export interface RegionWindowsParts
  extends Pick<RegionPickerParts, 'isCapturing' | 'register' | 'fileName' | 'language'> {
  readonly windows: WindowRegistry<BrowserWindow>;
  readonly paths: ProgramPaths;
  readonly developerTools: boolean;
}

/** Milliseconds from hiding a window until no desktop shows it any more, its animation included. */
const GONE_AFTER = 400;

/** The picker over the real desktop. */
export function createRegionWindows(parts: RegionWindowsParts): RegionPicker {
  return createRegionPicker({
    isCapturing: parts.isCapturing,
    register: parts.register,
    fileName: parts.fileName,
    language: parts.language,
    now: () => new Date(),
    obstacle: () =>
      obstacleOf({
        platform: process.platform,
        environment: process.env,
        permission: () => systemPreferences.getMediaAccessStatus('screen'),
      }),
    displays: () => screen.getAllDisplays(),
    sources: (thumbnailSize) => desktopCapturer.getSources({ types: ['screen'], thumbnailSize }),
    pointerDisplay: () => screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).id,
    hideOurs: () => hide(parts.windows.all()),
    openWindow: (still, opened, gone) => openRegionWindow(parts, still, opened, gone),
  });
}

async function hide(windows: readonly BrowserWindow[]): Promise<() => void> {
  const visible = windows.filter((window) => window.isVisible());
  for (const window of visible) window.hide();
  await new Promise((resolve) => setTimeout(resolve, GONE_AFTER));
  return () => {
    for (const window of visible) if (!window.isDestroyed()) window.show();
    // The oldest is the main window, which asked.
    const asked = visible[0];
    if (asked !== undefined && !asked.isDestroyed()) asked.focus();
  };
}

async function openRegionWindow(
  { windows, paths, developerTools }: RegionWindowsParts,
  { display }: Still,
  opened: Parameters<RegionPickerParts['openWindow']>[1],
  gone: () => void,
): Promise<void> {
  const window = new BrowserWindow({
    ...display.bounds,
    frame: false,
    show: false,
    movable: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    skipTaskbar: true,
    hasShadow: false,
    enableLargerThanScreen: true,
    alwaysOnTop: true,
    title: 'Netra',
    backgroundColor: '#000000',
    webPreferences: bridgedPreferences({ preload: paths.screenRegionPreload, session: uiSession(), developerTools }),
  });
  windows.register(window, 'screen-region');
  // Above panels and docks, which the still shows anyhow.
  window.setAlwaysOnTop(true, 'screen-saver');
  window.once('closed', gone);
  window.webContents.once('render-process-gone', gone);
  opened({
    contentsId: window.webContents.id,
    focus: () => window.focus(),
    close: () => {
      void destroyWindow(window);
    },
  });
  await window.loadURL(`${APP_ORIGIN}/screen-region.html`);
  if (window.isDestroyed()) return;
  window.setBounds(display.bounds);
  window.show();
}
