/// <reference path="./better-sqlite3.d.ts" />
/** The only door to the SQLite driver: an encrypted connection with its safety settings, and its errors as ours. */
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error.ts';
import type { SqlRow, SqlValue, WritableDatabase } from '../kernel.ts';

export type Parameters = Readonly<Record<string, SqlValue>> | readonly SqlValue[];

/** A connection of the vault program itself; use cases see only its readable or writable face. */
export interface Connection extends WritableDatabase {
  /** Several statements without parameters. */
  exec(sql: string): void;
  pragma(name: string): SqlValue;
  readonly inTransaction: boolean;
  close(): void;
}

/** Below this, loading the driver ends the process without a word. */
const OLDEST_NODE = [22, 14] as const;

/** Throws a plain error when this Node cannot load the driver. */
export function ensureNodeCanLoadDriver(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Node ${version} cannot load the SQLite driver; ${OLDEST_NODE.join('.')} or newer is needed`);
}

/**
 * Opens (or makes) an encrypted database with a raw 32-byte key and takes its exclusive lock, which the operating
 * system frees when the process ends. Throws VAULT_IN_USE when another process holds it, VAULT_DAMAGED when the key
 * does not fit the file.
 */
export function openDatabase(file: string, key: Uint8Array, mode: 'create' | 'existing'): Connection {
  ensureNodeCanLoadDriver();
  const database = new Database(file, { timeout: 0, fileMustExist: mode === 'existing' });
  try {
    translateErrors(() => {
      setCipher(database, key);
      setSafety(database);
    });
  } catch (error) {
    database.close();
    throw error;
  }
  return wrapConnection(database);
}

/** Gives a closed-off copy a new key; the file must not be in WAL mode (a VACUUM INTO copy is not). */
export function rekeyDatabase(file: string, oldKey: Uint8Array, newKey: Uint8Array): void {
  const database = new Database(file, { timeout: 0, fileMustExist: true });
  try {
    translateErrors(() => {
      setCipher(database, oldKey);
      database.prepare('SELECT count(*) FROM sqlite_master').get([]);
      database.pragma(`rekey="x'${Buffer.from(newKey).toString('hex')}'"`);
    });
  } finally {
    database.close();
  }
}

/** Readable with SQLCipher's own tools: version 4 format, raw key. Set before the key, asserted after. */
function setCipher(database: Database.Database, key: Uint8Array): void {
  if (key.length !== 32) throw new Error('the database key has 32 bytes');
  database.pragma(`cipher='sqlcipher'`);
  database.pragma('legacy=4');
  database.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  const cipher = database.pragma('cipher', { simple: true });
  const legacy = Number(database.pragma('legacy', { simple: true }));
  if (cipher !== 'sqlcipher' || legacy !== 4) throw new Error('the driver did not take the cipher settings');
}

function setSafety(database: Database.Database): void {
  // Before the first read: in WAL mode an exclusive connection then keeps its index in memory, not in a file.
  database.pragma('locking_mode=EXCLUSIVE');
  database.pragma('temp_store=MEMORY');
  database.pragma('trusted_schema=OFF');
  database.pragma('foreign_keys=ON');
  database.pragma('recursive_triggers=ON');
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.exec('BEGIN EXCLUSIVE; COMMIT');
  const expected = {
    locking_mode: 'exclusive',
    temp_store: 2,
    trusted_schema: 0,
    foreign_keys: 1,
    journal_mode: 'wal',
    synchronous: 2,
  };
  for (const [name, value] of Object.entries(expected)) {
    if (database.pragma(name, { simple: true }) !== value) throw new Error(`the driver did not take ${name}`);
  }
}

function wrapConnection(database: Database.Database): Connection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known && !known.busy) return known;
    const made = database.prepare(sql);
    if (!known && statements.size < 500) statements.set(sql, made);
    return made;
  };
  const face = {
    all: (sql: string, parameters: Parameters = []) => translateErrors(() => prepare(sql).all(parameters) as SqlRow[]),
    get: (sql: string, parameters: Parameters = []) =>
      translateErrors(() => prepare(sql).get(parameters) as SqlRow | undefined),
    iterate: (sql: string, parameters: Parameters = []) =>
      translateErrors(() => prepare(sql).iterate(parameters) as IterableIterator<SqlRow>),
    run: (sql: string, parameters: Parameters = []) =>
      translateErrors(() => ({ changes: prepare(sql).run(parameters).changes })),
    exec: (sql: string) => translateErrors(() => void database.exec(sql)),
    pragma: (name: string) => translateErrors(() => database.pragma(name, { simple: true }) as SqlValue),
    get inTransaction() {
      return database.inTransaction;
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
  // The brand exists for the compiler only: it keeps writing inside UseCaseContext.write.
  return face as unknown as Connection;
}

const CODES: ReadonlyArray<readonly [prefix: string, make: () => AppError]> = [
  ['SQLITE_BUSY', () => new AppError('VAULT_IN_USE')],
  ['SQLITE_LOCKED', () => new AppError('VAULT_IN_USE')],
  ['SQLITE_NOTADB', () => new AppError('VAULT_DAMAGED', { part: 'database' })],
  ['SQLITE_CORRUPT', () => new AppError('VAULT_DAMAGED', { part: 'database' })],
  ['SQLITE_FULL', () => new AppError('DISK_FULL')],
  ['SQLITE_READONLY', () => new AppError('FOLDER_NOT_WRITABLE')],
  ['SQLITE_CANTOPEN', () => new AppError('VAULT_DAMAGED', { part: 'database' })],
];

/** Runs something of the driver's; what a user can act on becomes an AppError, the rest stays a fault of ours. */
function translateErrors<Value>(action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    const made = CODES.find(([prefix]) => code.startsWith(prefix))?.[1]();
    if (!made) throw error;
    made.cause = error;
    throw made;
  }
}
