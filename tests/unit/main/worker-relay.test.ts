import { expect, it, vi } from 'vitest';
import type { HostWorkerMessage } from '#shared/contract/vault-protocol.ts';
import type { FromWorker } from '#shared/contract/worker-protocol.ts';
import { createWorkerRelay, type WorkerProcess } from '../../../electron/main/vault-host/worker-relay.ts';

function fakeWorker() {
  const listeners: { message?: (message: FromWorker) => void; exit?: (code: number | null) => void } = {};
  const worker: WorkerProcess = {
    post: vi.fn(),
    onMessage: (listener) => (listeners.message = listener),
    onExit: (listener) => (listeners.exit = listener),
    rssBytes: () => 42,
    kill: vi.fn(),
  };
  return { worker, listeners };
}

it('carries messages both ways, tells memory and exit, and forgets the worker then', () => {
  const { worker, listeners } = fakeWorker();
  const told: HostWorkerMessage[] = [];
  const relay = createWorkerRelay(
    () => worker,
    (message) => told.push(message),
  );
  relay.receive({ type: 'worker', workerId: 7, action: 'start', kind: 'images' });
  listeners.message?.({ type: 'ready' });
  relay.receive({ type: 'worker', workerId: 7, action: 'post', message: { type: 'start', job: 1, inputs: {} } });
  relay.tellMemory();
  relay.receive({ type: 'worker', workerId: 7, action: 'end' });
  listeners.exit?.(0);
  relay.tellMemory();
  expect(worker.post).toHaveBeenCalledExactlyOnceWith({ type: 'start', job: 1, inputs: {} });
  expect(worker.kill).toHaveBeenCalledOnce();
  expect(told).toEqual([
    { type: 'worker', workerId: 7, event: 'message', message: { type: 'ready' } },
    { type: 'worker', workerId: 7, event: 'rss', bytes: 42 },
    { type: 'worker', workerId: 7, event: 'exit', code: 0 },
  ]);
});

it('ends every worker of a vault that is gone, and tells nobody', () => {
  const { worker, listeners } = fakeWorker();
  const told: HostWorkerMessage[] = [];
  const relay = createWorkerRelay(
    () => worker,
    (message) => told.push(message),
  );
  relay.receive({ type: 'worker', workerId: 1, action: 'start', kind: 'report' });
  relay.endAll();
  listeners.exit?.(null);
  expect(worker.kill).toHaveBeenCalledOnce();
  expect(told).toEqual([]);
  relay.receive({ type: 'worker', workerId: 9, action: 'end' });
});
