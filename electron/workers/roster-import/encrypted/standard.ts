/** Locked packages of Excel 2007 and of many libraries ("standard encryption", MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9). */
import { createDecipheriv } from 'node:crypto';
import { DamagedPart } from '../damage.ts';
import { packageSize } from './agile.ts';
import { hash, littleEndian, stretchedPassword } from './password-key.ts';

const ROUNDS = 50_000;
const AES_128 = 0x660e;
const AES_256 = 0x6610;
const SHA_1 = 0x8004;
const SALT_BYTES = 16;
const HASH_BYTES = 20;

/** The package's bytes, or null for a wrong password. Throws DamagedPart. */
export function decryptStandard(info: Buffer, sealed: Buffer, password: string): Buffer | null {
  const { keyBytes, salt, verifier, verifierHash } = parseInfo(info);
  const key = keyOf(stretchedPassword('sha1', salt, password, ROUNDS), keyBytes);
  const expected = decipher(key, verifierHash).subarray(0, HASH_BYTES);
  if (!hash('sha1', decipher(key, verifier)).equals(expected)) return null;
  const size = packageSize(sealed);
  return decipher(key, sealed.subarray(8)).subarray(0, size);
}

function keyOf(stretched: Buffer, keyBytes: number): Buffer {
  const final = hash('sha1', stretched, littleEndian(0));
  const half = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (const [index, byte] of final.entries()) block[index] = fill ^ byte;
    return hash('sha1', block);
  };
  return Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
}

function decipher(key: Buffer, value: Buffer): Buffer {
  if (value.length % 16 !== 0) throw new DamagedPart('size', 'no whole blocks');
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(value), cipher.final()]);
}

function parseInfo(info: Buffer): { keyBytes: number; salt: Buffer; verifier: Buffer; verifierHash: Buffer } {
  if (info.length < 12 + 32) throw new DamagedPart('size', 'description of the lock cut off');
  const headerBytes = info.readUInt32LE(8);
  const at = 12 + headerBytes;
  if (headerBytes < 32 || at + 4 + SALT_BYTES + 16 + 4 + 32 > info.length)
    throw new DamagedPart('size', 'description of the lock cut off');
  const cipher = info.readUInt32LE(12 + 8);
  const hashing = info.readUInt32LE(12 + 12);
  const keyBits = info.readUInt32LE(12 + 16);
  const known = cipher >= AES_128 && cipher <= AES_256 && (hashing === SHA_1 || hashing === 0);
  if (!known || ![128, 192, 256].includes(keyBits) || info.readUInt32LE(at) !== SALT_BYTES)
    throw new DamagedPart('integrity', 'a lock of an unknown kind');
  const piece = (offset: number, length: number): Buffer => info.subarray(at + offset, at + offset + length);
  return {
    keyBytes: keyBits / 8,
    salt: piece(4, SALT_BYTES),
    verifier: piece(20, 16),
    verifierHash: piece(40, 32),
  };
}
