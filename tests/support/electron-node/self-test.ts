/**
 * Everything the vault computes with, on the crypto of whatever runs this: in the shipped app that is Electron's BoringSSL, which
 * lacks what OpenSSL has. Arguments are PKCS#12 files to sign with. Prints one JSON document. No SQLite driver, which the development runtime cannot load.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decryptChunk, encryptChunk } from '../../../electron/vault/blobs/cipher.ts';
import {
  deriveKey,
  hmac,
  newKey,
  newKeyPair,
  seal,
  sha256Hex,
  signBytes,
  unseal,
  unwrap,
  verifyBytes as verifySignature,
  wrap,
} from '../../../electron/vault/crypto/keys.ts';
import { newKdf, passphraseKey } from '../../../electron/vault/crypto/passphrase-key.ts';
import { PASSPHRASE } from '../signature/authority.ts';
import { makeSeal, signSample, verifyBytes } from '../signature/sample-report.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';

/** One check: true when it held. */
type Check = () => boolean | Promise<boolean>;

const message = Buffer.from('dugaan pelanggaran');
const throws = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

const checks: Readonly<Record<string, Check>> = {
  'SHA-256': () => sha256Hex('abc') === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  'HMAC-SHA-256': () =>
    hmac(Buffer.from('key'), 'The quick brown fox jumps over the lazy dog').toString('hex') ===
    'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
  HKDF: () => deriveKey(Buffer.alloc(32, 7), 'vault', 'database').length === 32,
  'AES-256-GCM wrapping': () => {
    const key = newKey();
    const wrapped = wrap(key, message, 'here');
    return unwrap(key, wrapped, 'here').equals(message) && throws(() => unwrap(key, wrapped, 'elsewhere'));
  },
  'X25519 sealing': () => {
    const pair = newKeyPair('x25519');
    const sealed = seal(pair.publicKey, message, 'here');
    return unseal(pair, sealed, 'here').equals(message) && throws(() => unseal(newKeyPair('x25519'), sealed, 'here'));
  },
  'Ed25519 signature': () => {
    const pair = newKeyPair('ed25519');
    const signature = signBytes(pair.privateKey, message);
    return (
      verifySignature(pair.publicKey, message, signature) &&
      !verifySignature(pair.publicKey, Buffer.from('other'), signature)
    );
  },
  Argon2id: async () => {
    const kdf = newKdf({ memoryKib: 1024, iterations: 2, parallelism: 1 }, Buffer.alloc(16, 1));
    const [first, again, other] = [
      await passphraseKey('sandi', kdf),
      await passphraseKey('sandi', kdf),
      await passphraseKey('lain', kdf),
    ];
    return first.length === 32 && first.equals(again) && !first.equals(other);
  },
  'chunks of a blob': () => {
    const key = newKey();
    const chunk = Buffer.concat(encryptChunk(key, 'blob', 3, true, message));
    return (
      decryptChunk(key, 'blob', 3, true, chunk).equals(message) &&
      throws(() => decryptChunk(key, 'blob', 4, true, chunk))
    );
  },
  'a complete PDF signature': async () => {
    const own = makeSeal();
    const signed = await signSample(own.signer);
    const changed = Buffer.from(signed);
    changed[400] = (changed[400] ?? 0) ^ 1;
    return (
      (await verifyBytes(signed, [own.pem])).verdict === 'valid' &&
      (await verifyBytes(signed)).verdict === 'indeterminate' &&
      (await verifyBytes(changed, [own.pem])).verdict === 'invalid'
    );
  },
  randomness: () => !randomBytes(32).equals(randomBytes(32)),
};

/** A whole signature with the key of a PKCS#12 file; whom it chains to is not asked, only that it holds. */
const signWithFile =
  (file: string): Check =>
  async () => {
    const signer = await readPkcs12(Uint8Array.from(readFileSync(file)), PASSPHRASE, new Date('2026-11-22T00:00:00Z'));
    return (await verifyBytes(await signSample(signer))).signatures[0]?.integrity === 'intact';
  };

async function main(): Promise<void> {
  const results: Record<string, string> = {};
  const files = process.argv.slice(2).map((file) => [file, signWithFile(file)] as const);
  for (const [name, check] of [...Object.entries(checks), ...files]) {
    try {
      results[name] = (await check()) ? 'ok' : 'does not hold';
    } catch (error) {
      results[name] = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
  const electron = 'electron' in process.versions ? process.versions.electron : null;
  const { node, openssl } = process.versions;
  const answer = `${JSON.stringify({ electron, node, openssl, results })}\n`;
  // A utility process does not end by itself when it has nothing left to do.
  process.stdout.write(answer, () => process.exit(0));
}

void main();
