/** How big a message from a page is, before anything is done with it. */

/** Bytes; the largest honest input (500 dropped paths) stays below it. */
export const MAXIMUM_INPUT_BYTES = 5_000_000;

/** Whether a structured-clone value is within the limit. Stops counting as soon as it is passed; cycles count once. */
export function isWithinSize(value: unknown, limit: number = MAXIMUM_INPUT_BYTES): boolean {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    bytes += ownBytes(next);
    if (bytes > limit || waiting.length > limit) return false;
    if (typeof next === 'object' && next !== null && !ArrayBuffer.isView(next) && !seen.has(next)) {
      seen.add(next);
      pushParts(next, waiting);
    }
  }
  return true;
}

function ownBytes(value: unknown): number {
  if (typeof value === 'string') return 8 + value.length * 2;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return 8 + value.byteLength;
  return 8;
}

function pushParts(value: object, waiting: unknown[]): void {
  if (value instanceof Map) for (const [key, part] of value) waiting.push(key, part);
  else if (value instanceof Set) for (const part of value) waiting.push(part);
  else for (const [key, part] of Object.entries(value)) waiting.push(key, part);
}
