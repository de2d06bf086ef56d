/** What a use case may use, made over an open vault: one for the whole time that it is open. */
import type { VaultOperationName } from '#shared/contract/index.ts';
import type { EventPayload } from '#shared/contract/events.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { createBlobStore } from '../blobs/store.ts';
import { unwrap } from '../crypto/keys.ts';
import { appendCustody, readHead } from '../custody/log.ts';
import type { FileRegistry } from '../files/registry.ts';
import { newUuid } from '../ids.ts';
import type { JobRegistry } from '../jobs/registry.ts';
import type { CustodyDraft, UseCaseContext, UseCases, WorkerJob, WritableDatabase } from '../kernel.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { readSettings } from '../settings/settings.ts';
import { certificateFingerprint } from '../signing/seal-certificate.ts';
import type { ViewRegistry } from '../views/registry.ts';
import { createLongWrites, type LongWrites } from './long-write.ts';
import { SEAL_KEY_CONTEXT } from './create-vault.ts';
import { readSecret } from './meta.ts';
import { liveDatabase } from './open-vault.ts';
import type { OpenVault } from './open-vault.ts';
import { inTransaction } from './transaction.ts';

export interface ContextParts {
  readonly vault: OpenVault;
  readonly now: () => Date;
  readonly appVersion: string;
  readonly resourcesDirectory: string;
  readonly views: ViewRegistry;
  readonly files: FileRegistry;
  readonly jobs: JobRegistry;
  readonly runWorker: (job: WorkerJob) => Promise<unknown>;
  readonly outside: UseCaseContext['outside'];
  readonly useCases: () => UseCases;
  readonly onDataChanged: (features: EventPayload<'data.changed'>['features']) => void;
  /** The head moved on. */
  readonly onHead: () => void;
}

export function createContext(parts: ContextParts): UseCaseContext {
  const { vault } = parts;
  const database = liveDatabase(vault);
  const longWrites = createLongWrites(vault.connection, () => vault.closed);
  const context: UseCaseContext = {
    actor: vault.actor,
    vault: {
      id: vault.vaultId,
      name: vault.name,
      practice: vault.practice,
      directory: vault.directory,
      appVersion: parts.appVersion,
    },
    resourcesDirectory: parts.resourcesDirectory,
    now: parts.now,
    newId: () => newUuid(parts.now()),
    database,
    write: (features, body) => {
      longWrites.settle();
      return write(parts, [...features], body);
    },
    writeLong: (features, signal, body) => writeLong(parts, longWrites, { features: [...features], signal, body }),
    blobs: createBlobStore({
      directory: vault.directory,
      database,
      nameKey: () => vault.blobNameKey,
      wrapKey: () => vault.keys.blobKeys,
      now: parts.now,
    }),
    custodyHead: () => readHead(database),
    settings: () => readSettings(database),
    file: (token) => parts.files.open(token),
    folder: (token) => parts.files.folder(token),
    views: parts.views,
    runWorker: parts.runWorker,
    outside: (question) => parts.outside(question),
    startJob: (kind, label, work) => parts.jobs.start(kind, label, work),
    seal: sealOf(vault),
    ensureFreeSpace: (bytes) => ensureFreeSpace(vault.directory, bytes),
    call: async (name, input) => await useCaseOf(parts.useCases(), name)(input, context),
  };
  return context;
}

/** The handler of an operation, with its exact type. */
export function useCaseOf<Name extends VaultOperationName>(useCases: UseCases, name: Name): UseCases[Name] {
  return useCases[name];
}

function write<Value>(
  parts: ContextParts,
  features: EventPayload<'data.changed'>['features'],
  body: (database: WritableDatabase) => {
    readonly value: Value;
    readonly entry: CustodyDraft | readonly CustodyDraft[] | null;
  },
): Value {
  const { vault } = parts;
  if (vault.closed) throw new AppError('VAULT_LOCKED');
  const result = inTransaction(vault.connection, (database) => {
    const { value, entry } = body(database);
    if (value instanceof Promise) throw new Error('a write transaction cannot wait');
    const entries = entry === null ? [] : 'action' in entry ? [entry] : entry;
    for (const one of entries) record(parts, database, one);
    return { value, recorded: entries.length > 0 };
  });
  if (result.recorded) parts.onHead();
  if (features.length > 0) parts.onDataChanged(features);
  return result.value;
}

async function writeLong<Value>(
  parts: ContextParts,
  longWrites: LongWrites,
  {
    features,
    signal,
    body,
  }: {
    readonly features: EventPayload<'data.changed'>['features'];
    readonly signal: AbortSignal;
    readonly body: (database: WritableDatabase) => { readonly value: Value; readonly entry: CustodyDraft };
  },
): Promise<Value> {
  const { vault } = parts;
  if (vault.closed) throw new AppError('VAULT_LOCKED');
  const { value } = await longWrites.run(
    () => body(vault.connection),
    ({ entry }) => record(parts, vault.connection, entry),
    signal,
  );
  parts.onHead();
  parts.onDataChanged(features);
  return value;
}

function record({ vault, now }: ContextParts, database: WritableDatabase, entry: CustodyDraft): void {
  appendCustody(database, entry, { userId: vault.actor.id, sign: vault.userKeys.sign }, now());
}

function sealOf(vault: OpenVault): UseCaseContext['seal'] {
  const certificateDer = Buffer.from(readSecret(vault.connection, 'seal-certificate'));
  return {
    certificateDer,
    fingerprint: certificateFingerprint(certificateDer),
    privateKeyPkcs8: () => {
      if (vault.closed) throw new AppError('VAULT_LOCKED');
      return unwrap(vault.keys.secrets, readSecret(vault.connection, 'seal-private-key'), SEAL_KEY_CONTEXT);
    },
  };
}
