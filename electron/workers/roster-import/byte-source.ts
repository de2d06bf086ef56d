/** Random access to the bytes of the file, wherever they are: the supervisor, or a buffer in a test. */

/** Reads ranges. `read` gives exactly the bytes asked for, fewer only at the end of the file. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

const PAGE_BYTES = 64 * 1024;

/**
 * Serves small reads from one page, so that walking a zip's directory does not cost a round trip for every header.
 * Reads of a page or more pass through.
 */
export function pagedSource(source: ByteSource): ByteSource {
  let pageStart = -1;
  let page: Uint8Array = new Uint8Array(0);
  const fromPage = (offset: number, length: number): Uint8Array | null => {
    const start = offset - pageStart;
    if (pageStart < 0 || start < 0 || start + length > page.length) return null;
    return page.subarray(start, start + length);
  };
  return {
    size: source.size,
    async read(offset, length) {
      if (length >= PAGE_BYTES) return source.read(offset, length);
      const held = fromPage(offset, length);
      if (held) return held;
      page = await source.read(offset, PAGE_BYTES);
      pageStart = offset;
      return page.subarray(0, Math.min(length, page.length));
    },
  };
}

/** A source over bytes in memory. */
export function bufferSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}
