/** What the verification of a PDF says. The shape is that of `netra report verify --json`. */

export type Verdict = 'valid' | 'indeterminate' | 'invalid';

/**
 * Why the verdict is not `valid`, and what it makes of the verdict: `invalid` when the file is not what was signed,
 * `indeterminate` when it is unchanged but something about the signer could not be shown.
 */
export const REASON_VERDICTS = {
  /** There is no signature; a removed signature leaves no trace in a file. */
  UNSIGNED: 'invalid',
  PDF_UNREADABLE: 'invalid',
  PDF_ENCRYPTED: 'invalid',
  /** The signed range is not the whole revision but the place of the signature itself. */
  BYTE_RANGE_BAD: 'invalid',
  /** Bytes of the signed range were changed. */
  DIGEST_MISMATCH: 'invalid',
  /** The signature value does not fit the certificate's key. */
  SIGNATURE_WRONG: 'invalid',
  CMS_UNREADABLE: 'invalid',
  /** The certificate in the signature is not the one the signer named (ESS signing-certificate-v2). */
  CERTIFICATE_MISMATCH: 'invalid',
  /** SHA-1, short RSA keys and other algorithms that prove nothing today. */
  ALGORITHM_NOT_ACCEPTED: 'invalid',
  /** The certificate's key is not meant for signatures. */
  KEY_USAGE_BAD: 'invalid',
  /** A later revision changes what was signed. */
  CHANGED_AFTER_SIGNING: 'invalid',
  /** Bytes after the last revision's end that no signature and no revision accounts for. */
  BYTES_NOT_COVERED: 'invalid',
  /** The newest revision does not stand on the signed one. */
  REVISION_CHAIN_BROKEN: 'invalid',
  ATTACHMENT_UNREADABLE: 'invalid',
  /** No chain to a given trust anchor. */
  SIGNER_NOT_TRUSTED: 'indeterminate',
  /** The claimed time is outside a certificate's validity. */
  CERTIFICATE_NOT_VALID_THEN: 'indeterminate',
  /** The signature claims no time, or one that has not come yet. */
  TIME_NOT_PLAUSIBLE: 'indeterminate',
} as const satisfies Record<string, Verdict>;

export type VerdictReason = keyof typeof REASON_VERDICTS;

export interface SignatureFinding {
  /** Full name of the form field. */
  readonly field: string;
  /** Common name in the signer's certificate; null when it cannot be read. */
  readonly signer: string | null;
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly fingerprint: string | null;
  /** `B-B`: PAdES baseline; `timestamp`: a document time stamp; `other`: a signature below the baseline. */
  readonly level: 'B-B' | 'timestamp' | 'other';
  /** ISO 8601, UTC. */
  readonly time: string | null;
  /** `claimed`: from the signer's own clock. */
  readonly timeSource: 'claimed' | 'none';
  readonly integrity: 'intact' | 'broken';
  readonly chain: 'trusted' | 'untrusted' | 'not-checked';
  /** Baseline B-B carries no revocation data and the app asks nobody on the network. */
  readonly revocation: 'not-checked';
  /** DocMDP permission of a certifying signature: 1 nothing, 2 signatures in fields kept for them, 3 annotations too. */
  readonly certification: 1 | 2 | 3 | null;
  /** The revision this signature closes; the first is 1. */
  readonly revision: number | null;
  readonly reasons: readonly VerdictReason[];
}

export interface RevisionChange {
  readonly revision: number;
  readonly kind: 'sign' | 'timestamp' | 'validation-data' | 'other';
  readonly allowed: boolean;
  /** Technical English, for example `Page 12 0: Contents`. */
  readonly what: string;
}

export interface AttachmentFinding {
  readonly name: string;
  /** Of the unpacked bytes, lower-case hex. */
  readonly sha256: string;
}

export interface PdfVerification {
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
  readonly signatures: readonly SignatureFinding[];
  readonly changes: readonly RevisionChange[];
  readonly attachments: readonly AttachmentFinding[];
}

/** The worst that the reasons make of it; `valid` only without any reason. */
export function verdictOf(reasons: readonly VerdictReason[]): Verdict {
  if (reasons.some((reason) => REASON_VERDICTS[reason] === 'invalid')) return 'invalid';
  return reasons.length > 0 ? 'indeterminate' : 'valid';
}
