/**
 * Failed unlocks: nobody can sign for them, so they are counted in a plain file beside the vault and taken into the
 * custody log, marked unauthenticated, at the next good unlock.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, writeFileDurably } from '../files/durable.ts';
import type { CustodyDraft } from '../kernel.ts';

const failedUnlocks = z.strictObject({
  count: z.number().int().min(1),
  first: z.iso.datetime(),
  last: z.iso.datetime(),
});
export type FailedUnlocks = z.infer<typeof failedUnlocks>;
export const FAILED_UNLOCKS_FILE = 'failed-unlocks.json';

/** What the file holds; null when there is none, or when somebody wrote something else into it. */
export function readFailedUnlocks(directory: string): FailedUnlocks | null {
  try {
    const parsed = failedUnlocks.safeParse(JSON.parse(readFileSync(path.join(directory, FAILED_UNLOCKS_FILE), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function noteFailedUnlock(directory: string, at: Date): void {
  const earlier = readFailedUnlocks(directory);
  const noted: FailedUnlocks = {
    count: (earlier?.count ?? 0) + 1,
    first: earlier?.first ?? at.toISOString(),
    last: at.toISOString(),
  };
  writeFileDurably(path.join(directory, FAILED_UNLOCKS_FILE), JSON.stringify(noted));
}

export function clearFailedUnlocks(directory: string): void {
  rmSync(path.join(directory, FAILED_UNLOCKS_FILE), { force: true });
}

export function failedUnlocksEntry(vaultId: string, failed: FailedUnlocks): CustodyDraft {
  const { count, first, last } = failed;
  return {
    action: 'vault.unlock-failed',
    subjectKind: 'vault',
    subjectId: vaultId,
    facts: { count, first, last, authenticated: false },
  };
}
