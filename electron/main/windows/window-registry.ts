/** Which windows with a bridge are open, and what each is. The only answer to "who is this sender?". */
import type { WindowRole } from '#shared/contract/operation.ts';

/** The part of a BrowserWindow the registry needs. */
export interface RegisteredWindow {
  readonly webContents: { readonly id: number; send(channel: string, ...values: readonly unknown[]): void };
  isDestroyed(): boolean;
  setContentProtection(enabled: boolean): void;
  once(event: 'closed', listener: () => void): unknown;
}

export interface WindowRegistry<Window extends RegisteredWindow = RegisteredWindow> {
  /** Until the window closes, its top frame may call the operations of its role. */
  register(window: Window, role: WindowRole): void;
  roleOf(contentsId: number): WindowRole | null;
  /** Open windows of a role, oldest first. */
  windowsOf(role: WindowRole): readonly Window[];
  all(): readonly Window[];
}

/** An empty registry. */
export function createWindowRegistry<Window extends RegisteredWindow>(): WindowRegistry<Window> {
  const entries = new Map<number, { readonly window: Window; readonly role: WindowRole }>();
  const open = (): { readonly window: Window; readonly role: WindowRole }[] =>
    [...entries.values()].filter(({ window }) => !window.isDestroyed());
  return {
    register(window, role) {
      const { id } = window.webContents;
      entries.set(id, { window, role });
      window.once('closed', () => entries.delete(id));
    },
    roleOf: (contentsId) => entries.get(contentsId)?.role ?? null,
    windowsOf: (role) =>
      open()
        .filter((entry) => entry.role === role)
        .map((entry) => entry.window),
    all: () => open().map((entry) => entry.window),
  };
}
