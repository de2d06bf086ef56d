/** Puts the application menu on the screen. */
import { Menu } from 'electron';
import { type MenuActions, menuTemplate } from './menu-template.ts';
import type { Word } from './words.ts';

/** Sets the menu; to be called again when the language changes. */
export function showMenu(words: Readonly<Record<Word, string>>, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, actions)));
}
