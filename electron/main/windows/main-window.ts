/** The main window: our page, our bridge, the place it had last time. */
import { BrowserWindow, screen } from 'electron';
import { readJsonFile, writeJsonFile } from '../platform/json-file.ts';
import { MINIMUM_SIZE, placeWindow, type WindowState, windowStateShape } from '../platform/window-state.ts';
import { APP_ORIGIN } from '../security/origin.ts';
import { bridgedPreferences } from '../security/web-preferences.ts';
import { uiSession } from './ui-session.ts';

/** Opens the window; it appears when its first picture is there. */
export function createMainWindow(options: {
  /** File of the built preload. */
  readonly preload: string;
  /** File that keeps the window's place. */
  readonly stateFile: string;
  readonly developerTools: boolean;
  readonly dark: boolean;
}): BrowserWindow {
  const remembered: WindowState | null = readJsonFile(options.stateFile, windowStateShape.nullable(), null);
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const { maximized, ...bounds } = placeWindow(
    remembered,
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Netra',
    // Before the first picture: the paper of the light theme or the ground of the dark one.
    backgroundColor: options.dark ? '#14171b' : '#f7f6f2',
    webPreferences: bridgedPreferences({
      preload: options.preload,
      session: uiSession(),
      developerTools: options.developerTools,
    }),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => writeJsonFile(options.stateFile, stateOf(window)));
  return window;
}

/** Milliseconds that the app's own page may take from its own disk; a start right after a killed one was seen to hang. */
const LOAD_PATIENCE = 15_000;

/** Loads the page of the main window; once more when nothing has come of the first try. */
export async function loadMainPage(window: Pick<BrowserWindow, 'loadURL'>, patience = LOAD_PATIENCE): Promise<void> {
  const load = (): Promise<void> => window.loadURL(`${APP_ORIGIN}/index.html`);
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<'hung'>((resolve) => {
    timer = setTimeout(() => resolve('hung'), patience);
  });
  const first = load();
  const outcome = await Promise.race([first, hung]).finally(() => clearTimeout(timer));
  if (outcome !== 'hung') return;
  // The second load ends the first one, whose rejection says no more than that.
  first.catch(() => undefined);
  await load();
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, maximized: window.isMaximized() };
}
