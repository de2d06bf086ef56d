/** Locks: lets jobs end or stops them at a safe point, records the lock, closes, wipes. */
import type { LockReason } from '#shared/contract/vault-protocol.ts';
import { appendCustody } from '../custody/log.ts';
import type { JobRegistry } from '../jobs/registry.ts';
import { closeVault } from './open-vault.ts';
import type { RunningSession } from './begin-session.ts';
import { inTransaction } from './transaction.ts';

/** How long jobs that were told to stop may take to reach a safe point, in milliseconds. */
const SAFE_POINT = 5_000;
const MINUTE = 60_000;

export interface EndingParts {
  readonly jobs: JobRegistry;
  readonly now: () => Date;
  /** The lock waits for a job. */
  readonly onPending: () => void;
  /** The lock could not be recorded (a full disk). */
  readonly onFault: (error: unknown) => void;
}

/**
 * An idle lock waits for running jobs up to the settings' limit; every other lock stops them. A job that does not stop in
 * time finds the vault closed at its next step, which its transaction does not survive: nothing is written in halves.
 * A lock that cannot be recorded still locks: what must not stay open is worth more than its entry.
 */
export async function endSession(session: RunningSession, reason: LockReason, parts: EndingParts): Promise<void> {
  if (reason === 'idle' && parts.jobs.running() > 0) {
    session.lockPending = true;
    parts.onPending();
    await within(parts.jobs.idle(), session.context.settings().lockDelayDuringJobsMinutes * MINUTE);
    session.lockPending = false;
  }
  parts.jobs.cancelAll();
  await within(parts.jobs.idle(), SAFE_POINT);
  const { vault } = session;
  try {
    inTransaction(vault.connection, (database) => {
      const signer = { userId: vault.actor.id, sign: vault.userKeys.sign };
      const entry = {
        action: 'vault.locked',
        subjectKind: 'vault',
        subjectId: vault.vaultId,
        facts: { reason },
      } as const;
      appendCustody(database, entry, signer, parts.now());
    });
  } catch (error) {
    parts.onFault(error);
  }
  session.heads.finish();
  closeVault(vault);
}

async function within(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
