/**
 * Removing a user gives the vault a new master key: whoever once had the old one must not open what comes after. A new
 * database file is made beside the old one; renaming the header commits the change, and what is left of the old file is
 * swept at the next open.
 */
import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { unwrapBlobKey, wrapBlobKey } from '../blobs/store.ts';
import { newKey, unwrap, wipe, wrap } from '../crypto/keys.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';
import { appendCustody } from '../custody/log.ts';
import { openDatabase, rekeyDatabase } from '../database/driver.ts';
import type { Connection } from '../database/driver.ts';
import { syncDirectory, syncFile } from '../files/durable.ts';
import type { WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { SEAL_KEY_CONTEXT } from '../session/create-vault.ts';
import { clearMeta, readSecret, readSlots, removeSlot, writeMeta, writeSecret, writeSlot } from '../session/meta.ts';
import { databasePath, headerOf, vaultKeys, wipeVaultKeys } from '../session/open-vault.ts';
import type { OpenVault, VaultKeys } from '../session/open-vault.ts';
import { inTransaction } from '../session/transaction.ts';
import { SNAPSHOT_FOLDER } from '../session/unlock-vault.ts';
import { writeHeader } from './header.ts';
import { provePassphrase, refuseUnlessManager } from './own-slot.ts';
import { makeRecovery } from './recovery.ts';
import type { MadeRecovery } from './recovery.ts';
import { RECOVERY_OWNER, sealMasterKey } from './slots.ts';
import { activeUser, activeUsers, markUserRemoved } from './users.ts';

export interface Removal {
  readonly userId: string;
  readonly passphrase: string;
}
export interface RemovalParts {
  readonly kdfProfile: KdfProfile;
  readonly now: () => Date;
  /** Jobs hold the old connection; none may run. */
  readonly runningJobs: () => number;
}

/**
 * Answers with the new recovery code; the old one no longer opens the vault. ROLE_NOT_ALLOWED, OWN_USER, LAST_USER,
 * USER_UNKNOWN, WRONG_PASSPHRASE, JOBS_RUNNING.
 */
export async function removeUser(vault: OpenVault, removal: Removal, parts: RemovalParts): Promise<string> {
  refuseUnlessManager(vault);
  activeUser(vault.connection, removal.userId);
  if (activeUsers(vault.connection).length < 2) throw new AppError('LAST_USER');
  if (removal.userId === vault.actor.id) throw new AppError('OWN_USER');
  await provePassphrase(vault, removal.passphrase);
  const next = vaultKeys(newKey(), vault.vaultId, vault.keys.epoch + 1);
  const recovery = await makeRecovery(vault.vaultId, next.master, next.epoch, parts.kdfProfile);
  if (parts.runningJobs() > 0) throw new AppError('JOBS_RUNNING');
  // From here to the end nothing is awaited: no other write can fall between the copy and the switch.
  switchKeys(vault, next, removal.userId, recovery, parts.now());
  vault.recoveryCode = recovery.code;
  return recovery.code;
}

function switchKeys(vault: OpenVault, next: VaultKeys, userId: string, recovery: MadeRecovery, now: Date): void {
  const databaseFile = `vault-${next.epoch}.db`;
  const file = databasePath(vault.directory, databaseFile);
  const connection = copyUnderNewKey(vault, file, next);
  try {
    inTransaction(connection, (database) => {
      rewrapBlobKeys(database, vault.keys, next);
      rewrapSecrets(database, vault.keys, next);
      renewSlots(database, vault, next, userId, recovery);
      markUserRemoved(database, userId, now);
      const facts = { keyEpoch: next.epoch, recoverySignKey: recovery.keys.sign.publicKey.toString('hex') };
      const entry = { action: KEY_ACTIONS.userRemoved, subjectKind: 'user', subjectId: userId, facts } as const;
      appendCustody(database, entry, { userId: vault.actor.id, sign: vault.userKeys.sign }, now);
    });
    writeHeader(vault.directory, headerOf({ ...vault, connection, databaseFile, keys: next }));
  } catch (error) {
    connection.close();
    rmSync(file, { force: true });
    throw error;
  }
  leaveOldKeys(vault, connection, databaseFile, next);
}

/** The copy is whole and under the new key before it gets a name that the header could mean. */
function copyUnderNewKey(vault: OpenVault, file: string, next: VaultKeys): Connection {
  const temporary = `${file}.tmp`;
  try {
    rmSync(temporary, { force: true });
    vault.connection.run('VACUUM INTO ?', [temporary]);
    rekeyDatabase(temporary, vault.keys.database, next.database);
    syncFile(temporary);
    renameSync(temporary, file);
    syncDirectory(vault.directory);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return openDatabase(file, next.database, 'existing');
}

function rewrapBlobKeys(database: WritableDatabase, old: VaultKeys, next: VaultKeys): void {
  for (const row of database.all('SELECT sha256, id, wrapped_key FROM blobs')) {
    const id = textOf(row, 'id');
    const wrapped = row['wrapped_key'];
    if (!(wrapped instanceof Uint8Array)) throw new AppError('VAULT_DAMAGED', { part: 'blobs' });
    const key = unwrapBlobKey(old.blobKeys, id, wrapped);
    const rewrapped = wrapBlobKey(next.blobKeys, id, key);
    wipe(key);
    database.run('UPDATE blobs SET wrapped_key = @rewrapped WHERE sha256 = @sha256', {
      rewrapped,
      sha256: textOf(row, 'sha256'),
    });
  }
}

function rewrapSecrets(database: WritableDatabase, old: VaultKeys, next: VaultKeys): void {
  const key = unwrap(old.secrets, readSecret(database, 'seal-private-key'), SEAL_KEY_CONTEXT);
  writeSecret(database, 'seal-private-key', wrap(next.secrets, key, SEAL_KEY_CONTEXT));
  wipe(key);
}

/** Seals the new master key to those who stay: to their keys as the database knows them, never to the header's. */
function renewSlots(
  database: WritableDatabase,
  vault: OpenVault,
  next: VaultKeys,
  removed: string,
  recovery: MadeRecovery,
): void {
  const publicKeys = new Map(activeUsers(database).map((user) => [user.id, user.boxPublic]));
  removeSlot(database, removed);
  for (const slot of readSlots(database)) {
    const boxPublic = publicKeys.get(slot.owner);
    if (slot.owner === RECOVERY_OWNER || boxPublic === undefined) continue;
    const place = { vaultId: vault.vaultId, owner: slot.owner };
    writeSlot(database, { ...slot, sealedMasterKey: sealMasterKey(place, boxPublic, next.master, next.epoch) });
  }
  writeSlot(database, recovery.slot);
  writeMeta(database, 'key-epoch', String(next.epoch));
  clearMeta(database, 'recovery-confirmed-at');
}

/** The switch is done; the old file and every snapshot under the old key go. What cannot be removed now is swept later. */
function leaveOldKeys(vault: OpenVault, connection: Connection, databaseFile: string, next: VaultKeys): void {
  const oldFile = databasePath(vault.directory, vault.databaseFile);
  const oldConnection = vault.connection;
  const oldKeys = vault.keys;
  vault.connection = connection;
  vault.databaseFile = databaseFile;
  vault.keys = next;
  oldConnection.close();
  wipeVaultKeys(oldKeys);
  for (const left of [oldFile, `${oldFile}-wal`, `${oldFile}-shm`]) rmSync(left, { force: true });
  rmSync(path.join(vault.directory, SNAPSHOT_FOLDER), { recursive: true, force: true });
}
