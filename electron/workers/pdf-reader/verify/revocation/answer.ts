/** What an OCSP answer or a revocation list says about one certificate. */
import type { Certificate } from '../certificates.ts';

export interface RevocationAnswer {
  readonly kind: 'ocsp' | 'crl';
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly revokedAt: Date | undefined;
  /** CRLReason; undefined when it is not stated. */
  readonly reason: number | undefined;
  readonly thisUpdate: Date;
  /** Until when it stands; undefined when it does not say. */
  readonly nextUpdate: Date | undefined;
  /** Who signed it: the issuer, or a responder that the issuer named. */
  readonly signer: Certificate;
}

/** Asks a parsed answer or list about a certificate; undefined when it says nothing about it or is not rightly signed. */
export type RevocationSource = (certificate: Certificate, issuer: Certificate) => RevocationAnswer | undefined;
