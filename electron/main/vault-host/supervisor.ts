/**
 * Keeps one vault program: starts it when it is needed, pairs answers with requests, and tells an end that was wanted from
 * one that was not. After an unwanted end every pending request is rejected with VAULT_UNAVAILABLE, and new programs are
 * started only a bounded number of times.
 */
import type {
  FromVault,
  VaultAnswers,
  VaultEvent,
  VaultProgramConfig,
  VaultRequest,
  VaultRequestInput,
  VaultRequestName,
  VaultWorkerMessage,
  HostWorkerMessage,
} from '#shared/contract/vault-protocol.ts';
import type { HostOutsideMessage, VaultOutsideMessage } from '#shared/contract/outside.ts';
import { AppError, type Result } from '#shared/errors/app-error.ts';
import type { LocalLog } from '../platform/local-log.ts';
import type { StartVaultProcess, VaultProcess } from './vault-process.ts';

/** Times in milliseconds. */
export const SUPERVISION = {
  startTimeout: 20_000,
  endTimeout: 3_000,
  crashWindow: 120_000,
  crashesAllowed: 3,
} as const;

/** Clock and timers, injected. */
export interface Clock {
  now(): number;
  /** Calls back once; the answer cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}

export interface SupervisorParts {
  readonly start: StartVaultProcess;
  config(): VaultProgramConfig;
  onEvent(event: VaultEvent): void;
  onWorkerMessage(message: VaultWorkerMessage): void;
  /** The vault asks the network for a signature; the answer goes back by postToVault. */
  onOutside(message: VaultOutsideMessage): void;
  /** The program ended although nobody had asked it to; whatever was open is locked now. */
  onCrash(): void;
  /** The program ended for whatever reason. */
  onEnd(): void;
  readonly log: LocalLog;
  readonly clock: Clock;
}

export interface Supervisor {
  /** Starts the program if none runs. The answer is the program's own Result; never rejects. */
  request<Name extends VaultRequestName>(op: Name, input: VaultRequestInput<Name>): Promise<Result<VaultAnswers[Name]>>;
  isRunning(): boolean;
  postToVault(message: HostWorkerMessage | HostOutsideMessage): void;
  /** Ends the program in order: asks, waits, then kills. Resolves when it is gone. */
  end(): Promise<void>;
}

interface Program {
  readonly process: VaultProcess;
  readonly ready: Promise<void>;
  readonly gone: Promise<void>;
  wanted: boolean;
}
type Settle = (result: Result<unknown>) => void;

/** A supervisor without a program yet. */
export function createSupervisor(parts: SupervisorParts): Supervisor {
  const pending = new Map<number, Settle>();
  const crashes: number[] = [];
  let program: Program | null = null;
  let nextId = 1;

  const unavailable = (): Result<never> => ({
    ok: false,
    error: { code: 'VAULT_UNAVAILABLE', params: {}, correlationId: '' },
  });

  const send = (target: Program, op: VaultRequestName, input: unknown): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      const id = nextId++;
      pending.set(id, resolve);
      target.process.post({ type: 'request', id, op, input } as VaultRequest);
    });

  const receive = (message: FromVault, onReady: () => void): void => {
    switch (message.type) {
      case 'ready':
        onReady();
        return;
      case 'answer':
        pending.get(message.id)?.(message.result);
        pending.delete(message.id);
        return;
      case 'event':
        parts.onEvent(message);
        return;
      case 'worker':
        parts.onWorkerMessage(message);
        return;
      case 'outside':
        parts.onOutside(message);
        return;
      case 'fault':
        parts.log.error('vault', 'fault', { correlationId: message.correlationId }, message.detail);
        return;
    }
  };

  const ended = (which: Program, code: number | null): void => {
    if (program === which) program = null;
    const open = [...pending.values()];
    pending.clear();
    for (const settle of open) settle(unavailable());
    if (!which.wanted) {
      crashes.push(parts.clock.now());
      parts.log.error('vault-host', 'the vault program ended unexpectedly', { code });
      parts.onCrash();
    }
    parts.onEnd();
  };

  const launch = (): Program => {
    const { clock } = parts;
    while (crashes[0] !== undefined && clock.now() - crashes[0] > SUPERVISION.crashWindow) crashes.shift();
    if (crashes.length >= SUPERVISION.crashesAllowed) throw new AppError('VAULT_UNAVAILABLE');
    const child = parts.start();
    let wentAway = (): void => undefined;
    const gone = new Promise<void>((resolve) => (wentAway = resolve));
    const listening = new Promise<void>((resolve, reject) => {
      const cancel = clock.after(SUPERVISION.startTimeout, () => reject(new AppError('VAULT_UNAVAILABLE')));
      child.onMessage((message) => {
        if (message.type === 'ready') cancel();
        receive(message, resolve);
      });
      child.onExit((code) => {
        cancel();
        reject(new AppError('VAULT_UNAVAILABLE'));
        ended(made, code);
        wentAway();
      });
    });
    const made: Program = { process: child, gone, wanted: false, ready: listening.then(() => configure(made)) };
    // A program that does not come up is ended; who asked is told by the promise itself.
    made.ready.catch(() => child.kill());
    return made;
  };

  const configure = async (target: Program): Promise<void> => {
    const result = await send(target, 'configure', parts.config());
    if (!result.ok) throw new AppError(result.error.code, result.error.params);
  };

  return {
    async request<Name extends VaultRequestName>(op: Name, input: VaultRequestInput<Name>) {
      try {
        program ??= launch();
        const target = program;
        await target.ready;
        // An answer is what VaultAnswers says for its request: the vault program is ours, and its tests hold it to that.
        return (await send(target, op, input)) as Result<VaultAnswers[Name]>;
      } catch (error) {
        parts.log.error('vault-host', 'the vault program is not there', { op }, error);
        return unavailable();
      }
    },
    isRunning: () => program !== null,
    postToVault: (message) => program?.process.post(message),
    async end() {
      const target = program;
      if (target === null) return;
      target.wanted = true;
      target.process.end();
      const cancel = parts.clock.after(SUPERVISION.endTimeout, () => target.process.kill());
      await target.gone;
      cancel();
    },
  };
}
