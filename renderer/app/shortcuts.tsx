/** Keys that work on every screen, and the sheet that lists them all. */
import { Kbd, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, listen } from '../bridge/call.ts';
import { useNotify } from '../ui/notify.tsx';
import { PLACES } from './places.ts';

const OPEN_SHEET = 'netra:shortcut-sheet';

export interface ShellCommands {
  readonly capture: () => void;
  readonly newCase: () => void;
  readonly lock: () => void;
  readonly shortcuts: () => void;
}

/** What the box, the keys and the menu can do. */
export function useShellCommands(): ShellCommands {
  const navigate = useNavigate();
  const { failed } = useNotify();
  return useMemo(
    () => ({
      capture: () => void call('capture.openWindow', { caseId: null }).catch(failed),
      newCase: () => void navigate({ to: '/kasus', search: { baru: true } }),
      // Main's event shows the door; a refusal must be seen, or the screen would seem safe.
      lock: () => void call('vault.lock', {}).catch(failed),
      shortcuts: () => void window.dispatchEvent(new Event(OPEN_SHEET)),
    }),
    [navigate, failed],
  );
}

type Hotkey = Parameters<typeof useHotkeys>[0][number];

/** A key that rests while a dialog is open or text is being typed; the key is then the page's. */
function free(key: string, action: () => void): Hotkey {
  const act = (event: KeyboardEvent): void => {
    if (document.querySelector('[role="dialog"]') !== null || takesText(event.target)) return;
    event.preventDefault();
    action();
  };
  return [key, act, { preventDefault: false }];
}

/** Kinds of <input> that are pressed or moved, not typed into: letters and digits mean nothing to them. */
const PRESSED = ['radio', 'checkbox', 'button', 'submit', 'reset', 'file', 'image', 'range', 'color'];

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !PRESSED.includes(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Binds the keys of the shell; single letters rest while a dialog is open or text is typed. */
export function useShellShortcuts(): { opened: boolean; close: () => void } {
  const navigate = useNavigate();
  const commands = useShellCommands();
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const show = (): void => setOpened(true);
    window.addEventListener(OPEN_SHEET, show);
    return () => window.removeEventListener(OPEN_SHEET, show);
  }, []);
  useEffect(
    () =>
      listen('menu.command', ({ command }) => {
        if (command === 'lock') commands.lock();
        if (command === 'capture') commands.capture();
        if (command === 'new-case') commands.newCase();
        if (command === 'shortcuts') commands.shortcuts();
        if (command === 'settings') void navigate({ to: '/pengaturan' });
      }),
    [commands, navigate],
  );
  useHotkeys(
    [
      ['mod+L', commands.lock],
      free('A', commands.capture),
      free('N', commands.newCase),
      free('shift+?', commands.shortcuts),
      free('?', commands.shortcuts),
      free('/', focusSearch),
      ...PLACES.map(({ digit, to }) => free(digit, () => void navigate({ to }))),
    ],
    // Which of them rest where is decided above.
    [],
  );
  return { opened, close: () => setOpened(false) };
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-list-search] input, input[data-list-search]')?.focus();
}

/** The sheet of all keys. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const groups = [
    {
      title: t('shell.shortcuts.anywhere'),
      keys: [
        [t('shell.shortcuts.box'), 'Ctrl K'],
        [t('shell.shortcuts.lock'), 'Ctrl L'],
        [t('shell.shortcuts.capture'), 'A'],
        [t('shell.shortcuts.newCase'), 'N'],
        [t('shell.shortcuts.sheet'), '?'],
      ],
    },
    {
      title: t('shell.shortcuts.go'),
      keys: PLACES.map(({ key, digit }) => [t(`shell.rail.${key}`), digit.replace('alt+', 'Alt ')]),
    },
    {
      title: t('shell.shortcuts.lists'),
      keys: [
        [t('shell.shortcuts.search'), '/'],
        [t('shell.shortcuts.move'), '↑ ↓'],
        [t('shell.shortcuts.open'), 'Enter'],
      ],
    },
    {
      title: t('shell.shortcuts.gallery'),
      keys: [
        [t('shell.shortcuts.quick'), t('shell.shortcuts.space')],
        [t('shell.shortcuts.next'), '← →'],
        [t('shell.shortcuts.zoom'), 'Z'],
        [t('shell.shortcuts.details'), 'D'],
        [t('shell.shortcuts.paste'), 'Ctrl V'],
        [t('shell.shortcuts.close'), 'Esc'],
      ],
    },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.shortcuts.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {groups.map(({ title, keys }) => (
        <section key={title} className="n-keys">
          <h3>{title}</h3>
          {keys.map(([words, key]) => (
            <div key={words}>
              <span>{words}</span>
              <Kbd>{key}</Kbd>
            </div>
          ))}
        </section>
      ))}
    </Modal>
  );
}
