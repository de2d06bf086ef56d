/** What is held while a vault is open, and how it ends. */
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { deriveKey, wipe } from '../crypto/keys.ts';
import type { Connection } from '../database/driver.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { writeHeader } from '../users/header.ts';
import type { VaultHeader } from '../users/header.ts';
import { RECOVERY_OWNER, wipeUserKeys } from '../users/slots.ts';
import type { UserKeys } from '../users/slots.ts';
import { readMeta, readSecret, readSlots } from './meta.ts';

/** Keys made from one master key; a removal of a user replaces them all. */
export interface VaultKeys {
  readonly master: Buffer;
  readonly database: Buffer;
  readonly blobKeys: Buffer;
  readonly secrets: Buffer;
  readonly epoch: number;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: 'pengelola' | 'petugas';
}

/** An open vault. `connection`, `keys` and `databaseFile` change when a user is removed; nothing else does. */
export interface OpenVault {
  readonly directory: string;
  readonly vaultId: string;
  readonly name: string;
  readonly practice: boolean;
  readonly actor: Actor;
  readonly userKeys: UserKeys;
  /** Names blob files; the same for the vault's whole life. */
  readonly blobNameKey: Uint8Array;
  connection: Connection;
  keys: VaultKeys;
  databaseFile: string;
  /** Kept from its making until it is confirmed or the vault is locked; never written anywhere. */
  recoveryCode: string | null;
  closed: boolean;
}

export function vaultKeys(master: Buffer, vaultId: string, epoch: number): VaultKeys {
  return {
    master,
    database: deriveKey(master, vaultId, 'database'),
    blobKeys: deriveKey(master, vaultId, 'blob-keys'),
    secrets: deriveKey(master, vaultId, 'secrets'),
    epoch,
  };
}

export function wipeVaultKeys(keys: VaultKeys): void {
  wipe(keys.master, keys.database, keys.blobKeys, keys.secrets);
}

export function databasePath(directory: string, databaseFile: string): string {
  return path.join(directory, databaseFile);
}

/** The header as the database says it should be. */
export function headerOf(
  vault: Pick<OpenVault, 'vaultId' | 'practice' | 'connection' | 'databaseFile' | 'keys'>,
): VaultHeader {
  const slots = readSlots(vault.connection);
  const recovery = slots.find((slot) => slot.owner === RECOVERY_OWNER);
  const nameSalt = readMeta(vault.connection, 'name-salt');
  if (!recovery || nameSalt === null) throw new AppError('VAULT_DAMAGED', { part: 'slots' });
  return {
    format: 'netra-vault',
    formatVersion: 1,
    vaultId: vault.vaultId,
    practice: vault.practice,
    databaseFile: vault.databaseFile,
    keyEpoch: vault.keys.epoch,
    nameSalt,
    slots: slots.filter((slot) => slot.owner !== RECOVERY_OWNER),
    recovery,
  };
}

/** Writes the header anew from the database; call it after a change of slots was committed. */
export function publishHeader(vault: OpenVault): void {
  writeHeader(vault.directory, headerOf(vault));
}

/** Reading that follows a change of the connection, and that is refused after the lock. */
export function liveDatabase(vault: OpenVault): ReadableDatabase {
  const connection = (): Connection => {
    if (vault.closed) throw new AppError('VAULT_LOCKED');
    return vault.connection;
  };
  return {
    all: (sql, parameters) => connection().all(sql, parameters),
    get: (sql, parameters) => connection().get(sql, parameters),
    iterate: (sql, parameters) => connection().iterate(sql, parameters),
  };
}

/** Closes the database (its write-ahead log is then part of the file) and wipes every key that is held. */
export function closeVault(vault: OpenVault): void {
  if (vault.closed) return;
  vault.closed = true;
  vault.recoveryCode = null;
  try {
    vault.connection.close();
  } finally {
    wipeVaultKeys(vault.keys);
    wipeUserKeys(vault.userKeys);
    wipe(vault.blobNameKey);
  }
}

/** The name key, copied out of the driver's buffer. */
export function readBlobNameKey(database: ReadableDatabase): Buffer {
  return Buffer.from(readSecret(database, 'blob-name-key'));
}
