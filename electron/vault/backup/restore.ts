/** Makes a vault again from a backup: every file is checked against the list before the new folder gets its name. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, fileSystemError, syncDirectory } from '../files/durable.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { BLOB_FOLDER } from '../blobs/store.ts';
import { hasHeader, readHeader } from '../users/header.ts';
import type { BackupResult } from './backup.ts';
import { copyWithReadBack } from './copy-file.ts';
import { readManifest } from './manifest.ts';
import type { BackedUpFile, BackupManifest } from './manifest.ts';

/** VAULT_NOT_FOUND, BACKUP_DAMAGED with the file, VAULT_EXISTS, FOLDER_NOT_EMPTY, DISK_NEARLY_FULL; then nothing is left behind. */
export async function restoreBackup(source: string, directory: string, signal?: AbortSignal): Promise<BackupResult> {
  if (hasHeader(directory)) throw new AppError('VAULT_EXISTS');
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new AppError('FOLDER_NOT_EMPTY');
  const { manifest, sha256 } = readManifest(source);
  const parent = path.dirname(path.resolve(directory));
  const partial = path.join(parent, `.${path.basename(directory)}.partial-${process.pid}`);
  try {
    mkdirSync(path.join(partial, BLOB_FOLDER), { recursive: true, mode: 0o700 });
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    await ensureFreeSpace(partial, bytes);
    for (const file of manifest.files) await restoreFile(source, partial, file, signal);
    checkHeader(partial, manifest);
    if (existsSync(directory)) rmdirSync(directory);
    renameSync(partial, directory);
    syncDirectory(parent);
    return { items: manifest.files.length, bytes, sha256, directory };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw fileSystemError(error);
  }
}

async function restoreFile(source: string, target: string, file: BackedUpFile, signal?: AbortSignal): Promise<void> {
  const from = path.join(source, file.path);
  const to = path.join(target, file.path);
  if (sizeOrNull(from) !== file.bytes) throw new AppError('BACKUP_DAMAGED', { file: file.path });
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
  const copied = await copyWithReadBack(from, to, signal);
  if (copied.sha256 !== file.sha256) throw new AppError('BACKUP_DAMAGED', { file: file.path });
}

function checkHeader(directory: string, manifest: BackupManifest): void {
  const header = readHeader(directory);
  if (header.vaultId !== manifest.vaultId || !existsSync(path.join(directory, header.databaseFile))) {
    throw new AppError('BACKUP_DAMAGED', { file: 'netra-vault.json' });
  }
}

function sizeOrNull(file: string): number | null {
  try {
    return statSync(file).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
