/** Whether a certificate was revoked, as far as the data in the file shows for a given time. */
import { DerError } from '#shared/domain/signature/der.ts';
import type { RevocationState } from '#shared/domain/signature/verdict.ts';
import type { Certificate } from '../certificates.ts';
import type { RevocationAnswer, RevocationSource } from './answer.ts';

/** An answer that does not say until when it stands is taken for this long (milliseconds). */
const STANDS_WITHOUT_END = 24 * 60 * 60 * 1000;
/** CRLReason certificateHold: the only revocation that can be undone. */
const HOLD = 6;

export interface KnownSource {
  readonly ask: RevocationSource;
  /** When it is proven to have existed: a document time stamp covers it, or now. */
  readonly existed: Date;
}

export interface RevocationStatus {
  readonly state: RevocationState;
  readonly answer: RevocationAnswer | undefined;
}

/**
 * Status at a time. An answer counts for a time up to its own end; a revocation that cannot be undone counts from any
 * answer. `unproven`: there is an answer, but it is only known to exist after its signer's certificate had expired.
 */
export function revocationAt(
  certificate: Certificate,
  issuer: Certificate,
  time: Date,
  sources: readonly KnownSource[],
): RevocationStatus {
  const answers = sources.flatMap(({ ask, existed }) => {
    const answer = tryAsk(ask, certificate, issuer);
    return answer === undefined ? [] : [{ answer, proven: existed <= answer.signer.notAfter, existed }];
  });
  const revoked = answers
    .map(({ answer }) => answer)
    .filter(({ status, reason }) => status === 'revoked' && reason !== HOLD)
    .sort((one, other) => timeOf(one) - timeOf(other))[0];
  if (revoked !== undefined)
    return { state: timeOf(revoked) > time.getTime() ? 'revoked-later' : 'revoked', answer: revoked };
  const standing = answers
    .filter(({ answer, existed }) => endOf(answer) >= time.getTime() && answer.thisUpdate <= existed)
    .sort((one, other) => other.answer.thisUpdate.getTime() - one.answer.thisUpdate.getTime());
  const best = standing.find(({ proven }) => proven)?.answer;
  if (best !== undefined) return { state: best.status, answer: best };
  if (standing.length > 0) return { state: 'unproven', answer: standing[0]?.answer };
  return { state: certificate.namesRevocation ? 'unknown' : 'not-published', answer: undefined };
}

function tryAsk(ask: RevocationSource, certificate: Certificate, issuer: Certificate): RevocationAnswer | undefined {
  try {
    return ask(certificate, issuer);
  } catch (error) {
    // What cannot be read says nothing.
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function timeOf({ revokedAt, thisUpdate }: RevocationAnswer): number {
  return (revokedAt ?? thisUpdate).getTime();
}

function endOf({ nextUpdate, thisUpdate }: RevocationAnswer): number {
  return nextUpdate?.getTime() ?? thisUpdate.getTime() + STANDS_WITHOUT_END;
}
