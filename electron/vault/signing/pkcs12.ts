/** PKCS#12 files (.p12, .pfx): the officer's certificate and key, read by our own reader over node:crypto. */
import { createHmac, timingSafeEqual, X509Certificate } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  expectTag,
  readElement,
  readOctets,
  readOid,
  readSmallInteger,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { decryptWithPassphrase, derivePkcs12, KDF_HASHES, readIterations } from './pkcs12-ciphers.ts';
import { certificateFingerprint } from './seal-certificate.ts';
import { certificateFitsKey, importPrivateKey, type Signer } from './signer.ts';
import { KEY_USAGE, mayBeUsedFor, nameOf, readCertificate } from './trust/certificate.ts';

const OID_KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const OID_SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const OID_CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const OID_NESTED_BAGS = '1.2.840.113549.1.12.10.1.6';
const OID_X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
/** Certificate bags in a file; more is not a signer's file. */
const MOST_CERTIFICATES = 50;
const DEEPEST_NESTING = 4;

interface Bags {
  readonly keys: Uint8Array[];
  readonly certificates: Uint8Array[];
}

/** One key in a file with its certificate, and what keeps it from signing today. */
export interface Pkcs12Identity {
  /** SHA-256 of the certificate, lower-case hex: what a person chooses by. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Null when it may sign. */
  readonly problem: 'P12_EXPIRED' | 'P12_NOT_YET_VALID' | 'P12_NOT_FOR_SIGNING' | null;
}

/**
 * The keys in a file. Errors: P12_WRONG_PASSPHRASE, P12_UNREADABLE (damaged), P12_SCHEME_UNSUPPORTED (locked in a way
 * that is not known here, or without a MAC), P12_NO_KEY, P12_NO_CERTIFICATE, P12_RSA_PSS_KEY, P12_KEY_UNSUPPORTED.
 */
export async function listPkcs12(bytes: Uint8Array, passphrase: string, now: Date): Promise<Pkcs12Identity[]> {
  return (await readIdentities(bytes, passphrase)).map((signer) => identityOf(signer, now));
}

/**
 * Reads a PKCS#12 file and picks the certificate that fits the key, wherever it stands in the file. `fingerprint` chooses
 * among several. Errors: those of listPkcs12, and P12_SEVERAL_KEYS (params: choices) when nobody chose, P12_EXPIRED and
 * P12_NOT_YET_VALID (params: notBefore, notAfter, from), P12_NOT_FOR_SIGNING.
 */
export async function readPkcs12(
  bytes: Uint8Array,
  passphrase: string,
  now: Date,
  fingerprint?: string,
): Promise<Signer> {
  const signers = await readIdentities(bytes, passphrase);
  const wanted =
    fingerprint === undefined
      ? signers
      : signers.filter(({ certificate }) => certificateFingerprint(certificate) === fingerprint);
  const [signer, ...more] = wanted;
  if (signer === undefined) throw new AppError('P12_NO_KEY');
  if (more.length > 0) throw severalKeys(signers.map((one) => identityOf(one, now)));
  const identity = identityOf(signer, now);
  if (identity.problem !== null) throw problemOf(identity, identity.problem);
  return signer;
}

/** P12_SEVERAL_KEYS that says what there is to choose from: whose, and the fingerprint to choose by. */
export function severalKeys(identities: readonly Pkcs12Identity[]): AppError {
  const choices = identities.map(({ subject, fingerprint }) => `${subject} (${fingerprint})`).join('; ');
  return new AppError('P12_SEVERAL_KEYS', { keys: identities.length, choices });
}

/** What keeps an identity from signing, with its dates; `from` is the day as people write it into forms. */
export function problemOf(
  { notBefore, notAfter }: Pkcs12Identity,
  problem: NonNullable<Pkcs12Identity['problem']>,
): AppError {
  return new AppError(problem, { notBefore, notAfter, from: notBefore.slice(0, 10) });
}

/** Keys without a certificate are left out beside others that have one. */
async function readIdentities(bytes: Uint8Array, passphrase: string): Promise<Signer[]> {
  const bags = await readBags(bytes, passphrase);
  if (bags.keys.length === 0) throw new AppError('P12_NO_KEY');
  const keys = readable(() => bags.keys.map(importPrivateKey));
  wipe(bags.keys);
  const parsed = readable(() => bags.certificates.map((der) => new X509Certificate(der)));
  const found = keys.flatMap((key) => {
    const own = parsed.find((certificate) => certificateFitsKey(certificate, key));
    if (own === undefined) return [];
    return [{ certificate: own.raw, chain: chainOf(own, parsed).map((certificate) => certificate.raw), key }];
  });
  if (found.length === 0) throw new AppError('P12_NO_CERTIFICATE');
  return found;
}

function identityOf({ certificate: der }: Signer, now: Date): Pkcs12Identity {
  const certificate = readable(() => readCertificate(der));
  const { notBefore, notAfter, x509 } = certificate;
  const signs = mayBeUsedFor(certificate, KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation);
  const valid = now > notAfter ? 'P12_EXPIRED' : now < notBefore ? 'P12_NOT_YET_VALID' : null;
  return {
    fingerprint: certificateFingerprint(der),
    subject: nameOf(certificate),
    issuer: /^CN=(.*)$/m.exec(x509.issuer)?.[1] ?? x509.issuer.replaceAll('\n', ', '),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    problem: signs ? valid : 'P12_NOT_FOR_SIGNING',
  };
}

/** Issuers in order from the signer upwards; certificates that are not in the signer's path are left out. */
function chainOf(own: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (let current = own; chain.length < all.length; ) {
    const issuer = all.find(
      (candidate) => candidate !== current && !chain.includes(candidate) && current.checkIssued(candidate),
    );
    if (issuer === undefined || issuer === own) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

async function readBags(bytes: Uint8Array, passphrase: string): Promise<Bags> {
  try {
    const [version, authSafe, macData] = sequenceOf(readElement(bytes));
    if (readSmallInteger(version) !== 3) throw new DerError('not version 3');
    const content = contentOf(expectTag(authSafe, TAG.sequence), OID.data);
    await checkMac(macData, content, passphrase);
    const bags: Bags = { keys: [], certificates: [] };
    for (const part of sequenceOf(readElement(content))) collect(await safeContents(part, passphrase), bags);
    await decryptKeys(bags, passphrase);
    return bags;
  } catch (error) {
    if (error instanceof DerError) throw new AppError('P12_UNREADABLE', {}, { cause: error });
    throw error;
  }
}

async function checkMac(macData: DerNode | undefined, content: Uint8Array, passphrase: string): Promise<void> {
  // A file without a MAC gives no way to tell a wrong passphrase or a change from a good file.
  if (macData === undefined) throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: 'no MAC' });
  const [digestInfo, saltNode, iterationsNode] = sequenceOf(macData);
  const [algorithm, digestNode] = sequenceOf(digestInfo);
  const hash = KDF_HASHES[readOid(sequenceOf(algorithm)[0])];
  if (hash === undefined) throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: readOid(sequenceOf(algorithm)[0]) });
  const salt = expectTag(saltNode, TAG.octetString).content;
  const expected = expectTag(digestNode, TAG.octetString).content;
  const iterations = readIterations(iterationsNode);
  const key = await derivePkcs12({ hash, passphrase, salt, iterations, purpose: 'mac', length: expected.length });
  const actual = createHmac(hash.name, key).update(content).digest();
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected))
    throw new AppError('P12_WRONG_PASSPHRASE');
}

/** The bytes of a SafeContents, decrypted if need be. */
async function safeContents(part: DerNode, passphrase: string): Promise<Uint8Array> {
  const type = readOid(sequenceOf(part)[0]);
  if (type === OID.data) return contentOf(part, OID.data);
  if (type !== OID.encryptedData) throw new AppError('P12_SCHEME_UNSUPPORTED', { scheme: type });
  const encrypted = sequenceOf(childrenOf(expectTag(sequenceOf(part)[1], 0xa0))[0]);
  const [, algorithm, ciphertext] = sequenceOf(encrypted[1]);
  if (algorithm === undefined || ciphertext === undefined) throw new DerError('encrypted content is missing');
  return decryptWithPassphrase(algorithm, readOctets(ciphertext), passphrase);
}

function collect(contents: Uint8Array, bags: Bags, depth = 0): void {
  if (depth > DEEPEST_NESTING) throw new DerError('bags nested too deeply');
  for (const bag of sequenceOf(readElement(contents))) {
    const [oidNode, wrapped] = sequenceOf(bag);
    const value = childrenOf(expectTag(wrapped, 0xa0))[0];
    if (value === undefined) throw new DerError('an empty bag');
    const oid = readOid(oidNode);
    if (oid === OID_CERTIFICATE_BAG) collectCertificate(value, bags);
    else if (oid === OID_KEY_BAG || oid === OID_SHROUDED_KEY_BAG) bags.keys.push(value.bytes);
    else if (oid === OID_NESTED_BAGS) collect(value.bytes, bags, depth + 1);
  }
}

function collectCertificate(value: DerNode, bags: Bags): void {
  const [type, wrapped] = sequenceOf(value);
  if (readOid(type) !== OID_X509_CERTIFICATE) return;
  const certificate = childrenOf(expectTag(wrapped, 0xa0))[0];
  if (certificate === undefined || bags.certificates.length >= MOST_CERTIFICATES) throw new DerError('certificate bag');
  bags.certificates.push(readOctets(certificate));
}

/** Shrouded keys are EncryptedPrivateKeyInfo: their first member is a sequence, a plain key's is its version number. */
async function decryptKeys(bags: Bags, passphrase: string): Promise<void> {
  for (const [index, bytes] of bags.keys.entries()) {
    const [algorithm, ciphertext] = sequenceOf(readElement(bytes));
    if (algorithm === undefined || ciphertext === undefined) throw new DerError('key bag');
    if (algorithm.tag !== TAG.sequence) {
      // Keys are wiped after use; the file they lie open in is the caller's.
      bags.keys[index] = Uint8Array.from(bytes);
      continue;
    }
    const plain = await decryptWithPassphrase(algorithm, readOctets(ciphertext), passphrase);
    bags.keys[index] = readElement(plain).bytes;
  }
}

function contentOf(contentInfo: DerNode, type: string): Uint8Array {
  const [oid, wrapped] = sequenceOf(contentInfo);
  const octets = childrenOf(expectTag(wrapped, 0xa0))[0];
  if (readOid(oid) !== type || octets === undefined) throw new DerError('unexpected content');
  return readOctets(octets);
}

/** Runs a parser of node:crypto, whose errors say nothing to a user. */
function readable<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('P12_UNREADABLE', {}, { cause });
  }
}

function wipe(secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
