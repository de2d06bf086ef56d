/** A locked .xlsx or .xlsb: a compound file around the zip. The opened bytes stay in this process's memory. */
import { AppError } from '#shared/errors/app-error.ts';
import type { CompoundFile } from '../cfb.ts';
import { DamagedPart } from '../damage.ts';
import { decryptAgile } from './agile.ts';
import { EXCELS_OWN_PASSWORD } from './password-key.ts';
import { decryptStandard } from './standard.ts';

/**
 * The package's bytes. Throws ROSTER_FILE_ENCRYPTED when a password is needed and none was given, ROSTER_PASSWORD_WRONG,
 * DamagedPart, ROSTER_LIMIT_EXCEEDED.
 */
export async function openLockedPackage(container: CompoundFile, password: string | undefined): Promise<Buffer> {
  const info = container.stream('EncryptionInfo');
  const sealed = container.stream('EncryptedPackage');
  if (info === null || sealed === null || info.length < 8) throw new DamagedPart('missing-part', 'the locked package');
  for (const candidate of password === undefined ? [EXCELS_OWN_PASSWORD] : [password, EXCELS_OWN_PASSWORD]) {
    const opened = await decrypt(info, sealed, candidate);
    if (opened) return opened;
  }
  throw password === undefined
    ? new AppError('ROSTER_FILE_ENCRYPTED', { format: 'xlsx' })
    : new AppError('ROSTER_PASSWORD_WRONG', { format: 'xlsx' });
}

function decrypt(info: Buffer, sealed: Buffer, password: string): Promise<Buffer | null> | Buffer | null {
  const major = info.readUInt16LE(0);
  const minor = info.readUInt16LE(2);
  if (major === 4 && minor === 4) return decryptAgile(info, sealed, password);
  if (minor === 2 && major >= 2 && major <= 4) return decryptStandard(info, sealed, password);
  // Other kinds (rights management, certificates) have no password that a user could give.
  throw new AppError('ROSTER_FILE_ENCRYPTED', { format: 'xlsx' });
}
