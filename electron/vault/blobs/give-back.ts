/**
 * Memory of bytes that nobody uses any more. Every chunk is an allocation outside the heap, and enough of them make V8
 * collect its whole heap again and again: reading 500 MB cost five times as much as decrypting and hashing them.
 */

/** Frees the memory of these bytes at once; whoever still holds them finds them empty. */
export function giveBack(bytes: Uint8Array): void {
  const { buffer } = bytes;
  const isWhole = bytes.byteLength > 0 && buffer.byteLength === bytes.byteLength;
  // What shares its memory with others (Node's pool, a view of a larger buffer) is left to the collector.
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
