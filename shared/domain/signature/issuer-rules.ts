/**
 * Who may issue (RFC 5280, 4.2.1.9 and 6.1): one rule for the signing and the verifying side. What names an authority may
 * issue for is in name-constraints.ts.
 */
import { equalBytes, readSmallInteger, readWhole, sequenceOf, TAG } from './der.ts';
import { OID } from './oids.ts';

/** What of a certificate is asked here. */
export interface ChainCertificate {
  /** Encoded names. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly isAuthority: boolean;
  /** How many authorities may stand between this one and a signer; undefined: any number. */
  readonly pathLength: number | undefined;
  /** Bits of the key usage, most significant first; undefined when the extension is absent: then everything is allowed. */
  readonly keyUsage: number | undefined;
  /** Object identifiers. */
  readonly criticalExtensions: readonly string[];
}

const CERTIFICATE_SIGNING = 0x04;
/** Critical extensions whose meaning is looked at, or does not limit a document signature. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
  OID.crlDistributionPoints,
  OID.nameConstraints,
  OID.subjectAltName,
]);

/** No critical extension that nobody here understands: RFC 5280 refuses the certificate then. */
export function isUnderstood({ criticalExtensions }: Pick<ChainCertificate, 'criticalExtensions'>): boolean {
  return criticalExtensions.every((oid) => UNDERSTOOD.has(oid));
}

/** Whether it may issue certificates at all. */
export function mayIssue({ isAuthority, keyUsage }: Pick<ChainCertificate, 'isAuthority' | 'keyUsage'>): boolean {
  return isAuthority && (keyUsage === undefined || (keyUsage & CERTIFICATE_SIGNING) !== 0);
}

/** Whether it may stand above this part of a chain, which goes from the signer upwards to whom it issued for. */
export function mayIssueAbove(issuer: ChainCertificate, below: readonly ChainCertificate[]): boolean {
  // An authority's certificate for itself (a new key) does not count.
  const authorities = below.slice(1).filter((one) => !equalBytes(one.subject, one.issuer));
  return mayIssue(issuer) && isUnderstood(issuer) && authorities.length <= (issuer.pathLength ?? Infinity);
}

/** The path length of a basicConstraints extension (its DER); DerError when it cannot be read. */
export function pathLengthOf(constraints: Uint8Array | undefined): number | undefined {
  if (constraints === undefined) return undefined;
  const limit = sequenceOf(readWhole(constraints)).find(({ tag }) => tag === TAG.integer);
  return limit === undefined ? undefined : readSmallInteger(limit);
}
