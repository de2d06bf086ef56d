/** Certificate revocation lists (RFC 5280). */
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
import { type Certificate, KEY_USAGE, mayBeUsedFor } from './certificate.ts';
import { CLOCK_TOLERANCE, readTime } from './der-time.ts';
import type { RevocationStatus } from './revocation-status.ts';
import { isSignatureOf } from './signature-value.ts';

const OID_ISSUING_POINT = '2.5.29.28';
/** onlySomeReasons and indirectCRL: such a list does not say everything of its issuer's certificates. */
const PARTIAL = [0x83, 0x84];

/** What the list says, or undefined when it may not be believed: of another issuer, out of date, partial, not signed by it. */
export function readCrl(
  list: Uint8Array,
  certificate: Certificate,
  issuer: Certificate,
  now: Date,
): RevocationStatus | undefined {
  try {
    const [body, algorithm, signature] = sequenceOf(readWhole(list));
    const fields = sequenceOf(body);
    const start = fields[0]?.tag === TAG.integer ? 1 : 0;
    const [, name, thisUpdate, next, ...rest] = fields.slice(start);
    if (!equalBytes(expectTag(name, TAG.sequence).bytes, issuer.subject)) return undefined;
    const hasNext = next !== undefined && (next.tag === TAG.utcTime || next.tag === TAG.generalizedTime);
    if (readTime(thisUpdate).getTime() > now.getTime() + CLOCK_TOLERANCE) return undefined;
    if (!hasNext || readTime(next) < now) return undefined;
    const extensions = rest.find(({ tag }) => tag === 0xa0);
    if (extensions !== undefined && !saysEverything(extensions)) return undefined;
    const bits = expectTag(signature, TAG.bitString).content.subarray(1);
    if (!mayBeUsedFor(issuer, KEY_USAGE.crlSigning)) return undefined;
    if (!isSignatureOf(algorithm, expectTag(body, TAG.sequence).bytes, bits, issuer.publicKey)) return undefined;
    const revoked = rest.find(({ tag }) => tag === TAG.sequence);
    return { revokedAt: revoked === undefined ? null : revocationIn(revoked, certificate) };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function saysEverything(extensions: DerNode): boolean {
  return sequenceOf(childrenOf(extensions)[0]).every((extension) => {
    const [oid, second, third] = sequenceOf(extension);
    if (second?.tag !== TAG.boolean || second.content[0] !== 0xff) return true;
    if (readOid(oid) !== OID_ISSUING_POINT) return false;
    return sequenceOf(readWhole(expectTag(third, TAG.octetString).content)).every(({ tag }) => !PARTIAL.includes(tag));
  });
}

function revocationIn(revoked: DerNode, certificate: Certificate): Date | null {
  for (const entry of childrenOf(revoked)) {
    const [serial, time] = childrenOf(entry);
    if (serial !== undefined && equalBytes(serial.bytes, certificate.serial)) return readTime(time);
  }
  return null;
}
