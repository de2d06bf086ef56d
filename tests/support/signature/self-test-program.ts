/**
 * Runs inside the Electron that the app ships with, whose node:crypto is BoringSSL: every primitive that the vault and
 * the signature use, and one whole signed file. Argument: a folder with `base.pdf`, the fonts and `.p12` files; leaves
 * `result.json` and `signed.pdf` there.
 */
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decryptChunk, encryptChunk } from '../../../electron/vault/blobs/cipher.ts';
import * as keys from '../../../electron/vault/crypto/keys.ts';
import { newKdf, passphraseKey } from '../../../electron/vault/crypto/passphrase-key.ts';
import { signDigest } from '../../../electron/vault/signing/cms-signature.ts';
import { readPkcs12 } from '../../../electron/vault/signing/pkcs12.ts';
import { certificateToPem, createSealCertificate } from '../../../electron/vault/signing/seal-certificate.ts';
import { createSigner, type Signer } from '../../../electron/vault/signing/signer.ts';
import { readCertificate, readCertificates } from '../../../electron/vault/signing/trust/certificate.ts';
import { readCrl } from '../../../electron/vault/signing/trust/crl.ts';
import { readOcspAnswer } from '../../../electron/vault/signing/trust/ocsp.ts';
import { readTimestampAnswer } from '../../../electron/vault/signing/trust/timestamp.ts';
import { readCertificate as readForVerifier } from '../../../electron/workers/pdf-reader/verify/certificates.ts';
import { openSource } from '../../../electron/workers/pdf-reader/file/source.ts';
import { parseTrustAnchors } from '../../../electron/workers/pdf-reader/verify/trust-anchors.ts';
import { verifyPdf } from '../../../electron/workers/pdf-reader/verify/verify-pdf.ts';
import type { PdfSignatureRequest, SignatureHash } from '../../../electron/workers/report/signature/interface.ts';
import { openPdfSigner } from '../../../electron/workers/report/signature/pdf-signer.ts';
import { memoryDigests } from './memory-digests.ts';

const folder = process.argv.at(-1) ?? '';
const NOW = new Date('2026-11-22T03:04:05Z');
const read = (name: string): Buffer => readFileSync(path.join(folder, name));
const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(path.join(folder, name), bytes);

async function primitives(): Promise<Record<string, boolean>> {
  const key = keys.newKey();
  const message = Buffer.from('pesan');
  const recipient = keys.newKeyPair('x25519');
  const author = keys.newKeyPair('ed25519');
  const chunk = Buffer.concat(encryptChunk(key, 'blob', 0, true, message));
  const kdf = newKdf({ memoryKib: 1024, iterations: 1, parallelism: 1 }, Buffer.alloc(16, 7));
  const derived = await passphraseKey('frasa', kdf);
  const sealed = keys.seal(recipient.publicKey, message, 'konteks');
  const wrapped = keys.wrap(key, message, 'konteks');
  return {
    // FIPS 180-2, appendix B.1.
    sha256: keys.sha256Hex('abc') === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    // RFC 5869, test case 3, and RFC 4231, test case 2.
    hkdf: keys
      .hkdf(Buffer.alloc(22, 0x0b), '')
      .toString('hex')
      .startsWith('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879e'),
    hmac: keys
      .hmac(Buffer.from('Jefe'), 'what do ya want for nothing?')
      .toString('hex')
      .startsWith('5bdcc146bf60754e6a042426'),
    'aes-256-gcm': keys.unwrap(key, wrapped, 'konteks').equals(message),
    'aes-256-gcm refuses': refuses(() => keys.unwrap(key, wrapped, 'lain')),
    x25519: keys.unseal(recipient, sealed, 'konteks').equals(message),
    'x25519 refuses': refuses(() => keys.unseal(keys.newKeyPair('x25519'), sealed, 'konteks')),
    ed25519: keys.verifyBytes(author.publicKey, message, keys.signBytes(author.privateKey, message)),
    'ed25519 refuses': !keys.verifyBytes(
      author.publicKey,
      Buffer.from('lain'),
      keys.signBytes(author.privateKey, message),
    ),
    'blob chunk': decryptChunk(key, 'blob', 0, true, chunk).equals(message),
    'blob chunk refuses': refuses(() => decryptChunk(key, 'blob', 1, true, chunk)),
    argon2id: derived.length === 32 && derived.equals(await passphraseKey('frasa', kdf)),
    'argon2id tells apart': !derived.equals(await passphraseKey('frasa lain', kdf)),
    randomness: !randomBytes(32).equals(randomBytes(32)),
  };
}

function refuses(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/** Signs and verifies the base file with this signer. */
async function signAndVerify(
  signer: Signer,
  hash: SignatureHash,
): Promise<{ readonly verdict: string; readonly bytes: Buffer }> {
  const chunks: Uint8Array[] = [];
  const request: PdfSignatureRequest = {
    fieldName: 'Petugas',
    tooltip: 'Tanda tangan petugas',
    place: { page: 'last', rectangle: [300, 60, 540, 140] },
    lines: [{ text: 'Segel integritas internal', weight: 'bold', size: 10 }],
    fonts: { regular: read('regular.ttf'), bold: read('bold.ttf') },
    reservedFields: [{ name: 'Kepala', tooltip: 'Tanda tangan kepala' }],
    signedAt: NOW,
    signerName: 'Uji',
    reason: 'Uji',
    location: 'Jakarta',
    hash,
  };
  const pdf = openPdfSigner(request, {
    write: (bytes) => Promise.resolve(void chunks.push(bytes)),
    sign: (digest, algorithm) => Promise.resolve(signDigest({ digest, hash: algorithm, signer })),
  });
  await pdf.write(read('base.pdf'));
  await pdf.end();
  const bytes = Buffer.concat(chunks);
  const source = openSource(bytes.length, (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)));
  const anchors = parseTrustAnchors([signer.chain.at(-1) ?? signer.certificate]);
  const { verdict } = await verifyPdf(source, { anchors, now: NOW, digests: memoryDigests(bytes) });
  bytes[200] = bytes.readUInt8(200) ^ 1;
  const changed = await verifyPdf(source, { anchors, now: NOW, digests: memoryDigests(bytes) });
  bytes[200] = bytes.readUInt8(200) ^ 1;
  return { verdict: changed.verdict === 'invalid' ? verdict : 'a changed file passed', bytes };
}

/** Answers of a time stamp authority, an OCSP responder and a CRL are believed as they are, and not when they were changed. */
function believes(): Record<string, boolean> {
  const kept = JSON.parse(read('answers.json').toString('utf8')) as Record<string, string>;
  const bytes = (name: string): Uint8Array => Uint8Array.from(Buffer.from(kept[name] ?? '', 'hex'));
  const now = new Date(kept['now'] ?? '');
  const roots = readCertificates([bytes('root')]);
  const leaf = readCertificate(bytes('leaf'));
  const issuer = readCertificate(bytes('issuer'));
  const digest = new Uint8Array(32).fill(5);
  const question = { digest, hash: 'sha256', nonce: bytes('nonce'), request: new Uint8Array() } as const;
  const changed = (name: string): Uint8Array => {
    const copy = bytes(name);
    const last = copy.length - 1;
    copy[last] = (copy[last] ?? 0) ^ 1;
    return copy;
  };
  return {
    'time stamp': readTimestampAnswer(bytes('stamp'), question, roots, now).authority === 'tsa',
    'time stamp refuses': refuses(() => readTimestampAnswer(changed('stamp'), question, roots, now)),
    ocsp: readOcspAnswer(bytes('ocsp'), leaf, issuer, now)?.revokedAt === null,
    crl: readCrl(bytes('crl'), leaf, issuer, now)?.revokedAt === null,
    // A certificate whose key is damaged is an error, not the end of the program.
    'damaged key refuses': refuses(() => readCertificate(withDamagedKey(leaf))),
    'damaged key refuses (verifier)': refuses(() => readForVerifier(withDamagedKey(leaf))),
    'crl refuses': readCrl(changed('crl'), leaf, issuer, now) === undefined,
  };
}

/** The same certificate, the key inside no SEQUENCE any more. */
function withDamagedKey({ der, keyBits }: { readonly der: Uint8Array; readonly keyBits: Uint8Array }): Uint8Array {
  const copy = Buffer.from(der);
  copy[copy.indexOf(keyBits)] = 0x31;
  return Uint8Array.from(copy);
}

/** Every `*.check.pdf` in the folder, with `root.pem` as anchor. */
async function checkFiles(): Promise<Record<string, string>> {
  const verdicts: Record<string, string> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.check.pdf'))) {
    const bytes = read(name);
    const source = openSource(bytes.length, (offset, length) =>
      Promise.resolve(bytes.subarray(offset, offset + length)),
    );
    const { verdict, signatures } = await verifyPdf(source, {
      anchors: parseTrustAnchors([read('root.pem')]),
      now: new Date(),
      digests: memoryDigests(bytes),
    });
    verdicts[name] = [verdict, ...signatures.map(({ level, indication }) => `${level} ${indication}`)].join(', ');
  }
  return verdicts;
}

async function run(): Promise<void> {
  const subject = { organisation: 'Inspektorat Contoh', unit: 'Uji', commonName: 'Segel Electron' };
  const seal = createSealCertificate({
    ...subject,
    notBefore: new Date('2025-01-01'),
    years: 10,
    serial: randomBytes(16),
  });
  const sealed = await signAndVerify(createSigner(seal.certificateDer, [], seal.privateKeyPkcs8), 'sha256');
  write('signed.pdf', sealed.bytes);
  write('seal.pem', certificateToPem(seal.certificateDer));
  const signatures: Record<string, string> = { seal: sealed.verdict };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.p12'))) {
    const answer = await readPkcs12(read(name), 'frasa-uji-1', NOW)
      .then((signer) => signAndVerify(signer, name.includes('p384') ? 'sha384' : 'sha512'))
      .then(({ verdict }) => verdict)
      .catch((error: unknown) => (error instanceof Error ? error.message : 'failed'));
    signatures[name] = answer;
    // The other padding with the same key; only RSA has one.
    const signer = await readPkcs12(read(name), 'frasa-uji-1', NOW).catch(() => undefined);
    if (signer?.key.asymmetricKeyType === 'rsa')
      signatures[`${name} pss`] = (await signAndVerify({ ...signer, padding: 'pss' }, 'sha256')).verdict;
  }
  const fingerprint = createHash('sha256').update(seal.certificateDer).digest('hex');
  const readable =
    new X509Certificate(seal.certificateDer).fingerprint256.replaceAll(':', '').toLowerCase() === fingerprint;
  const { versions } = process;
  const trust = existsSync(path.join(folder, 'answers.json')) ? believes() : {};
  const runtime = { electron: versions['electron'], openssl: versions.openssl };
  write(
    'result.json',
    JSON.stringify({
      runtime,
      primitives: { ...(await primitives()), ...trust, readable },
      signatures,
      checked: await checkFiles(),
    }),
  );
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    write('result.json', JSON.stringify({ failed: error instanceof Error ? error.stack : String(error) }));
    process.exit(1);
  },
);
