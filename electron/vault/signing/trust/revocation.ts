/** Gathers what keeps a signature verifiable: the chain of each certificate, and that none in it was revoked. */
import { AppError } from '#shared/errors/app-error.ts';
import { equalBytes } from '#shared/domain/signature/der.ts';
import { type Certificate, nameOf, readCertificates } from './certificate.ts';
import { chainToRoot, isIssuedBy } from './chain.ts';
import { readCrl } from './crl.ts';
import { askOcsp, readOcspAnswer } from './ocsp.ts';
import type { AskOutside } from './outside.ts';
import type { RevocationStatus } from './revocation-status.ts';

/** Bytes for the document's security store, as DER. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

export interface RevocationParts {
  readonly ask: AskOutside;
  readonly roots: readonly Certificate[];
  readonly now: Date;
}

/** Steps up a chain whose certificates are fetched by address. */
const MOST_FETCHED = 4;

/**
 * Data for a certificate and everything above it. CERTIFICATE_CHAIN_INCOMPLETE (params: subject) when no chain leads to a
 * trusted root, CERTIFICATE_REVOKED (subject, at), REVOCATION_UNKNOWN (subject) when nobody who may could say it is good.
 */
export async function gatherValidationData(
  leaf: Certificate,
  others: readonly Certificate[],
  parts: RevocationParts,
): Promise<ValidationData> {
  const chain = await completeChain(leaf, others, parts);
  const data = { certificates: chain.map(({ der }) => der), ocsps: [] as Uint8Array[], crls: [] as Uint8Array[] };
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1];
    // A root is trusted by its fingerprint; nobody above could revoke it.
    if (issuer === undefined) break;
    const found = await statusOf(certificate, issuer, parts);
    if (found.status.revokedAt !== null) throw revoked(certificate, found.status.revokedAt);
    data[found.kind].push(found.bytes);
  }
  return data;
}

/** Refuses a certificate that is known to be revoked; says nothing when nobody can be asked. */
export async function refuseRevoked(
  leaf: Certificate,
  others: readonly Certificate[],
  parts: RevocationParts,
): Promise<void> {
  const issuer = [...others, ...parts.roots].find((one) => isIssuedBy(leaf, one));
  if (issuer === undefined) return;
  const found = await statusOf(leaf, issuer, parts).catch((error: unknown) => {
    // No network is the normal case: signing goes on, and the level is raised later with a fresh answer.
    if (error instanceof AppError) return undefined;
    throw error;
  });
  if (found?.status.revokedAt) throw revoked(leaf, found.status.revokedAt);
}

function revoked(certificate: Certificate, at: Date): AppError {
  return new AppError('CERTIFICATE_REVOKED', { subject: nameOf(certificate), at: at.toISOString() });
}

/** The chain to a trusted root, with certificates fetched from where each says its issuer's is. */
async function completeChain(
  leaf: Certificate,
  others: readonly Certificate[],
  { ask, roots, now }: RevocationParts,
): Promise<Certificate[]> {
  const known = [...others];
  let last = leaf;
  for (let fetched = 0; ; fetched++) {
    const chain = chainToRoot(leaf, known, roots, now);
    if (chain !== undefined) return chain;
    const [url] = last.issuerUrls;
    const below = known.find((one) => isIssuedBy(last, one));
    if (below !== undefined && !equalBytes(below.der, last.der) && fetched < MOST_FETCHED) {
      last = below;
      continue;
    }
    if (url === undefined || fetched >= MOST_FETCHED)
      throw new AppError('CERTIFICATE_CHAIN_INCOMPLETE', { subject: nameOf(leaf) });
    const [issuer] = readCertificates([await ask({ purpose: 'certificate', url, body: null })]);
    if (issuer === undefined || !isIssuedBy(last, issuer))
      throw new AppError('CERTIFICATE_CHAIN_INCOMPLETE', { subject: nameOf(leaf) });
    known.push(issuer);
    last = issuer;
  }
}

type Found = { readonly kind: 'ocsps' | 'crls'; readonly bytes: Uint8Array; readonly status: RevocationStatus };

/** OCSP first, because its answer is small and fresh; then the list. */
async function statusOf(certificate: Certificate, issuer: Certificate, { ask, now }: RevocationParts): Promise<Found> {
  let refusal: unknown;
  const attempt = async (kind: Found['kind'], url: string): Promise<Found | undefined> => {
    try {
      const ocsp = kind === 'ocsps';
      const bytes = await ask({
        purpose: ocsp ? 'ocsp' : 'crl',
        url,
        body: ocsp ? Uint8Array.from(askOcsp(certificate, issuer)) : null,
      });
      const status = ocsp ? readOcspAnswer(bytes, certificate, issuer, now) : readCrl(bytes, certificate, issuer, now);
      return status && { kind, bytes, status };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refusal = error;
      return undefined;
    }
  };
  for (const url of certificate.ocspUrls) {
    const found = await attempt('ocsps', url);
    if (found !== undefined) return found;
  }
  for (const url of certificate.crlUrls) {
    const found = await attempt('crls', url);
    if (found !== undefined) return found;
  }
  // What kept the question from being asked tells more than that it has no answer.
  if (refusal instanceof AppError) throw refusal;
  throw new AppError('REVOCATION_UNKNOWN', { subject: nameOf(certificate) });
}
