/** Every digest that a verification needs, in one reading of the file: what ranges have in common is hashed once. */
import { createHash, type Hash } from 'node:crypto';
import type { HashName } from '#shared/domain/signature/oids.ts';
import type { PdfSource } from './source.ts';

/** Digest of everything from the first byte to `end`, but the gap. */
export interface PrefixDigest {
  readonly hash: HashName;
  readonly gap?: { readonly start: number; readonly end: number };
  readonly end: number;
}

/** Somebody who gets the bytes of one range, in order. */
export interface RangeReader {
  readonly start: number;
  readonly end: number;
  take(bytes: Uint8Array): Promise<void> | void;
}

interface Branch {
  readonly request: PrefixDigest;
  readonly digest: Hash;
}

/**
 * Reads the file once. Answers the digests in the order asked for; `onBytes` hears how far the reading came.
 */
export async function runHashPlan(
  source: PdfSource,
  prefixes: readonly PrefixDigest[],
  readers: readonly RangeReader[],
  onBytes: (done: number) => void = () => undefined,
): Promise<Uint8Array[]> {
  const results = new Map<PrefixDigest, Uint8Array>();
  const trunks = new Map<HashName, Hash>();
  for (const { hash } of prefixes) if (!trunks.has(hash)) trunks.set(hash, createHash(hash));
  let branches: Branch[] = [];
  const marks = marksOf(prefixes, readers);
  const reach = (at: number): void => {
    for (const request of prefixes) {
      const trunk = trunks.get(request.hash);
      if (trunk === undefined || results.has(request)) continue;
      if (request.gap?.start === at) branches.push({ request, digest: trunk.copy() });
      if (request.gap === undefined && request.end === at) results.set(request, trunk.copy().digest());
    }
    for (const { request, digest } of branches) if (request.end === at) results.set(request, digest.digest());
    branches = branches.filter(({ request }) => !results.has(request));
  };
  const take = async (bytes: Uint8Array, at: number): Promise<void> => {
    for (const trunk of trunks.values()) trunk.update(bytes);
    for (const { request, digest } of branches) if ((request.gap?.end ?? 0) <= at) digest.update(bytes);
    for (const reader of readers) if (reader.start <= at && at < reader.end) await reader.take(bytes);
  };
  let at = 0;
  let next = 0;
  const last = marks.at(-1) ?? 0;
  reach(0);
  for await (const chunk of source.stream(0, last)) {
    const end = at + chunk.length;
    for (let start = at; start < end; ) {
      while ((marks[next] ?? Infinity) <= start) next++;
      const stop = Math.min(end, marks[next] ?? end);
      await take(chunk.subarray(start - at, stop - at), start);
      start = stop;
      if (start === marks[next]) reach(start);
    }
    at = end;
    onBytes(at);
  }
  return prefixes.map((request) => {
    const digest = results.get(request);
    if (digest === undefined) throw new Error('a range outside the file');
    return digest;
  });
}

/** Every offset where something begins or ends, ascending. */
function marksOf(prefixes: readonly PrefixDigest[], readers: readonly RangeReader[]): number[] {
  const offsets = [
    ...prefixes.flatMap(({ gap, end }) => [gap?.start ?? end, gap?.end ?? end, end]),
    ...readers.flatMap(({ start, end }) => [start, end]),
  ];
  return [...new Set(offsets)].sort((one, other) => one - other);
}
