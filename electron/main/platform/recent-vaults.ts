/** The vaults this profile opened last: folder and the name the user gave. Nothing else about them is kept. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const recentShape = z.array(
  z.strictObject({
    directory: z.string().min(1).max(4_096),
    name: z.string().max(500),
    practice: z.boolean(),
    openedAt: z.iso.datetime(),
  }),
);
export type RecentVault = z.infer<typeof recentShape>[number];

const KEPT = 10;

export interface RecentVaults {
  /** Newest first, each with whether its folder is still there. */
  list(): readonly (RecentVault & { readonly exists: boolean })[];
  remember(vault: RecentVault): void;
}

/** The list in a file of the profile. */
export function createRecentVaults(file: string, exists: (directory: string) => boolean = existsSync): RecentVaults {
  let current = readJsonFile(file, recentShape, []);
  return {
    list: () => current.map((vault) => ({ ...vault, exists: exists(vault.directory) })),
    remember(vault) {
      const others = current.filter(({ directory }) => directory !== vault.directory);
      current = [vault, ...others].slice(0, KEPT);
      writeJsonFile(file, current);
    },
  };
}
