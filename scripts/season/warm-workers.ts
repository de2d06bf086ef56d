/**
 * Workers of one kind that are started ahead: hundreds of pictures are looked at one after the other, each in a process of its own,
 * and starting it takes longer than looking. Each still does one job and ends.
 */
import type { FromWorker, WorkerKind } from '../../shared/contract/worker-protocol.ts';
import type { WorkerEvents, WorkerProcess, WorkerSpawner } from '../../electron/vault/workers/process-handle.ts';

interface Ahead {
  readonly process: WorkerProcess;
  /** Hands over what was heard so far, and everything from now on. */
  take(events: WorkerEvents): void;
}

export interface WarmWorkers {
  readonly spawn: WorkerSpawner;
  /** Ends those that nobody took. */
  end(): void;
}

/** Keeps `count` processes of the kind waiting; other kinds are started as they are asked for. */
export function warmWorkers(spawn: WorkerSpawner, kind: WorkerKind, count: number): WarmWorkers {
  const waiting: Ahead[] = [];
  const fill = (): void => {
    while (waiting.length < count) waiting.push(startAhead(spawn, kind));
  };
  return {
    spawn: (wanted, events) => {
      if (wanted !== kind) return spawn(wanted, events);
      fill();
      const next = waiting.shift();
      if (next === undefined) return spawn(wanted, events);
      // In a later turn: the caller must have the process before it hears that it is ready.
      queueMicrotask(() => next.take(events));
      fill();
      return next.process;
    },
    end: () => {
      for (const { process } of waiting.splice(0)) process.end();
    },
  };
}

function startAhead(spawn: WorkerSpawner, kind: WorkerKind): Ahead {
  const heard: FromWorker[] = [];
  let taken: WorkerEvents | null = null;
  let gone: { readonly code: number | null; readonly lastWords?: string } | null = null;
  const process = spawn(kind, {
    message: (message) => (taken === null ? void heard.push(message) : taken.message(message)),
    exit: (code, lastWords) => {
      gone = { code, ...(lastWords !== undefined && { lastWords }) };
      taken?.exit(code, lastWords);
    },
    rss: (bytes) => taken?.rss(bytes),
  });
  return {
    process,
    take: (events) => {
      taken = events;
      for (const message of heard) events.message(message);
      if (gone !== null) events.exit(gone.code, gone.lastWords);
    },
  };
}
