/** The vault's own operations: users, recovery, verification, backup, the log, jobs and views. */
import { backUpVault } from './backup/backup.ts';
import type { KdfProfile } from './crypto/passphrase-key.ts';
import { listCustody } from './custody/list-custody.ts';
import type { JobRegistry } from './jobs/registry.ts';
import type { UseCases } from './kernel.ts';
import type { OpenVault } from './session/open-vault.ts';
import { addUser } from './users/add-user.ts';
import { changePassphrase } from './users/change-passphrase.ts';
import { confirmRecovery, renewRecovery } from './users/recovery.ts';
import { removeUser } from './users/remove-user.ts';
import { listUsers, presentUser } from './users/users.ts';
import { verifyVault } from './verify/verify-vault.ts';
import type { ViewRegistry } from './views/registry.ts';

export interface VaultUseCaseParts {
  readonly vault: OpenVault;
  readonly jobs: JobRegistry;
  readonly views: ViewRegistry;
  readonly kdfProfile: KdfProfile;
  /** Users, recovery or backup changed. */
  readonly onVaultChanged: () => void;
}

/** The operations of vault, app and custody that run in the vault. */
export function vaultUseCases({ vault, jobs, views, kdfProfile, onVaultChanged }: VaultUseCaseParts) {
  return {
    'vault.confirmRecovery': (input, context) => {
      confirmRecovery(vault, input, context);
      return {};
    },
    'vault.newRecoveryCode': async ({ passphrase }, context) => ({
      recoveryCode: await renewRecovery(vault, passphrase, kdfProfile, context),
    }),
    'vault.changePassphrase': async (input, context) => {
      await changePassphrase(vault, input, kdfProfile, context);
      return {};
    },
    'vault.listUsers': (_input, context) => ({
      users: listUsers(context.database).map((user) => presentUser(user, vault.actor.id)),
    }),
    'vault.addUser': (input, context) => addUser(vault, input, kdfProfile, context),
    'vault.removeUser': async (input, context) => {
      const recoveryCode = await removeUser(vault, input, { kdfProfile, now: context.now, runningJobs: jobs.running });
      onVaultChanged();
      return { recoveryCode };
    },
    'vault.verify': (_input, context) => ({
      jobId: context.startJob('vault-verify', vault.name, (progress) => verifyVault(context, progress)),
    }),
    'vault.backup': ({ directory }, context) => ({
      jobId: context.startJob('vault-backup', vault.name, (progress) =>
        backUpVault(vault, directory, context, progress),
      ),
    }),
    'app.listJobs': () => ({ jobs: jobs.list() }),
    'app.cancelJob': ({ jobId }) => {
      jobs.cancel(jobId);
      return {};
    },
    'app.releaseView': ({ handle }) => {
      views.release(handle);
      return {};
    },
    'custody.list': (input, context) => listCustody(context.database, input),
  } satisfies Partial<UseCases>;
}
