/** OCSP (RFC 6960): one question about one certificate, and what makes an answer good. */
import { createHash } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  encode,
  encodeOctets,
  encodeOid,
  encodeSequence,
  equalBytes,
  expectTag,
  readOctets,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { type Certificate, readCertificates } from './certificate.ts';
import { chainToRoot, isIssuedBy } from './chain.ts';
import { CLOCK_TOLERANCE, readTime } from './der-time.ts';
import type { RevocationStatus } from './revocation-status.ts';
import { isSignatureOf } from './signature-value.ts';

const OID_BASIC = '1.3.6.1.5.5.7.48.1.1';
const ENUMERATED = 0x0a;

/** DER of the question. Names and keys are told by SHA-1, the only digest that every responder knows; nothing rests on it. */
export function askOcsp(certificate: Certificate, issuer: Certificate): Uint8Array {
  const request = encodeSequence(certificateId(certificate, issuer));
  return encodeSequence(encodeSequence(encodeSequence(request)));
}

/**
 * What the answer says about the certificate, or undefined when it may not be believed: not for this certificate, not by
 * the issuer or a responder it named, not of now, a signature that does not fit.
 */
export function readOcspAnswer(
  answer: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  now: Date,
): RevocationStatus | undefined {
  try {
    const [status, wrapped] = sequenceOf(readWhole(answer));
    if (expectTag(status, ENUMERATED).content[0] !== 0) return undefined;
    const [type, octets] = sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
    if (readOid(type) !== OID_BASIC) return undefined;
    const [data, algorithm, signature, certificates] = sequenceOf(
      readWhole(readOctets(expectTag(octets, TAG.octetString))),
    );
    const own = certificates === undefined ? [] : sequenceOf(childrenOf(certificates)[0]).map(({ bytes }) => bytes);
    const bits = expectTag(signature, TAG.bitString).content.subarray(1);
    const signers = [issuer, ...readCertificates(own).filter((one) => mayAnswerFor(one, issuer, now))];
    const signed = expectTag(data, TAG.sequence);
    if (!signers.some((one) => isSignatureOf(algorithm, signed.bytes, bits, one.publicKey))) return undefined;
    return statusIn(signed, certificateId(certificate, issuer), now);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** A delegated responder: issued by the same authority, for this purpose. */
function mayAnswerFor(responder: Certificate, issuer: Certificate, now: Date): boolean {
  const purposes = responder.extendedKeyUsage?.purposes ?? [];
  if (!purposes.includes(OID.purposeOcspSigning) || !isIssuedBy(responder, issuer)) return false;
  return chainToRoot(responder, [], [issuer], now) !== undefined;
}

function certificateId(certificate: Certificate, issuer: Certificate): Uint8Array {
  const sha1 = (bytes: Uint8Array): Uint8Array => encodeOctets(createHash('sha1').update(bytes).digest());
  const algorithm = encodeSequence(encodeOid(OID.sha1), encode(TAG.null));
  return encodeSequence(algorithm, sha1(issuer.subject), sha1(issuer.keyBits), certificate.serial);
}

function statusIn(data: DerNode, wanted: Uint8Array, now: Date): RevocationStatus | undefined {
  const single = childrenOf(data)
    .filter(({ tag }) => tag === TAG.sequence)
    .flatMap((list) => childrenOf(list))
    .find((one) => one.tag === TAG.sequence && sameId(childrenOf(one)[0], wanted));
  if (single === undefined) return undefined;
  const [, status, thisUpdate, nextUpdate] = childrenOf(single);
  const from = readTime(thisUpdate);
  const until = nextUpdate?.tag === 0xa0 ? readTime(childrenOf(nextUpdate)[0]) : undefined;
  if (from.getTime() > now.getTime() + CLOCK_TOLERANCE || (until !== undefined && until < now)) return undefined;
  if (status?.tag === 0x80) return { revokedAt: null };
  if (status?.tag === 0xa1) return { revokedAt: readTime(childrenOf(status)[0]) };
  return undefined;
}

/** Equal but for the parameters of the digest, which some responders leave out. */
function sameId(node: DerNode | undefined, wanted: Uint8Array): boolean {
  const parts = (id: DerNode | undefined): DerNode[] => sequenceOf(id);
  const [algorithm, ...values] = parts(node);
  const [wantedAlgorithm, ...wantedValues] = parts(readWhole(wanted));
  return (
    readOid(sequenceOf(algorithm)[0]) === readOid(sequenceOf(wantedAlgorithm)[0]) &&
    values.length === wantedValues.length &&
    values.every((value, index) => equalBytes(value.bytes, wantedValues[index]?.bytes ?? new Uint8Array()))
  );
}
