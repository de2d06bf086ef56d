/** Writes the newest head into the profile soon after each change, and at the lock: one write for a burst of changes. */
import type { CustodyHead } from '../kernel.ts';
import type { HeadMemory } from './vault-heads.ts';

/** Milliseconds between a change and its note. */
const SOON = 1_000;

export interface HeadKeeper {
  /** The vault was opened at this head: written at once. */
  opened(): void;
  /** The head moved on. */
  moved(): void;
  /** Writes now what is not written yet, and stops. */
  finish(): void;
}

/** A head that cannot be noted (a full disk) is told to `onFault` and noted with the next one: no work is stopped for it. */
export function createHeadKeeper(
  memory: HeadMemory,
  vaultId: string,
  head: () => CustodyHead,
  onFault: (error: unknown) => void,
): HeadKeeper {
  let timer: NodeJS.Timeout | null = null;
  const write = (opened = false): void => {
    timer = null;
    try {
      memory.remember(vaultId, head(), opened);
    } catch (error) {
      onFault(error);
    }
  };
  return {
    opened: () => write(true),
    moved: () => {
      timer ??= setTimeout(() => write(), SOON).unref();
    },
    finish: () => {
      if (timer) clearTimeout(timer);
      write();
    },
  };
}
