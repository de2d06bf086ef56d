/**
 * What happens when main itself fails: it is written down, the vault is locked in order so that no committed write is lost,
 * the person is told, and the program ends. It never limps on.
 */
import type { LocalLog } from './local-log.ts';

/** Exit code after a fatal error. */
export const FATAL_EXIT_CODE = 1;

export interface FatalParts {
  readonly log: LocalLog;
  /** Locks the vault and ends its program; bounded in time. */
  lockVault(): Promise<void>;
  /** Tells the person, after the vault is safe; may wait for an OK. */
  tell(): void;
  exit(code: number): void;
}

/** The handler; a second failure while the first is being handled ends the program at once. */
export function createFatalHandler(parts: FatalParts): (kind: string, error: unknown) => void {
  let handling = false;
  return (kind, error) => {
    parts.log.error('fatal', kind, {}, error);
    if (handling) {
      parts.exit(FATAL_EXIT_CODE);
      return;
    }
    handling = true;
    const leave = (): void => {
      parts.tell();
      parts.exit(FATAL_EXIT_CODE);
    };
    parts.lockVault().then(leave, leave);
  };
}

/** Puts the handler on the process. */
export function catchFatalErrors(handle: (kind: string, error: unknown) => void): void {
  process.on('uncaughtException', (error) => handle('uncaughtException', error));
  process.on('unhandledRejection', (reason) => handle('unhandledRejection', reason));
}
