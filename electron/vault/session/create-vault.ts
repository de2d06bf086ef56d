/** Makes a new vault with its first user. The header is written last: before it, there is no vault. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { judgePassphrase } from '#shared/domain/vault/passphrase.ts';
import { RECOVERY_RANDOM_BYTES, recoveryCodeFrom } from '#shared/domain/vault/recovery-code.ts';
import { KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { SEAL_UNIT } from '#shared/domain/signature/origin-words.ts';
import { BLOB_FOLDER } from '../blobs/store.ts';
import { seedLegalReferences } from '../cases/legal-references.ts';
import { seedBases } from '../outreach/handout.ts';
import { seedPledgeKinds } from '../outreach/pledge-kinds.ts';
import { newKey, wrap } from '../crypto/keys.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';
import { appendCustody } from '../custody/log.ts';
import { openDatabase } from '../database/driver.ts';
import type { Connection } from '../database/driver.ts';
import { migrate } from '../database/migrate.ts';
import { LATEST_VERSION } from '../database/migrations/index.ts';
import { seedElections } from '../elections/seed-elections.ts';
import { fileSystemError, syncDirectory } from '../files/durable.ts';
import { newUuid } from '../ids.ts';
import type { WritableDatabase } from '../kernel.ts';
import { certificateFingerprint, createSealCertificate } from '../signing/seal-certificate.ts';
import type { Seal } from '../signing/seal-certificate.ts';
import { hasHeader, HEADER_FILE } from '../users/header.ts';
import { makeSlot, nameTag, newUserKeys, RECOVERY_OWNER } from '../users/slots.ts';
import type { StoredSlot, UserKeys } from '../users/slots.ts';
import { insertUser } from '../users/users.ts';
import { writeMeta, writeSecret, writeSlot } from './meta.ts';
import { closeVault, databasePath, publishHeader, vaultKeys } from './open-vault.ts';
import type { OpenVault } from './open-vault.ts';
import { inTransaction } from './transaction.ts';

export interface NewVault {
  readonly directory: string;
  readonly name: string;
  readonly userName: string;
  readonly identityNumber: string;
  readonly passphrase: string;
  readonly practice: boolean;
}
export interface VaultMaking {
  readonly now: () => Date;
  readonly kdfProfile: KdfProfile;
  readonly appVersion: string;
}

const SEAL_YEARS = 10;
export const SEAL_KEY_CONTEXT = 'netra/1/seal-private-key';

/** VAULT_EXISTS, FOLDER_NOT_EMPTY, FOLDER_NOT_WRITABLE, PASSPHRASE_TOO_WEAK. The vault that is returned is open. */
export async function createVault(wanted: NewVault, making: VaultMaking): Promise<OpenVault> {
  refuseWeakPassphrase(wanted.passphrase, [wanted.userName, wanted.name]);
  const made = prepareFolder(wanted.directory);
  let connection: Connection | null = null;
  try {
    const draft = await draftVault(wanted, making);
    connection = openDatabase(
      databasePath(wanted.directory, draft.vault.databaseFile),
      draft.vault.keys.database,
      'create',
    );
    const vault: OpenVault = { ...draft.vault, connection };
    migrate(connection, { snapshot: () => undefined, record: () => undefined });
    inTransaction(connection, (database) => fillVault(database, vault, draft, wanted, making));
    publishHeader(vault);
    return vault;
  } catch (error) {
    connection?.close();
    removeHalf(wanted.directory, made);
    throw fileSystemError(error);
  }
}

/** PASSPHRASE_TOO_WEAK with the reason. */
export function refuseWeakPassphrase(passphrase: string, personal: readonly string[]): void {
  const problem = judgePassphrase(passphrase, personal);
  if (problem) throw new AppError('PASSPHRASE_TOO_WEAK', { problem });
}

export function newRecoveryCode(): string {
  return recoveryCodeFrom(randomBytes(RECOVERY_RANDOM_BYTES));
}

interface Draft {
  readonly vault: Omit<OpenVault, 'connection'>;
  readonly slots: readonly StoredSlot[];
  readonly nameSalt: Buffer;
  readonly recoveryKeys: UserKeys;
  readonly seal: Seal;
}

async function draftVault(wanted: NewVault, making: VaultMaking): Promise<Draft> {
  const vaultId = newUuid(making.now());
  const userId = newUuid(making.now());
  const keys = vaultKeys(newKey(), vaultId, 1);
  const userKeys = newUserKeys();
  const recoveryKeys = newUserKeys();
  const recoveryCode = newRecoveryCode();
  const nameSalt = randomBytes(32);
  const secrets = { masterKey: keys.master, keyEpoch: keys.epoch };
  const userSlot = await makeSlot(
    { vaultId, owner: userId },
    nameTag(nameSalt, wanted.userName),
    { ...secrets, passphrase: wanted.passphrase, keys: userKeys },
    making.kdfProfile,
  );
  const recoverySlot = await makeSlot(
    { vaultId, owner: RECOVERY_OWNER },
    '',
    { ...secrets, passphrase: recoveryCode, keys: recoveryKeys },
    making.kdfProfile,
  );
  const vault = {
    directory: wanted.directory,
    vaultId,
    name: wanted.name,
    practice: wanted.practice,
    actor: { id: userId, name: wanted.userName, role: 'pengelola' as const },
    userKeys,
    blobNameKey: newKey(),
    keys,
    databaseFile: 'vault-1.db',
    recoveryCode,
    closed: false,
  };
  return { vault, slots: [userSlot, recoverySlot], nameSalt, recoveryKeys, seal: newSeal(vaultId, making.now()) };
}

function newSeal(vaultId: string, now: Date): Seal {
  return createSealCertificate({
    organisation: 'Netra',
    unit: SEAL_UNIT,
    commonName: `Segel brankas ${vaultId.slice(-12)}`,
    notBefore: now,
    years: SEAL_YEARS,
    serial: randomBytes(16),
  });
}

function fillVault(
  database: WritableDatabase,
  vault: OpenVault,
  draft: Draft,
  wanted: NewVault,
  making: VaultMaking,
): void {
  const now = making.now();
  writeMeta(database, 'vault-id', vault.vaultId);
  writeMeta(database, 'name', vault.name);
  writeMeta(database, 'practice', vault.practice ? '1' : '0');
  writeMeta(database, 'created-at', now.toISOString());
  writeMeta(database, 'created-by-app', making.appVersion);
  writeMeta(database, 'key-epoch', String(vault.keys.epoch));
  writeMeta(database, 'name-salt', draft.nameSalt.toString('base64'));
  for (const slot of draft.slots) writeSlot(database, slot);
  writeSecret(database, 'blob-name-key', vault.blobNameKey);
  writeSecret(database, 'seal-certificate', draft.seal.certificateDer);
  writeSecret(database, 'seal-private-key', wrap(vault.keys.secrets, draft.seal.privateKeyPkcs8, SEAL_KEY_CONTEXT));
  insertUser(database, {
    id: vault.actor.id,
    name: wanted.userName,
    identityNumber: wanted.identityNumber,
    role: 'pengelola',
    keys: vault.userKeys,
    at: now,
  });
  const legalReferences = seedLegalReferences(database, now.toISOString());
  const electionStages = seedElections(database, now);
  seedPledgeKinds(database, now.toISOString());
  seedBases(database, now.toISOString());
  const facts = {
    legalReferences,
    electionStages,
    signKey: vault.userKeys.sign.publicKey.toString('hex'),
    recoverySignKey: draft.recoveryKeys.sign.publicKey.toString('hex'),
    sealFingerprint: certificateFingerprint(draft.seal.certificateDer),
    practice: vault.practice,
    schema: LATEST_VERSION,
    app: making.appVersion,
  };
  const entry = { action: KEY_ACTIONS.created, subjectKind: 'vault', subjectId: vault.vaultId, facts } as const;
  appendCustody(database, entry, { userId: vault.actor.id, sign: vault.userKeys.sign }, now);
}

/** Says whether the folder itself was made here. */
function prepareFolder(directory: string): boolean {
  if (hasHeader(directory)) throw new AppError('VAULT_EXISTS');
  try {
    if (existsSync(directory)) {
      if (readdirSync(directory).length > 0) throw new AppError('FOLDER_NOT_EMPTY');
      mkdirSync(path.join(directory, BLOB_FOLDER), { mode: 0o700 });
      return false;
    }
    mkdirSync(path.join(directory, BLOB_FOLDER), { recursive: true, mode: 0o700 });
    syncDirectory(path.dirname(directory));
    return true;
  } catch (error) {
    throw fileSystemError(error);
  }
}

/** Takes back a vault that was just made and turned out unusable; its folder was empty or not there before. */
export function discardNewVault(vault: OpenVault): void {
  closeVault(vault);
  rmSync(path.join(vault.directory, HEADER_FILE), { force: true });
  removeHalf(vault.directory, false);
}

/** A vault that was not finished leaves nothing behind. */
function removeHalf(directory: string, folderMade: boolean): void {
  if (hasHeader(directory)) return;
  if (folderMade) rmSync(directory, { recursive: true, force: true });
  else for (const name of readdirSync(directory)) rmSync(path.join(directory, name), { recursive: true, force: true });
}
