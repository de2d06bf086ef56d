/** CMS SignedData for PAdES baseline B-B (ETSI EN 319 142-1, EN 319 122-1): the detached signature over a PDF's digest. */
import { createHash, sign, X509Certificate } from 'node:crypto';
import {
  encode,
  encodeInteger,
  encodeOctets,
  encodeOid,
  encodeSequence,
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
  const signature = sign(hash, encodeSetOf(TAG.set, attributes), { key: signer.key, dsaEncoding: 'der' });
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

function signatureAlgorithm(signer: Signer, hash: HashName): Uint8Array {
  return signer.key.asymmetricKeyType === 'rsa'
    ? encodeSequence(encodeOid(RSA_SIGNATURE[hash]), NULL)
    : encodeSequence(encodeOid(ECDSA_SIGNATURE[hash]));
}
