/** The vault program as main sees it: something that takes messages, gives messages, and ends. */
import type { FromVault, ToVault } from '#shared/contract/vault-protocol.ts';

export interface VaultProcess {
  post(message: ToVault): void;
  onMessage(listener: (message: FromVault) => void): void;
  /** Once; `code` is null when a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
  /** Asks it to end. */
  end(): void;
  /** Ends it whatever it does. */
  kill(): void;
}

/** Starts a fresh program; throws when it cannot be started at all. */
export type StartVaultProcess = () => VaultProcess;
