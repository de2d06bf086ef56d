/**
 * The vault the app is working with: which folder, locked or open, and everything that asks its program. There is one at a
 * time; locking it ends its program.
 */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { settings as settingsShape } from '#shared/contract/settings.ts';
import { NO_VAULT, type VaultStatus } from '#shared/contract/vault.ts';
import type {
  LockReason,
  VaultAnswers,
  VaultEvent,
  VaultGlance,
  VaultRequestInput,
  VaultRequestName,
} from '#shared/contract/vault-protocol.ts';
import { fromErrorReport, type Result } from '#shared/errors/app-error.ts';
import type { RecentVaults } from '../platform/recent-vaults.ts';
import { requireVaultAllowed, type RuntimeLimit } from '../security/runtime-limit.ts';
import type { Clock, Supervisor } from './supervisor.ts';

/** Milliseconds a vault may take to lock when nobody waits for its jobs. */
const LOCK_TIMEOUT = 15_000;
const MINUTE = 60_000;

export interface VaultSessionParts {
  readonly supervisor: Supervisor;
  readonly recent: RecentVaults;
  readonly limit: RuntimeLimit;
  readonly clock: Clock;
  now(): Date;
  /** The status changed; pages are to be told. */
  onStatus(status: VaultStatus): void;
  /** A vault was opened or its settings changed. */
  onSettings(settings: Settings): void;
  onOpened(): void;
  /** Locked, closed or gone: capture windows and everything shown must go. */
  onLocked(): void;
}

export interface VaultSession {
  status(): Promise<VaultStatus>;
  /** False from the moment a lock begins. */
  isUnlocked(): boolean;
  isPractice(): boolean;
  /** Shows a vault's unlock screen; an open vault is locked first. Null shows the list of vaults. */
  select(directory: string | null): Promise<void>;
  create(input: InputOf<'vault.create'>): Promise<OutputOf<'vault.create'>>;
  open(input: InputOf<'vault.open'>): Promise<VaultStatus>;
  recover(input: InputOf<'vault.recover'>): Promise<VaultStatus>;
  restore(input: InputOf<'vault.restore'>): Promise<OutputOf<'vault.restore'>>;
  /** Covers the screen before the vault is asked; the last word is the status after it. */
  beginLock(): void;
  /** Locks and ends the program. Never rejects: when the vault does not answer, its program is ended all the same. */
  lock(reason: LockReason): Promise<void>;
  /** Resolves after the time that jobs are given at an idle lock. */
  jobsPatience(): Promise<void>;
  /** An operation of the contract that runs in the vault. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Any other request; rejects with the vault's AppError. */
  ask<Name extends VaultRequestName>(op: Name, input: VaultRequestInput<Name>): Promise<VaultAnswers[Name]>;
  /** To be given what the supervisor hears. */
  receive(event: VaultEvent): void;
  /** To be told when the program ended unasked. */
  crashed(): void;
}

interface Selected {
  readonly directory: string;
  readonly glance: VaultGlance;
}

/** A session with no vault chosen. */
export function createVaultSession(parts: VaultSessionParts): VaultSession {
  const { supervisor, recent } = parts;
  let selected: Selected | null = null;
  let open: VaultStatus | null = null;
  let locking = false;
  let stopped = false;
  let lockDelay = 0;
  let selecting: Promise<void> = Promise.resolve();

  const ask: VaultSession['ask'] = async (op, input) => {
    const result = await supervisor.request(op, input);
    if (!result.ok) throw fromErrorReport(result.error);
    return result.value;
  };

  const current = (): VaultStatus => {
    if (open !== null) return locking ? { ...open, lockPending: true } : open;
    if (selected === null) return NO_VAULT;
    return { ...lockedStatus(selected, nameOf(recent, selected.directory)), stoppedUnexpectedly: stopped };
  };

  const tell = (): void => parts.onStatus(current());

  const look = async (directory: string): Promise<VaultGlance> => {
    const glance = await ask('inspect', { directory });
    selected = { directory, glance };
    return glance;
  };

  const readSettings = async (): Promise<void> => {
    const settings = settingsShape.parse(await ask('call', { name: 'settings.get', input: {} }));
    lockDelay = settings.lockDelayDuringJobsMinutes * MINUTE;
    parts.onSettings(settings);
  };

  /** After create, open and recover. */
  const opened = async (directory: string): Promise<VaultStatus> => {
    open = await ask('status', {});
    locking = false;
    stopped = false;
    await look(directory);
    recent.remember({
      directory,
      name: open.name ?? '',
      practice: open.practice,
      openedAt: parts.now().toISOString(),
    });
    await readSettings();
    parts.onOpened();
    tell();
    return current();
  };

  const shut = (): void => {
    const was = open !== null;
    // Users may have come and gone since the folder was looked at; the door asks for a name where there are several.
    if (open !== null && selected !== null)
      selected = { ...selected, glance: { ...selected.glance, users: open.users } };
    open = null;
    locking = false;
    if (was) parts.onLocked();
    tell();
  };

  const lock = async (reason: LockReason): Promise<void> => {
    if (open !== null) {
      locking = true;
      const patience = reason === 'idle' ? lockDelay + MINUTE : LOCK_TIMEOUT;
      await within(parts.clock, patience, supervisor.request('lock', { reason }));
    }
    await supervisor.end();
    shut();
  };

  const admit = async (directory: string): Promise<void> => {
    if (open !== null) await lock('button');
    const glance = await look(directory);
    if (glance.exists) requireVaultAllowed(parts.limit, glance.practice);
  };

  return {
    async status() {
      // The first page asks while the folder is still being looked at: it must not flash the wrong screen.
      await selecting.catch(() => undefined);
      return current();
    },
    isUnlocked: () => open !== null && !locking,
    isPractice: () => open?.practice ?? false,
    select(directory) {
      selecting = (async () => {
        if (open !== null && open.directory === directory) return;
        if (open !== null || supervisor.isRunning()) await lock('button');
        selected = null;
        stopped = false;
        if (directory !== null) await look(directory);
        tell();
      })();
      return selecting;
    },
    async create(input) {
      requireVaultAllowed(parts.limit, input.practice);
      if (open !== null) await lock('button');
      const created = await ask('create', input);
      await opened(input.directory);
      return created;
    },
    async open(input) {
      await admit(input.directory);
      await ask('open', input);
      return opened(input.directory);
    },
    async recover(input) {
      await admit(input.directory);
      await ask('recover', input);
      return opened(input.directory);
    },
    restore: async (input) => ask('restore', input),
    beginLock() {
      locking = open !== null;
      tell();
    },
    lock,
    jobsPatience: () => new Promise((resolve) => void parts.clock.after(lockDelay, resolve)),
    async call(name, input) {
      // Without a program there are no jobs; it is not started to say so.
      if (name === 'app.listJobs' && !supervisor.isRunning()) return { ok: true, value: { jobs: [] } };
      return supervisor.request('call', { name, input });
    },
    ask,
    receive(event) {
      if (event.event !== 'status') {
        if (event.event === 'data.changed' && event.payload.features.includes('settings') && open !== null) {
          void readSettings();
        }
        return;
      }
      if (open === null || event.payload.state !== 'unlocked') return;
      open = event.payload;
      tell();
    },
    crashed() {
      stopped = open !== null;
      shut();
    },
  };
}

function nameOf(recent: RecentVaults, directory: string): string | null {
  return recent.list().find((vault) => vault.directory === directory)?.name ?? null;
}

function lockedStatus({ directory, glance }: Selected, name: string | null): VaultStatus {
  return {
    ...NO_VAULT,
    state: 'locked',
    directory,
    name,
    vaultId: glance.vaultId,
    practice: glance.practice,
    users: glance.users,
    place: glance.place,
  };
}

/** Waits for a promise at most so long; what comes later is nobody's business. */
async function within(clock: Clock, milliseconds: number, promise: Promise<unknown>): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = clock.after(milliseconds, resolve);
    const settle = (): void => {
      cancel();
      resolve();
    };
    promise.then(settle, settle);
  });
}
