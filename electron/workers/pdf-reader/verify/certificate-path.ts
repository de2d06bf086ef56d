/** The chain from a certificate to one of the given anchors. */
import { equalBytes } from '#shared/domain/signature/der.ts';
import { isUnderstood, mayIssueAbove } from '#shared/domain/signature/issuer-rules.ts';
import { keepsNameConstraints } from '#shared/domain/signature/name-constraints.ts';
import { type Certificate, fingerprintOf } from './certificates.ts';

const LONGEST_CHAIN = 8;
/** Signature checks of certificates for one file: a hostile one could name hundreds that could all have issued each other. */
const MOST_CHECKS = 1_000;

/**
 * `issuer-rules`: a chain of signatures is there, but somebody in it may not issue, or too deep, or has an unknown rule;
 * `names`: somebody in it may issue, but not for such names.
 */
export type PathProblem = 'none-found' | 'issuer-rules' | 'names';

/** What a chain is asked for besides its signatures. */
type Rules = 'all' | 'issuers' | 'none';

export interface CertificatePath {
  /** From the certificate itself to the anchor, both included; without an anchor as far as issuers were found. */
  readonly certificates: readonly Certificate[];
  readonly problem: PathProblem | undefined;
}

/** Everything that chains are built from, with one budget for the whole file. */
export interface PathBuilder {
  readonly anchors: readonly Certificate[];
  pathOf(certificate: Certificate): CertificatePath;
  /** Whether one certificate's signature is by another's key, its name the one it states. */
  isSignedBy(certificate: Certificate, issuer: Certificate): boolean;
  isAnchor(certificate: Certificate): boolean;
  /** Certificates with its issuer's name are known and none of them signed it, or it is another one's changed copy. */
  isForged(certificate: Certificate): boolean;
}

/** A builder over anchors and a pool that may still grow. */
export function createPathBuilder(anchors: readonly Certificate[], pool: readonly Certificate[]): PathBuilder {
  let checksLeft = MOST_CHECKS;
  const known = new Map<string, boolean>();
  const isSignedBy = (certificate: Certificate, issuer: Certificate): boolean => {
    if (!equalBytes(certificate.issuer, issuer.subject)) return false;
    const pair = `${fingerprintOf(certificate)} ${fingerprintOf(issuer)}`;
    const answer = known.get(pair) ?? (checksLeft-- > 0 && verifies(certificate, issuer));
    known.set(pair, answer);
    return answer;
  };
  const isAnchor = (certificate: Certificate): boolean =>
    anchors.some((anchor) => equalBytes(anchor.der, certificate.der));
  const search = (path: readonly Certificate[], rules: Rules): readonly Certificate[] | undefined => {
    const current = path.at(-1);
    if (current === undefined || path.length > LONGEST_CHAIN) return undefined;
    if (isAnchor(current)) return rules !== 'all' || keepsNameConstraints(path) ? path : undefined;
    for (const issuer of [...anchors, ...pool]) {
      if (path.some((one) => equalBytes(one.der, issuer.der)) || !isSignedBy(current, issuer)) continue;
      if (rules !== 'none' && !mayIssueAbove(issuer, path)) continue;
      const found = search([...path, issuer], rules);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const asFarAsPossible = (certificate: Certificate): Certificate[] => {
    const path = [certificate];
    for (let current: Certificate | undefined = certificate; current !== undefined && path.length < LONGEST_CHAIN; ) {
      const below: Certificate = current;
      current = pool.find((one) => !path.includes(one) && isSignedBy(below, one));
      if (current !== undefined) path.push(current);
    }
    return path;
  };
  /** The best chain there is, and the first thing that is wrong with it. */
  const judgedPath = (certificate: Certificate): CertificatePath => {
    const understood = isUnderstood(certificate);
    for (const [rules, problem] of [
      ['all', undefined],
      ['issuers', 'names'],
      ['none', 'issuer-rules'],
    ] as const) {
      const certificates = rules === 'none' || understood ? search([certificate], rules) : undefined;
      if (certificates !== undefined) return { certificates, problem };
    }
    return { certificates: asFarAsPossible(certificate), problem: 'none-found' };
  };
  const found = new Map<string, CertificatePath>();
  const pathOf = (certificate: Certificate): CertificatePath => {
    const key = `${fingerprintOf(certificate)} ${pool.length}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const path = judgedPath(certificate);
    found.set(key, path);
    return path;
  };
  const isForged = (certificate: Certificate): boolean => {
    const key = certificate.authorityKeyIdentifier;
    const named = [...anchors, ...pool].filter(
      ({ subject, subjectKeyIdentifier }) =>
        equalBytes(subject, certificate.issuer) &&
        (key === undefined || subjectKeyIdentifier === undefined || equalBytes(key, subjectKeyIdentifier)),
    );
    const isChangedCopy = [...anchors, ...pool].some(
      ({ serial, subject, der }) =>
        equalBytes(serial, certificate.serial) &&
        equalBytes(subject, certificate.subject) &&
        !equalBytes(der, certificate.der),
    );
    if (isChangedCopy && !named.some((issuer) => isSignedBy(certificate, issuer))) return true;
    return named.length > 0 && !named.some((issuer) => isSignedBy(certificate, issuer));
  };
  return { anchors, pathOf, isSignedBy, isAnchor, isForged };
}

function verifies(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.x509.verify(issuer.publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}
