/** The operations that decide which vault is open. */
import type { RecentVaults } from '../../platform/recent-vaults.ts';
import type { LockPolicy } from '../../lock/lock-policy.ts';
import type { VaultSession } from '../../vault-host/vault-session.ts';
import type { MainHandlers } from '../router.ts';

export interface VaultHandlerParts {
  readonly vault: VaultSession;
  readonly recent: RecentVaults;
  readonly lockPolicy: LockPolicy;
  /** A free folder for a first vault. */
  suggestedDirectory(): string;
}

type VaultHandlers = Pick<MainHandlers, Extract<keyof MainHandlers, `vault.${string}`>>;

/** The handlers of `vault.*` that run in main. */
export function vaultHandlers({ vault, recent, lockPolicy, suggestedDirectory }: VaultHandlerParts): VaultHandlers {
  return {
    'vault.status': () => vault.status(),
    'vault.recent': () => ({ vaults: [...recent.list()], suggestedDirectory: suggestedDirectory() }),
    'vault.create': (input) => vault.create(input),
    'vault.open': (input) => vault.open(input),
    'vault.recover': (input) => vault.recover(input),
    'vault.restore': (input) => vault.restore(input),
    'vault.lock': async () => {
      await lockPolicy.lockNow('button');
      return {};
    },
    'vault.close': async () => {
      await lockPolicy.lockNow('button');
      await vault.select(null);
      return {};
    },
    'vault.noteActivity': () => {
      lockPolicy.noteActivity();
      return {};
    },
  };
}
