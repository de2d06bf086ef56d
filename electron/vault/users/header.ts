/** The vault folder's plain header, netra-vault.json: which database file, and the slots. No name of a person in it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode, fileSystemError, writeFileDurably } from '../files/durable.ts';
import { storedSlot } from './slots.ts';

export const HEADER_FILE = 'netra-vault.json';

const header = z.strictObject({
  format: z.literal('netra-vault'),
  formatVersion: z.literal(1),
  vaultId: z.uuid(),
  practice: z.boolean(),
  /** Renaming the header is what commits a change of keys: it names the file that the keys fit. */
  databaseFile: z.string().regex(/^vault-\d{1,6}\.db$/),
  keyEpoch: z.number().int().min(1),
  nameSalt: z.base64().max(100),
  slots: z.array(storedSlot).min(1).max(1_000),
  recovery: storedSlot,
});
export type VaultHeader = z.infer<typeof header>;

const anyVersion = z.looseObject({ format: z.literal('netra-vault'), formatVersion: z.number().int() });

/** Throws VAULT_NOT_FOUND, VAULT_DAMAGED or VAULT_FROM_NEWER_APP. */
export function readHeader(directory: string): VaultHeader {
  const value = readJson(directory);
  const known = header.safeParse(value);
  if (known.success) return known.data;
  const newer = anyVersion.safeParse(value);
  if (newer.success && newer.data.formatVersion > 1) {
    throw new AppError('VAULT_FROM_NEWER_APP', { found: newer.data.formatVersion, known: 1 });
  }
  throw new AppError('VAULT_DAMAGED', { part: 'header' }, { cause: known.error });
}

/** Replaces the header in one step. */
export function writeHeader(directory: string, value: VaultHeader): void {
  writeFileDurably(path.join(directory, HEADER_FILE), `${JSON.stringify(value, null, 2)}\n`);
}

export function hasHeader(directory: string): boolean {
  return existsSync(path.join(directory, HEADER_FILE));
}

function readJson(directory: string): unknown {
  let content: string;
  try {
    content = readFileSync(path.join(directory, HEADER_FILE), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) throw new AppError('VAULT_NOT_FOUND', {}, { cause: error });
    throw fileSystemError(error);
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new AppError('VAULT_DAMAGED', { part: 'header' }, { cause: error });
  }
}
