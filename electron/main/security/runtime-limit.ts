/**
 * Checklist 16 and 4: on an old browser engine, or without its sandbox, hostile pages must not be let near real evidence.
 * The app then reaches only loopback addresses and opens only practice vaults, and says so.
 */
import { AppError } from '#shared/errors/app-error.ts';

/** The Electron line that is shipped; what is older is a runtime for development. */
export const SHIPPED_ELECTRON_MAJOR = 45;

export type RuntimeLimit = 'development-runtime' | 'sandbox-off' | null;

/** Facts about the running program. */
export interface RuntimeFacts {
  /** process.versions.electron. */
  readonly electronVersion: string;
  /** Whether the switch that turns Chromium's sandbox off was given. */
  readonly sandboxOff: boolean;
}

/** Why the app limits itself, or null. The sandbox comes second only in name: both limits are the same. */
export function runtimeLimitOf(facts: RuntimeFacts): RuntimeLimit {
  const major = Number.parseInt(facts.electronVersion, 10);
  if (!(major >= SHIPPED_ELECTRON_MAJOR)) return 'development-runtime';
  return facts.sandboxOff ? 'sandbox-off' : null;
}

/** Throws NOT_ALLOWED_IN_THIS_RUNTIME when a vault with real evidence would be opened under a limit. */
export function requireVaultAllowed(limit: RuntimeLimit, practice: boolean): void {
  if (limit !== null && !practice) throw new AppError('NOT_ALLOWED_IN_THIS_RUNTIME', { limit });
}
