/** A worker process as its supervisor sees it, however it was started. */
import type { FromWorker, ToWorker, WorkerKind } from '#shared/contract/worker-protocol.ts';

export interface WorkerEvents {
  readonly message: (message: FromWorker) => void;
  /** Once, when the process is gone; `lastWords` is the end of what it wrote to stderr, where that is known. */
  readonly exit: (code: number | null, lastWords?: string) => void;
  /** Resident bytes, whenever they are known. */
  readonly rss: (bytes: number) => void;
}

export interface WorkerProcess {
  post(message: ToWorker): void;
  /** Ends it at once; exit follows. */
  end(): void;
}

/** Starts one worker program. */
export type WorkerSpawner = (kind: WorkerKind, events: WorkerEvents) => WorkerProcess;
