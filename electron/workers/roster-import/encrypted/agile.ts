/** Locked packages of Excel 2010 and later, and of LibreOffice ("agile encryption", MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15). */
import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { DamagedPart } from '../damage.ts';
import { type AttributeReader, readDocument } from '../foreign/xml-document.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import { fitted, hash, littleEndian, stretchedPassword } from './password-key.ts';

const VOCABULARY = {
  'http://schemas.microsoft.com/office/2006/encryption': 'e',
  'http://schemas.microsoft.com/office/2006/keyEncryptor/password': 'p',
};
/** What the stretched password is hashed with for each use of it. */
const USE = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
  hmacKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  hmacValue: Buffer.from('a0677f02b22c8433', 'hex'),
} as const;
const SEGMENT_BYTES = 4096;
/** The package begins with its unpacked size in eight bytes. */
const SIZE_BYTES = 8;
const HASHES: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
};

interface Scheme {
  readonly hash: string;
  readonly hashBytes: number;
  readonly keyBytes: number;
  readonly blockBytes: number;
  readonly salt: Buffer;
}

interface AgileInfo {
  readonly data: Scheme;
  readonly hmacKey: Buffer;
  readonly hmacValue: Buffer;
  readonly key: Scheme;
  readonly rounds: number;
  readonly verifierInput: Buffer;
  readonly verifierHash: Buffer;
  readonly keyValue: Buffer;
}

/**
 * The package's bytes, or null for a wrong password. Throws DamagedPart when the package is not what was locked, and
 * ROSTER_LIMIT_EXCEEDED for more rounds than we are willing to go.
 */
export async function decryptAgile(info: Buffer, sealed: Buffer, password: string): Promise<Buffer | null> {
  const agile = await parseInfo(info);
  const stretched = stretchedPassword(agile.key.hash, agile.key.salt, password, agile.rounds);
  const open = (use: Buffer, value: Buffer): Buffer => {
    const key = fitted(hash(agile.key.hash, stretched, use), agile.key.keyBytes);
    return decipher(key, fitted(agile.key.salt, agile.key.blockBytes), value);
  };
  const input = open(USE.verifierInput, agile.verifierInput).subarray(0, agile.key.salt.length);
  const expected = open(USE.verifierHash, agile.verifierHash).subarray(0, agile.key.hashBytes);
  if (!same(hash(agile.key.hash, input), expected)) return null;
  const key = open(USE.key, agile.keyValue).subarray(0, agile.key.keyBytes);
  assertUntouched(agile, key, sealed);
  return openPackage(agile.data, key, sealed);
}

function openPackage(scheme: Scheme, key: Buffer, sealed: Buffer): Buffer {
  const size = packageSize(sealed);
  const pieces: Buffer[] = [];
  for (let at = SIZE_BYTES, segment = 0; at < sealed.length; at += SEGMENT_BYTES, segment += 1) {
    const vector = fitted(hash(scheme.hash, scheme.salt, littleEndian(segment)), scheme.blockBytes);
    pieces.push(decipher(key, vector, sealed.subarray(at, at + SEGMENT_BYTES)));
  }
  return Buffer.concat(pieces).subarray(0, size);
}

/** The size that a package states; it cannot be more than what is there. */
export function packageSize(sealed: Buffer): number {
  if (sealed.length < SIZE_BYTES) throw new DamagedPart('size', 'package cut off');
  const size = Number(sealed.readBigUInt64LE(0));
  if (size > sealed.length - SIZE_BYTES) throw new DamagedPart('size', 'package cut off');
  return size;
}

function assertUntouched(agile: AgileInfo, key: Buffer, sealed: Buffer): void {
  const { data } = agile;
  const open = (use: Buffer, value: Buffer): Buffer =>
    decipher(key, fitted(hash(data.hash, data.salt, use), data.blockBytes), value).subarray(0, data.hashBytes);
  const code = createHmac(data.hash, open(USE.hmacKey, agile.hmacKey)).update(sealed).digest();
  if (!same(code, open(USE.hmacValue, agile.hmacValue))) throw new DamagedPart('integrity', 'package was changed');
}

function decipher(key: Buffer, vector: Buffer, value: Buffer): Buffer {
  if (value.length % vector.length !== 0) throw new DamagedPart('size', 'no whole blocks');
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(value), cipher.final()]);
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

async function parseInfo(info: Buffer): Promise<AgileInfo> {
  let data: Scheme | null = null;
  let integrity: Pick<AgileInfo, 'hmacKey' | 'hmacValue'> | null = null;
  let key: Omit<AgileInfo, 'data' | 'hmacKey' | 'hmacValue'> | null = null;
  await readDocument(once(info.subarray(8)), VOCABULARY, {
    open(name, attribute) {
      if (name === 'e:keyData') data = schemeOf(attribute);
      else if (name === 'e:dataIntegrity')
        integrity = {
          hmacKey: bytesOf(attribute, 'encryptedHmacKey'),
          hmacValue: bytesOf(attribute, 'encryptedHmacValue'),
        };
      else if (name === 'p:encryptedKey')
        key = {
          key: schemeOf(attribute),
          rounds: roundsOf(attribute),
          verifierInput: bytesOf(attribute, 'encryptedVerifierHashInput'),
          verifierHash: bytesOf(attribute, 'encryptedVerifierHashValue'),
          keyValue: bytesOf(attribute, 'encryptedKeyValue'),
        };
    },
    close: () => undefined,
    text: () => undefined,
    wantsText: () => false,
  });
  return complete(data, integrity, key);
}

function complete(
  data: Scheme | null,
  integrity: Pick<AgileInfo, 'hmacKey' | 'hmacValue'> | null,
  key: Omit<AgileInfo, 'data' | 'hmacKey' | 'hmacValue'> | null,
): AgileInfo {
  if (!data || !integrity || !key) throw new DamagedPart('missing-part', 'the description of the lock');
  return { data, ...integrity, ...key };
}

function schemeOf(attribute: AttributeReader): Scheme {
  const algorithm = HASHES[attribute('hashAlgorithm') ?? ''];
  const keyBits = numberOf(attribute, 'keyBits');
  const blockBytes = numberOf(attribute, 'blockSize');
  const known =
    attribute('cipherAlgorithm') === 'AES' &&
    attribute('cipherChaining') === 'ChainingModeCBC' &&
    [128, 192, 256].includes(keyBits) &&
    blockBytes === 16;
  if (!known || algorithm === undefined) throw new DamagedPart('integrity', 'a lock of an unknown kind');
  return {
    hash: algorithm,
    hashBytes: numberOf(attribute, 'hashSize'),
    keyBytes: keyBits / 8,
    blockBytes,
    salt: bytesOf(attribute, 'saltValue'),
  };
}

function roundsOf(attribute: AttributeReader): number {
  const rounds = numberOf(attribute, 'spinCount');
  if (rounds > LIMITS.passwordRounds) throw limitExceeded('passwordRounds');
  return rounds;
}

function numberOf(attribute: AttributeReader, name: string): number {
  const stated = attribute(name) ?? '';
  if (!/^\d{1,9}$/.test(stated)) throw new DamagedPart('cell-value', `${name} is no number`);
  return Number(stated);
}

function bytesOf(attribute: AttributeReader, name: string): Buffer {
  const bytes = Buffer.from(attribute(name) ?? '', 'base64');
  if (bytes.length === 0 || bytes.length > 1024) throw new DamagedPart('cell-value', `${name} is not there`);
  return bytes;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  yield await Promise.resolve(bytes);
}
