/** OCSP responses (RFC 6960), by the issuer itself or by a responder that it named. */
import { createHash } from 'node:crypto';
import {
  childrenOf,
  DerError,
  type DerNode,
  equalBytes,
  expectTag,
  readOid,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { isUnderstood } from '#shared/domain/signature/issuer-rules.ts';
import { hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import { type Certificate, isValidAt, readTime, tryReadCertificate } from '../certificates.ts';
import { judgeSignature } from '../cms/algorithms.ts';
import type { RevocationAnswer, RevocationSource } from './answer.ts';

const MOST_ANSWERS = 1_000;
const MOST_CERTIFICATES = 10;

interface SingleAnswer {
  readonly hash: string;
  readonly nameHash: Uint8Array;
  readonly keyHash: Uint8Array;
  readonly serial: Uint8Array;
  readonly answer: Omit<RevocationAnswer, 'signer'>;
}

interface OcspResponse {
  readonly data: DerNode;
  readonly algorithm: DerNode | undefined;
  readonly value: Uint8Array;
  readonly producedAt: Date;
  readonly responder: DerNode;
  readonly certificates: readonly Certificate[];
  readonly singles: readonly SingleAnswer[];
}

/** Reads an OCSPResponse, or the BasicOCSPResponse inside one; throws DerError when it is neither. */
export function readOcsp(der: Uint8Array): { source: RevocationSource; certificates: readonly Certificate[] } {
  const response = readResponse(der);
  const source: RevocationSource = (certificate, issuer) => {
    const single = response.singles.find((one) => isAbout(one, certificate, issuer));
    if (single === undefined) return undefined;
    const signer = responderOf(response, issuer);
    return signer === undefined ? undefined : { ...single.answer, signer };
  };
  return { source, certificates: response.certificates };
}

function readResponse(der: Uint8Array): OcspResponse {
  const [data, algorithm, signature, wrapped] = sequenceOf(basicOf(der));
  const fields = sequenceOf(data).filter(({ tag }) => tag !== 0xa0);
  const [responder, producedAt, answers] = fields;
  const nodes = wrapped === undefined ? [] : sequenceOf(childrenOf(expectTag(wrapped, 0xa0))[0]);
  const singles = sequenceOf(answers);
  if (responder === undefined || singles.length > MOST_ANSWERS) throw new DerError('OCSP answer');
  return {
    data: expectTag(data, TAG.sequence),
    algorithm,
    value: expectTag(signature, TAG.bitString).content.subarray(1),
    producedAt: readTime(producedAt),
    responder,
    certificates: nodes.slice(0, MOST_CERTIFICATES).flatMap(({ bytes }) => tryReadCertificate(bytes) ?? []),
    singles: singles.map(readSingle),
  };
}

function basicOf(der: Uint8Array): DerNode {
  const outer = readWhole(der);
  const [first, second] = sequenceOf(outer);
  if (first?.tag !== 0x0a) return outer;
  if (first.content[0] !== 0 || second === undefined) throw new DerError('an OCSP answer that refuses');
  const [type, bytes] = sequenceOf(childrenOf(expectTag(second, 0xa0))[0]);
  if (readOid(type) !== OID.ocspBasic) throw new DerError('kind of OCSP answer');
  return readWhole(expectTag(bytes, TAG.octetString).content);
}

function readSingle(node: DerNode): SingleAnswer {
  const [id, status, thisUpdate, next] = sequenceOf(node);
  const [algorithm, nameHash, keyHash, serial] = sequenceOf(id);
  const revoked = status?.tag === 0xa1 ? childrenOf(status) : undefined;
  const reason = revoked?.find(({ tag }) => tag === 0xa0);
  return {
    hash: hashNameOf(readOid(sequenceOf(algorithm)[0])),
    nameHash: expectTag(nameHash, TAG.octetString).content,
    keyHash: expectTag(keyHash, TAG.octetString).content,
    serial: expectTag(serial, TAG.integer).content,
    answer: {
      kind: 'ocsp',
      status: revoked !== undefined ? 'revoked' : status?.tag === 0x80 ? 'good' : 'unknown',
      revokedAt: revoked === undefined ? undefined : readTime(revoked[0]),
      reason: reason === undefined ? undefined : childrenOf(reason)[0]?.content[0],
      thisUpdate: readTime(thisUpdate),
      nextUpdate: next?.tag === 0xa0 ? readTime(childrenOf(next)[0]) : undefined,
    },
  };
}

/** SHA-1 only names the issuer here and proves nothing. */
function hashNameOf(oid: string): string {
  if (oid === OID.sha1) return 'sha1';
  const name = hashOfOid(oid);
  if (name === undefined) throw new DerError('digest of an OCSP answer');
  return name;
}

function isAbout(
  { hash, nameHash, keyHash, serial }: SingleAnswer,
  certificate: Certificate,
  issuer: Certificate,
): boolean {
  const digest = (bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest();
  return (
    equalBytes(serial, certificate.serial) &&
    equalBytes(nameHash, digest(issuer.subject)) &&
    equalBytes(keyHash, digest(issuer.keyBits))
  );
}

/** The issuer, or a certificate that it issued for this purpose, valid when the answer was made. */
function responderOf(response: OcspResponse, issuer: Certificate): Certificate | undefined {
  const delegated = response.certificates.filter(
    (one) =>
      one.purposes?.includes(OID.purposeOcspSigning) === true &&
      isUnderstood(one) &&
      isValidAt(one, response.producedAt) &&
      equalBytes(one.issuer, issuer.subject) &&
      one.strongSignature &&
      isSignedBy(one, issuer),
  );
  return [issuer, ...delegated].find((one) => isNamed(response.responder, one) && signs(response, one));
}

function isNamed(responder: DerNode, certificate: Certificate): boolean {
  const [inner] = childrenOf(responder);
  if (inner === undefined) return false;
  if (responder.tag === 0xa1) return equalBytes(inner.bytes, certificate.subject);
  const digest = createHash('sha1').update(certificate.keyBits).digest();
  return responder.tag === 0xa2 && equalBytes(expectTag(inner, TAG.octetString).content, digest);
}

function signs({ data, algorithm, value }: OcspResponse, signer: Certificate): boolean {
  return judgeSignature({ algorithm, key: signer.publicKey, data: data.bytes, value }) === 'good';
}

function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.x509.verify(issuer.publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}
