/** Puts a file together from the answers to requests for ranges of it, as players ask for a film. */

/** What a `Content-Range` says: the first byte, the last, and how long the whole is. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** Bytes that were received, and where in the whole they begin. */
export interface ReceivedRange {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Reads "bytes 0-99/1000"; null when it is not that, or does not say how long the whole is. */
export function byteRangeOf(header: string): ByteRange | null {
  const [, from, to, total] = (/^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/i.exec(header.trim()) ?? []).map(Number);
  if (from === undefined || to === undefined || total === undefined) return null;
  return from <= to && to < total ? { from, to, total } : null;
}

/** The whole, when the ranges leave no byte out and agree wherever two of them have the same; null otherwise. */
export function joinRanges(ranges: readonly ReceivedRange[], total: number): Uint8Array | null {
  const whole = new Uint8Array(total);
  let reached = 0;
  for (const { from, bytes } of [...ranges].sort((one, other) => one.from - other.from)) {
    if (from > reached || from + bytes.byteLength > total) return null;
    const known = Math.min(reached - from, bytes.byteLength);
    if (Buffer.compare(whole.subarray(from, from + known), bytes.subarray(0, known)) !== 0) return null;
    whole.set(bytes.subarray(known), from + known);
    reached = Math.max(reached, from + bytes.byteLength);
  }
  return reached === total ? whole : null;
}
