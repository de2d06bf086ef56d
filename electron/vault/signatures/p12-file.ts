/** A PKCS#12 file that the user chose. */
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';

/** A PKCS#12 file larger than this (bytes) is none. */
const LARGEST_P12 = 1_000_000;

/** The bytes of a chosen file; P12_UNREADABLE when it is too large to be one. */
export async function readP12File(token: string, context: UseCaseContext): Promise<Uint8Array> {
  const file = await context.file(token);
  try {
    if (file.bytes > LARGEST_P12) throw new AppError('P12_UNREADABLE', { file: file.name });
    return await file.read(0, file.bytes);
  } finally {
    await file.close();
  }
}
