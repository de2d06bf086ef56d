/** Time stamps (RFC 3161): the question, and everything an answer must be before it is believed. */
import { createHash, randomBytes } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  encode,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeSequence,
  equalBytes,
  expectTag,
  readElement,
  readOctets,
  readOid,
  readSmallInteger,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { type HashName, hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type Certificate, KEY_USAGE, mayBeUsedFor, nameOf, readCertificates } from './certificate.ts';
import { chainToRoot } from './chain.ts';
import { CLOCK_TOLERANCE, readTime } from './der-time.ts';
import { isNamedBy } from './message-certificates.ts';
import { isSignatureOf } from './signature-value.ts';

export interface TimestampQuestion {
  readonly digest: Uint8Array;
  readonly hash: HashName;
  readonly nonce: Uint8Array;
  /** DER of the TimeStampReq. */
  readonly request: Uint8Array<ArrayBuffer>;
}

export interface Timestamp {
  /** DER of the token (a ContentInfo): what goes into the signature or the document. */
  readonly token: Uint8Array;
  readonly time: Date;
  readonly authority: string;
  /** From the authority's certificate to the trusted root. */
  readonly chain: readonly Certificate[];
}

/** Asks for a stamp over a digest, with a fresh nonce of 64 bits and the certificate inside the answer. */
export function askForTimestamp(
  digest: Uint8Array,
  hash: HashName,
  random: Uint8Array = randomBytes(8),
): TimestampQuestion {
  // The top bit stays free, and the first byte is not zero: so every reader writes it back in the same length.
  const nonce = Uint8Array.from(random, (byte, index) => (index === 0 ? (byte & 0x7f) | 0x40 : byte));
  const algorithm = encodeSequence(encodeOid(OID[hash]), encode(TAG.null));
  const request = encodeSequence(
    encodeInteger(1),
    encodeSequence(algorithm, encodeOctets(digest)),
    encodeInteger(nonce),
    encode(TAG.boolean, Uint8Array.of(0xff)),
  );
  return { digest, hash, nonce, request: Uint8Array.from(request) };
}

/**
 * Believes an answer or says why not: TIMESTAMP_UNREADABLE, TIMESTAMP_REFUSED (params: status),
 * TIMESTAMP_WRONG_IMPRINT, TIMESTAMP_WRONG_NONCE, TIMESTAMP_WRONG_PURPOSE, TIMESTAMP_SIGNATURE_WRONG,
 * TIMESTAMP_WRONG_TIME, TIMESTAMP_NOT_TRUSTED (params: authority).
 */
export function readTimestampAnswer(
  answer: Uint8Array,
  question: TimestampQuestion,
  roots: readonly Certificate[],
  now: Date,
): Timestamp {
  try {
    const [statusInfo, token] = sequenceOf(readWhole(answer));
    const status = readSmallInteger(sequenceOf(statusInfo)[0]);
    // 0 granted, 1 granted with changes, which the checks below judge.
    if (status > 1 || token === undefined) throw new AppError('TIMESTAMP_REFUSED', { status });
    return checkToken(token.bytes, question, roots, now);
  } catch (error) {
    if (error instanceof DerError) throw new AppError('TIMESTAMP_UNREADABLE', {}, { cause: error });
    throw error;
  }
}

function checkToken(
  token: Uint8Array,
  question: TimestampQuestion,
  roots: readonly Certificate[],
  now: Date,
): Timestamp {
  const message = readToken(token);
  const info = readInfo(message.content);
  if (info.hash !== question.hash || !equalBytes(info.digest, question.digest))
    throw new AppError('TIMESTAMP_WRONG_IMPRINT');
  if (info.nonce === undefined || !equalBytes(info.nonce, question.nonce)) throw new AppError('TIMESTAMP_WRONG_NONCE');
  const { signer } = message;
  const authority = nameOf(signer);
  const { extendedKeyUsage: use } = signer;
  const onlyStamps = use?.critical === true && use.purposes.length === 1 && use.purposes[0] === OID.purposeTimestamping;
  if (!onlyStamps || !mayBeUsedFor(signer, KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation))
    throw new AppError('TIMESTAMP_WRONG_PURPOSE', { authority });
  if (!isWhole(message)) throw new AppError('TIMESTAMP_SIGNATURE_WRONG', { authority });
  if (Math.abs(info.time.getTime() - now.getTime()) > CLOCK_TOLERANCE)
    throw new AppError('TIMESTAMP_WRONG_TIME', { time: info.time.toISOString() });
  const chain = chainToRoot(signer, message.others, roots, info.time);
  if (chain === undefined) throw new AppError('TIMESTAMP_NOT_TRUSTED', { authority });
  return { token, time: info.time, authority, chain };
}

interface Token {
  readonly content: Uint8Array;
  readonly digest: HashName;
  readonly signer: Certificate;
  readonly others: readonly Certificate[];
  readonly algorithm: DerNode | undefined;
  readonly signature: Uint8Array;
  readonly attributes: ReadonlyMap<string, DerNode>;
  /** The attributes as they were signed: as a SET. */
  readonly signedBytes: Uint8Array;
}

function readToken(token: Uint8Array): Token {
  const [type, wrapped] = sequenceOf(readElement(token));
  if (readOid(type) !== OID.signedData) throw new DerError('not signed data');
  const [, , encapsulated, ...rest] = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  const [contentType, content] = sequenceOf(encapsulated);
  const octets = childrenOf(expectTag(content, 0xa0))[0];
  if (readOid(contentType) !== OID.timestampInfo || octets === undefined) throw new DerError('no time stamp inside');
  const [signerInfo, ...more] = childrenOf(expectTag(rest.at(-1), TAG.set));
  if (more.length > 0) throw new DerError('more than one signer');
  const [, identity, digestAlgorithm, attributes, algorithm, signature] = sequenceOf(signerInfo);
  const digest = hashOfOid(readOid(sequenceOf(digestAlgorithm)[0]));
  if (digest === undefined) throw new DerError('a digest that proves nothing');
  const inside = rest.find(({ tag }) => tag === 0xa0);
  const certificates = readCertificates(inside === undefined ? [] : childrenOf(inside).map(({ bytes }) => bytes));
  const signer = certificates.find((one) => isNamedBy(one, identity));
  if (signer === undefined) throw new DerError('the certificate of the authority is missing');
  return {
    content: readOctets(octets),
    digest,
    signer,
    others: certificates.filter((one) => one !== signer),
    algorithm,
    signature: expectTag(signature, TAG.octetString).content,
    attributes: readAttributes(expectTag(attributes, 0xa0)),
    signedBytes: encode(TAG.set, expectTag(attributes, 0xa0).content),
  };
}

function readAttributes(node: DerNode): Map<string, DerNode> {
  const attributes = new Map<string, DerNode>();
  for (const attribute of childrenOf(node)) {
    const [oid, values] = sequenceOf(attribute);
    const value = childrenOf(expectTag(values, TAG.set))[0];
    if (value !== undefined) attributes.set(readOid(oid), value);
  }
  return attributes;
}

/** The signature fits the content, and the signed attributes name this very certificate. */
function isWhole(token: Token): boolean {
  const { attributes, digest, signer } = token;
  const claimed = attributes.get(OID.messageDigest);
  const type = attributes.get(OID.contentType);
  if (claimed === undefined || type === undefined || readOid(type) !== OID.timestampInfo) return false;
  const actual = createHash(digest).update(token.content).digest();
  if (!equalBytes(expectTag(claimed, TAG.octetString).content, actual)) return false;
  if (!namesCertificate(attributes, signer)) return false;
  return isSignatureOf(token.algorithm, token.signedBytes, token.signature, signer.publicKey, digest);
}

/** ESS signing-certificate, either version: RFC 3161 has SHA-1, RFC 5816 allows better. */
function namesCertificate(attributes: ReadonlyMap<string, DerNode>, signer: Certificate): boolean {
  const newer = attributes.get(OID.signingCertificateV2);
  const older = attributes.get(OID.signingCertificate);
  const first = sequenceOf(sequenceOf(sequenceOf(newer ?? older)[0])[0]);
  const explicit = newer !== undefined && first[0]?.tag === TAG.sequence;
  const hash = newer === undefined ? 'sha1' : explicit ? hashOfOid(readOid(sequenceOf(first[0])[0])) : 'sha256';
  if (hash === undefined) return false;
  const stated = expectTag(first[explicit ? 1 : 0], TAG.octetString).content;
  return equalBytes(createHash(hash).update(signer.der).digest(), stated);
}

function readInfo(content: Uint8Array): {
  readonly hash: HashName | undefined;
  readonly digest: Uint8Array;
  readonly time: Date;
  readonly nonce: Uint8Array | undefined;
} {
  const [version, , imprint, , time, ...rest] = sequenceOf(readWhole(content));
  if (readSmallInteger(version) !== 1) throw new DerError('version of the time stamp');
  const [algorithm, digest] = sequenceOf(imprint);
  return {
    hash: hashOfOid(readOid(sequenceOf(algorithm)[0])),
    digest: expectTag(digest, TAG.octetString).content,
    time: readTime(time),
    nonce: rest.find(({ tag }) => tag === TAG.integer)?.content,
  };
}
