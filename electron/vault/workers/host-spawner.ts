/** Workers as utility processes that the host (main) starts for the vault; messages travel through the host. */
import type { HostWorkerMessage, VaultWorkerMessage } from '#shared/contract/vault-protocol.ts';
import type { WorkerEvents, WorkerSpawner } from './process-handle.ts';

export interface HostWorkers {
  readonly spawn: WorkerSpawner;
  /** Takes what the host says about a worker. */
  receive(message: HostWorkerMessage): void;
}

export function createHostWorkers(send: (message: VaultWorkerMessage) => void): HostWorkers {
  const workers = new Map<number, WorkerEvents>();
  let nextId = 1;
  return {
    spawn: (kind, events) => {
      const workerId = nextId++;
      workers.set(workerId, events);
      send({ type: 'worker', workerId, action: 'start', kind });
      return {
        post: (message) => send({ type: 'worker', workerId, action: 'post', message }),
        end: () => send({ type: 'worker', workerId, action: 'end' }),
      };
    },
    receive: (message) => {
      const events = workers.get(message.workerId);
      if (!events) return;
      if (message.event === 'message') events.message(message.message);
      else if (message.event === 'rss') events.rss(message.bytes);
      else {
        workers.delete(message.workerId);
        events.exit(message.code);
      }
    },
  };
}
