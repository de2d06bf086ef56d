/** Makes a vault again from a backup: every file is checked against the list before the new folder gets its name. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, fileSystemError, removeContent, syncDirectory } from '../files/durable.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { BLOB_FOLDER } from '../blobs/store.ts';
import { hasHeader, HEADER_FILE, readHeader } from '../users/header.ts';
import type { BackupResult } from './backup.ts';
import { copyWithReadBack } from './copy-file.ts';
import { readManifest } from './manifest.ts';
import type { BackedUpFile, BackupManifest } from './manifest.ts';

/** Where a restore puts its files until all are checked: inside the target, which may be a disk of its own. */
const PARTIAL = '.pemulihan';

/**
 * VAULT_NOT_FOUND, BACKUP_DAMAGED with the file, VAULT_EXISTS, FOLDER_NOT_EMPTY, DISK_NEARLY_FULL, DISK_FULL; then the
 * target is as it was. What a killed restore left in the target is no content of it.
 */
export async function restoreBackup(source: string, directory: string, signal?: AbortSignal): Promise<BackupResult> {
  if (hasHeader(directory)) throw new AppError('VAULT_EXISTS');
  const made = !existsSync(directory);
  if (!made && readdirSync(directory).some((name) => name !== PARTIAL)) throw new AppError('FOLDER_NOT_EMPTY');
  const { manifest, sha256 } = readManifest(source);
  const partial = path.join(directory, PARTIAL);
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(path.join(partial, BLOB_FOLDER), { recursive: true, mode: 0o700 });
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    await ensureFreeSpace(partial, bytes);
    for (const file of manifest.files) await restoreFile(source, partial, file, signal);
    for (const folder of new Set(manifest.files.map((file) => path.dirname(file.path))))
      syncDirectory(path.join(partial, folder));
    putInPlace(partial, directory, checkedHeader(partial, manifest));
    return { items: manifest.files.length, bytes, sha256, directory };
  } catch (error) {
    removeContent(directory, made);
    throw fileSystemError(error);
  }
}

/** The header comes last: before it, there is no vault. */
function putInPlace(partial: string, directory: string, databaseFile: string): void {
  for (const name of [BLOB_FOLDER, databaseFile, HEADER_FILE])
    renameSync(path.join(partial, name), path.join(directory, name));
  rmdirSync(partial);
  syncDirectory(directory);
  syncDirectory(path.dirname(path.resolve(directory)));
}

async function restoreFile(source: string, target: string, file: BackedUpFile, signal?: AbortSignal): Promise<void> {
  const from = path.join(source, file.path);
  const to = path.join(target, file.path);
  if (sizeOrNull(from) !== file.bytes) throw new AppError('BACKUP_DAMAGED', { file: file.path });
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const copied = await copyWithReadBack(from, to, signal);
  if (copied.sha256 !== file.sha256) throw new AppError('BACKUP_DAMAGED', { file: file.path });
}

/** The database file that the header names. */
function checkedHeader(directory: string, manifest: BackupManifest): string {
  const { vaultId, databaseFile } = readHeader(directory);
  if (vaultId !== manifest.vaultId || !existsSync(path.join(directory, databaseFile))) {
    throw new AppError('BACKUP_DAMAGED', { file: HEADER_FILE });
  }
  return databaseFile;
}

function sizeOrNull(file: string): number | null {
  try {
    return statSync(file).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
