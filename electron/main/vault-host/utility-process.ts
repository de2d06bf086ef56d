/** The vault program as Electron's utility process: what the shipped app uses. */
import { utilityProcess } from 'electron';
import { UTILITY_HEAP_FLAGS } from '#shared/contract/heap-flags.ts';
import type { FromVault } from '#shared/contract/vault-protocol.ts';
import { childEnvironment } from './environment.ts';
import type { VaultProcess } from './vault-process.ts';

/** @param onOutput lines the program wrote to stderr or stdout, for the local log */
export function startUtilityProcess(entry: string, onOutput: (text: string) => void): VaultProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Netra vault',
    execArgv: [...UTILITY_HEAP_FLAGS],
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')));
  child.stderr?.on('data', (piece: Buffer) => onOutput(piece.toString('utf8')));
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: unknown) => listener(message as FromVault)),
    onExit: (listener) => child.once('exit', (code) => listener(code)),
    end: () => void child.kill(),
    kill: () => {
      // Electron has one way to end it; the operating system has a harder one.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
