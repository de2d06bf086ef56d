/**
 * Password-based decryption of PKCS#12 parts. PBES2 and triple DES go through node:crypto, which the app's BoringSSL
 * has too; RC2 of old files goes through node-forge, because Node's OpenSSL has no RC2 any more.
 */
import { createDecipheriv, createHash, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { AppError } from '#shared/errors/app-error.ts';
import {
  childrenOf,
  concatBytes,
  type DerNode,
  expectTag,
  readOid,
  readSmallInteger,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';

/** More than this is a hostile file: at some 2 million a second it would hold a core for seconds. */
const MOST_ITERATIONS = 10_000_000;

const OID_PBES2 = '1.2.840.113549.1.5.13';
const OID_PBKDF2 = '1.2.840.113549.1.5.12';
const PRF: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const PBES2_CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
};
const LEGACY_CIPHERS: Readonly<Record<string, { readonly name: '3des' | 'rc2'; readonly keyBytes: number }>> = {
  '1.2.840.113549.1.12.1.3': { name: '3des', keyBytes: 24 },
  '1.2.840.113549.1.12.1.5': { name: 'rc2', keyBytes: 16 },
  '1.2.840.113549.1.12.1.6': { name: 'rc2', keyBytes: 5 },
};

/** What a derived value is for (RFC 7292, B.3). */
export type KeyPurpose = 'key' | 'iv' | 'mac';
const PURPOSE_BYTE: Readonly<Record<KeyPurpose, number>> = { key: 1, iv: 2, mac: 3 };

/** Digest name and block size in bytes of the PKCS#12 key derivation. */
export const KDF_HASHES: Readonly<Record<string, { readonly name: string; readonly block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
};

/** Decrypts with the scheme that `algorithm` (an AlgorithmIdentifier) names. */
export async function decryptWithPassphrase(
  algorithm: DerNode,
  ciphertext: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  const [oidNode, parameters] = sequenceOf(algorithm);
  const oid = readOid(oidNode);
  if (oid === OID_PBES2) return decryptPbes2(expectTag(parameters, TAG.sequence), ciphertext, passphrase);
  const legacy = LEGACY_CIPHERS[oid];
  if (legacy === undefined) throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: oid });
  const [saltNode, iterationsNode] = sequenceOf(parameters);
  const salt = expectTag(saltNode, TAG.octetString).content;
  const iterations = readIterations(iterationsNode);
  const hash = { name: 'sha1', block: 64 };
  const key = await derivePkcs12({ hash, passphrase, salt, iterations, purpose: 'key', length: legacy.keyBytes });
  const iv = await derivePkcs12({ hash, passphrase, salt, iterations, purpose: 'iv', length: 8 });
  return legacy.name === '3des' ? decipher('des-ede3-cbc', key, iv, ciphertext) : decipherRc2(key, iv, ciphertext);
}

/** An iteration count within reason. */
export function readIterations(node: DerNode | undefined): number {
  const iterations = node === undefined ? 1 : readSmallInteger(node);
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new AppError('P12_UNREADABLE', { iterations });
  return iterations;
}

export interface Pkcs12Derivation {
  readonly hash: { readonly name: string; readonly block: number };
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly purpose: KeyPurpose;
  readonly length: number;
}

/** Key derivation of RFC 7292, appendix B.2. Yields now and then, so that the vault keeps answering. */
export async function derivePkcs12(derivation: Pkcs12Derivation): Promise<Uint8Array> {
  const { hash, length, iterations } = derivation;
  const diversifier = new Uint8Array(hash.block).fill(PURPOSE_BYTE[derivation.purpose]);
  const mixed = concatBytes([
    repeatTo(derivation.salt, hash.block),
    repeatTo(bmpString(derivation.passphrase), hash.block),
  ]);
  const output: Uint8Array[] = [];
  for (let made = 0; made < length; ) {
    let value: Uint8Array = createHash(hash.name).update(diversifier).update(mixed).digest();
    for (let round = 1; round < iterations; round++) {
      value = createHash(hash.name).update(value).digest();
      if (round % 20_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    output.push(value);
    made += value.length;
    addToBlocks(mixed, repeatTo(value, hash.block), hash.block);
  }
  return concatBytes(output).subarray(0, length);
}

async function decryptPbes2(parameters: DerNode, ciphertext: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const [derivation, scheme] = childrenOf(parameters);
  const [derivationOid, derivationParameters] = sequenceOf(derivation);
  const [schemeOid, ivNode] = sequenceOf(scheme);
  const cipher = PBES2_CIPHERS[readOid(schemeOid)];
  if (cipher === undefined || readOid(derivationOid) !== OID_PBKDF2)
    throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: 'pbes2' });
  const [saltNode, iterationsNode, ...rest] = sequenceOf(derivationParameters);
  const prfNode = rest.find((node) => node.tag === TAG.sequence);
  const prf = prfNode === undefined ? 'sha1' : PRF[readOid(sequenceOf(prfNode)[0])];
  if (prf === undefined) throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: 'pbkdf2' });
  const salt = expectTag(saltNode, TAG.octetString).content;
  const key = await promisify(pbkdf2)(
    passphrase.normalize('NFC'),
    salt,
    readIterations(iterationsNode),
    cipher.keyBytes,
    prf,
  );
  return decipher(cipher.name, key, expectTag(ivNode, TAG.octetString).content, ciphertext);
}

/** The MAC has been checked before, so a failure here means damage, or a passphrase that differs inside the file. */
function decipher(name: string, key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  try {
    const stream = createDecipheriv(name, key, iv);
    return concatBytes([stream.update(ciphertext), stream.final()]);
  } catch (cause) {
    throw new AppError('P12_WRONG_PASSPHRASE', {}, { cause });
  }
}

function decipherRc2(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const stream = forge.rc2.createDecryptionCipher(binary(key), key.length * 8);
  stream.start(binary(iv));
  stream.update(forge.util.createBuffer(binary(ciphertext)));
  if (!stream.finish()) throw new AppError('P12_WRONG_PASSPHRASE');
  return Uint8Array.from(Buffer.from(stream.output.getBytes(), 'latin1'));
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** The passphrase in UTF-16 big-endian with its closing zero, as PKCS#12 wants it. */
function bmpString(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`${text}\0`, 'utf16le').swap16());
}

function repeatTo(bytes: Uint8Array, block: number): Uint8Array {
  const length = bytes.length === 0 ? 0 : block * Math.ceil(bytes.length / block);
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Adds `addend` plus one to each block, as a big-endian number. */
function addToBlocks(blocks: Uint8Array, addend: Uint8Array, block: number): void {
  for (let start = 0; start < blocks.length; start += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index--) {
      carry += (blocks[start + index] ?? 0) + (addend[index] ?? 0);
      blocks[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}
