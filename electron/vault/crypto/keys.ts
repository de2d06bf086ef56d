/**
 * Keys and what is done with them. Only primitives that Electron's BoringSSL has too: HKDF, HMAC, AES-256-GCM, X25519,
 * Ed25519. Every use of the vault's master key has its own derived key.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What a key derived from the master key is for; a key serves one purpose only. */
export type KeyPurpose = 'database' | 'blob-keys' | 'secrets';

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const SPKI_X25519 = Buffer.from('302a300506032b656e032100', 'hex');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 32 fresh random bytes. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/** The key of one purpose, 32 bytes. */
export function deriveKey(masterKey: Uint8Array, vaultId: string, purpose: KeyPurpose): Buffer {
  return hkdf(masterKey, `netra/1/${purpose}`, vaultId);
}

/** HKDF-SHA-256 to 32 bytes. */
export function hkdf(input: Uint8Array, info: string, salt: string | Uint8Array = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', input, salt, info, 32));
}

/** Encrypts under AES-256-GCM with a random nonce: nonce, ciphertext and tag in one. `context` is authenticated, not stored. */
export function wrap(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of wrap; throws when key, context or bytes are not those of the wrapping. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array, context: string): Buffer {
  if (wrapped.length < NONCE_BYTES + TAG_BYTES) throw new Error('wrapped bytes are too short');
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES)), decipher.final()]);
}

/** Raw keys of a pair, 32 bytes each. */
export interface RawKeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** A new key pair: ed25519 to sign, x25519 to receive sealed keys. */
export function newKeyPair(kind: 'ed25519' | 'x25519'): RawKeyPair {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return {
    publicKey: Buffer.from(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    privateKey: Buffer.from(pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)),
  };
}

/** Seals bytes to whoever holds the private key: ephemeral public key, then the wrapped bytes. */
export function seal(recipient: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const ephemeral = newKeyPair('x25519');
  const shared = agree(ephemeral.privateKey, recipient);
  const key = hkdf(shared, 'netra/1/seal', Buffer.concat([ephemeral.publicKey, recipient]));
  return Buffer.concat([ephemeral.publicKey, wrap(key, plain, context)]);
}

/** Opens what was sealed to this pair; throws when it was not, or was changed. */
export function unseal(recipient: RawKeyPair, sealed: Uint8Array, context: string): Buffer {
  const ephemeral = sealed.subarray(0, 32);
  const shared = agree(recipient.privateKey, ephemeral);
  const key = hkdf(shared, 'netra/1/seal', Buffer.concat([ephemeral, recipient.publicKey]));
  return unwrap(key, sealed.subarray(32), context);
}

/** An Ed25519 signature, 64 bytes. */
export function signBytes(privateKey: Uint8Array, message: Uint8Array): Buffer {
  return sign(null, message, privateObject(PKCS8_ED25519, privateKey));
}

/** Whether the Ed25519 signature is that of the message; false for a key or signature of the wrong shape. */
export function verifyBytes(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return verify(null, message, publicObject(SPKI_ED25519, publicKey), signature);
}

/** SHA-256, lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** HMAC-SHA-256. */
export function hmac(key: Uint8Array, message: Uint8Array | string): Buffer {
  return createHmac('sha256', key).update(message).digest();
}

/** Overwrites key bytes that are no longer needed; what the runtime copied meanwhile is out of reach. */
export function wipe(...keys: readonly Uint8Array[]): void {
  for (const key of keys) key.fill(0);
}

function agree(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  return diffieHellman({
    privateKey: privateObject(PKCS8_X25519, privateKey),
    publicKey: publicObject(SPKI_X25519, publicKey),
  });
}

function privateObject(prefix: Buffer, raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'pkcs8' });
}

function publicObject(prefix: Buffer, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
}
