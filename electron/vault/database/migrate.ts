/** Brings a database to this app's version: each step one exclusive transaction with its version and custody entry. */
import { AppError } from '#shared/errors/app-error.ts';
import type { Connection } from './driver.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/index.ts';

/** The version a database stands at. */
export function databaseVersion(connection: Connection): number {
  return Number(connection.pragma('user_version'));
}

/** Throws VAULT_FROM_NEWER_APP when this app does not know the database's version; changes nothing. */
export function refuseNewer(connection: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  const found = databaseVersion(connection);
  if (found > migrations.length) throw new AppError('VAULT_FROM_NEWER_APP', { found, known: migrations.length });
}

export interface MigrationSteps {
  /** Called once before the first pending step of a database that already holds something. */
  readonly snapshot: (fromVersion: number) => void;
  /** Called inside each step's transaction, to append its custody entry. */
  readonly record: (migration: Migration) => void;
}

/** Applies what is pending; nothing when the database is current. */
export function migrate(
  connection: Connection,
  steps: MigrationSteps,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  refuseNewer(connection, migrations);
  const from = databaseVersion(connection);
  const pending = migrations.filter((migration) => migration.version > from);
  if (from > 0 && pending.length > 0) steps.snapshot(from);
  for (const migration of pending) applyOne(connection, migration, steps);
}

function applyOne(connection: Connection, migration: Migration, steps: MigrationSteps): void {
  connection.exec('BEGIN EXCLUSIVE');
  try {
    connection.exec(migration.sql);
    connection.exec(`PRAGMA user_version = ${migration.version}`);
    steps.record(migration);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
