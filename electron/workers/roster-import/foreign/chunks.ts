/** A source in order, and a source at once. */
import type { ByteSource } from '../byte-source.ts';
import { DamagedPart } from '../damage.ts';

const CHUNK_BYTES = 256 * 1024;

/** The bytes from the start to the end. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  for (let offset = 0; offset < source.size; ) {
    const bytes = await source.read(offset, Math.min(CHUNK_BYTES, source.size - offset));
    if (bytes.length === 0) throw new DamagedPart('container', 'file ends early');
    offset += bytes.length;
    yield bytes;
  }
}

/** All bytes; the caller has looked at the size before. */
export async function bytesOf(source: ByteSource): Promise<Buffer> {
  const bytes = Buffer.alloc(source.size);
  let offset = 0;
  for await (const chunk of chunksOf(source)) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
