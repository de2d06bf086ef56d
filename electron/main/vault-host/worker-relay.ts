/**
 * Starts the vault's workers as utility processes and carries their messages: a utility process cannot start others itself.
 * The relay looks into nothing; limits are the vault's business, memory is measured here and told.
 */
import type { HostWorkerMessage, VaultWorkerMessage } from '#shared/contract/vault-protocol.ts';
import type { FromWorker, ToWorker, WorkerKind } from '#shared/contract/worker-protocol.ts';

/** One worker process. */
export interface WorkerProcess {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  onExit(listener: (code: number | null) => void): void;
  /** Resident memory in bytes, or null when it is not known. */
  rssBytes(): number | null;
  kill(): void;
}

export interface WorkerRelay {
  receive(message: VaultWorkerMessage): void;
  /** Tells the vault how much memory each worker holds; to be called about once a second. */
  tellMemory(): void;
  /** Ends every worker: their vault is gone. */
  endAll(): void;
}

/** A relay between one vault program and the processes it asks for. */
export function createWorkerRelay(
  start: (kind: WorkerKind) => WorkerProcess,
  tell: (message: HostWorkerMessage) => void,
): WorkerRelay {
  const workers = new Map<number, WorkerProcess>();
  const startWorker = (workerId: number, kind: WorkerKind): void => {
    const worker = start(kind);
    workers.set(workerId, worker);
    worker.onMessage((message) => tell({ type: 'worker', workerId, event: 'message', message }));
    worker.onExit((code) => {
      if (workers.delete(workerId)) tell({ type: 'worker', workerId, event: 'exit', code });
    });
  };
  return {
    receive(message) {
      if (message.action === 'start') startWorker(message.workerId, message.kind);
      else if (message.action === 'post') workers.get(message.workerId)?.post(message.message);
      else workers.get(message.workerId)?.kill();
    },
    tellMemory() {
      for (const [workerId, worker] of workers) {
        const bytes = worker.rssBytes();
        if (bytes !== null) tell({ type: 'worker', workerId, event: 'rss', bytes });
      }
    },
    endAll() {
      const running = [...workers.values()];
      workers.clear();
      for (const worker of running) worker.kill();
    },
  };
}
