/** The chain from a certificate to a root that this vault trusts. */
import { type Certificate, isValidAt } from './certificate.ts';
import { equalBytes } from '#shared/domain/signature/der.ts';
import { isUnderstood, mayIssue, mayIssueAbove } from '#shared/domain/signature/issuer-rules.ts';
import { keepsNameConstraints } from '#shared/domain/signature/name-constraints.ts';

const LONGEST_CHAIN = 8;

/**
 * Certificates from `leaf` to a trusted root, both with it; undefined when there is none. A trusted certificate ends the
 * chain wherever it stands. Every certificate must be valid at `time` and hold no critical rule that is unknown here; who is
 * above must be allowed to issue, so deep and for such names: as verifying judges it (pdf-reader/verify/certificate-path.ts).
 */
export function chainToRoot(
  leaf: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  time: Date,
): Certificate[] | undefined {
  const search = (path: Certificate[]): Certificate[] | undefined => {
    const current = path.at(-1);
    if (current === undefined || !isValidAt(current, time)) return undefined;
    if (roots.some((root) => equalBytes(root.der, current.der))) return keepsNameConstraints(path) ? path : undefined;
    if (path.length >= LONGEST_CHAIN) return undefined;
    for (const issuer of [...roots, ...others]) {
      if (path.some((one) => equalBytes(one.der, issuer.der)) || !isIssuedBy(current, issuer)) continue;
      if (!mayIssueAbove(issuer, path)) continue;
      const found = search([...path, issuer]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return isUnderstood(leaf) ? search([leaf]) : undefined;
}

/** Whether this authority's key signed the certificate, and may do so. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!mayIssue(issuer)) return false;
  try {
    return certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.publicKey);
  } catch {
    // node:crypto throws on a signature that cannot be one of this key's; then it is none.
    return false;
  }
}
