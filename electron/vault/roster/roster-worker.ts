/** How the roster worker is bounded: any file at all ends in rows or in a named error. */
import type { FileSource } from '../kernel.ts';

export const ROSTER_WORKER_LIMITS = { milliseconds: 20_000, rssBytes: 500 * 1024 * 1024 } as const;

/** The file as the worker may read it: by range, no path. */
export function workerInput(file: FileSource): {
  bytes: number;
  read(offset: number, length: number): Promise<Uint8Array>;
} {
  return { bytes: file.bytes, read: (offset, length) => file.read(offset, length) };
}
