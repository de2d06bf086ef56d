/**
 * Validation after ETSI EN 319 102-1: what is proven about when (proofs of existence, the newest first), then each
 * signer's chain and revocation at the earliest time at which the signature is proven to have existed.
 */
import type { TimeProof, VerdictReason } from '#shared/domain/signature/verdict.ts';
import { type Certificate, isValidAt, maySignDocuments } from './certificates.ts';
import type { CertificatePath, PathBuilder } from './certificate-path.ts';
import { type CheckedSignature, isFalseStamp } from './integrity.ts';
import { type KnownSource, revocationAt, type RevocationStatus } from './revocation/status.ts';
import type { SignedMessage } from './cms/signed-message.ts';
import type { TimestampToken } from './cms/timestamp-token.ts';
import type { StoredSource } from './validation-data.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Clocks of two time stamp authorities may differ by this much (milliseconds). */
const CLOCKS_DIFFER = 60_000;
/** CRLReasons after which what the key signed before still stands (RFC 3161, 4): none of them says the key was lost. */
const KEY_WAS_SAFE = [3, 4, 5];

export interface ValidationBasis {
  readonly now: Date;
  readonly builder: PathBuilder;
  readonly sources: readonly StoredSource[];
}

/** A certificate of a chain with its revocation; `status` is undefined for the anchor and for a chain's loose end. */
export interface JudgedCertificate {
  readonly certificate: Certificate;
  readonly anchor: boolean;
  readonly status: RevocationStatus | undefined;
}

export interface JudgedStamp {
  readonly token: TimestampToken | undefined;
  readonly trusted: boolean;
  readonly chainTrusted: boolean;
  readonly certificates: readonly JudgedCertificate[];
  readonly reasons: readonly VerdictReason[];
}

export interface ProvenTime {
  readonly time: Date;
  readonly proof: TimeProof;
}

export interface JudgedSignature {
  readonly best: ProvenTime;
  readonly chainTrusted: boolean;
  readonly certificates: readonly JudgedCertificate[];
  readonly stamps: readonly JudgedStamp[];
  readonly reasons: readonly VerdictReason[];
}

interface DocumentStamp {
  readonly revision: number;
  readonly time: Date;
}

/** Judges every signature of a file; the answers are in the order given. */
export function judgeSignatures(
  signatures: readonly CheckedSignature[],
  basis: ValidationBasis,
): {
  readonly stamps: ReadonlyMap<CheckedSignature, JudgedStamp>;
  readonly signers: ReadonlyMap<CheckedSignature, JudgedSignature>;
} {
  const proven: DocumentStamp[] = [];
  const stamps = new Map<CheckedSignature, JudgedStamp>();
  const newestFirst = signatures
    .filter(({ isTimestamp }) => isTimestamp)
    .sort((one, other) => (other.range?.revision ?? 0) - (one.range?.revision ?? 0));
  for (const signature of newestFirst) {
    const revision = signature.range?.revision ?? 0;
    const judged = judgeStamp(signature, existedBefore(proven, revision, basis.now), proven, basis);
    stamps.set(signature, judged);
    if (judged.trusted && judged.token !== undefined) proven.push({ revision, time: judged.token.time });
  }
  const signers = new Map<CheckedSignature, JudgedSignature>();
  for (const signature of signatures) {
    if (!signature.isTimestamp && signature.message !== undefined)
      signers.set(signature, judgeSigner(signature, proven, basis));
  }
  return { stamps, signers };
}

/** The earliest document stamp of a later revision, or now: since then what this revision holds is known to exist. */
function existedBefore(proven: readonly DocumentStamp[], revision: number, now: Date): Date {
  const times = proven.filter((stamp) => stamp.revision > revision).map(({ time }) => time.getTime());
  return new Date(Math.min(now.getTime(), ...times));
}

/** Stored data may stand in the same revision as the stamp that covers it. */
function sourcesAt({ sources, now }: ValidationBasis, proven: readonly DocumentStamp[]): KnownSource[] {
  return sources.map(({ ask, revision }) => ({ ask, existed: existedBefore(proven, revision - 1, now) }));
}

/** Judges a time stamp that is known to have existed at a time. */
function judgeStamp(
  { token, reasons: found }: Pick<CheckedSignature, 'token' | 'reasons'>,
  existed: Date,
  proven: readonly DocumentStamp[],
  basis: ValidationBasis,
): JudgedStamp {
  const path = token === undefined ? undefined : basis.builder.pathOf(token.message.signer);
  if (token === undefined || path === undefined)
    return { token, trusted: false, chainTrusted: false, certificates: [], reasons: found };
  const reasons: VerdictReason[] = [...found, ...pathReasons(path)];
  const certificates = judgePath(path, existed, sourcesAt(basis, proven), basis.builder);
  if (hasDamagedCertificate(token.message, basis.builder)) reasons.push('CERTIFICATE_DAMAGED');
  if (token.time.getTime() > basis.now.getTime() + DAY) reasons.push('TIME_NOT_PLAUSIBLE');
  if (token.time.getTime() > existed.getTime() + CLOCKS_DIFFER && existed < basis.now) reasons.push('TIMESTAMP_ORDER');
  for (const { certificate, anchor, status } of certificates) {
    if (anchor && certificates.length > 1) continue;
    if (!isValidAt(certificate, token.time)) reasons.push('CERTIFICATE_NOT_VALID_THEN');
    else if (existed > certificate.notAfter) reasons.push('EXPIRED_NO_PROOF');
    if (status?.state === 'revoked' && !stampStillStands(status, token.time)) reasons.push('REVOKED_NO_PROOF');
  }
  const chainTrusted = path.problem === undefined;
  return { token, trusted: reasons.length === 0, chainTrusted, certificates, reasons: [...new Set(reasons)] };
}

/** A key given up for another reason than loss leaves standing what it stamped before. */
function stampStillStands({ answer }: RevocationStatus, time: Date): boolean {
  const { revokedAt, reason } = answer ?? {};
  return revokedAt !== undefined && time < revokedAt && KEY_WAS_SAFE.includes(reason ?? -1);
}

function judgeSigner(
  signature: CheckedSignature,
  proven: readonly DocumentStamp[],
  basis: ValidationBasis,
): JudgedSignature {
  const { message, range, tokens, claimed } = signature;
  if (message === undefined) throw new Error('a signature without a message is not judged');
  const { builder, now } = basis;
  const covered = existedBefore(proven, range?.revision ?? Infinity, now);
  const stamps = tokens.map((one) => judgeStamp(one, covered, proven, basis));
  const best = bestTime(stamps, covered, now);
  const path = builder.pathOf(message.signer);
  const certificates = judgePath(path, best.time, sourcesAt(basis, proven), builder);
  const reasons: VerdictReason[] = [...pathReasons(path)];
  if (!maySignDocuments(message.signer)) reasons.push('KEY_USAGE_BAD');
  const messages = [message, ...tokens.flatMap(({ token }) => token?.message ?? [])];
  if (messages.some((one) => hasDamagedCertificate(one, builder))) reasons.push('CERTIFICATE_DAMAGED');
  if (stamps.some(({ reasons: own }) => own.includes('TIMESTAMP_ORDER'))) reasons.push('TIMESTAMP_ORDER');
  reasons.push(...claimReasons(claimed, best, now));
  const facts = { best, claimed, madeAfter: newestInside(proven, range?.revision ?? 0) };
  for (const judged of certificates) {
    if (judged.anchor && certificates.length > 1) continue;
    reasons.push(...validityReasons(judged.certificate, facts));
    if (judged.status !== undefined) reasons.push(...revocationReasons(judged.status, facts, path));
  }
  if (claimed !== undefined && !isValidAt(message.signer, claimed)) reasons.push('CERTIFICATE_NOT_VALID_THEN');
  return { best, chainTrusted: path.problem === undefined, certificates, stamps, reasons: [...new Set(reasons)] };
}

/** The earliest of what is proven. */
function bestTime(stamps: readonly JudgedStamp[], covered: Date, now: Date): ProvenTime {
  let best: ProvenTime = covered < now ? { time: covered, proof: 'document-timestamp' } : { time: now, proof: 'now' };
  for (const { token, trusted } of stamps) {
    if (trusted && token !== undefined && (token.time < best.time || best.proof === 'now'))
      best = { time: token.time, proof: 'signature-timestamp' };
  }
  return best;
}

/** A stamp inside what was signed: the signature is not older than that. */
function newestInside(proven: readonly DocumentStamp[], revision: number): Date | undefined {
  return proven
    .filter((stamp) => stamp.revision < revision)
    .map(({ time }) => time)
    .sort((one, other) => other.getTime() - one.getTime())[0];
}

interface TimeFacts {
  readonly best: ProvenTime;
  readonly claimed: Date | undefined;
  readonly madeAfter: Date | undefined;
}

/**
 * Whether the signature was made after an event: a stamp inside it says so, or a stamp over it and its own claim both
 * do. Its claim alone is no proof.
 */
function isMadeAfter(event: Date, { best, claimed, madeAfter }: TimeFacts): boolean {
  if (madeAfter !== undefined && madeAfter > event) return true;
  return best.proof !== 'now' && best.time > event && claimed !== undefined && claimed > event;
}

function validityReasons(certificate: Certificate, facts: TimeFacts): VerdictReason[] {
  if (facts.best.time < certificate.notBefore) return ['NOT_YET_VALID'];
  if (facts.best.time <= certificate.notAfter) return [];
  return [isMadeAfter(certificate.notAfter, facts) ? 'EXPIRED' : 'EXPIRED_NO_PROOF'];
}

function revocationReasons(
  { state, answer }: RevocationStatus,
  facts: TimeFacts,
  path: CertificatePath,
): VerdictReason[] {
  if (state === 'revoked') {
    const revokedAt = answer?.revokedAt ?? answer?.thisUpdate;
    return [revokedAt !== undefined && isMadeAfter(revokedAt, facts) ? 'REVOKED' : 'REVOKED_NO_PROOF'];
  }
  // Without a trusted chain nobody knows whose answer would count.
  if (path.problem !== undefined) return [];
  if (state === 'unknown') return ['REVOCATION_UNKNOWN'];
  return state === 'unproven' ? ['REVOCATION_NO_PROOF'] : [];
}

function claimReasons(claimed: Date | undefined, best: ProvenTime, now: Date): VerdictReason[] {
  const latest = best.proof === 'now' ? now : best.time;
  return claimed === undefined || claimed.getTime() > latest.getTime() + DAY ? ['TIME_NOT_PLAUSIBLE'] : [];
}

function pathReasons({ problem, certificates }: CertificatePath): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  if (problem === 'none-found') reasons.push('SIGNER_NOT_TRUSTED');
  if (problem === 'issuer-rules') reasons.push('CHAIN_RULES');
  if (problem === 'names') reasons.push('CHAIN_NAMES');
  // An anchor's signature over itself is not what makes it trusted.
  const weak = certificates.some(
    ({ strongKey, strongSignature }, index) => !strongKey || (!strongSignature && index < certificates.length - 1),
  );
  if (weak) reasons.push('CHAIN_ALGORITHM');
  return reasons;
}

function judgePath(
  { certificates }: CertificatePath,
  time: Date,
  sources: readonly KnownSource[],
  builder: PathBuilder,
): JudgedCertificate[] {
  return certificates.map((certificate, index) => {
    const issuer = certificates[index + 1];
    const anchor = builder.isAnchor(certificate);
    const status = issuer === undefined || anchor ? undefined : revocationAt(certificate, issuer, time, sources);
    return { certificate, anchor, status };
  });
}

/** A certificate in a message that cannot be read, or that the issuer it names, who is known, did not sign. */
function hasDamagedCertificate(message: SignedMessage, builder: PathBuilder): boolean {
  return message.hasDamagedCertificate || message.others.some((one) => builder.isForged(one));
}

/** Whether a time stamp beside a signature is whole, trusted or not: what marks its level. */
export function hasWholeStamp(stamps: readonly JudgedStamp[]): boolean {
  return stamps.some(({ token, reasons }) => token !== undefined && !isFalseStamp(reasons));
}
