/** The real vault program as a host sees it: forked, asked over its own messages, with every acknowledgement kept. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { JobState } from '#shared/contract/app.ts';
import type {
  FromVault,
  VaultAnswers,
  VaultProgramConfig,
  VaultRequestInput,
  VaultRequestName,
} from '#shared/contract/vault-protocol.ts';
import { AppError, fromErrorReport, type Result } from '#shared/errors/app-error.ts';
import { workerEntries } from '../test-vault.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Where and when the program ends itself: see preload.ts. */
export interface KillOrder {
  readonly traceFile: string | null;
  readonly label: string;
  readonly nth: number;
  readonly armedBy: readonly VaultRequestName[];
}

/** The program ended while something was asked of it. */
export class ProgramGone extends Error {}

export class VaultProgram {
  /** Resolves when the process is gone, with the signal that ended it. */
  readonly gone: Promise<NodeJS.Signals | null>;
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  readonly #jobs = new Map<string, JobState>();
  readonly #jobEnds = new Map<string, (state: JobState) => void>();
  readonly #faults: string[] = [];
  #next = 1;

  /** Starts it; with an order it will end itself. */
  constructor(order: KillOrder | null = null) {
    const preload = order === null ? [] : ['--import', path.join(import.meta.dirname, 'preload.ts')];
    this.#child = fork(path.join(root, 'electron/vault/index.ts'), [], {
      serialization: 'advanced',
      execArgv: [...preload, '--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
      env: { ...process.env, NETRA_KILL_ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      cwd: root,
    });
    const disconnected = new Promise<void>((resolve) => this.#child.once('disconnect', resolve));
    const exited = new Promise<NodeJS.Signals | null>((resolve) => {
      this.#child.once('exit', (_code, signal) => resolve(signal));
    });
    // Only when the channel has ended, too, were all of its acknowledgements read.
    this.gone = Promise.all([exited, disconnected]).then(([signal]) => signal);
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message: FromVault) => this.#receive(message, resolve));
    });
  }

  /** The answer's value; an AppError as the vault told it, or ProgramGone. */
  async ask<Name extends VaultRequestName>(op: Name, input: VaultRequestInput<Name>): Promise<VaultAnswers[Name]> {
    await this.#orGone(this.#ready);
    const id = this.#next++;
    const answer = new Promise<Result<unknown>>((resolve) => this.#waiting.set(id, resolve));
    this.#child.send({ type: 'request', id, op, input }, () => undefined);
    const result = await this.#orGone(answer);
    if (!result.ok) throw fromErrorReport(result.error);
    return result.value as VaultAnswers[Name];
  }

  /** Starts an operation that answers with a job, and waits for the job's value. */
  async job(name: string, input: unknown): Promise<unknown> {
    const { jobId } = (await this.ask('call', { name, input })) as { jobId: string };
    const end = new Promise<JobState>((resolve) => this.#jobEnds.set(jobId, resolve));
    const known = this.#jobs.get(jobId);
    const state = known && known.state !== 'running' ? known : await this.#orGone(end);
    if (state.state === 'done') return state.value;
    throw state.error ? fromErrorReport(state.error as never) : new AppError('CANCELLED');
  }

  async configure(profileDirectory: string): Promise<void> {
    const config: VaultProgramConfig = {
      profileDirectory,
      resourcesDirectory: path.join(root, 'resources'),
      appVersion: '0.0.0-test',
      onlyPractice: false,
      workers: { how: 'fork', entries: workerEntries, execPath: null },
    };
    await this.ask('configure', config);
  }

  /** Ends it as the operating system does, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.gone;
  }

  /** Lets it end in order: the vault is locked. */
  async end(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.gone;
  }

  /** Faults that it told. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  #receive(message: FromVault, onReady: () => void): void {
    if (message.type === 'ready') onReady();
    else if (message.type === 'answer') this.#waiting.get(message.id)?.(message.result);
    else if (message.type === 'fault') this.#faults.push(message.detail);
    else if (message.type === 'event' && message.event === 'job.changed') {
      this.#jobs.set(message.payload.jobId, message.payload);
      if (message.payload.state !== 'running') this.#jobEnds.get(message.payload.jobId)?.(message.payload);
    }
  }

  async #orGone<Value>(work: Promise<Value>): Promise<Value> {
    const gone = this.gone.then((): never => {
      throw new ProgramGone();
    });
    return await Promise.race([work, gone]);
  }
}
