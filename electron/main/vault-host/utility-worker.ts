/** A worker of the vault as Electron's utility process. */
import { app, utilityProcess } from 'electron';
import { UTILITY_HEAP_FLAGS } from '#shared/contract/heap-flags.ts';
import type { FromWorker, WorkerKind } from '#shared/contract/worker-protocol.ts';
import { childEnvironment } from './environment.ts';
import type { WorkerProcess } from './worker-relay.ts';

/** @param onOutput what it wrote to stderr, for the local log */
export function startUtilityWorker(entry: string, kind: WorkerKind, onOutput: (text: string) => void): WorkerProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: `Netra ${kind}`,
    execArgv: kind === 'roster-import' ? [...UTILITY_HEAP_FLAGS] : [],
    env: childEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')));
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: unknown) => listener(message as FromWorker)),
    onExit: (listener) => child.once('exit', (code) => listener(code)),
    rssBytes: () => {
      const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return metric === undefined ? null : metric.memory.workingSetSize * 1024;
    },
    kill: () => void child.kill(),
  };
}
