/** RFC 3161 time stamp tokens: what they state, and whether they state it about these bytes. */
import { createHash } from 'node:crypto';
import {
  DerError,
  equalBytes,
  expectTag,
  readOid,
  readSmallInteger,
  readWhole,
  sequenceOf,
  TAG,
} from '#shared/domain/signature/der.ts';
import { type HashName, hashOfOid, OID } from '#shared/domain/signature/oids.ts';
import type { VerdictReason } from '#shared/domain/signature/verdict.ts';
import { mayStampTimes, readTime } from '../certificates.ts';
import { checkSignedMessage, namesACertificate, readSignedMessage, type SignedMessage } from './signed-message.ts';

export interface TimestampToken {
  readonly message: SignedMessage;
  readonly content: Uint8Array;
  readonly time: Date;
  /** Digest that the imprint was made with; undefined when it is not an accepted one. */
  readonly imprintHash: HashName | undefined;
  readonly imprint: Uint8Array;
}

/** Reads a token; throws DerError when it is none. */
export function readTimestampToken(der: Uint8Array): TimestampToken {
  return timestampTokenOf(readSignedMessage(der));
}

/** A message as a token; throws DerError when it is none. */
export function timestampTokenOf(message: SignedMessage): TimestampToken {
  const { content } = message;
  if (content === undefined || message.contentType !== OID.timestampInfo) throw new DerError('not a time stamp');
  const [version, policy, imprint, serial, time] = sequenceOf(readWhole(content));
  const [algorithm, digest] = sequenceOf(imprint);
  if (readSmallInteger(version) !== 1) throw new DerError('version of a time stamp');
  readOid(policy);
  expectTag(serial, TAG.integer);
  return {
    message,
    content,
    time: readTime(expectTag(time, TAG.generalizedTime)),
    imprintHash: hashOfOid(readOid(sequenceOf(algorithm)[0])),
    imprint: expectTag(digest, TAG.octetString).content,
  };
}

/** Reasons against a token over a digest, chain and revocation aside; none means it is whole. */
export function checkTimestampToken(token: TimestampToken, digest: Uint8Array | undefined): VerdictReason[] {
  const hash = hashOfOid(token.message.digestOid);
  if (hash === undefined || token.imprintHash === undefined || digest === undefined) return ['ALGORITHM_NOT_ACCEPTED'];
  const reasons = checkSignedMessage(token.message, createHash(hash).update(token.content).digest(), OID.timestampInfo);
  if (!equalBytes(token.imprint, digest)) reasons.push('DIGEST_MISMATCH');
  // Without the attribute, as with another purpose, it may be whole but is no proof of time.
  if (!namesACertificate(token.message) || !mayStampTimes(token.message.signer)) reasons.push('KEY_USAGE_BAD');
  return [...new Set(reasons)];
}
