/** A passphrase that does not fit is said beside its field, not as a problem of the screen. */
import { AppError } from '#shared/errors/app-error.ts';

/** Whether what failed did so for the passphrase that was typed. */
export function isWrongPassphrase(error: unknown): boolean {
  return error instanceof AppError && error.code === 'WRONG_PASSPHRASE';
}
