/**
 * The vault program on an external Node: only where the runtime's own Node cannot load the SQLite driver (development).
 * Same messages as with a utility process.
 */
import { fork } from 'node:child_process';
import { HEAP_FLAGS } from '#shared/contract/heap-flags.ts';
import type { FromVault } from '#shared/contract/vault-protocol.ts';
import { childEnvironment } from './environment.ts';
import type { VaultProcess } from './vault-process.ts';

/** @param onOutput lines the program wrote to stderr or stdout, for the local log */
export function startNodeProcess(entry: string, node: string, onOutput: (text: string) => void): VaultProcess {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [...HEAP_FLAGS],
    serialization: 'advanced',
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')));
  child.stderr?.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')));
  return {
    post: (message) => {
      // A program that is gone is told by its exit; the request it misses is rejected there.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as unknown as FromVault)),
    onExit: (listener) => {
      let told = false;
      const tell = (code: number | null): void => {
        if (!told) listener(code);
        told = true;
      };
      child.once('exit', tell);
      // Not started at all: there is no exit then.
      child.once('error', (error) => {
        onOutput(error.message);
        tell(null);
      });
    },
    end: () => {
      if (child.connected) child.disconnect();
      child.kill('SIGTERM');
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
