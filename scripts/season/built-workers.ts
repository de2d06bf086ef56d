/** The worker programs in out/, which start in half the time of their sources. Whoever uses them has built the app before. */
import path from 'node:path';
import { WORKER_KINDS } from '../../shared/contract/worker-protocol.ts';
import { forkSpawner } from '../../electron/vault/workers/fork-spawner.ts';
import type { WorkerSpawner } from '../../electron/vault/workers/process-handle.ts';

const OUT = path.join(import.meta.dirname, '../../out/main');

export function builtWorkers(): WorkerSpawner {
  const entries = WORKER_KINDS.map((kind) => [kind, path.join(OUT, `worker-${kind}.js`)] as const);
  return forkSpawner({ entries: Object.fromEntries(entries), execPath: null });
}
