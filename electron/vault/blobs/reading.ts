/** Gives bytes out: any range, decrypted; and the check of a whole blob. */
import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { errorCode } from '../files/durable.ts';
import type { HashOptions, SealedReader } from '../kernel.ts';
import { chunkCount, chunkPosition, decryptChunk, fileBytes } from './cipher.ts';
import type { BlobLayout } from './cipher.ts';
import { giveBack } from './give-back.ts';

export interface StoredBlob extends BlobLayout {
  readonly sha256: string;
  readonly key: Uint8Array;
  readonly file: string;
}

/** Random access; the last chunk that was decrypted is kept, since players read in small steps. */
export function blobReader(blob: StoredBlob): SealedReader {
  let kept: { readonly index: number; readonly plain: Buffer } | null = null;
  const chunk = async (handle: FileHandle, index: number): Promise<Buffer> => {
    if (kept?.index === index) return kept.plain;
    const plain = await readChunk(handle, blob, index);
    kept = { index, plain };
    return plain;
  };
  return {
    bytes: blob.bytes,
    read: async (offset, length) => {
      const end = Math.min(blob.bytes, offset + length);
      if (offset >= end) return new Uint8Array();
      return withFile(blob, async (handle) => {
        // A whole chunk, as those ask for who read everything, goes out as it is and is not kept.
        if (offset % blob.chunkBytes === 0 && end - offset === Math.min(blob.chunkBytes, blob.bytes - offset))
          return readChunk(handle, blob, offset / blob.chunkBytes);
        const parts: Buffer[] = [];
        for (let index = Math.floor(offset / blob.chunkBytes); index * blob.chunkBytes < end; index += 1) {
          const start = index * blob.chunkBytes;
          const plain = await chunk(handle, index);
          parts.push(plain.subarray(Math.max(0, offset - start), end - start));
        }
        return Buffer.concat(parts);
      });
    },
    hashInto: (hashes, options) =>
      withFile(blob, async (handle) => {
        if (!(await hashChunks(handle, blob, hashes, options))) throw damaged(blob);
      }),
  };
}

export type BlobCheck = 'intact' | 'hash-differs' | 'decryption-failed' | 'size-differs' | 'missing';

/** Decrypts everything and re-hashes: one chunk is decrypted and hashed while the next is read. */
export async function checkBlob(blob: StoredBlob, signal?: AbortSignal): Promise<BlobCheck> {
  let handle: FileHandle;
  try {
    handle = await open(blob.file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    if ((await handle.stat()).size !== fileBytes(blob)) return 'size-differs';
    return await checkChunks(handle, blob, signal);
  } finally {
    await handle.close();
  }
}

async function checkChunks(handle: FileHandle, blob: StoredBlob, signal?: AbortSignal): Promise<BlobCheck> {
  const hash = createHash('sha256');
  if (!(await hashChunks(handle, blob, [hash], { signal }))) return 'decryption-failed';
  return hash.digest('hex') === blob.sha256 ? 'intact' : 'hash-differs';
}

/** False when a chunk is not authentic: what the hashes say then is of no use. */
async function hashChunks(
  handle: FileHandle,
  blob: StoredBlob,
  hashes: readonly Hash[],
  { signal, onBytes }: HashOptions = {},
): Promise<boolean> {
  const count = chunkCount(blob);
  // Two buffers in turn: one is being read into while the other is decrypted.
  const buffers = [0, 1].map((index) => Buffer.allocUnsafe(chunkPosition(blob, Math.min(index, count - 1)).length));
  const readAhead = (index: number): Promise<Buffer> => readRaw(handle, blob, index, buffers[index % 2]);
  let next = readAhead(0);
  for (let index = 0, done = 0; index < count; index += 1) {
    const raw = await next;
    if (signal?.aborted) throw new AppError('CANCELLED');
    if (index + 1 < count) {
      next = readAhead(index + 1);
      // Awaited in the next round, or dropped when this round ends early.
      next.catch(() => undefined);
    }
    const plain = decryptOrNull(blob, index, raw);
    if (plain === null) {
      await next.catch(() => undefined);
      return false;
    }
    for (const hash of hashes) hash.update(plain);
    done += plain.length;
    giveBack(plain);
    onBytes?.(done, blob.bytes);
  }
  return true;
}

async function readChunk(handle: FileHandle, blob: StoredBlob, index: number): Promise<Buffer> {
  const raw = await readRaw(handle, blob, index);
  const plain = decryptOrNull(blob, index, raw);
  giveBack(raw);
  if (plain === null) throw damaged(blob);
  return plain;
}

async function readRaw(handle: FileHandle, blob: StoredBlob, index: number, into?: Buffer): Promise<Buffer> {
  const { offset, length } = chunkPosition(blob, index);
  const buffer = into ?? Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function decryptOrNull(blob: StoredBlob, index: number, raw: Buffer): Buffer | null {
  if (raw.length !== chunkPosition(blob, index).length) return null;
  try {
    return decryptChunk(blob.key, blob.id, index, index + 1 === chunkCount(blob), raw);
  } catch {
    // GCM says no more than "not authentic"; the caller names the blob.
    return null;
  }
}

async function withFile<Value>(blob: StoredBlob, use: (handle: FileHandle) => Promise<Value>): Promise<Value> {
  let handle: FileHandle;
  try {
    handle = await open(blob.file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      throw new AppError('EVIDENCE_MISSING', { sha256: blob.sha256 }, { cause: error });
    throw error;
  }
  try {
    if ((await handle.stat()).size !== fileBytes(blob)) throw damaged(blob);
    return await use(handle);
  } finally {
    await handle.close();
  }
}

function damaged({ sha256 }: StoredBlob): AppError {
  return new AppError('EVIDENCE_DAMAGED', { sha256 });
}
