/** CMS SignedData for PAdES baseline B-B (ETSI EN 319 142-1, EN 319 122-1): the detached signature over a PDF's digest. */
import { constants, createHash, sign, X509Certificate } from 'node:crypto';
import {
  childrenOf,
  encode,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeSequence,
  type DerNode,
  encodeSetOf,
  expectTag,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { type HashName, OID } from '#shared/domain/signature/oids.ts';
import type { Signer } from './signer.ts';

/** A digest and who signs it. */
export interface DigestToSign {
  readonly digest: Uint8Array;
  /** The algorithm that made `digest`; also used for the signature. */
  readonly hash: HashName;
  readonly signer: Signer;
}

const NULL = encode(TAG.null);
const RSA_SIGNATURE: Readonly<Record<HashName, string>> = {
  sha256: OID.sha256WithRsa,
  sha384: OID.sha384WithRsa,
  sha512: OID.sha512WithRsa,
};
const ECDSA_SIGNATURE: Readonly<Record<HashName, string>> = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
};
const DIGEST_LENGTHS: Readonly<Record<HashName, number>> = { sha256: 32, sha384: 48, sha512: 64 };

/**
 * Signs a digest: DER of a ContentInfo. Signed attributes are contentType, messageDigest and ESS
 * signing-certificate-v2; there is no signing-time, because PAdES wants the claimed time in the signature dictionary.
 */
export function signDigest({ digest, hash, signer }: DigestToSign): Uint8Array {
  if (digest.length !== DIGEST_LENGTHS[hash]) throw new Error(`a ${hash} digest cannot have ${digest.length} bytes`);
  const attributes = signedAttributes(digest, hash, signer.certificate);
  const signature = signatureOver(encodeSetOf(TAG.set, attributes), hash, signer);
  const digestAlgorithm = encodeSequence(encodeOid(OID[hash]));
  const signerInfo = encodeSequence(
    encodeInteger(1),
    issuerAndSerial(signer.certificate),
    digestAlgorithm,
    encodeSetOf(0xa0, attributes),
    signatureAlgorithm(signer, hash),
    encodeOctets(signature),
  );
  const signedData = encodeSequence(
    encodeInteger(1),
    encodeSetOf(TAG.set, [digestAlgorithm]),
    encodeSequence(encodeOid(OID.data)),
    encodeSetOf(0xa0, [signer.certificate, ...signer.chain]),
    encodeSetOf(TAG.set, [signerInfo]),
  );
  return encodeSequence(encodeOid(OID.signedData), encode(0xa0, signedData));
}

/** The signature value inside a CMS signature: what a signature time stamp is about. */
export function signatureValueOf(cms: Uint8Array): Uint8Array {
  return expectTag(signerInfoOf(cms).parts[5], TAG.octetString).content;
}

/** The same signature with a time stamp token over its value as an unsigned attribute: level B-T. */
export function withSignatureTimestamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  const { parts, before, signedDataParts } = signerInfoOf(cms);
  const attribute = encodeSequence(encodeOid(OID.signatureTimestamp), encodeSetOf(TAG.set, [token]));
  const signerInfo = encodeSequence(...parts.map(({ bytes }) => bytes), encodeSetOf(0xa1, [attribute]));
  const signedData = encodeSequence(...signedDataParts, encodeSetOf(TAG.set, [signerInfo]));
  return encodeSequence(before, encode(0xa0, signedData));
}

function signerInfoOf(cms: Uint8Array): {
  readonly parts: readonly DerNode[];
  readonly before: Uint8Array;
  readonly signedDataParts: readonly Uint8Array[];
} {
  const [type, wrapped] = sequenceOf(readWhole(cms));
  const signedData = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  const parts = sequenceOf(childrenOf(expectTag(signedData.at(-1), TAG.set))[0]);
  return {
    parts,
    before: expectTag(type, TAG.oid).bytes,
    signedDataParts: signedData.slice(0, -1).map(({ bytes }) => bytes),
  };
}

/** Common name of a certificate's subject, or its whole subject when it has none. */
export function subjectName(certificateDer: Uint8Array): string {
  const { subject } = new X509Certificate(certificateDer);
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
}

function signedAttributes(digest: Uint8Array, hash: HashName, certificate: Uint8Array): Uint8Array[] {
  const attribute = (oid: string, value: Uint8Array): Uint8Array =>
    encodeSequence(encodeOid(oid), encodeSetOf(TAG.set, [value]));
  return [
    attribute(OID.contentType, encodeOid(OID.data)),
    attribute(OID.messageDigest, encodeOctets(digest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate, hash)),
  ];
}

/** ESSCertIDv2: SHA-256 is the default and DER leaves a default out. */
function signingCertificate(certificate: Uint8Array, hash: HashName): Uint8Array {
  const algorithm = hash === 'sha256' ? [] : [encodeSequence(encodeOid(OID[hash]))];
  const certificateHash = encodeOctets(createHash(hash).update(certificate).digest());
  const { issuer, serial } = identityOf(certificate);
  const issuerSerial = encodeSequence(encodeSequence(encode(0xa4, issuer)), serial);
  return encodeSequence(encodeSequence(encodeSequence(...algorithm, certificateHash, issuerSerial)));
}

function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = identityOf(certificate);
  return encodeSequence(issuer, serial);
}

/** Issuer and serial number as they stand in the certificate: re-encoding a name could change it. */
function identityOf(certificate: Uint8Array): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const fields = sequenceOf(sequenceOf(readWhole(certificate))[0]);
  const start = fields[0]?.tag === 0xa0 ? 1 : 0;
  return {
    serial: expectTag(fields[start], TAG.integer).bytes,
    issuer: expectTag(fields[start + 2], TAG.sequence).bytes,
  };
}

function signatureOver(data: Uint8Array, hash: HashName, { key, padding }: Signer): Uint8Array {
  if (padding !== 'pss') return sign(hash, data, { key, dsaEncoding: 'der' });
  const saltLength = DIGEST_LENGTHS[hash];
  return sign(hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
}

function signatureAlgorithm(signer: Signer, hash: HashName): Uint8Array {
  if (signer.key.asymmetricKeyType !== 'rsa') return encodeSequence(encodeOid(ECDSA_SIGNATURE[hash]));
  if (signer.padding !== 'pss') return encodeSequence(encodeOid(RSA_SIGNATURE[hash]), NULL);
  return encodeSequence(encodeOid(OID.rsaPss), pssParameters(hash));
}

/** RSASSA-PSS-params: hash, MGF1 with the same hash, a salt as long as the digest (RFC 4055). */
function pssParameters(hash: HashName): Uint8Array {
  const algorithm = encodeSequence(encodeOid(OID[hash]), NULL);
  return encodeSequence(
    encode(0xa0, algorithm),
    encode(0xa1, encodeSequence(encodeOid(OID.mgf1), algorithm)),
    encode(0xa2, encodeInteger(DIGEST_LENGTHS[hash])),
  );
}
