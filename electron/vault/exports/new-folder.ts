/** A new folder outside the vault, whole or not there: filled beside its place, synced, renamed. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, fileSystemError, syncDirectory } from '../files/durable.ts';
import { refuseInside } from '../files/outside.ts';

/** Milliseconds before each further try. */
const RENAME_PAUSES = [200, 1_000, 3_000];

/**
 * The folder's path with links resolved. FOLDER_NOT_EMPTY when it exists and holds something, FILE_EXISTS when it is a file,
 * FOLDER_NOT_WRITABLE when the folder above it is not there, FOLDER_INSIDE_VAULT, INVALID_INPUT for a whole medium
 * (it could not be renamed into its place).
 */
export function newFolderPath(chosen: string, vaultDirectory: string): string {
  try {
    const resolved = path.resolve(chosen);
    const above = realpathSync(path.dirname(resolved));
    const directory = path.join(above, path.basename(resolved));
    refuseInside(realpathSync(vaultDirectory), directory);
    const found = lstatSync(directory, { throwIfNoEntry: false });
    if (directory === above || (found?.isDirectory() && statSync(directory).dev !== statSync(above).dev))
      throw new AppError('INVALID_INPUT', { field: 'path' });
    if (found && !found.isDirectory()) throw new AppError('FILE_EXISTS', { name: path.basename(directory) });
    if (found && readdirSync(directory).length > 0) throw new AppError('FOLDER_NOT_EMPTY');
    return directory;
  } catch (error) {
    throw folderError(error);
  }
}

/**
 * `fill` writes into a folder beside the place and syncs its files; then it is renamed. After any error, also one of `record`
 * (which says that it happened), nothing of it is left; FOLDER_LEFT_OVER names the folder where it could not be taken away.
 */
export async function writeNewFolder<Value>(
  directory: string,
  fill: (temporary: string) => Promise<Value>,
  record: (value: Value) => void,
): Promise<Value> {
  let written: string | null = null;
  try {
    written = await mkdtemp(`${directory}.part-`);
    const value = await fill(written);
    await putInPlace(written, directory);
    written = directory;
    record(value);
    return value;
  } catch (error) {
    if (written !== null) await takeAway(written);
    throw folderError(error);
  }
}

async function putInPlace(temporary: string, directory: string): Promise<void> {
  for (const entry of readdirSync(temporary, { withFileTypes: true }))
    if (entry.isDirectory()) syncDirectory(path.join(temporary, entry.name));
  syncDirectory(temporary);
  // An empty folder of that name gives way: Windows renames over none.
  await rmdir(directory).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await renameFolder(temporary, directory);
  syncDirectory(path.dirname(directory));
}

/** What renaming stands on; tests give another system. */
export interface RenameParts {
  readonly windows: boolean;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** On Windows a virus scanner may hold a file that was just written, and then refuses the rename for a moment. */
export async function renameFolder(
  from: string,
  to: string,
  parts: RenameParts = { windows: process.platform === 'win32', rename, pause: setTimeout },
): Promise<void> {
  for (const pause of parts.windows ? RENAME_PAUSES : []) {
    try {
      await parts.rename(from, to);
      return;
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error;
      await parts.pause(pause);
    }
  }
  await parts.rename(from, to);
}

/** What is in it is not encrypted: if it stays, somebody must know. */
async function takeAway(directory: string): Promise<void> {
  try {
    // Windows holds files for a moment after they were closed.
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    throw new AppError('FOLDER_LEFT_OVER', { folder: directory }, { cause: error });
  }
}

function folderError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOTEMPTY' || code === 'EEXIST') return new AppError('FOLDER_NOT_EMPTY', {}, { cause: error });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('FOLDER_NOT_WRITABLE', {}, { cause: error });
  return fileSystemError(error);
}
