/**
 * Checklist 17: who sent a message. Trusted is only the top frame of one of our windows while it shows our origin.
 * The address alone does not do: about:blank, blob: and sandboxed documents have addresses that name nobody.
 */
import type { WindowRole } from '#shared/contract/operation.ts';
import { APP_ORIGIN, isAppAddress } from './origin.ts';

/** What is needed of Electron's WebFrameMain; `origin` is missing in old runtimes. */
export interface SenderFrame {
  readonly url: string;
  readonly origin?: string;
  readonly parent: object | null;
}
export interface SenderEvent {
  /** Null when the frame is gone. */
  readonly senderFrame: SenderFrame | null;
  readonly sender: { readonly id: number };
}

export type SenderRefusal = 'no-frame' | 'not-top-frame' | 'foreign-origin' | 'unknown-window';
export type SenderVerdict =
  | { readonly trusted: true; readonly role: WindowRole }
  | { readonly trusted: false; readonly reason: SenderRefusal };

/** Judges a sender; `roleOf` answers which of our windows a webContents id belongs to. */
export function judgeSender(event: SenderEvent, roleOf: (contentsId: number) => WindowRole | null): SenderVerdict {
  const frame = event.senderFrame;
  if (frame === null) return { trusted: false, reason: 'no-frame' };
  if (frame.parent !== null) return { trusted: false, reason: 'not-top-frame' };
  if (!hasAppOrigin(frame)) return { trusted: false, reason: 'foreign-origin' };
  const role = roleOf(event.sender.id);
  return role === null ? { trusted: false, reason: 'unknown-window' } : { trusted: true, role };
}

/** Both must be ours: an opaque origin keeps our address, an about:blank frame can inherit our origin. */
function hasAppOrigin(frame: SenderFrame): boolean {
  if (!isAppAddress(frame.url)) return false;
  return frame.origin === undefined || frame.origin === APP_ORIGIN;
}
