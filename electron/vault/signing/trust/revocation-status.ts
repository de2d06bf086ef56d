/** What an OCSP answer or a CRL says of one certificate. */
export interface RevocationStatus {
  /** Null when it is not revoked. */
  readonly revokedAt: Date | null;
}
