/** What the app shows about the vault. */
import { NO_VAULT, type VaultStatus } from '#shared/contract/vault.ts';
import { readHead } from '../custody/log.ts';
import type { UseCaseContext } from '../kernel.ts';
import type { Place } from '../place/place.ts';
import type { Rollback } from '../profile/vault-heads.ts';
import { activeUser, activeUsers, presentUser } from '../users/users.ts';
import { readMeta } from './meta.ts';
import type { OpenVault } from './open-vault.ts';

const DAY = 86_400_000;

/** An open vault with what is known about it besides its content. */
export interface Session {
  readonly vault: OpenVault;
  readonly context: UseCaseContext;
  readonly rollback: Rollback | null;
  readonly place: Place;
  lockPending: boolean;
}

export function unlockedStatus(session: Session, now: Date): VaultStatus {
  const { vault, context } = session;
  const lastBackupAt = readMeta(context.database, 'last-backup-at');
  const since = lastBackupAt ?? readMeta(context.database, 'created-at') ?? now.toISOString();
  return {
    state: 'unlocked',
    directory: vault.directory,
    name: vault.name,
    vaultId: vault.vaultId,
    practice: vault.practice,
    users: activeUsers(context.database).length,
    user: presentUser(activeUser(context.database, vault.actor.id), vault.actor.id),
    lastBackupAt,
    backupDue: now.getTime() - Date.parse(since) > context.settings().backupReminderDays * DAY,
    recoveryConfirmed: readMeta(context.database, 'recovery-confirmed-at') !== null,
    rollback: session.rollback,
    place: session.place,
    head: readHead(context.database),
    sealFingerprint: context.seal.fingerprint,
    lockPending: session.lockPending,
    stoppedUnexpectedly: false,
  };
}

/** What may still be told after the lock: where it lies and what it is called, nothing of its content. */
export function lockedStatus(last: VaultStatus): VaultStatus {
  const { directory, name, vaultId, practice, users, place } = last;
  return { ...NO_VAULT, state: 'locked', directory, name, vaultId, practice, users, place };
}
