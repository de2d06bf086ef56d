/** The real clock, hash and ids that the engine is given in the app. */
import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EngineClock } from './engine/cdp.ts';
import type { RunningHash } from './engine/work.ts';

/** The system's clock and timers. */
export const systemEngineClock: EngineClock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A running SHA-256. */
export function newSha256(): RunningHash {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

/** A new id for a capture. */
export function newCaptureId(): string {
  return randomUUID();
}

/** Compresses off the main thread. */
export const gzipBytes: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(gzip);

/** The first Electron whose debugger keeps a page's session when a frame of another site comes (electron/electron#47434). */
const KEEPS_SESSIONS = 38;

/** Whether frames of other sites may be attached to as they come, by Electron's version. */
export function framesAsTheyCome(electron: string): boolean {
  return Number.parseInt(electron, 10) >= KEEPS_SESSIONS;
}
