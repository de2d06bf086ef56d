/** Copies the open vault into a folder: as encrypted as it is here, every file read back and listed with its hash. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { BLOB_FOLDER, blobFile } from '../blobs/store.ts';
import { fileSystemError, removeContent, syncDirectory, syncFile, writeFileDurably } from '../files/durable.ts';
import type { CustodyHead, JobProgress, UseCaseContext } from '../kernel.ts';
import { refuseInside } from '../files/outside.ts';
import { ensureFreeSpace } from '../place/free-space.ts';
import { numberOf, textOf } from '../rows.ts';
import { writeMeta } from '../session/meta.ts';
import { headerOf } from '../session/open-vault.ts';
import type { OpenVault } from '../session/open-vault.ts';
import { HEADER_FILE } from '../users/header.ts';
import { copyWithReadBack } from './copy-file.ts';
import { hashFile, MANIFEST_FILE, manifestText } from './manifest.ts';
import type { BackedUpFile } from './manifest.ts';

export type BackupResult = OutputOf<'vault.restore'>;

/**
 * FOLDER_NOT_WRITABLE, DISK_NEARLY_FULL, BACKUP_FAILED_READ_BACK, CANCELLED; after any of them the half backup is gone.
 * An empty or missing folder is used as it is; in any other a new folder is made, named by the time.
 */
export async function backUpVault(
  vault: OpenVault,
  chosen: string,
  context: UseCaseContext,
  progress: JobProgress,
): Promise<BackupResult> {
  refuseInside(vault.directory, chosen);
  const { directory, made } = chooseFolder(chosen, context.now());
  try {
    await ensureFreeSpace(directory, bytesOf(vault));
    const result = await copyAll(vault, directory, context, progress);
    recordBackup(result, context);
    return result;
  } catch (error) {
    removeContent(directory, made);
    throw fileSystemError(error);
  }
}

/** About what the copy will take. */
function bytesOf(vault: OpenVault): number {
  const pages = Number(vault.connection.pragma('page_count')) * Number(vault.connection.pragma('page_size'));
  return vault.connection.all('SELECT bytes FROM blobs').reduce((sum, row) => sum + numberOf(row, 'bytes'), pages);
}

async function copyAll(
  vault: OpenVault,
  directory: string,
  context: UseCaseContext,
  progress: JobProgress,
): Promise<BackupResult> {
  const taken = takeDatabase(vault, directory, context);
  const files: BackedUpFile[] = [];
  for (const name of [HEADER_FILE, vault.databaseFile]) {
    const file = path.join(directory, name);
    files.push({ path: name, bytes: statSync(file).size, sha256: await hashFile(file, progress.signal) });
  }
  let done = 0;
  for (const blob of taken.blobs) {
    const inside = path.relative(vault.directory, blob.file);
    const target = path.join(directory, inside);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    files.push({
      path: inside.split(path.sep).join('/'),
      ...(await copyWithReadBack(blob.file, target, progress.signal)),
    });
    done += 1;
    progress.report('blobs', done, taken.blobs.length);
  }
  for (const folder of new Set(files.map((file) => path.dirname(file.path))))
    syncDirectory(path.join(directory, folder));
  const manifest = manifestText({
    format: 'netra-backup',
    formatVersion: 1,
    vaultId: vault.vaultId,
    createdAt: context.now().toISOString(),
    head: taken.head,
    files,
  });
  writeFileDurably(path.join(directory, MANIFEST_FILE), manifest.text);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { items: files.length, bytes, sha256: manifest.sha256, directory };
}

interface TakenDatabase {
  readonly head: CustodyHead;
  readonly blobs: readonly { readonly file: string }[];
}

/** In one turn, so that database, header and list of blobs are of the same instant. */
function takeDatabase(vault: OpenVault, directory: string, context: UseCaseContext): TakenDatabase {
  const database = path.join(directory, vault.databaseFile);
  withoutKeptSessions(vault, () => vault.connection.run('VACUUM INTO ?', [database]));
  syncFile(database);
  writeFileSync(path.join(directory, HEADER_FILE), `${JSON.stringify(headerOf(vault), null, 2)}\n`, { mode: 0o600 });
  syncFile(path.join(directory, HEADER_FILE));
  mkdirSync(path.join(directory, BLOB_FOLDER), { mode: 0o700 });
  const rows = vault.connection.all('SELECT sha256 FROM blobs');
  const blobs = rows.map((row) => ({
    file: blobFile(vault.directory, vault.blobNameKey, textOf(row, 'sha256')),
  }));
  return { head: context.custodyHead(), blobs };
}

/**
 * The office's kept log-ins stay here: a wipe could not reach a copy of them in a backup. They are taken out and put back
 * within this one turn; a program that is killed in between has forgotten them, and the officer logs in again.
 */
function withoutKeptSessions(vault: OpenVault, act: () => void): void {
  const { connection } = vault;
  const kept = connection.all('SELECT profile_id, cookies, kept_at FROM capture_profile_cookies');
  if (kept.length > 0) connection.run('DELETE FROM capture_profile_cookies');
  try {
    act();
  } finally {
    for (const row of kept)
      connection.run(
        'INSERT INTO capture_profile_cookies (profile_id, cookies, kept_at) VALUES (@profile_id, @cookies, @kept_at)',
        row,
      );
  }
}

function recordBackup(result: BackupResult, context: UseCaseContext): void {
  context.write(['vault'], (database) => {
    writeMeta(database, 'last-backup-at', context.now().toISOString());
    writeMeta(database, 'last-backup-sha256', result.sha256);
    const { items, bytes, sha256 } = result;
    const facts = { items, bytes, sha256 };
    const entry = { action: 'vault.backed-up', subjectKind: 'vault', subjectId: context.vault.id, facts } as const;
    return { value: undefined, entry };
  });
}

function chooseFolder(chosen: string, now: Date): { readonly directory: string; readonly made: boolean } {
  try {
    const exists = existsSync(chosen);
    const free = !exists || readdirSync(chosen).length === 0;
    const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
    const directory = free ? chosen : path.join(chosen, `netra-cadangan-${stamp}`);
    if (!free && existsSync(directory)) throw new AppError('FOLDER_NOT_EMPTY');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    syncDirectory(path.dirname(directory));
    return { directory, made: directory !== chosen || !exists };
  } catch (error) {
    throw fileSystemError(error);
  }
}
