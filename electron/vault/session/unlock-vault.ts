/** Opens an existing vault with a user's passphrase, or with the recovery code for a user who gets a new one. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { KEY_ACTIONS } from '#shared/domain/custody/chain.ts';
import { readRecoveryCode } from '#shared/domain/vault/recovery-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { refuseBackupFolder } from '../backup/manifest.ts';
import { sweepBlobs } from '../blobs/store.ts';
import type { KdfProfile } from '../crypto/passphrase-key.ts';
import { appendCustody } from '../custody/log.ts';
import type { CustodySigner } from '../custody/log.ts';
import { openDatabase } from '../database/driver.ts';
import type { Connection } from '../database/driver.ts';
import { migrate, refuseNewer } from '../database/migrate.ts';
import { LATEST_VERSION } from '../database/migrations/index.ts';
import { noteFailedUnlock } from '../users/failed-unlocks.ts';
import { readHeader } from '../users/header.ts';
import type { VaultHeader } from '../users/header.ts';
import {
  makeSlot,
  nameTag,
  newUserKeys,
  openMasterKey,
  openSlot,
  RECOVERY_OWNER,
  wipeUserKeys,
} from '../users/slots.ts';
import type { StoredSlot, UserKeys } from '../users/slots.ts';
import { activeUser, activeUsers, replaceUserKeys } from '../users/users.ts';
import type { StoredUser } from '../users/users.ts';
import { refuseWeakPassphrase } from './create-vault.ts';
import { readMeta, writeSlot } from './meta.ts';
import { databasePath, headerOf, publishHeader, readBlobNameKey, vaultKeys, wipeVaultKeys } from './open-vault.ts';
import type { OpenVault, VaultKeys } from './open-vault.ts';
import { inTransaction } from './transaction.ts';

export interface Unlocking {
  readonly now: () => Date;
  readonly kdfProfile: KdfProfile;
}

interface OpenedSlot {
  readonly slot: StoredSlot;
  readonly keys: UserKeys;
}

/**
 * WRONG_PASSPHRASE (an unknown name too: which of both was wrong is not told), VAULT_IN_USE, VAULT_DAMAGED,
 * VAULT_FROM_NEWER_APP, VAULT_NOT_FOUND, VAULT_IS_BACKUP.
 */
export async function openVault(
  directory: string,
  passphrase: string,
  userName: string,
  unlocking: Unlocking,
): Promise<OpenVault> {
  refuseBackupFolder(directory);
  const header = readHeader(directory);
  const opened = await tryCandidates(header, candidates(header, userName), passphrase);
  if (!opened) {
    noteFailedUnlock(directory, unlocking.now());
    throw new AppError('WRONG_PASSPHRASE');
  }
  const keys = unsealKeys(header, opened);
  const connection = openCheckedDatabase(directory, header, keys);
  try {
    const user = userOfSlot(connection, opened);
    const vault = assemble(directory, header, connection, keys, user, opened.keys);
    bringUpToDate(vault, { userId: user.id, sign: opened.keys.sign }, unlocking.now());
    return vault;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens by the recovery code and gives the named (or only) user new keys under a new passphrase: what the old passphrase
 * wrapped cannot be had back. WRONG_RECOVERY_CODE, USER_NAME_NEEDED, USER_UNKNOWN, PASSPHRASE_TOO_WEAK and as openVault.
 */
export async function recoverVault(
  directory: string,
  typed: { readonly recoveryCode: string; readonly userName: string; readonly newPassphrase: string },
  unlocking: Unlocking,
): Promise<OpenVault> {
  refuseBackupFolder(directory);
  const header = readHeader(directory);
  const code = readRecoveryCode(typed.recoveryCode);
  const place = { vaultId: header.vaultId, owner: RECOVERY_OWNER };
  const recoveryKeys = code === null ? null : await openSlot(place, header.recovery, code);
  if (!recoveryKeys) {
    noteFailedUnlock(directory, unlocking.now());
    throw new AppError('WRONG_RECOVERY_CODE');
  }
  const keys = unsealKeys(header, { slot: header.recovery, keys: recoveryKeys });
  const connection = openCheckedDatabase(directory, header, keys);
  try {
    const user = userToRecover(connection, header, typed.userName);
    refuseWeakPassphrase(typed.newPassphrase, [user.name]);
    const userKeys = newUserKeys();
    const vault = assemble(directory, header, connection, keys, user, userKeys);
    const signer = { userId: user.id, sign: recoveryKeys.sign };
    bringUpToDate(vault, null, unlocking.now());
    await giveNewKeys(vault, header, typed.newPassphrase, signer, unlocking);
    wipeUserKeys(recoveryKeys);
    return vault;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Slots whose owner's name fits; all when no name was given. */
function candidates(header: VaultHeader, userName: string): readonly StoredSlot[] {
  if (userName.trim() === '') return header.slots;
  const tag = nameTag(Buffer.from(header.nameSalt, 'base64'), userName);
  return header.slots.filter((slot) => slot.nameTag === tag);
}

async function tryCandidates(
  header: VaultHeader,
  slots: readonly StoredSlot[],
  passphrase: string,
): Promise<OpenedSlot | null> {
  for (const slot of slots) {
    const keys = await openSlot({ vaultId: header.vaultId, owner: slot.owner }, slot, passphrase);
    if (keys) return { slot, keys };
  }
  return null;
}

function unsealKeys(header: VaultHeader, opened: OpenedSlot): VaultKeys {
  const place = { vaultId: header.vaultId, owner: opened.slot.owner };
  try {
    const master = openMasterKey(place, opened.slot, opened.keys, header.keyEpoch);
    return vaultKeys(master, header.vaultId, header.keyEpoch);
  } catch (error) {
    throw new AppError('VAULT_DAMAGED', { part: 'header' }, { cause: error });
  }
}

function openCheckedDatabase(directory: string, header: VaultHeader, keys: VaultKeys): Connection {
  const file = databasePath(directory, header.databaseFile);
  if (!existsSync(file)) throw new AppError('VAULT_DAMAGED', { part: 'database' });
  const connection = openDatabase(file, keys.database, 'existing');
  try {
    refuseNewer(connection);
    const stated = [
      readMeta(connection, 'vault-id'),
      readMeta(connection, 'practice'),
      readMeta(connection, 'key-epoch'),
    ];
    const expected = [header.vaultId, header.practice ? '1' : '0', String(header.keyEpoch)];
    if (stated.join() !== expected.join()) throw new AppError('VAULT_DAMAGED', { part: 'header' });
    return connection;
  } catch (error) {
    connection.close();
    wipeVaultKeys(keys);
    throw error;
  }
}

/** The slot's owner as the database knows it; a slot that somebody else put into the header is damage. */
function userOfSlot(connection: Connection, opened: OpenedSlot): StoredUser {
  const user = activeUsers(connection).find((one) => one.id === opened.slot.owner);
  if (!user || !opened.keys.sign.publicKey.equals(user.signPublic))
    throw new AppError('VAULT_DAMAGED', { part: 'header' });
  return user;
}

function userToRecover(connection: Connection, header: VaultHeader, userName: string): StoredUser {
  const users = activeUsers(connection);
  const only = users.length === 1 ? users[0] : undefined;
  if (userName.trim() === '') {
    if (!only) throw new AppError('USER_NAME_NEEDED');
    return only;
  }
  const slot = candidates(header, userName)[0];
  if (!slot) throw new AppError('USER_UNKNOWN');
  return activeUser(connection, slot.owner);
}

function assemble(
  directory: string,
  header: VaultHeader,
  connection: Connection,
  keys: VaultKeys,
  user: StoredUser,
  userKeys: UserKeys,
): OpenVault {
  return {
    directory,
    vaultId: header.vaultId,
    name: readMeta(connection, 'name') ?? '',
    practice: header.practice,
    actor: { id: user.id, name: user.name, role: user.role },
    userKeys,
    blobNameKey: readBlobNameKey(connection),
    connection,
    keys,
    databaseFile: header.databaseFile,
    recoveryCode: null,
    closed: false,
  };
}

/** Migrations, leftovers of a crash, and a header that a crash left behind the database. */
function bringUpToDate(vault: OpenVault, signer: CustodySigner | null, now: Date): void {
  migrate(vault.connection, {
    snapshot: (from) => takeSnapshot(vault, from),
    record: (migration) => {
      // A vault that is opened by its recovery code has no user's key yet: the entry of the recovery tells the version.
      if (!signer) return;
      const facts = { version: migration.version, name: migration.name };
      appendCustody(
        vault.connection,
        { action: 'vault.migrated', subjectKind: 'vault', subjectId: vault.vaultId, facts },
        signer,
        now,
      );
    },
  });
  sweepFolder(vault);
  sweepBlobs(vault.directory, vault.blobNameKey, vault.connection);
  if (JSON.stringify(readHeader(vault.directory)) !== JSON.stringify(headerOf(vault))) publishHeader(vault);
}

export const SNAPSHOT_FOLDER = 'snapshots';

/** VACUUM INTO, since the driver's backup() fails on an encrypted database; encrypted with the same key. */
function takeSnapshot(vault: OpenVault, fromVersion: number): void {
  const folder = path.join(vault.directory, SNAPSHOT_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `before-version-${fromVersion + 1}.db`);
  rmSync(file, { force: true });
  vault.connection.run('VACUUM INTO ?', [file]);
}

/** Files that a change of keys or a header's writing left when the process ended in the middle. */
function sweepFolder(vault: OpenVault): void {
  for (const name of readdirSync(vault.directory)) {
    const otherDatabase = /^vault-\d+\.db(-wal|-shm|-journal)?$/.test(name) && !name.startsWith(vault.databaseFile);
    // A journal without its database would be taken for a hot one by the next copy of that name.
    if (otherDatabase || /\.tmp(-journal)?$/.test(name)) rmSync(path.join(vault.directory, name), { force: true });
  }
}

async function giveNewKeys(
  vault: OpenVault,
  header: VaultHeader,
  passphrase: string,
  signer: CustodySigner,
  unlocking: Unlocking,
): Promise<void> {
  const slot = await makeSlot(
    { vaultId: vault.vaultId, owner: vault.actor.id },
    nameTag(Buffer.from(header.nameSalt, 'base64'), vault.actor.name),
    { passphrase, keys: vault.userKeys, masterKey: vault.keys.master, keyEpoch: vault.keys.epoch },
    unlocking.kdfProfile,
  );
  inTransaction(vault.connection, (database) => {
    replaceUserKeys(database, vault.actor.id, vault.userKeys);
    writeSlot(database, slot);
    const facts = { signKey: vault.userKeys.sign.publicKey.toString('hex'), schema: LATEST_VERSION };
    const entry = { action: KEY_ACTIONS.userRecovered, subjectKind: 'user', subjectId: vault.actor.id, facts } as const;
    appendCustody(database, entry, signer, unlocking.now());
  });
  publishHeader(vault);
}
