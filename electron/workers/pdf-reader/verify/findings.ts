/** Turns what was judged into the answer: levels, indications, the order of proofs. */
import {
  type CertificateFinding,
  indicationOf,
  type ProofEvent,
  type SignatureFinding,
  type SignatureLevel,
  type TimestampFinding,
  type VerdictReason,
} from '#shared/domain/signature/verdict.ts';
import { OID } from '#shared/domain/signature/oids.ts';
import { SEAL_UNIT } from '#shared/domain/signature/origin-words.ts';
import { readOid, sequenceOf } from '#shared/domain/signature/der.ts';
import { type Certificate, commonName, fingerprintOf } from './certificates.ts';
import { isBaseline, type SignedMessage } from './cms/signed-message.ts';
import { type CheckedSignature, isFalseStamp } from './integrity.ts';
import { hasWholeStamp, type JudgedCertificate, type JudgedSignature, type JudgedStamp } from './validation.ts';
import type { ValidationData } from './validation-data.ts';

/** Integrity alone: what the bytes say, whoever signed. */
const BROKEN: readonly VerdictReason[] = [
  'BYTE_RANGE_BAD',
  'BYTE_RANGE_COLLISION',
  'REVISION_CHAIN_BROKEN',
  'CMS_UNREADABLE',
  'DIGEST_MISMATCH',
  'SIGNATURE_WRONG',
  'CERTIFICATE_MISMATCH',
  'ALGORITHM_NOT_ACCEPTED',
];

export interface FindingParts {
  readonly signature: CheckedSignature;
  readonly judged: JudgedSignature | undefined;
  readonly stamp: JudgedStamp | undefined;
  /** Reasons that lie in the file and fall on this signature. */
  readonly fromFile: readonly VerdictReason[];
  readonly level: SignatureLevel;
  readonly now: Date;
  readonly fileEnd: number;
}

export function findingOf(parts: FindingParts): SignatureFinding {
  const { signature, judged, stamp, fromFile, now } = parts;
  const { message, isTimestamp, range, token, claimed } = signature;
  const reasons = [...new Set([...signature.reasons, ...(judged?.reasons ?? stamp?.reasons ?? []), ...fromFile])];
  const certificates = judged?.certificates ?? stamp?.certificates ?? [];
  const time = isTimestamp ? token?.time : claimed;
  const chainTrusted = judged?.chainTrusted ?? stamp?.chainTrusted;
  return {
    field: signature.field.name,
    signer: message === undefined ? null : commonName(message.signer),
    ...(message !== undefined && isSeal(message.signer) ? { seal: true } : {}),
    fingerprint: message === undefined ? null : fingerprintOf(message.signer),
    ...indicationOf(reasons),
    level: parts.level,
    algorithm: message === undefined ? null : describeAlgorithm(message),
    time: time?.toISOString() ?? null,
    timeSource: time === undefined ? 'none' : isTimestamp ? 'stamped' : 'claimed',
    bestTime: (judged?.best.time ?? (stamp?.trusted === true ? token?.time : undefined) ?? now).toISOString(),
    bestTimeProof: judged?.best.proof ?? (stamp?.trusted === true ? 'document-timestamp' : 'now'),
    integrity: reasons.some((reason) => BROKEN.includes(reason)) ? 'broken' : 'intact',
    chain: chainTrusted === undefined ? 'not-checked' : chainTrusted ? 'trusted' : 'untrusted',
    revocation: revocationOf(certificates[0]),
    certificates: certificates.map(certificateFinding),
    timestamps: (judged?.stamps ?? []).map(timestampFinding),
    certification: signature.certification,
    locks: signature.locks,
    revision: range?.revision ?? null,
    coversWholeFile: range?.end === parts.fileEnd,
    reasons,
  };
}

/** The level of EN 319 142-1 that is reached: by whole time stamps and by data for each certificate of the chain. */
export function levelOf(
  signature: CheckedSignature,
  judged: JudgedSignature | undefined,
  stamps: readonly CheckedSignature[],
  data: ValidationData,
): SignatureLevel {
  if (signature.isTimestamp) return 'timestamp';
  const { message, subFilter, range } = signature;
  const isPades = subFilter === 'ETSI.CAdES.detached' && message !== undefined && isBaseline(message);
  if (!isPades || judged === undefined || range === undefined) return 'other';
  const over = stamps.flatMap((one) =>
    one.token !== undefined && !isFalseStamp(one.reasons) && (one.range?.revision ?? 0) > range.revision
      ? (one.range?.revision ?? [])
      : [],
  );
  if (!hasWholeStamp(judged.stamps) && over.length === 0) return 'B-B';
  const { firstRevision } = data;
  if (firstRevision === undefined || !hasRevocationForAll(judged.certificates)) return 'B-T';
  return over.some((revision) => revision >= firstRevision) ? 'B-LTA' : 'B-LT';
}

function hasRevocationForAll(certificates: readonly JudgedCertificate[]): boolean {
  return certificates.every(({ anchor, status, certificate }) => {
    if (anchor) return true;
    if (status === undefined) return isSelfIssued(certificate);
    return status.state !== 'unknown';
  });
}

function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return Buffer.compare(issuer, subject) === 0;
}

/** The certificate of a vault's seal says so itself; whoever copies those words makes their signature no more than one. */
function isSeal(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && certificate.x509.subject.split('\n').includes(`OU=${SEAL_UNIT}`);
}

/** Everything with a time, oldest first. */
export function proofsOf(findings: readonly SignatureFinding[]): ProofEvent[] {
  const events = findings.flatMap((finding): ProofEvent[] => {
    const { field, signer, time } = finding;
    const own: ProofEvent[] = [];
    if (time !== null && finding.level === 'timestamp') {
      const proven = finding.bestTimeProof === 'document-timestamp';
      own.push({ time, kind: 'document-timestamp', field, by: signer ?? '', proven });
    } else if (time !== null) own.push({ time, kind: 'claimed', field, by: signer ?? '', proven: false });
    for (const stamp of finding.timestamps) {
      if (stamp.time === null) continue;
      own.push({
        time: stamp.time,
        kind: 'signature-timestamp',
        field,
        by: stamp.authority ?? '',
        proven: stamp.trusted,
      });
    }
    for (const one of finding.level === 'timestamp' ? [] : finding.certificates) {
      const proven = finding.chain === 'trusted';
      if (one.answeredAt !== null) own.push({ time: one.answeredAt, kind: 'revocation', field, by: one.name, proven });
      if (one.revokedAt !== null) own.push({ time: one.revokedAt, kind: 'revoked', field, by: one.name, proven });
    }
    return own;
  });
  const seen = new Set<string>();
  return events
    .filter(({ time, kind, by, field }) => {
      const key = kind === 'revocation' || kind === 'revoked' ? `${time} ${kind} ${by}` : `${time} ${kind} ${field}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.time.localeCompare(other.time));
}

function revocationOf(signer: JudgedCertificate | undefined): SignatureFinding['revocation'] {
  if (signer === undefined) return 'not-checked';
  if (signer.anchor) return 'not-needed';
  return signer.status?.state ?? 'unknown';
}

function certificateFinding({ certificate, anchor, status }: JudgedCertificate): CertificateFinding {
  const answer = status?.answer;
  return {
    name: commonName(certificate),
    fingerprint: fingerprintOf(certificate),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    anchor,
    revocation: anchor ? 'not-needed' : (status?.state ?? 'unknown'),
    revocationSource: answer?.kind ?? null,
    answeredAt: answer?.thisUpdate.toISOString() ?? null,
    revokedAt: answer?.revokedAt?.toISOString() ?? null,
  };
}

function timestampFinding({ token, trusted, reasons }: JudgedStamp): TimestampFinding {
  return {
    time: token?.time.toISOString() ?? null,
    authority: token === undefined ? null : commonName(token.message.signer),
    trusted,
    reasons,
  };
}

function describeAlgorithm({ signer, digestOid, algorithm }: SignedMessage): string {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = signer.publicKey;
  const hash = (
    { [OID.sha1]: 'SHA-1', [OID.sha256]: 'SHA-256', [OID.sha384]: 'SHA-384', [OID.sha512]: 'SHA-512' } as const
  )[digestOid];
  const isPss = readOid(sequenceOf(algorithm)[0]) === OID.rsaPss;
  const key =
    type === 'ec'
      ? `ECDSA ${({ prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' } as Record<string, string>)[details?.namedCurve ?? ''] ?? details?.namedCurve ?? ''}`
      : `RSA${isPss ? '-PSS' : ''} ${details?.modulusLength ?? ''}`;
  return `${key}, ${hash ?? digestOid}`;
}
