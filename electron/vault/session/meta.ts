/** The vault's own facts, kept inside the database: its name, its slots, its secrets, its last backup. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { storedSlot } from '../users/slots.ts';
import type { StoredSlot } from '../users/slots.ts';

export type MetaKey =
  | 'vault-id'
  | 'name'
  | 'practice'
  | 'created-at'
  | 'created-by-app'
  | 'key-epoch'
  | 'name-salt'
  | 'recovery-confirmed-at'
  | 'last-backup-at'
  | 'last-backup-sha256';
export type SecretKey = 'blob-name-key' | 'seal-certificate' | 'seal-private-key';

export function readMeta(database: ReadableDatabase, key: MetaKey): string | null {
  const row = database.get('SELECT value FROM meta WHERE key = @key', { key });
  return row ? textOf(row, 'value') : null;
}

export function writeMeta(database: WritableDatabase, key: MetaKey, value: string): void {
  database.run('INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = @value', {
    key,
    value,
  });
}

export function clearMeta(database: WritableDatabase, key: MetaKey): void {
  database.run('DELETE FROM meta WHERE key = @key', { key });
}

/** Throws VAULT_DAMAGED when it is not there: every vault has its secrets from its making. */
export function readSecret(database: ReadableDatabase, key: SecretKey): Uint8Array {
  const value = database.get('SELECT value FROM secrets WHERE key = @key', { key })?.['value'];
  if (!(value instanceof Uint8Array)) throw new AppError('VAULT_DAMAGED', { part: 'secrets' });
  return value;
}

export function writeSecret(database: WritableDatabase, key: SecretKey, value: Uint8Array): void {
  database.run(
    'INSERT INTO secrets (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = @value',
    {
      key,
      value,
    },
  );
}

const SLOT_PREFIX = 'slot:';

/**
 * Every slot. The database's copy is the true one; the header's is made from it, so that a change of users and its
 * custody entry are one transaction, and a header that was tampered with or lost a race is put right at the next open.
 */
export function readSlots(database: ReadableDatabase): StoredSlot[] {
  return database
    .all('SELECT value FROM meta WHERE key LIKE @like ORDER BY key', { like: `${SLOT_PREFIX}%` })
    .map((row) => storedSlot.parse(JSON.parse(textOf(row, 'value'))));
}

export function writeSlot(database: WritableDatabase, slot: StoredSlot): void {
  database.run('INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = @value', {
    key: SLOT_PREFIX + slot.owner,
    value: JSON.stringify(slot),
  });
}

export function removeSlot(database: WritableDatabase, owner: string): void {
  database.run('DELETE FROM meta WHERE key = @key', { key: SLOT_PREFIX + owner });
}
