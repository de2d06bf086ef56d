/** Reads back what cms-signature writes: whether a detached CMS signature fits these bytes, and whose certificate made it. */
import { createHash, timingSafeEqual, verify } from 'node:crypto';
import {
  childrenOf,
  encodeSetOf,
  expectTag,
  readOid,
  readOctets,
  readWhole,
  sequenceOf,
  TAG,
  type DerNode,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { publicKeyIn } from './public-key.ts';
import { certificateFingerprint } from './seal-certificate.ts';

export interface DetachedSignature {
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** SHA-256 of it, lower-case hex. */
  readonly fingerprint: string;
}

/**
 * The signer of `content`; null when the signature is of other bytes, broken, or not of the one form that a seal writes
 * (SHA-256 with ECDSA, one signer, its certificate first). It says nothing about whether the signer is to be trusted.
 */
export function readDetachedSignature(signatureDer: Uint8Array, content: Uint8Array): DetachedSignature | null {
  try {
    return checked(signatureDer, createHash('sha256').update(content).digest());
  } catch {
    // Whatever a parser or node:crypto says of it: it is no signature of a seal.
    return null;
  }
}

function checked(signatureDer: Uint8Array, digest: Uint8Array): DetachedSignature | null {
  const [type, wrapped] = sequenceOf(readWhole(signatureDer));
  if (readOid(type) !== OID.signedData) return null;
  const members = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  const certificates = childrenOf(expectTag(members[3], 0xa0));
  const signers = childrenOf(expectTag(members[4], TAG.set));
  const [certificate] = certificates;
  if (certificate === undefined || signers.length !== 1) return null;
  const [, , digestAlgorithm, attributes, algorithm, signature] = sequenceOf(signers[0]);
  if (readOid(sequenceOf(digestAlgorithm)[0]) !== OID.sha256) return null;
  if (readOid(sequenceOf(algorithm)[0]) !== OID.ecdsaWithSha256 || signature === undefined) return null;
  const listed = childrenOf(expectTag(attributes, 0xa0));
  if (!timingSafeEqual(readOctets(valueOf(listed, OID.messageDigest)), digest)) return null;
  if (readOid(valueOf(listed, OID.contentType)) !== OID.data) return null;
  const key = publicKeyIn(certificate.bytes);
  const signed = encodeSetOf(
    TAG.set,
    listed.map(({ bytes }) => bytes),
  );
  if (!verify('sha256', signed, { key, dsaEncoding: 'der' }, readOctets(signature))) return null;
  return { certificate: Uint8Array.from(certificate.bytes), fingerprint: certificateFingerprint(certificate.bytes) };
}

/** The one value of a signed attribute. */
function valueOf(attributes: readonly DerNode[], oid: string): DerNode {
  const found = attributes.filter((attribute) => readOid(sequenceOf(attribute)[0]) === oid);
  const values = childrenOf(expectTag(sequenceOf(found[0])[1], TAG.set));
  const [value] = values;
  if (found.length !== 1 || values.length !== 1 || value === undefined)
    throw new Error('an attribute is not one value');
  return value;
}
