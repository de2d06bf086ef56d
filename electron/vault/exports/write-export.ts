/** Writes bytes out of the vault to a place that the user chose: whole or not at all, read back before it has its name. */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ExportedFile } from '#shared/contract/vault-protocol.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { hashFile } from '../backup/manifest.ts';
import { fileSystemError } from '../files/durable.ts';
import { refuseInside } from '../files/outside.ts';
import type { BlobReader } from '../kernel.ts';

const PIECE = 1_048_576;

/**
 * Answers with size and hash. `vaultDirectory` is null where no vault is open. EVIDENCE_DAMAGED when `expectedSha256` is
 * given and the bytes are others, FOLDER_INSIDE_VAULT, FOLDER_NOT_WRITABLE, EXPORT_DISK_FULL, FILE_UNREADABLE when the copy
 * does not read as it was written, CANCELLED.
 */
export async function writeExport(
  file: string,
  vaultDirectory: string | null,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expectedSha256: string | null,
  signal?: AbortSignal,
): Promise<ExportedFile> {
  if (vaultDirectory !== null) refuseInside(vaultDirectory, file);
  const partial = `${file}.${process.pid}.part`;
  try {
    const written = await writePieces(partial, pieces);
    if (expectedSha256 !== null && written.sha256 !== expectedSha256) {
      throw new AppError('EVIDENCE_DAMAGED', { sha256: expectedSha256 });
    }
    if ((await hashFile(partial, signal)) !== written.sha256)
      throw new AppError('FILE_UNREADABLE', { name: path.basename(file) });
    await rename(partial, file);
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    const failure = fileSystemError(error);
    // What was asked for is in the vault; only its copy is missing.
    if (failure instanceof AppError && failure.code === 'DISK_FULL')
      throw new AppError('EXPORT_DISK_FULL', { name: path.basename(file) }, { cause: error });
    throw failure;
  }
}

/** A blob's bytes in pieces. */
export async function* piecesOf(reader: BlobReader): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < reader.bytes; offset += PIECE) yield await reader.read(offset, PIECE);
}

async function writePieces(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<ExportedFile> {
  const handle = await open(file, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      await handle.writeFile(piece);
      bytes += piece.length;
    }
    await handle.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}
