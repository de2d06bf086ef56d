/** The users' table: who may open the vault, who once could. */
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultUser } from '#shared/contract/vault.ts';
import type { ReadableDatabase, SqlRow, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { nameKey } from './slots.ts';
import type { UserKeys } from './slots.ts';

export interface StoredUser {
  readonly id: string;
  readonly name: string;
  readonly identityNumber: string | null;
  readonly role: 'pengelola' | 'petugas';
  readonly signPublic: Uint8Array;
  readonly boxPublic: Uint8Array;
  readonly createdAt: string;
  readonly removedAt: string | null;
}

/** Every user, removed ones last. */
export function listUsers(database: ReadableDatabase): StoredUser[] {
  return database.all('SELECT * FROM users ORDER BY removed_at IS NOT NULL, created_at, id').map(userOf);
}

export function activeUsers(database: ReadableDatabase): StoredUser[] {
  return listUsers(database).filter((user) => user.removedAt === null);
}

/** USER_UNKNOWN when there is no such user or it was removed. */
export function activeUser(database: ReadableDatabase, id: string): StoredUser {
  const row = database.get('SELECT * FROM users WHERE id = @id AND removed_at IS NULL', { id });
  if (!row) throw new AppError('USER_UNKNOWN');
  return userOf(row);
}

export interface NewUser {
  readonly id: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly role: 'pengelola' | 'petugas';
  readonly keys: UserKeys;
  readonly at: Date;
}

/** USER_EXISTS when an active user has that name. */
export function insertUser(database: WritableDatabase, user: NewUser): void {
  refuseTakenName(database, user.name);
  database.run(
    `INSERT INTO users (id, name, name_key, identity_number, role, sign_public, box_public, created_at)
     VALUES (@id, @name, @nameKey, @identityNumber, @role, @signPublic, @boxPublic, @createdAt)`,
    {
      id: user.id,
      name: user.name,
      nameKey: nameKey(user.name),
      identityNumber: user.identityNumber === '' ? null : user.identityNumber,
      role: user.role,
      signPublic: user.keys.sign.publicKey,
      boxPublic: user.keys.box.publicKey,
      createdAt: user.at.toISOString(),
    },
  );
}

export function refuseTakenName(database: ReadableDatabase, name: string): void {
  const taken = database.get('SELECT id FROM users WHERE name_key = @key AND removed_at IS NULL', {
    key: nameKey(name),
  });
  if (taken) throw new AppError('USER_EXISTS');
}

export function markUserRemoved(database: WritableDatabase, id: string, at: Date): void {
  database.run('UPDATE users SET removed_at = @at WHERE id = @id', { id, at: at.toISOString() });
}

export function replaceUserKeys(database: WritableDatabase, id: string, keys: UserKeys): void {
  database.run('UPDATE users SET sign_public = @signPublic, box_public = @boxPublic WHERE id = @id', {
    id,
    signPublic: keys.sign.publicKey,
    boxPublic: keys.box.publicKey,
  });
}

/** A user as the contract shows it. */
export function presentUser(user: StoredUser, selfId: string): VaultUser {
  const { id, name, identityNumber, role, createdAt, removedAt } = user;
  return { id, name, identityNumber, role, createdAt, removedAt, isSelf: id === selfId };
}

function userOf(row: SqlRow): StoredUser {
  const role = textOf(row, 'role');
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    identityNumber: textOrNull(row, 'identity_number'),
    role: role === 'pengelola' ? 'pengelola' : 'petugas',
    signPublic: bytesOf(row, 'sign_public'),
    boxPublic: bytesOf(row, 'box_public'),
    createdAt: textOf(row, 'created_at'),
    removedAt: textOrNull(row, 'removed_at'),
  };
}

function bytesOf(row: SqlRow, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} is not bytes`);
  return value;
}
