/**
 * A page that runs away must not take the officer's machine with it. Its processes are looked at every few seconds: over the
 * limit of memory they are ended (what was captured is in the vault by then), and one that keeps a core busy for long while
 * nothing is captured is put behind everything else.
 */

/** What is told of one process. */
export interface ProcessUse {
  readonly pid: number;
  /** Share of one core since the last look, percent. */
  readonly cpu: number;
  /** Memory of its own, bytes. */
  readonly bytes: number;
}

export interface PageWatchParts {
  /** Processes of the page: its own and those of its frames. */
  readonly processes: () => readonly ProcessUse[];
  /** Whether a capture is running: then the page may work as hard as it needs to. */
  readonly busy: () => boolean;
  /** Puts a process behind others, or back to where it was. */
  readonly setBehind: (pid: number, behind: boolean) => void;
  /** Ends the page's processes. */
  readonly end: () => void;
  /** Calls back again and again; returns the way to stop. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
}

/** A quarter of the memory of a modest office laptop; the heaviest page of our own test site needs a fifth of it. */
export const PAGE_MEMORY_LIMIT = 2 * 1024 ** 3;
const LOOK_EVERY = 2_000;
const BUSY_PERCENT = 80;
/** Looks in a row: half a minute. */
const BUSY_LOOKS = 15;

/** Begins to watch; returns the way to stop. */
export function watchPage(parts: PageWatchParts): () => void {
  const looks = new Map<number, number>();
  const behind = new Set<number>();
  return parts.every(LOOK_EVERY, () => {
    const processes = parts.processes();
    if (processes.reduce((sum, { bytes }) => sum + bytes, 0) > PAGE_MEMORY_LIMIT) {
      parts.end();
      return;
    }
    const busy = parts.busy();
    for (const { pid, cpu } of processes) {
      const count = cpu >= BUSY_PERCENT && !busy ? (looks.get(pid) ?? 0) + 1 : 0;
      looks.set(pid, count);
      const shouldBeBehind = count >= BUSY_LOOKS;
      if (shouldBeBehind === behind.has(pid)) continue;
      parts.setBehind(pid, shouldBeBehind);
      if (shouldBeBehind) behind.add(pid);
      else behind.delete(pid);
    }
  });
}
