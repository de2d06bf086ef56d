/** One write transaction: everything in it, its custody entry included, or nothing. */
import type { Connection } from '../database/driver.ts';
import type { WritableDatabase } from '../kernel.ts';

/** Runs the body in a transaction of its own; a nested one is a fault of ours. */
export function inTransaction<Value>(connection: Connection, body: (database: WritableDatabase) => Value): Value {
  if (connection.inTransaction) throw new Error('a write transaction inside another');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = body(connection);
    connection.exec('COMMIT');
    return value;
  } catch (error) {
    endFailed(connection);
    throw error;
  }
}

/** SQLite itself ends a transaction on some faults (a full disk). */
export function endFailed(connection: Connection): void {
  if (connection.inTransaction) connection.exec('ROLLBACK');
}
