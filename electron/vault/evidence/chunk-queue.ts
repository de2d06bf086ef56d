/** Bytes that arrive by messages, read as a stream: whoever pushes waits until the chunk was taken. */
export interface ChunkQueue extends AsyncIterable<Uint8Array> {
  /** Resolves when the reader has asked for the next chunk. */
  push(bytes: Uint8Array): Promise<void>;
  end(): void;
  /** Makes the reader throw. */
  fail(error: Error): void;
}

interface Chunk {
  readonly bytes: Uint8Array;
  readonly taken: () => void;
  readonly refused: (error: Error) => void;
}

export function createChunkQueue(): ChunkQueue {
  const waiting: Chunk[] = [];
  /** The chunk that the reader works on; a reader that throws over it never comes back to say that it was taken. */
  let inHand: Chunk | null = null;
  let wake: (() => void) | null = null;
  let ended = false;
  let failure: Error | null = null;
  const signal = (): void => {
    wake?.();
    wake = null;
  };
  return {
    push: (bytes) =>
      new Promise((taken, refused) => {
        if (failure) return refused(failure);
        waiting.push({ bytes, taken, refused });
        signal();
      }),
    end: () => {
      ended = true;
      signal();
    },
    fail: (error) => {
      failure = error;
      for (const one of waiting.splice(0)) one.refused(error);
      inHand?.refused(error);
      signal();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (failure) throw failure;
        const next = waiting.shift();
        if (next) {
          inHand = next;
          yield next.bytes;
          inHand = null;
          next.taken();
        } else if (ended) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
  };
}
