/** Whether a signature is whole: the digest of its range, its message, the time stamps beside it. */
import { createHash } from 'node:crypto';
import { DerError, type DerNode } from '#shared/domain/signature/der.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import type { VerdictReason } from '#shared/domain/signature/verdict.ts';
import { checkSignedMessage, isBaseline, type SignedMessage } from './cms/signed-message.ts';
import { checkTimestampToken, readTimestampToken, type TimestampToken } from './cms/timestamp-token.ts';
import type { LocatedSignature } from './signature-range.ts';

const DETACHED = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];
const MOST_TOKENS = 16;
/** Reasons that make a time stamp a false one; others only keep it from proving anything. */
const FALSE_STAMP: readonly VerdictReason[] = [
  'CMS_UNREADABLE',
  'DIGEST_MISMATCH',
  'SIGNATURE_WRONG',
  'CERTIFICATE_MISMATCH',
];

/** A token with what was found against it; `token` is undefined when it cannot be read. */
export interface CheckedToken {
  readonly token: TimestampToken | undefined;
  readonly reasons: readonly VerdictReason[];
}

export interface CheckedSignature extends LocatedSignature {
  readonly tokens: readonly CheckedToken[];
}

/** Reasons against the signature itself, given the digest of its range (undefined: its algorithm is not accepted). */
export function checkIntegrity(located: LocatedSignature, digest: Uint8Array | undefined): CheckedSignature {
  const { message, token, isTimestamp, range } = located;
  const reasons = [...located.reasons];
  if (range !== undefined && message !== undefined) {
    if (isTimestamp && token !== undefined) reasons.push(...guarded(() => checkTimestampToken(token, digest)));
    if (!isTimestamp) reasons.push(...guarded(() => checkDetached(located, message, digest)));
  }
  const tokens = isTimestamp || message === undefined ? [] : tokensOf(message);
  if (tokens.some(({ reasons: found }) => isFalseStamp(found))) reasons.push('TIMESTAMP_BROKEN');
  return { ...located, reasons: [...new Set(reasons)], tokens };
}

/** Whether these reasons make a time stamp false, not only unproven. */
export function isFalseStamp(reasons: readonly VerdictReason[]): boolean {
  return reasons.some((reason) => FALSE_STAMP.includes(reason));
}

function checkDetached(
  { subFilter }: LocatedSignature,
  message: SignedMessage,
  digest: Uint8Array | undefined,
): VerdictReason[] {
  if (!DETACHED.includes(subFilter) || message.content !== undefined) return ['CMS_UNREADABLE'];
  // A PAdES signature without the attribute that names its certificate lets another certificate of the same key stand in.
  if (subFilter === 'ETSI.CAdES.detached' && !isBaseline(message)) return ['CERTIFICATE_MISMATCH'];
  if (digest === undefined) return ['ALGORITHM_NOT_ACCEPTED'];
  return checkSignedMessage(message, digest, OID.data);
}

/** The time stamps over the signature value. */
function tokensOf(message: SignedMessage): CheckedToken[] {
  const values = message.unsigned.get(OID.signatureTimestamp) ?? [];
  return values.slice(0, MOST_TOKENS).map((value) => checkToken(value, message.signature));
}

function checkToken(value: DerNode, signature: Uint8Array): CheckedToken {
  try {
    const token = readTimestampToken(value.bytes);
    const hash = token.imprintHash;
    const digest = hash === undefined ? undefined : createHash(hash).update(signature).digest();
    return { token, reasons: checkTimestampToken(token, digest) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { token: undefined, reasons: ['CMS_UNREADABLE'] };
  }
}

function guarded(check: () => VerdictReason[]): VerdictReason[] {
  try {
    return check();
  } catch (error) {
    if (error instanceof DerError) return ['CMS_UNREADABLE'];
    throw error;
  }
}
