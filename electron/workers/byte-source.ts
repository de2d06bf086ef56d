/** Bytes of a worker's inputs, by range or piece by piece. */
import type { WorkerContext } from './runtime.ts';

/** Bytes of one of the worker's inputs, by range. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

const PIECE_BYTES = 256 * 1024;

/** The whole source, piece by piece. */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  let offset = 0;
  while (offset < source.size) {
    const piece = await source.read(offset, PIECE_BYTES);
    if (piece.byteLength === 0) throw new Error('an input ended before its size');
    offset += piece.byteLength;
    yield piece;
  }
}

/** The whole source at once; for fonts and other small things. */
export async function readAll(source: ByteSource, limit: number): Promise<Uint8Array> {
  if (source.size > limit) throw new Error('an input is larger than it may be');
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(source)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** One of the worker's inputs as a source. */
export function inputSource(worker: WorkerContext, input: string): ByteSource {
  return { size: worker.inputSize(input), read: (offset, length) => worker.read(input, offset, length) };
}
