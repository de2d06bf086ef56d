/** One ZIP file with everything of a package: stored as it is (pictures do not shrink), ZIP64 where it must be, streamed. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file to be. `pieces` is asked for when its turn comes. */
export interface ZipPart {
  /** With forward slashes; safe on every system. */
  readonly path: string;
  readonly bytes: number;
  pieces(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The bytes of the ZIP file; whatever a part throws is thrown here, and nothing is read on afterwards. */
export async function* zipped(parts: readonly ZipPart[], madeAt: Date): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream, { objectMode: false });
  let current: Readable | null = null;
  const fail = (error: unknown): void => void output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  for (const part of parts) {
    zip.addReadStreamLazy(part.path, { size: part.bytes, compress: false, mtime: madeAt, mode: 0o100600 }, (take) => {
      current = Readable.from(part.pieces(), { objectMode: false });
      current.on('error', fail);
      take(null, current);
    });
  }
  zip.end();
  try {
    for await (const piece of output) {
      if (!(piece instanceof Uint8Array)) throw new TypeError('a ZIP file is made of bytes');
      yield piece;
    }
  } finally {
    // What is half read is let go: its blob's descriptor must not stay open.
    stop(current);
  }
}

function stop(stream: Readable | null): void {
  stream?.destroy();
}
