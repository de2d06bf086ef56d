/** Where things lie, next to the built program (`out/main`) and in the user's profile. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { WORKER_KINDS, type WorkerKind } from '#shared/contract/worker-protocol.ts';

export interface ProgramPaths {
  readonly vaultEntry: string;
  workerEntry(kind: WorkerKind): string;
  /** Entries of the workers that were built. */
  readonly workerEntries: Partial<Record<WorkerKind, string>>;
  readonly pagesRoot: string;
  readonly mainPreload: string;
  readonly captureToolbarPreload: string;
  readonly screenRegionPreload: string;
  readonly resources: string;
}

/** @param programFolder folder of the running main program, `out/main` */
export function programPaths(programFolder: string): ProgramPaths {
  const workerEntry = (kind: WorkerKind): string => path.join(programFolder, `worker-${kind}.js`);
  const built = WORKER_KINDS.filter((kind) => existsSync(workerEntry(kind)));
  return {
    vaultEntry: path.join(programFolder, 'vault.js'),
    workerEntry,
    workerEntries: Object.fromEntries(built.map((kind) => [kind, workerEntry(kind)])),
    pagesRoot: path.join(programFolder, '..', 'renderer'),
    mainPreload: path.join(programFolder, '..', 'preload', 'main-window.js'),
    captureToolbarPreload: path.join(programFolder, '..', 'preload', 'capture-toolbar.js'),
    screenRegionPreload: path.join(programFolder, '..', 'preload', 'screen-region.js'),
    resources: path.join(programFolder, '..', '..', 'resources'),
  };
}

/** Files of the profile (Electron's userData). */
export function profilePaths(userData: string): {
  readonly preferences: string;
  readonly recentVaults: string;
  readonly windowState: string;
  /** There when the office's proxy listens on this machine. */
  readonly ownProxy: string;
  readonly logs: string;
  /** Where the vault program keeps the last head seen of each vault. */
  readonly vaultProfile: string;
} {
  const profile = path.join(userData, 'netra');
  return {
    preferences: path.join(profile, 'preferences.json'),
    recentVaults: path.join(profile, 'recent-vaults.json'),
    windowState: path.join(profile, 'window-state.json'),
    ownProxy: path.join(profile, 'own-proxy'),
    logs: path.join(profile, 'logs'),
    vaultProfile: path.join(profile, 'vaults'),
  };
}
