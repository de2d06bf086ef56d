/**
 * A write that takes long, and that can still be cancelled: while it works, no message is heard; so before it is committed it
 * waits a moment for the one that may have come, and then commits or takes everything back.
 *
 * Another write that comes in that moment commits it first: transactions stay one after the other.
 */
import { setTimeout } from 'node:timers/promises';
import { AppError } from '#shared/errors/app-error.ts';
import type { Connection } from '../database/driver.ts';
import { endFailed } from './transaction.ts';

/** Milliseconds for a message that has come meanwhile to be heard. */
const HEARING = 25;

export interface LongWrites {
  /** Commits what waits; to be called before any other write. */
  settle(): void;
  /**
   * Runs the body in a transaction, waits, then runs `last` and commits. Throws CANCELLED after a cancel that came
   * meanwhile, VAULT_LOCKED when the vault was closed, and what body or `last` throw; nothing is written then.
   */
  run<Value>(body: () => Value, last: (value: Value) => void, signal: AbortSignal): Promise<Value>;
}

/** The long writes of one connection. */
export function createLongWrites(connection: Connection, isClosed: () => boolean): LongWrites {
  let waiting: (() => void) | null = null;
  const settle = (): void => {
    const finish = waiting;
    waiting = null;
    finish?.();
  };
  return {
    settle,
    async run(body, last, signal) {
      settle();
      connection.exec('BEGIN IMMEDIATE');
      const value = orTakenBack(connection, body);
      // A commit that another write has brought about and that failed is this one's failure, not the other's.
      let failure: { readonly error: unknown } | null = null;
      const finish = (): void => {
        try {
          orTakenBack(connection, () => {
            last(value);
            connection.exec('COMMIT');
          });
        } catch (error) {
          failure = { error };
        }
      };
      waiting = finish;
      await setTimeout(HEARING);
      if (waiting === finish) {
        waiting = null;
        if (isClosed()) throw new AppError('VAULT_LOCKED');
        if (signal.aborted) {
          connection.exec('ROLLBACK');
          throw new AppError('CANCELLED');
        }
        finish();
      }
      rethrow(failure);
      return value;
    },
  };
}

function rethrow(failure: { readonly error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}

function orTakenBack<Value>(connection: Connection, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    endFailed(connection);
    throw error;
  }
}
