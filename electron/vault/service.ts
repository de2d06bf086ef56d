/**
 * One vault, driven without a window: made, opened, asked, locked. The vault program, the command line and the tests all
 * stand on this. Expected failures are AppErrors; anything else that is thrown is a fault of ours.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { VaultGlance } from '#shared/contract/vault-protocol.ts';
import type { CallOf, InputOf, OutputOf, VaultOperationName } from '#shared/contract/index.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import type { JobState } from '#shared/contract/app.ts';
import type { LockReason } from '#shared/contract/vault-protocol.ts';
import { NO_VAULT, type VaultStatus } from '#shared/contract/vault.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { restoreBackup } from './backup/restore.ts';
import { dispatch } from './dispatch.ts';
import type { KdfProfile } from './crypto/passphrase-key.ts';
import { STANDARD_KDF } from './crypto/passphrase-key.ts';
import { createFileRegistry } from './files/registry.ts';
import type { FileRegistry } from './files/registry.ts';
import { createJobRegistry } from './jobs/registry.ts';
import type { JobRegistry } from './jobs/registry.ts';
import type { UseCaseContext } from './kernel.ts';
import { placeOf, refuseUnsafePlace } from './place/read-place.ts';
import type { Place } from './place/place.ts';
import { createHeadMemory } from './profile/vault-heads.ts';
import { createVault, discardNewVault } from './session/create-vault.ts';
import { beginSession } from './session/begin-session.ts';
import type { RunningSession } from './session/begin-session.ts';
import { endSession } from './session/end-session.ts';
import { closeVault } from './session/open-vault.ts';
import type { OpenVault } from './session/open-vault.ts';
import { lockedStatus, unlockedStatus } from './session/status.ts';
import { openVault, recoverVault } from './session/unlock-vault.ts';
import { createUseCases } from './use-cases.ts';
import { hasHeader, readHeader } from './users/header.ts';
import { createViewRegistry } from './views/registry.ts';
import type { ViewRegistry } from './views/registry.ts';
import { runWorker } from './workers/run-worker.ts';
import type { WorkerSpawner } from './workers/process-handle.ts';

export interface VaultEvents {
  readonly dataChanged?: (payload: EventPayload<'data.changed'>) => void;
  readonly jobChanged?: (state: JobState) => void;
  readonly status?: (status: VaultStatus) => void;
  /** A fault of ours, for the local log. */
  readonly fault?: (correlationId: string, error: unknown) => void;
}

export interface VaultServiceParts {
  /** The user's profile: heads seen are kept there. */
  readonly profileDirectory: string;
  readonly resourcesDirectory: string;
  readonly appVersion: string;
  readonly spawnWorker: WorkerSpawner;
  /** Carries questions of signatures to the network; without it nobody outside is ever asked. */
  readonly outside?: UseCaseContext['outside'];
  readonly clock?: () => Date;
  /** Cost of new slots; only tests give a cheaper one. */
  readonly kdfProfile?: KdfProfile;
  /** On a development runtime only practice vaults may be made or opened. */
  readonly onlyPractice?: boolean;
  readonly placeOf?: (directory: string) => Place;
  readonly events?: VaultEvents;
  /** Runs once after a vault was made: sample data when it was asked for. */
  readonly onCreated?: (context: UseCaseContext, input: InputOf<'vault.create'>) => Promise<void> | void;
}

export interface VaultService {
  create(input: InputOf<'vault.create'>): Promise<OutputOf<'vault.create'>>;
  open(input: InputOf<'vault.open'>): Promise<VaultStatus>;
  recover(input: InputOf<'vault.recover'>): Promise<VaultStatus>;
  restore(input: InputOf<'vault.restore'>): Promise<OutputOf<'vault.restore'>>;
  /** Resolves when it is locked; nothing when it was. */
  lock(reason: LockReason): Promise<void>;
  status(): VaultStatus;
  inspect(directory: string): VaultGlance;
  /** Any operation that the contract runs in the vault: input and output are parsed by it. */
  call<Name extends VaultOperationName>(name: Name, input: CallOf<Name>): Promise<OutputOf<Name>>;
  callUnknown(name: string, input: unknown): Promise<unknown>;
  /** VAULT_LOCKED when no vault is open. */
  context(): UseCaseContext;
  readonly files: FileRegistry;
  readonly views: ViewRegistry;
  readonly jobs: JobRegistry;
}

export function createVaultService(parts: VaultServiceParts): VaultService {
  return new Service(parts);
}

const askNobody: UseCaseContext['outside'] = () => Promise.reject(new AppError('SERVICE_HOST_NOT_ALLOWED'));

class Service implements VaultService {
  readonly files = createFileRegistry();
  readonly views = createViewRegistry();
  readonly jobs: JobRegistry;
  readonly #parts: VaultServiceParts;
  readonly #now: () => Date;
  #session: RunningSession | null = null;
  #lastStatus: VaultStatus = NO_VAULT;
  /** Making, opening and locking happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: VaultServiceParts) {
    this.#parts = parts;
    this.#now = parts.clock ?? (() => new Date());
    this.jobs = createJobRegistry({
      onChange: (state) => parts.events?.jobChanged?.(state),
      onFault: (error) => this.#fault(error),
    });
  }

  create(input: InputOf<'vault.create'>): Promise<OutputOf<'vault.create'>> {
    return this.#inTurn(async () => {
      const place = this.#readyPlace(input.directory);
      this.#refuseForRuntime(input.practice);
      const making = { now: this.#now, kdfProfile: this.#kdf(), appVersion: this.#parts.appVersion };
      const vault = await createVault(input, making);
      const recoveryCode = vault.recoveryCode ?? '';
      const session = this.#begin(vault, place);
      await this.#fill(session, input);
      this.#tellStatus();
      return { vaultId: vault.vaultId, recoveryCode, sealFingerprint: session.context.seal.fingerprint };
    });
  }

  open(input: InputOf<'vault.open'>): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const place = this.#readyPlace(input.directory);
      this.#refuseForRuntime(readHeader(input.directory).practice);
      const unlocking = { now: this.#now, kdfProfile: this.#kdf() };
      this.#begin(await openVault(input.directory, input.passphrase, input.userName, unlocking), place);
      return this.#tellStatus();
    });
  }

  recover(input: InputOf<'vault.recover'>): Promise<VaultStatus> {
    return this.#inTurn(async () => {
      const place = this.#readyPlace(input.directory);
      this.#refuseForRuntime(readHeader(input.directory).practice);
      this.#begin(await recoverVault(input.directory, input, { now: this.#now, kdfProfile: this.#kdf() }), place);
      return this.#tellStatus();
    });
  }

  restore(input: InputOf<'vault.restore'>): Promise<OutputOf<'vault.restore'>> {
    return this.#inTurn(async () => {
      refuseUnsafePlace(this.#placeOf(input.directory));
      return await restoreBackup(input.source, input.directory);
    });
  }

  lock(reason: LockReason): Promise<void> {
    return this.#inTurn(async () => {
      const session = this.#session;
      if (!session) return;
      const last = this.status();
      await endSession(session, reason, {
        jobs: this.jobs,
        now: this.#now,
        onPending: () => this.#tellStatus(),
        onFault: (error) => this.#tellFault(error),
      });
      this.#session = null;
      this.views.clear();
      this.files.clear();
      this.jobs.clear();
      this.#lastStatus = lockedStatus(last);
      this.#tellStatus();
    });
  }

  status(): VaultStatus {
    return this.#session ? unlockedStatus(this.#session, this.#now()) : this.#lastStatus;
  }

  inspect(directory: string): VaultGlance {
    const place = this.#placeOf(directory);
    if (!existsSync(directory) || !hasHeader(directory)) {
      return { exists: false, vaultId: null, practice: false, users: 0, place };
    }
    const { vaultId, practice, slots } = readHeader(directory);
    return { exists: true, vaultId, practice, users: slots.length, place };
  }

  async call<Name extends VaultOperationName>(name: Name, input: CallOf<Name>): Promise<OutputOf<Name>> {
    // The dispatcher parsed the answer by this very operation's contract.
    return (await this.callUnknown(name, input)) as OutputOf<Name>;
  }

  async callUnknown(name: string, input: unknown): Promise<unknown> {
    return await dispatch(name, input, { session: this.#session, jobs: this.jobs });
  }

  context(): UseCaseContext {
    if (!this.#session) throw new AppError('VAULT_LOCKED');
    return this.#session.context;
  }

  #begin(vault: OpenVault, place: Place): RunningSession {
    const { appVersion, resourcesDirectory, profileDirectory, spawnWorker, events } = this.#parts;
    const useCases = createUseCases({
      vault,
      jobs: this.jobs,
      views: this.views,
      kdfProfile: this.#kdf(),
      onVaultChanged: () => void this.#tellStatus(),
    });
    try {
      this.#session = beginSession({
        vault,
        place,
        now: this.#now,
        appVersion,
        resourcesDirectory,
        views: this.views,
        files: this.files,
        jobs: this.jobs,
        useCases,
        runWorker: (job) => runWorker(job, spawnWorker),
        outside: this.#parts.outside ?? askNobody,
        heads: createHeadMemory(profileDirectory),
        onFault: (error) => this.#tellFault(error),
        onDataChanged: (features) => {
          events?.dataChanged?.({ features });
          if (features.includes('vault') || features.includes('settings')) this.#tellStatus();
        },
      });
      return this.#session;
    } catch (error) {
      closeVault(vault);
      throw error;
    }
  }

  /** A vault whose first content cannot be written is not made: its recovery code would be lost with the failure. */
  async #fill(session: RunningSession, input: InputOf<'vault.create'>): Promise<void> {
    try {
      await this.#parts.onCreated?.(session.context, input);
    } catch (error) {
      this.#session = null;
      discardNewVault(session.vault);
      throw error;
    }
  }

  /** VAULT_IN_USE when this program has a vault open already: one program holds one vault. */
  #readyPlace(directory: string): Place {
    if (this.#session) throw new AppError('VAULT_IN_USE');
    const place = this.#placeOf(directory);
    refuseUnsafePlace(place);
    return place;
  }

  #placeOf(directory: string): Place {
    return (this.#parts.placeOf ?? placeOf)(directory);
  }

  #refuseForRuntime(practice: boolean): void {
    if (this.#parts.onlyPractice === true && !practice) throw new AppError('NOT_ALLOWED_IN_THIS_RUNTIME');
  }

  #kdf(): KdfProfile {
    return this.#parts.kdfProfile ?? STANDARD_KDF;
  }

  #tellStatus(): VaultStatus {
    const status = this.status();
    this.#parts.events?.status?.(status);
    return status;
  }

  #fault(error: unknown): string {
    const correlationId = randomUUID();
    if (!(error instanceof AppError)) this.#tellFault(error, correlationId);
    return correlationId;
  }

  #tellFault(error: unknown, correlationId: string = randomUUID()): void {
    this.#parts.events?.fault?.(correlationId, error);
  }

  #inTurn<Value>(action: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(action);
    // The next one waits for the end of this one, however it ended; its own caller hears of a failure.
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
