/**
 * How a blob's bytes lie in its file: chunks of AES-256-GCM under a key used for this blob alone, so that the chunk
 * number can be the nonce. Blob id, chunk number and the last-chunk flag are authenticated: a chunk that was cut off,
 * swapped, re-ordered or taken from another blob fails.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Plain bytes in every chunk but the last. */
export const CHUNK_BYTES = 1_048_576;
const TAG_BYTES = 16;

/** What the chunks of one blob are bound to. */
export interface BlobLayout {
  /** Id of the blob, a UUID. */
  readonly id: string;
  /** Plain bytes in all. */
  readonly bytes: number;
  readonly chunkBytes: number;
}

/** An empty blob still has one chunk, which says that it is the last. */
export function chunkCount(layout: BlobLayout): number {
  return Math.max(1, Math.ceil(layout.bytes / layout.chunkBytes));
}

/** Size of the encrypted file. */
export function fileBytes(layout: BlobLayout): number {
  return layout.bytes + chunkCount(layout) * TAG_BYTES;
}

/** Where an encrypted chunk lies. */
export function chunkPosition(layout: BlobLayout, index: number): { readonly offset: number; readonly length: number } {
  const plain = Math.min(layout.chunkBytes, layout.bytes - index * layout.chunkBytes);
  return { offset: index * (layout.chunkBytes + TAG_BYTES), length: plain + TAG_BYTES };
}

/** Ciphertext and tag of one chunk. */
export function encryptChunk(key: Uint8Array, id: string, index: number, last: boolean, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index));
  cipher.setAAD(additionalData(id, index, last));
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
}

/** The plain bytes; throws when the chunk is not authentic at this place. */
export function decryptChunk(key: Uint8Array, id: string, index: number, last: boolean, chunk: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
  decipher.setAAD(additionalData(id, index, last));
  decipher.setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
  const plain = decipher.update(chunk.subarray(0, chunk.length - TAG_BYTES));
  decipher.final();
  return plain;
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function additionalData(id: string, index: number, last: boolean): Buffer {
  const data = Buffer.alloc(25);
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(data);
  data.writeBigUInt64BE(BigInt(index), 16);
  data.writeUInt8(last ? 1 : 0, 24);
  return data;
}
