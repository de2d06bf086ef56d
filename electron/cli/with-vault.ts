/** Opens a vault for the time of one command and locks it again, whatever happens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { WORKER_KINDS } from '#shared/contract/worker-protocol.ts';
import type { JobState } from '#shared/contract/app.ts';
import { jobPhaseWords } from '#shared/domain/text/job-phases.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import { askOutside } from '../outside/ask.ts';
import { hostsOf, type OutsideReach } from '../outside/reach.ts';
import { addFirstContent } from '../vault/first-content.ts';
import { createVaultService } from '../vault/service.ts';
import type { VaultService } from '../vault/service.ts';
import { faultDetail } from '../vault/program/fault-detail.ts';
import { forkSpawner } from '../vault/workers/fork-spawner.ts';
import type { WorkerSpawner } from '../vault/workers/process-handle.ts';
import { optionNeeded, UsageError } from './command.ts';
import type { CommandCall } from './command.ts';
import { vaultProfileDirectory } from './profile.ts';
import { readPassphrase } from './secrets.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The application's `resources` folder. */
export const RESOURCES = path.join(ROOT, 'resources');

/** The version that package.json states. */
export function appVersion(): string {
  const text = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Worker processes from the source tree. */
export function sourceWorkers(): WorkerSpawner {
  const entries = Object.fromEntries(
    WORKER_KINDS.map((kind) => [kind, path.join(ROOT, 'electron', 'workers', kind, 'index.ts')]),
  );
  return forkSpawner({ entries, execPath: null });
}

/** A vault service for a command; faults and progress are told on stderr. */
export function commandService(call: CommandCall): VaultService {
  const { terminal } = call;
  const service: VaultService = createVaultService({
    profileDirectory: vaultProfileDirectory(),
    resourcesDirectory: RESOURCES,
    appVersion: appVersion(),
    spawnWorker: sourceWorkers(),
    outside: (question) => askOutside(question, outsideReach(service)),
    onCreated: addFirstContent,
    events: {
      jobChanged: (state) => {
        if (state.state === 'running') terminal.progress(progressLine(call, state));
      },
      fault: (correlationId, error) => terminal.say(`${correlationId} ${faultDetail(error)}`),
    },
  });
  return service;
}

/** By the open vault's settings; this machine itself only for a practice vault, as in the app. */
function outsideReach(service: VaultService): OutsideReach {
  const context = service.context();
  return { hosts: hostsOf(context.settings().signatureServices), allowLoopback: context.vault.practice };
}

/** Runs with a service that is locked at the end; an interrupt stops its jobs at a safe point first. */
export async function withService<Value>(
  call: CommandCall,
  work: (service: VaultService) => Promise<Value>,
): Promise<Value> {
  const service = commandService(call);
  const interrupt = (): void => service.jobs.cancelAll();
  process.on('SIGINT', interrupt);
  try {
    return await work(service);
  } finally {
    await service.lock('quit');
    process.off('SIGINT', interrupt);
  }
}

/** Runs with the vault of `--vault` (or of the given folder) open. */
export async function withVault<Value>(
  call: CommandCall,
  work: (service: VaultService) => Promise<Value>,
  directory: string = requiredOption(call, 'vault'),
): Promise<Value> {
  const passphrase = await readPassphrase(call);
  return await withService(call, async (service) => {
    const status = await service.open({
      directory: path.resolve(call.directory, directory),
      passphrase,
      userName: call.option('user') ?? '',
    });
    if (status.rollback) call.terminal.say(rollbackNotice(call, status.rollback.kind));
    return await work(service);
  });
}

/** Waits for a job and gives its value, or throws what it failed with. */
export async function jobValue(service: VaultService, started: { readonly jobId: string }): Promise<unknown> {
  const state = await service.jobs.finished(started.jobId);
  if (state.state === 'done') return state.value;
  if (state.state === 'cancelled') throw new AppError('CANCELLED');
  const code = ERROR_CODES.find((one) => one === state.error?.code) ?? 'INTERNAL';
  throw new AppError(code, { ...state.error?.params, correlationId: state.error?.correlationId ?? '' });
}

/** A UsageError that names the option when it was not given. */
export function requiredOption(call: CommandCall, name: string): string {
  const value = call.option(name);
  if (value === undefined || value === '') throw optionNeeded(name);
  return value;
}

/** An argument by its place; the parser has refused the call when a required one is missing. */
export function requiredArgument(call: CommandCall, index: number): string {
  const value = call.arguments[index];
  if (value === undefined || value === '')
    throw new UsageError({ id: `argumen ke-${index + 1} kosong`, en: `argument ${index + 1} is empty` });
  return value;
}

function progressLine(call: CommandCall, state: JobState): string {
  const share = state.total === null || state.total === 0 ? '' : ` ${Math.floor((state.done / state.total) * 100)} %`;
  return `${state.label}: ${jobPhaseWords(call.language, state.phase)}${share}`;
}

function rollbackNotice(call: CommandCall, kind: 'older' | 'unrelated'): string {
  if (call.language === 'en') {
    return kind === 'older'
      ? 'Notice: this vault is older than what this computer saw last. This was recorded.'
      : 'Notice: this vault’s log does not go on from what this computer saw last. This was recorded.';
  }
  return kind === 'older'
    ? 'Perhatian: brankas ini lebih lama daripada yang terakhir dilihat komputer ini. Hal ini dicatat.'
    : 'Perhatian: jejak audit brankas ini bukan kelanjutan dari yang terakhir dilihat komputer ini. Hal ini dicatat.';
}
