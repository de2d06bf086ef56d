/** Reads a CMS SignedData with one signer, and checks what it says about a digest. */
import { constants, createHash, verify } from 'node:crypto';
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
import { type HashName, hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import type { VerdictReason } from '#shared/domain/signature/verdict.ts';
import { type Certificate, maySignDocuments, readCertificate } from './certificates.ts';

export interface SignedMessage {
  readonly contentType: string;
  /** Content inside the message: only a time stamp has one. */
  readonly content: Uint8Array | undefined;
  readonly signer: Certificate;
  /** The other certificates in the message. */
  readonly others: readonly Certificate[];
  readonly digestOid: string;
  readonly signatureOid: string;
  readonly signature: Uint8Array;
  /** First value of each signed attribute. */
  readonly attributes: ReadonlyMap<string, DerNode>;
  /** The attributes as they were signed: as a SET. */
  readonly signedBytes: Uint8Array;
}

const MOST_CERTIFICATES = 50;
const VERSIONS = [1, 3, 4, 5];
const RSA_OIDS: Readonly<Record<HashName, string>> = {
  sha256: OID.sha256WithRsa,
  sha384: OID.sha384WithRsa,
  sha512: OID.sha512WithRsa,
};
const ECDSA_OIDS: Readonly<Record<HashName, string>> = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
};
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

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
  const certificates = readCertificates(rest.find((node) => node.tag === 0xa0));
  const [signerInfo, ...more] = childrenOf(expectTag(rest.at(-1), TAG.set));
  if (more.length > 0) throw new DerError('more than one signer');
  const [signerVersion, identity, digestAlgorithm, attributesNode, signatureAlgorithm, signature] =
    sequenceOf(signerInfo);
  if (readSmallInteger(signerVersion) !== 1) throw new DerError('version of the signer');
  const digestOid = readAlgorithm(digestAlgorithm);
  if (!childrenOf(expectTag(digests, TAG.set)).some((one) => readAlgorithm(one) === digestOid))
    throw new DerError('digest algorithms');
  const attributes = expectTag(attributesNode, 0xa0);
  const [issuer, serial] = sequenceOf(identity);
  const signer = certificates.find(
    (one) =>
      equalBytes(one.issuer, expectTag(issuer, TAG.sequence).bytes) &&
      equalBytes(one.serial, expectTag(serial, TAG.integer).content),
  );
  if (signer === undefined) throw new DerError("the signer's certificate is missing");
  return {
    contentType: readOid(contentType),
    content: octets === undefined ? undefined : readOctets(octets),
    signer,
    others: certificates.filter((one) => one !== signer),
    digestOid,
    signatureOid: readAlgorithm(signatureAlgorithm),
    signature: expectTag(signature, TAG.octetString).content,
    attributes: readAttributes(attributes),
    signedBytes: encode(TAG.set, attributes.content),
  };
}

/**
 * Checks the message against the digest that its content must have. Answers the reasons against it; none means the
 * signature is whole.
 */
export function checkSignedMessage(message: SignedMessage, digest: Uint8Array, contentType: string): VerdictReason[] {
  const hash = hashOfOid(message.digestOid);
  if (hash === undefined || !algorithmsAccepted(message, hash)) return ['ALGORITHM_NOT_ACCEPTED'];
  const reasons: VerdictReason[] = [];
  const claimedType = message.attributes.get(OID.contentType);
  const claimedDigest = message.attributes.get(OID.messageDigest);
  if (claimedType === undefined || claimedDigest === undefined) return ['CMS_UNREADABLE'];
  if (message.contentType !== contentType || readOid(claimedType) !== contentType) reasons.push('CMS_UNREADABLE');
  if (!equalBytes(expectTag(claimedDigest, TAG.octetString).content, digest)) reasons.push('DIGEST_MISMATCH');
  if (!signatureFits(message, hash)) reasons.push('SIGNATURE_WRONG');
  if (!namesItsCertificate(message)) reasons.push('CERTIFICATE_MISMATCH');
  if (!maySignDocuments(message.signer)) reasons.push('KEY_USAGE_BAD');
  return reasons;
}

/** Whether the signer bound the certificate into the signature, as the PAdES baseline wants. */
export function isBaseline(message: SignedMessage): boolean {
  return message.attributes.has(OID.signingCertificateV2);
}

/** The algorithm's identifier; parameters are absent or NULL, except those of RSA-PSS, whose digest `verify` is told. */
function readAlgorithm(node: DerNode | undefined): string {
  const [oidNode, parameters, ...more] = sequenceOf(node);
  const oid = readOid(oidNode);
  const empty = parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0);
  if ((!empty && oid !== OID.rsaPss) || more.length > 0) throw new DerError('algorithm parameters');
  return oid;
}

function readCertificates(node: DerNode | undefined): Certificate[] {
  const found = node === undefined ? [] : childrenOf(node);
  if (found.length > MOST_CERTIFICATES) throw new DerError('too many certificates');
  return found
    .filter(({ tag }) => tag === TAG.sequence)
    .flatMap(({ bytes }) => {
      try {
        return [readCertificate(bytes)];
      } catch {
        // An unreadable certificate cannot help a chain; if it was the signer's, that is reported as missing.
        return [];
      }
    });
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

function algorithmsAccepted({ signer, signatureOid }: SignedMessage, hash: HashName): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = signer.publicKey;
  if (type === 'rsa') {
    return (
      (details?.modulusLength ?? 0) >= 2048 && [OID.rsaEncryption, OID.rsaPss, RSA_OIDS[hash]].includes(signatureOid)
    );
  }
  return type === 'ec' && CURVES.includes(details?.namedCurve ?? '') && signatureOid === ECDSA_OIDS[hash];
}

function signatureFits({ signer, signedBytes, signature, signatureOid }: SignedMessage, hash: HashName): boolean {
  const key = signer.publicKey;
  try {
    if (signatureOid !== OID.rsaPss) return verify(hash, signedBytes, { key, dsaEncoding: 'der' }, signature);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify(hash, signedBytes, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, signature);
  } catch {
    // node:crypto throws on values that cannot be a signature of this key at all.
    return false;
  }
}

/** The certificate's hash in signing-certificate-v2 fits; without that attribute nothing contradicts. */
function namesItsCertificate({ attributes, signer }: SignedMessage): boolean {
  const attribute = attributes.get(OID.signingCertificateV2);
  if (attribute === undefined) return true;
  const [algorithmOrHash, second] = sequenceOf(sequenceOf(sequenceOf(attribute)[0])[0]);
  const explicit = algorithmOrHash?.tag === TAG.sequence;
  const hash = explicit ? hashOfOid(readOid(sequenceOf(algorithmOrHash)[0])) : 'sha256';
  if (hash === undefined) return false;
  const expected = expectTag(explicit ? second : algorithmOrHash, TAG.octetString).content;
  return equalBytes(createHash(hash).update(signer.der).digest(), expected);
}
