/** What the page in the capture window may not do: open windows, ask for client certificates, leave the web, take our keys. */
import type { Input, WebContents } from 'electron';
import { OUTCOME_KEYS, OUTCOMES, type Outcome } from '#shared/domain/monitoring/rules.ts';
import type { AddressGate } from './address-gate.ts';

export interface PageShortcuts {
  capture(): void;
  reloadAndCapture(): void;
  reload(): void;
  back(): void;
  forward(): void;
  lock(): void;
  focusAddress(): void;
  /** The window's account of a monitoring round. */
  answer(outcome: Outcome): void;
  takeBackAnswer(): void;
}

export interface PageGuardOptions {
  readonly gate: AddressGate;
  /** Goes to the address a pop-up asked for, in the same view. */
  readonly navigate: (address: string) => void;
  readonly onRefused: (address: string) => void;
  readonly shortcuts: PageShortcuts;
}

/** Keys that work while the page has the focus, as "Ctrl+Shift+S". */
const SHORTCUTS: Readonly<Record<string, (shortcuts: PageShortcuts) => void>> = {
  'Ctrl+Shift+S': (shortcuts) => shortcuts.capture(),
  'Ctrl+Shift+R': (shortcuts) => shortcuts.reloadAndCapture(),
  'Ctrl+R': (shortcuts) => shortcuts.reload(),
  F5: (shortcuts) => shortcuts.reload(),
  'Alt+ArrowLeft': (shortcuts) => shortcuts.back(),
  'Alt+ArrowRight': (shortcuts) => shortcuts.forward(),
  'Ctrl+L': (shortcuts) => shortcuts.lock(),
  F6: (shortcuts) => shortcuts.focusAddress(),
  ...Object.fromEntries(
    OUTCOMES.map((outcome) => [
      `Ctrl+Shift+${OUTCOME_KEYS[outcome]}`,
      (shortcuts: PageShortcuts) => shortcuts.answer(outcome),
    ]),
  ),
  'Ctrl+Shift+Z': (shortcuts) => shortcuts.takeBackAnswer(),
};

/** Puts the guards on. */
export function guardPage(contents: WebContents, options: PageGuardOptions): void {
  contents.setWindowOpenHandler(({ url }) => {
    options.navigate(url);
    return { action: 'deny' };
  });
  // Left alone, Electron would offer the machine's first client certificate to any site that asks.
  contents.on('select-client-certificate', (event, _url, _certificates, answer) => {
    event.preventDefault();
    // Electron's types want a certificate; without one the connection goes on without.
    Reflect.apply(answer, undefined, []);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  const refuseOtherSchemes = (event: { preventDefault(): void }, url: string): void => {
    if (/^https?:/i.test(url)) return;
    event.preventDefault();
    options.onRefused(url);
  };
  contents.on('will-navigate', (event) => refuseOtherSchemes(event, event.url));
  contents.on('will-redirect', (event) => refuseOtherSchemes(event, event.url));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('before-input-event', (event, input) => {
    const action = SHORTCUTS[keyName(input)];
    if (input.type !== 'keyDown' || action === undefined) return;
    event.preventDefault();
    // A key that is held down answers one account, not all that follow.
    if (!input.isAutoRepeat) action(options.shortcuts);
  });
}

/** "Ctrl+Shift+S"; Command stands for Ctrl on a Mac. */
export function keyName(input: Pick<Input, 'key' | 'control' | 'meta' | 'shift' | 'alt'>): string {
  const parts = [input.control || input.meta ? 'Ctrl' : '', input.alt ? 'Alt' : '', input.shift ? 'Shift' : ''];
  const key = input.key.length === 1 ? input.key.toUpperCase() : input.key;
  return [...parts, key].filter((part) => part !== '').join('+');
}
