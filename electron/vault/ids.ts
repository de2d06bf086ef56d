/** Ids of the vault: UUIDv7, so that rows made later sort later. */
import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 10;
/** Random bytes are asked for many at a time: an import makes a hundred thousand ids. */
let pool = Buffer.alloc(0);
let used = 0;

/** A UUIDv7 of the given instant. */
export function newUuid(at: Date, random: Uint8Array = freshRandom()): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.set(random.subarray(0, RANDOM_BYTES), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function freshRandom(): Uint8Array {
  if (used + RANDOM_BYTES > pool.length) {
    pool = randomBytes(RANDOM_BYTES * 400);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}
