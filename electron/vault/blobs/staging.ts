/** Takes bytes in: hashes, encrypts chunk by chunk into a temporary file, syncs it. Holds one chunk in memory. */
import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { fileSystemError } from '../files/durable.ts';
import { CHUNK_BYTES, encryptChunk } from './cipher.ts';
import { giveBack } from './give-back.ts';

/** First plain bytes kept to tell the type by content. */
const HEAD_BYTES = 4_096;

export interface EncryptedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly head: Uint8Array;
  /** SHA-256 as it stands behind the last byte. */
  readonly hashed: Hash;
}

/** Writes the encrypted file; on any failure, an abort included (CANCELLED), the file is removed. */
export async function encryptToFile(
  file: string,
  blob: { readonly id: string; readonly key: Uint8Array },
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<EncryptedFile> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'wx', 0o600);
    const writer = new ChunkWriter(handle, blob);
    for await (const piece of chunks) {
      if (signal?.aborted) throw new AppError('CANCELLED');
      await writer.add(piece);
    }
    if (signal?.aborted) throw new AppError('CANCELLED');
    const result = await writer.finish();
    await handle.sync();
    await handle.close();
    return result;
  } catch (error) {
    await handle?.close();
    await rm(file, { force: true });
    throw fileSystemError(error);
  }
}

class ChunkWriter {
  readonly #handle: FileHandle;
  readonly #blob: { readonly id: string; readonly key: Uint8Array };
  readonly #hash: Hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  readonly #head = Buffer.alloc(HEAD_BYTES);
  #filled = 0;
  #bytes = 0;
  #index = 0;
  /** The write under way: encryption of the next chunk overlaps it. */
  #pending: Promise<unknown> = Promise.resolve();

  constructor(handle: FileHandle, blob: { readonly id: string; readonly key: Uint8Array }) {
    this.#handle = handle;
    this.#blob = blob;
  }

  async add(piece: Uint8Array): Promise<void> {
    this.#hash.update(piece);
    if (this.#bytes < HEAD_BYTES) this.#head.set(piece.subarray(0, HEAD_BYTES - this.#bytes), this.#bytes);
    this.#bytes += piece.length;
    let taken = 0;
    while (taken < piece.length) {
      // A full buffer waits for the next byte, since only then it is known not to be the last chunk.
      if (this.#filled === CHUNK_BYTES) await this.#flush(false);
      const part = piece.subarray(taken, taken + CHUNK_BYTES - this.#filled);
      this.#buffer.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
    }
  }

  async finish(): Promise<EncryptedFile> {
    await this.#flush(true);
    await this.#pending;
    return {
      sha256: this.#hash.copy().digest('hex'),
      bytes: this.#bytes,
      head: this.#head.subarray(0, Math.min(HEAD_BYTES, this.#bytes)),
      hashed: this.#hash,
    };
  }

  async #flush(last: boolean): Promise<void> {
    const plain = this.#buffer.subarray(0, this.#filled);
    const parts = encryptChunk(this.#blob.key, this.#blob.id, this.#index, last, plain);
    await this.#pending;
    this.#pending = writeAll(this.#handle, parts);
    // Its failure is thrown where it is awaited; until then it must not count as unhandled.
    this.#pending.catch(() => undefined);
    this.#index += 1;
    this.#filled = 0;
  }
}

/** writev may write less than asked for; what is left is written again. The parts are empty afterwards. */
async function writeAll(handle: FileHandle, parts: readonly Buffer[]): Promise<void> {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const { bytesWritten } = await handle.writev([...parts]);
  if (bytesWritten < total) await handle.writeFile(Buffer.concat(parts).subarray(bytesWritten));
  for (const part of parts) giveBack(part);
}
