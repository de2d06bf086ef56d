/** Puts the vault's parts together: program, workers, session. */
import type { JobState } from '#shared/contract/app.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { VaultProgramConfig } from '#shared/contract/vault-protocol.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { answerOutside } from '../../outside/answer.ts';
import type { OutsideReach } from '../../outside/reach.ts';
import type { LocalLog } from '../platform/local-log.ts';
import type { ProgramPaths } from '../platform/paths.ts';
import type { RecentVaults } from '../platform/recent-vaults.ts';
import type { RuntimeLimit } from '../security/runtime-limit.ts';
import { startNodeProcess } from './node-process.ts';
import { type Clock, createSupervisor, type Supervisor } from './supervisor.ts';
import { startUtilityProcess } from './utility-process.ts';
import { startUtilityWorker } from './utility-worker.ts';
import { createVaultSession, type VaultSession } from './vault-session.ts';
import { createWorkerRelay, type WorkerRelay } from './worker-relay.ts';

const MEMORY_INTERVAL = 1_000;

export interface VaultHostParts {
  readonly paths: ProgramPaths;
  /** A Node to run the vault on, where the runtime's own cannot load the driver; null in the shipped app. */
  readonly vaultNode: string | null;
  readonly limit: RuntimeLimit;
  readonly recent: RecentVaults;
  readonly profileDirectory: string;
  readonly appVersion: string;
  readonly log: LocalLog;
  /** Whom signatures may ask, by the open vault's settings. */
  outsideReach(): Promise<OutsideReach>;
  onJob(job: JobState): void;
  onData(change: EventPayload<'data.changed'>): void;
  onStatus(status: VaultStatus): void;
  onSettings(settings: Settings): void;
  onOpened(): void;
  onLocked(): void;
}

/** The session, and the way to end its program. */
export function createVaultHost(parts: VaultHostParts): { readonly vault: VaultSession; end(): Promise<void> } {
  const { log, paths, vaultNode } = parts;
  const onOutput = (text: string): void => log.info('vault-output', text.slice(0, 4_000));
  const relay: WorkerRelay = createWorkerRelay(
    (kind) => startUtilityWorker(paths.workerEntry(kind), kind, onOutput),
    (message) => supervisor.postToVault(message),
  );
  const memory = setInterval(() => relay.tellMemory(), MEMORY_INTERVAL);
  memory.unref();
  const supervisor: Supervisor = createSupervisor({
    start: () =>
      vaultNode === null
        ? startUtilityProcess(paths.vaultEntry, onOutput)
        : startNodeProcess(paths.vaultEntry, vaultNode, onOutput),
    config: () => programConfig(parts),
    onEvent: (event) => {
      vault.receive(event);
      if (event.event === 'job.changed') parts.onJob(event.payload);
      if (event.event === 'data.changed') parts.onData(event.payload);
    },
    onWorkerMessage: (message) => relay.receive(message),
    onOutside: (message) =>
      void answerOutside(message, parts.outsideReach).then((answer) => supervisor.postToVault(answer)),
    onCrash: () => vault.crashed(),
    onEnd: () => relay.endAll(),
    log,
    clock: systemClock,
  });
  const vault = createVaultSession({
    supervisor,
    recent: parts.recent,
    limit: parts.limit,
    clock: systemClock,
    now: () => new Date(),
    onStatus: parts.onStatus,
    onSettings: parts.onSettings,
    onOpened: parts.onOpened,
    onLocked: parts.onLocked,
  });
  return { vault, end: () => supervisor.end() };
}

/** The clock of the machine; its timers keep nothing alive. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

function programConfig({ paths, vaultNode, limit, profileDirectory, appVersion }: VaultHostParts): VaultProgramConfig {
  return {
    profileDirectory,
    resourcesDirectory: paths.resources,
    appVersion,
    onlyPractice: limit !== null,
    // An external Node starts its workers itself; a utility process cannot, so main does.
    workers: vaultNode === null ? { how: 'host' } : { how: 'fork', entries: paths.workerEntries, execPath: vaultNode },
  };
}
