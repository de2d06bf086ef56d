/** Files that are whole or not there: written beside, synced, renamed, the folder synced. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';

/** Writes a small file so that a crash leaves either the old or the new content. */
export function writeFileDurably(file: string, content: Uint8Array | string, mode = 0o600): void {
  const temporary = `${file}.${process.pid}.tmp`;
  const bytes = Buffer.from(content);
  try {
    const descriptor = openSync(temporary, 'w', mode);
    try {
      writeSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    syncDirectory(path.dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileSystemError(error);
  }
}

/** Removes what writeFileDurably of a process that was killed left beside a file; what a living process writes stays. */
export function sweepTemporaries(file: string): void {
  const directory = path.dirname(file);
  for (const name of readdirSync(directory)) {
    const writer = name.startsWith(`${path.basename(file)}.`) ? /\.(\d+)\.tmp$/.exec(name)?.[1] : undefined;
    if (writer !== undefined && !isAlive(Number(writer))) rmSync(path.join(directory, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Takes back what was put into a folder that was empty; the folder itself only when it was `made` (it may be a whole stick). */
export function removeContent(directory: string, made: boolean): void {
  if (made) rmSync(directory, { recursive: true, force: true });
  else if (existsSync(directory))
    for (const name of readdirSync(directory)) rmSync(path.join(directory, name), { recursive: true, force: true });
}

/** Makes a rename in this folder durable. Windows has no such call: its file system journals renames itself. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Syncs a file that another part has written. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a user can act on becomes an AppError; the rest is returned as it was. */
export function fileSystemError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', {}, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new AppError('FOLDER_NOT_WRITABLE', {}, { cause: error });
  }
  return error;
}

/** The system's name of a failure ("ENOENT"), or an empty text. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
