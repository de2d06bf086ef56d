/** The chain from a certificate to one of the given anchors. */
import { equalBytes } from '#shared/domain/signature/der.ts';
import { type Certificate, fingerprintOf, isUnderstood, mayIssue } from './certificates.ts';

const LONGEST_CHAIN = 8;
/** Signature checks of certificates for one file: a hostile one could name hundreds that could all have issued each other. */
const MOST_CHECKS = 1_000;

/** `issuer-rules`: a chain of signatures is there, but somebody in it may not issue, or too deep, or has an unknown rule. */
export type PathProblem = 'none-found' | 'issuer-rules';

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
  const search = (path: readonly Certificate[], strict: boolean): readonly Certificate[] | undefined => {
    const current = path.at(-1);
    if (current === undefined || path.length > LONGEST_CHAIN) return undefined;
    if (isAnchor(current)) return path;
    for (const issuer of [...anchors, ...pool]) {
      if (path.some((one) => equalBytes(one.der, issuer.der)) || !isSignedBy(current, issuer)) continue;
      if (strict && !isAllowedIssuer(issuer, path.length - 1)) continue;
      const found = search([...path, issuer], strict);
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
  const found = new Map<string, CertificatePath>();
  const pathOf = (certificate: Certificate): CertificatePath => {
    const key = `${fingerprintOf(certificate)} ${pool.length}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const strict = isUnderstood(certificate) ? search([certificate], true) : undefined;
    const loose = strict ?? search([certificate], false);
    const problem = strict !== undefined ? undefined : loose === undefined ? 'none-found' : 'issuer-rules';
    const path: CertificatePath = { certificates: loose ?? asFarAsPossible(certificate), problem };
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

function isAllowedIssuer(issuer: Certificate, authoritiesBelow: number): boolean {
  return mayIssue(issuer) && isUnderstood(issuer) && authoritiesBelow <= (issuer.pathLength ?? LONGEST_CHAIN);
}

function verifies(certificate: Certificate, issuer: Certificate): boolean {
  try {
    return certificate.x509.verify(issuer.publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}
