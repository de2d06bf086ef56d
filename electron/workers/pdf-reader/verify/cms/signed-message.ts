/** Reads a CMS SignedData with one signer, and checks what it says about a digest. */
import { createHash } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  encode,
  equalBytes,
  expectTag,
  readElement,
  readOctets,
  readOid,
  readSmallInteger,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import type { VerdictReason } from '#shared/domain/signature/verdict.ts';
import { type Certificate, tryReadCertificate } from '../certificates.ts';
import { judgeSignature } from './algorithms.ts';

export interface SignedMessage {
  readonly contentType: string;
  /** Content inside the message: only a time stamp has one. */
  readonly content: Uint8Array | undefined;
  readonly signer: Certificate;
  /** The other certificates in the message. */
  readonly others: readonly Certificate[];
  /** A certificate in the message cannot be read. */
  readonly hasDamagedCertificate: boolean;
  readonly digestOid: string;
  readonly algorithm: DerNode;
  readonly signature: Uint8Array;
  /** First value of each signed attribute. */
  readonly attributes: ReadonlyMap<string, DerNode>;
  /** Values of the attributes beside the signature, which it does not protect. */
  readonly unsigned: ReadonlyMap<string, readonly DerNode[]>;
  /** Revocation lists and OCSP responses that came with the message, as DER. */
  readonly lists: readonly Uint8Array[];
  readonly responses: readonly Uint8Array[];
  /** The attributes as they were signed: as a SET. */
  readonly signedBytes: Uint8Array;
}

const MOST_CERTIFICATES = 50;
const MOST_ATTRIBUTES = 50;
const MOST_LISTS = 50;
const VERSIONS = [1, 3, 4, 5];

/** Reads the message at the start of a /Contents string, whose rest must be zero. Throws DerError when it is not sound. */
export function readSignedMessage(contents: Uint8Array): SignedMessage {
  const info = readElement(contents);
  if (contents.subarray(info.bytes.length).some((byte) => byte !== 0)) throw new DerError('bytes after the signature');
  const [type, wrapped] = sequenceOf(info);
  if (readOid(type) !== OID.signedData) throw new DerError('not signed data');
  const [version, digests, encapsulated, ...rest] = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  if (!VERSIONS.includes(readSmallInteger(version))) throw new DerError('version of signed data');
  const [contentType, content] = sequenceOf(encapsulated);
  const octets = content === undefined ? undefined : childrenOf(content)[0];
  const { certificates, damaged } = readCertificates(rest.find((node) => node.tag === 0xa0));
  const [signerInfo, ...more] = childrenOf(expectTag(rest.at(-1), TAG.set));
  if (more.length > 0) throw new DerError('more than one signer');
  const [signerVersion, identity, digestAlgorithm, attributesNode, algorithm, signature, unsignedNode] =
    sequenceOf(signerInfo);
  if (![1, 3].includes(readSmallInteger(signerVersion))) throw new DerError('version of the signer');
  const digestOid = readDigestAlgorithm(digestAlgorithm);
  if (!childrenOf(expectTag(digests, TAG.set)).some((one) => readDigestAlgorithm(one) === digestOid))
    throw new DerError('digest algorithms');
  const attributesElement = expectTag(attributesNode, 0xa0);
  const attributes = readAttributes(attributesElement);
  const signer = certificates.find(signedBy(identity));
  if (signer === undefined) throw new DerError("the signer's certificate is missing");
  return {
    contentType: readOid(contentType),
    content: octets === undefined ? undefined : readOctets(octets),
    signer,
    others: certificates.filter((one) => one !== signer),
    hasDamagedCertificate: damaged,
    digestOid,
    algorithm: expectTag(algorithm, TAG.sequence),
    signature: expectTag(signature, TAG.octetString).content,
    attributes,
    unsigned: unsignedNode === undefined ? new Map() : readUnsigned(expectTag(unsignedNode, 0xa1)),
    ...readRevocation(
      rest.find((node) => node.tag === 0xa1),
      attributes.get(OID.revocationArchive),
    ),
    signedBytes: encode(TAG.set, attributesElement.content),
  };
}

/**
 * Checks the message against the digest that its content must have. Answers the reasons against it; none means the
 * signature is whole.
 */
export function checkSignedMessage(message: SignedMessage, digest: Uint8Array, contentType: string): VerdictReason[] {
  const hash = hashOfOid(message.digestOid);
  const claimedType = message.attributes.get(OID.contentType);
  const claimedDigest = message.attributes.get(OID.messageDigest);
  if (hash === undefined) return ['ALGORITHM_NOT_ACCEPTED'];
  if (claimedType === undefined || claimedDigest === undefined) return ['CMS_UNREADABLE'];
  const { algorithm, signer, signedBytes: data, signature: value } = message;
  const judgement = judgeSignature({ algorithm, digest: hash, key: signer.publicKey, data, value });
  if (judgement === 'weak') return ['ALGORITHM_NOT_ACCEPTED'];
  const reasons: VerdictReason[] = [];
  if (message.contentType !== contentType || readOid(claimedType) !== contentType) reasons.push('CMS_UNREADABLE');
  if (!equalBytes(expectTag(claimedDigest, TAG.octetString).content, digest)) reasons.push('DIGEST_MISMATCH');
  if (judgement === 'wrong') reasons.push('SIGNATURE_WRONG');
  if (!namesItsCertificate(message)) reasons.push('CERTIFICATE_MISMATCH');
  return reasons;
}

/** Whether the signer bound the certificate into the signature, as the PAdES baseline wants. */
export function isBaseline(message: SignedMessage): boolean {
  return message.attributes.has(OID.signingCertificateV2);
}

/** Whether either attribute that names the signer's certificate is there (RFC 3161 asks for one in a time stamp). */
export function namesACertificate({ attributes }: SignedMessage): boolean {
  return attributes.has(OID.signingCertificateV2) || attributes.has(OID.signingCertificate);
}

function signedBy(identity: DerNode | undefined): (certificate: Certificate) => boolean {
  if (identity?.tag === 0x80) {
    const { content } = identity;
    return ({ subjectKeyIdentifier }) =>
      subjectKeyIdentifier !== undefined && equalBytes(subjectKeyIdentifier, content);
  }
  const [issuer, serial] = sequenceOf(identity);
  const name = expectTag(issuer, TAG.sequence).bytes;
  const number = expectTag(serial, TAG.integer).content;
  return (one) => equalBytes(one.issuer, name) && equalBytes(one.serial, number);
}

/** The digest's identifier; its parameters are absent or NULL. */
function readDigestAlgorithm(node: DerNode | undefined): string {
  const [oidNode, parameters, ...more] = sequenceOf(node);
  const empty = parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0);
  if (!empty || more.length > 0) throw new DerError('algorithm parameters');
  return readOid(oidNode);
}

function readCertificates(node: DerNode | undefined): { certificates: Certificate[]; damaged: boolean } {
  const nodes = (node === undefined ? [] : childrenOf(node)).filter(({ tag }) => tag === TAG.sequence);
  if (nodes.length > MOST_CERTIFICATES) throw new DerError('too many certificates');
  const certificates = nodes.flatMap(({ bytes }) => tryReadCertificate(bytes) ?? []);
  return { certificates, damaged: certificates.length < nodes.length };
}

function readAttributes(node: DerNode): Map<string, DerNode> {
  const attributes = new Map<string, DerNode>();
  for (const attribute of childrenOf(node)) {
    const [oidNode, values] = sequenceOf(attribute);
    const oid = readOid(oidNode);
    const [value, ...more] = childrenOf(expectTag(values, TAG.set));
    if (value === undefined || more.length > 0 || attributes.has(oid)) throw new DerError('signed attribute');
    attributes.set(oid, value);
  }
  return attributes;
}

function readUnsigned(node: DerNode): Map<string, DerNode[]> {
  const found = new Map<string, DerNode[]>();
  const attributes = childrenOf(node);
  if (attributes.length > MOST_ATTRIBUTES) throw new DerError('too many attributes');
  for (const attribute of attributes) {
    const [oidNode, values] = sequenceOf(attribute);
    const oid = readOid(oidNode);
    found.set(oid, [...(found.get(oid) ?? []), ...childrenOf(expectTag(values, TAG.set))]);
  }
  return found;
}

/** From the message's own list, and from the attribute that older PDF signatures have. */
function readRevocation(
  own: DerNode | undefined,
  archive: DerNode | undefined,
): { readonly lists: readonly Uint8Array[]; readonly responses: readonly Uint8Array[] } {
  const lists = own === undefined ? [] : childrenOf(own).filter(({ tag }) => tag === TAG.sequence);
  const parts = archive === undefined ? [] : sequenceOf(archive);
  const inside = (tag: number): DerNode[] =>
    parts.filter((part) => part.tag === tag).flatMap((part) => sequenceOf(childrenOf(part)[0]));
  const bytesOf = (nodes: readonly DerNode[]): Uint8Array[] => nodes.slice(0, MOST_LISTS).map(({ bytes }) => bytes);
  return { lists: bytesOf([...lists, ...inside(0xa0)]), responses: bytesOf(inside(0xa1)) };
}

/** The certificate's hash in signing-certificate (SHA-1, of time stamps) or its second version fits. */
function namesItsCertificate({ attributes, signer }: SignedMessage): boolean {
  const second = attributes.get(OID.signingCertificateV2);
  const first = attributes.get(OID.signingCertificate);
  return (second === undefined || fitsSecond(second, signer)) && (first === undefined || fitsFirst(first, signer));
}

function fitsSecond(attribute: DerNode, signer: Certificate): boolean {
  const [algorithmOrHash, second] = sequenceOf(sequenceOf(sequenceOf(attribute)[0])[0]);
  const explicit = algorithmOrHash?.tag === TAG.sequence;
  const hash = explicit ? hashOfOid(readOid(sequenceOf(algorithmOrHash)[0])) : 'sha256';
  if (hash === undefined) return false;
  const expected = expectTag(explicit ? second : algorithmOrHash, TAG.octetString).content;
  return equalBytes(createHash(hash).update(signer.der).digest(), expected);
}

function fitsFirst(attribute: DerNode, signer: Certificate): boolean {
  const [hash] = sequenceOf(sequenceOf(sequenceOf(attribute)[0])[0]);
  return equalBytes(createHash('sha1').update(signer.der).digest(), expectTag(hash, TAG.octetString).content);
}
