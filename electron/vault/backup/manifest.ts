/** A backup's list of contents: written last, so that a folder without it is not a backup. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { custodyHead } from '#shared/contract/vault.ts';
import { sha256 } from '#shared/contract/common.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { sha256Hex } from '../crypto/keys.ts';
import { errorCode } from '../files/durable.ts';

export const MANIFEST_FILE = 'netra-backup.json';

const manifest = z.strictObject({
  format: z.literal('netra-backup'),
  formatVersion: z.literal(1),
  vaultId: z.uuid(),
  createdAt: z.iso.datetime(),
  head: custodyHead,
  files: z
    .array(
      z.strictObject({
        /** Inside the folder, with forward slashes; only what a vault is made of. */
        path: z.string().regex(/^(netra-vault\.json|vault-\d{1,6}\.db|blobs\/[0-9a-f]{2}\/[0-9a-f]{64})$/),
        bytes: z.number().int().nonnegative(),
        sha256,
      }),
    )
    .min(2),
});
export type BackupManifest = z.infer<typeof manifest>;
/** As it lies in the file: the list's own hash beside it, so that a spoiled byte of the list itself is seen, too. */
const written = z.strictObject({ manifest, sha256 });
export type BackedUpFile = BackupManifest['files'][number];

/** VAULT_IS_BACKUP for a backup's folder: opening appends to the log, and the backup would no longer be as its list says. */
export function refuseBackupFolder(directory: string): void {
  if (existsSync(path.join(directory, MANIFEST_FILE))) throw new AppError('VAULT_IS_BACKUP');
}

/** The text of a manifest and its SHA-256, which stands for the whole backup. */
export function manifestText(value: BackupManifest): { readonly text: string; readonly sha256: string } {
  const text = `${JSON.stringify({ manifest: value, sha256: sha256Hex(JSON.stringify(value)) }, null, 1)}\n`;
  return { text, sha256: sha256Hex(text) };
}

/** VAULT_NOT_FOUND where there is no manifest, BACKUP_DAMAGED where it cannot be read. */
export function readManifest(directory: string): { readonly manifest: BackupManifest; readonly sha256: string } {
  let text: string;
  try {
    text = readFileSync(path.join(directory, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) throw new AppError('VAULT_NOT_FOUND', {}, { cause: error });
    throw error;
  }
  try {
    const { manifest: found } = written.parse(JSON.parse(text));
    const expected = manifestText(found);
    if (expected.text !== text) throw new Error('the list is not as it was written');
    return { manifest: found, sha256: expected.sha256 };
  } catch (error) {
    throw new AppError('BACKUP_DAMAGED', { file: MANIFEST_FILE }, { cause: error });
  }
}

/** SHA-256 of a file as it lies on the disk, lower-case hex. */
export async function hashFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1_048_576 })) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}
