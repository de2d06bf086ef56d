/** The application menu: its items send commands to the page, which is where everything is carried out. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Word } from './words.ts';

/** What a menu item can ask; the page knows the same names. */
export type MenuCommand = 'new-case' | 'capture' | 'settings' | 'shortcuts';

export interface MenuActions {
  command(command: MenuCommand): void;
  lock(): void;
  quit(): void;
}

/** The menu as a plain table, so that it can be tested without Electron. */
export function menuTemplate(
  words: Readonly<Record<Word, string>>,
  actions: MenuActions,
  platform: NodeJS.Platform = process.platform,
): MenuItemConstructorOptions[] {
  const send = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => actions.command(command),
  });
  const file: MenuItemConstructorOptions[] = [
    send(words.newCase, 'CmdOrCtrl+N', 'new-case'),
    send(words.capture, 'CmdOrCtrl+Shift+T', 'capture'),
    { type: 'separator' },
    { label: words.lock, accelerator: 'CmdOrCtrl+L', click: () => actions.lock() },
    send(words.settings, 'CmdOrCtrl+,', 'settings'),
    { type: 'separator' },
    { label: words.quit, accelerator: 'CmdOrCtrl+Q', click: () => actions.quit() },
  ];
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'resetZoom', label: words.zoomReset },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    { label: words.menuFile, submenu: file },
    { label: words.menuEdit, submenu: edit },
    { label: words.menuView, submenu: view },
    { label: words.menuHelp, submenu: [send(words.shortcuts, 'CmdOrCtrl+/', 'shortcuts')] },
  ];
}
