/** The user's profile, the same that the app uses: heads seen there are also known here, and the other way round. */
import { homedir } from 'node:os';
import path from 'node:path';

export interface ProfileFacts {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where the vault program keeps what it remembers; equal to electron/main/platform/paths.ts over Electron's userData. */
export function vaultProfileDirectory(facts: ProfileFacts = runningFacts()): string {
  return path.join(applicationData(facts), 'Netra', 'netra', 'vaults');
}

function applicationData({ platform, home, environment }: ProfileFacts): string {
  if (platform === 'win32') return environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return environment['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
}

function runningFacts(): ProfileFacts {
  return { platform: process.platform, home: homedir(), environment: process.env };
}
