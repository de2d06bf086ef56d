/**
 * When the vault is locked. A small machine over an injected clock:
 *
 *   off ──opened──▶ watching ──idle──▶ locking (screen hidden at once, the vault ends its jobs first)
 *                      │                  │
 *                      └─ any other reason ┴──▶ locking at once (jobs stop at a safe point) ──locked──▶ off
 */
import type { LockReason } from '#shared/contract/vault-protocol.ts';

export type LockPhase = 'off' | 'watching' | 'waiting-for-jobs' | 'locking';

export interface LockPolicyParts {
  /** Milliseconds, from a clock that does not jump. */
  now(): number;
  /** Milliseconds after which nobody counts as being there. */
  idleLimit(): number;
  /** Tells the pages to cover themselves; called before the vault is asked. */
  hideScreen(): void;
  /** Locks; resolves when the vault is locked. May be called again, with a stronger reason, while an idle lock waits. */
  lock(reason: LockReason): Promise<void>;
}

export interface LockPolicy {
  phase(): LockPhase;
  /** The vault is open: the time of nobody begins now. */
  opened(): void;
  /** The vault is locked or gone, for whatever reason. */
  closed(): void;
  /** A key or a pointer in one of our windows. Too late once the screen is hidden. */
  noteActivity(): void;
  /** Milliseconds since anybody was there; nought when nothing is open. */
  quietFor(): number;
  /** To be called every few seconds. */
  tick(): void;
  /** Locks now. Resolves when it is done; at once when nothing is open. */
  lockNow(reason: LockReason): Promise<void>;
}

/** A policy with nothing open. */
export function createLockPolicy(parts: LockPolicyParts): LockPolicy {
  let phase: LockPhase = 'off';
  let lastActivity = 0;
  let current: Promise<void> = Promise.resolve();

  const begin = (reason: LockReason): Promise<void> => {
    phase = reason === 'idle' ? 'waiting-for-jobs' : 'locking';
    parts.hideScreen();
    current = parts.lock(reason).finally(() => (phase = 'off'));
    return current;
  };

  return {
    phase: () => phase,
    opened() {
      phase = 'watching';
      lastActivity = parts.now();
    },
    closed() {
      phase = 'off';
    },
    noteActivity() {
      if (phase === 'watching') lastActivity = parts.now();
    },
    quietFor: () => (phase === 'watching' ? parts.now() - lastActivity : 0),
    tick() {
      if (phase === 'watching' && parts.now() - lastActivity >= parts.idleLimit()) void begin('idle');
    },
    lockNow(reason) {
      if (phase === 'off') return Promise.resolve();
      if (phase === 'locking') return current;
      if (phase === 'waiting-for-jobs' && reason === 'idle') return current;
      return begin(reason);
    },
  };
}
