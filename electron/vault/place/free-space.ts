/** Whether there is room, said before something large begins. */
import { statfs } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';

/** Kept free for the database's log and for the rest of the system, in bytes. */
export const SPACE_RESERVE = 100 * 1_048_576;

/** Free bytes of the volume on which a folder lies, for this user. */
export async function freeBytes(directory: string): Promise<number> {
  const facts = await statfs(directory);
  return facts.bavail * facts.bsize;
}

/** DISK_NEARLY_FULL when fewer than `bytes` and the reserve are free. */
export async function ensureFreeSpace(
  directory: string,
  bytes: number,
  free: (directory: string) => Promise<number> = freeBytes,
): Promise<void> {
  const found = await free(directory);
  if (found < bytes + SPACE_RESERVE)
    throw new AppError('DISK_NEARLY_FULL', { needed: bytes + SPACE_RESERVE, free: found });
}
