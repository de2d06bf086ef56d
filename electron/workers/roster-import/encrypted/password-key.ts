/** The hashing that Office's formats share (MS-OFFCRYPTO 2.3). */
import { createHash } from 'node:crypto';

/**
 * What Excel locks a file with when a user only protects its structure or recommends reading: such a file asks nobody for
 * a password and is no secret.
 */
export const EXCELS_OWN_PASSWORD = 'VelvetSweatshop';

export function hash(algorithm: string, ...pieces: readonly Uint8Array[]): Buffer {
  const digest = createHash(algorithm);
  for (const piece of pieces) digest.update(piece);
  return digest.digest();
}

/** Four bytes, the lowest first. */
export function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The password hashed with its salt, and that hashed again `rounds` times with the number of the round before it. */
export function stretchedPassword(algorithm: string, salt: Uint8Array, password: string, rounds: number): Buffer {
  let digest = hash(algorithm, salt, Buffer.from(password, 'utf16le'));
  const counter = Buffer.alloc(4);
  for (let round = 0; round < rounds; round += 1) {
    counter.writeUInt32LE(round);
    digest = hash(algorithm, counter, digest);
  }
  return digest;
}

/** Cut or filled up to a length, as keys and initial vectors are. */
export function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}
