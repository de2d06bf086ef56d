/** Copies a file, syncs the copy, and reads it back. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { hashFile } from './manifest.ts';

const PIECE = 1_048_576;

/** Bytes and SHA-256 of what was copied. BACKUP_FAILED_READ_BACK when the copy does not read as it was written. */
export async function copyWithReadBack(
  from: string,
  to: string,
  signal?: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    let written: { readonly bytes: number; readonly sha256: string };
    try {
      written = await pump(source, target, signal);
      await target.sync();
    } finally {
      await target.close();
    }
    if ((await hashFile(to, signal)) !== written.sha256) throw new AppError('BACKUP_FAILED_READ_BACK');
    return written;
  } finally {
    await source.close();
  }
}

async function pump(
  source: FileHandle,
  target: FileHandle,
  signal: AbortSignal | undefined,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(PIECE);
  for (let bytes = 0; ; ) {
    if (signal?.aborted) throw new AppError('CANCELLED');
    const { bytesRead } = await source.read(buffer, 0, PIECE, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    await target.writeFile(piece);
    bytes += bytesRead;
  }
}
