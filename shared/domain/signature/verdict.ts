/** What the verification of a PDF says. The shape is that of `netra report verify --json`. */

export type Verdict = 'valid' | 'indeterminate' | 'invalid';

/** Main indication of ETSI EN 319 102-1. */
export const INDICATIONS = ['TOTAL-PASSED', 'INDETERMINATE', 'TOTAL-FAILED'] as const;
export type Indication = (typeof INDICATIONS)[number];

/** Sub-indications of ETSI EN 319 102-1 that this verifier gives. */
export const SUB_INDICATIONS = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'SIG_CONSTRAINTS_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'TIMESTAMP_ORDER_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'REVOKED_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'NO_POE',
  'TRY_LATER',
] as const;
export type SubIndication = (typeof SUB_INDICATIONS)[number];

interface ReasonMeaning {
  /** What it makes of the whole file's verdict. */
  readonly verdict: Exclude<Verdict, 'valid'>;
  /** What it makes of the signature it belongs to, in the words of the standard; null: it is about the file alone. */
  readonly means: readonly [Exclude<Indication, 'TOTAL-PASSED'>, SubIndication] | null;
}

/**
 * Every reason against a file or a signature. `invalid`: the file is not what was signed, or the signature proves
 * nothing; `indeterminate`: nothing was found changed, but something about the signer or the time could not be shown.
 * The file's verdict is stricter than the standard's indication in three places: a weak algorithm, a certificate that
 * is not the one named, and a key not meant for signatures make it `invalid`.
 */
export const REASON_MEANINGS = {
  /** There is no signature; a removed signature leaves no trace in a file. */
  UNSIGNED: { verdict: 'invalid', means: null },
  PDF_UNREADABLE: { verdict: 'invalid', means: null },
  PDF_ENCRYPTED: { verdict: 'invalid', means: null },
  /** The vault issued it with a signature that is no longer in it. */
  SIGNATURE_REMOVED: { verdict: 'invalid', means: null },
  /** It carries the identifier of an issued document, but is not that document. */
  NOT_AS_ISSUED: { verdict: 'invalid', means: null },
  /** The signed range is not the whole revision but the place of the signature itself. */
  BYTE_RANGE_BAD: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  /** Two fields claim the same signature. */
  BYTE_RANGE_COLLISION: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  /** The newest revision does not stand on the signed one. */
  REVISION_CHAIN_BROKEN: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  /** A later revision changes what was signed. */
  CHANGED_AFTER_SIGNING: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  /** Objects of a PDF behind the end, which some readers would show. */
  TRAILING_OBJECTS: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  CMS_UNREADABLE: { verdict: 'invalid', means: ['TOTAL-FAILED', 'FORMAT_FAILURE'] },
  /** Bytes of the signed range were changed. */
  DIGEST_MISMATCH: { verdict: 'invalid', means: ['TOTAL-FAILED', 'HASH_FAILURE'] },
  /** The signature value does not fit the certificate's key. */
  SIGNATURE_WRONG: { verdict: 'invalid', means: ['TOTAL-FAILED', 'SIG_CRYPTO_FAILURE'] },
  /** The certificate was revoked before the signature was made, by the signer's clock and a proven one. */
  REVOKED: { verdict: 'invalid', means: ['TOTAL-FAILED', 'REVOKED'] },
  /** The certificate had expired before the signature was made, by the signer's clock and a proven one. */
  EXPIRED: { verdict: 'invalid', means: ['TOTAL-FAILED', 'EXPIRED'] },
  /** The signature is proven to have existed before its certificate was valid. */
  NOT_YET_VALID: { verdict: 'invalid', means: ['TOTAL-FAILED', 'NOT_YET_VALID'] },
  /** A time stamp beside the signature is not about this signature, or is damaged. */
  TIMESTAMP_BROKEN: { verdict: 'invalid', means: ['INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'] },
  /** A certificate that came with the signature is damaged. */
  CERTIFICATE_DAMAGED: { verdict: 'invalid', means: ['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'] },
  /** The certificate in the signature is not the one the signer named (ESS signing-certificate-v2). */
  CERTIFICATE_MISMATCH: { verdict: 'invalid', means: ['INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND'] },
  /** SHA-1, short RSA keys and other algorithms that prove nothing today. */
  ALGORITHM_NOT_ACCEPTED: { verdict: 'invalid', means: ['INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE'] },
  /** The certificate's key is not meant for signatures. */
  KEY_USAGE_BAD: { verdict: 'invalid', means: ['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'] },
  ATTACHMENT_UNREADABLE: { verdict: 'invalid', means: null },
  /** Bytes after the last revision's end that no signature and no revision accounts for. */
  BYTES_NOT_COVERED: { verdict: 'indeterminate', means: null },
  /** A part of the file behind the last signature holds objects that nothing refers to. */
  HIDDEN_OBJECTS: { verdict: 'indeterminate', means: null },
  /** No chain to a given trust anchor. */
  SIGNER_NOT_TRUSTED: { verdict: 'indeterminate', means: ['INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND'] },
  /** A chain is there, but a certificate in it may not issue, or carries a rule that is not understood. */
  CHAIN_RULES: { verdict: 'indeterminate', means: ['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'] },
  /** An authority of the chain may not issue for the names in a certificate below it (name constraints). */
  CHAIN_NAMES: { verdict: 'indeterminate', means: ['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'] },
  /** A certificate of the chain was signed with an algorithm, or has a key, that proves nothing today. */
  CHAIN_ALGORITHM: { verdict: 'indeterminate', means: ['INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE'] },
  /** Revoked now, and nothing proves that the signature is older. */
  REVOKED_NO_PROOF: { verdict: 'indeterminate', means: ['INDETERMINATE', 'REVOKED_NO_POE'] },
  /** Expired now, and nothing proves that the signature is older. */
  EXPIRED_NO_PROOF: { verdict: 'indeterminate', means: ['INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE'] },
  /** Revocation data is there, but nothing proves that it is older than the end of its own signer's certificate. */
  REVOCATION_NO_PROOF: { verdict: 'indeterminate', means: ['INDETERMINATE', 'NO_POE'] },
  /** Whether the certificate was revoked is not known from the file, and the app asks nobody on the network. */
  REVOCATION_UNKNOWN: { verdict: 'indeterminate', means: ['INDETERMINATE', 'TRY_LATER'] },
  /** Time stamps contradict each other. */
  TIMESTAMP_ORDER: { verdict: 'indeterminate', means: ['INDETERMINATE', 'TIMESTAMP_ORDER_FAILURE'] },
  /** The claimed time is outside a certificate's validity. */
  CERTIFICATE_NOT_VALID_THEN: { verdict: 'indeterminate', means: ['INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'] },
  /** The signature claims no time, or one that has not come yet, or one after its proof. */
  TIME_NOT_PLAUSIBLE: { verdict: 'indeterminate', means: ['INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'] },
} as const satisfies Record<string, ReasonMeaning>;

export type VerdictReason = keyof typeof REASON_MEANINGS;
export const VERDICT_REASONS = Object.keys(REASON_MEANINGS) as VerdictReason[];

/** The most that is reached; `timestamp`: a document time stamp; `other`: a signature below the baseline. */
export const SIGNATURE_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA', 'timestamp', 'other'] as const;
export type SignatureLevel = (typeof SIGNATURE_LEVELS)[number];

/**
 * `not-needed`: an anchor itself; `not-published`: the certificate names no place where revocation is told;
 * `revoked-later`: after the proven time; `unproven`: the data may be younger than its signer's certificate.
 */
export const REVOCATION_STATES = [
  'good',
  'revoked',
  'revoked-later',
  'unknown',
  'unproven',
  'not-published',
  'not-needed',
  'not-checked',
] as const;
export type RevocationState = (typeof REVOCATION_STATES)[number];

/** What proves that the signature is not younger. */
export const TIME_PROOFS = ['signature-timestamp', 'document-timestamp', 'now'] as const;
export type TimeProof = (typeof TIME_PROOFS)[number];

export interface CertificateFinding {
  readonly name: string;
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** One of the certificates that are trusted here. */
  readonly anchor: boolean;
  readonly revocation: RevocationState;
  readonly revocationSource: 'ocsp' | 'crl' | null;
  /** When the answer was made, and when the certificate was revoked; ISO 8601. */
  readonly answeredAt: string | null;
  readonly revokedAt: string | null;
}

export interface TimestampFinding {
  /** ISO 8601; null when it cannot be read. */
  readonly time: string | null;
  readonly authority: string | null;
  /** Whole, and its chain leads to a trusted certificate. */
  readonly trusted: boolean;
  readonly reasons: readonly VerdictReason[];
}

export interface SignatureFinding {
  /** Full name of the form field. */
  readonly field: string;
  /** Common name in the signer's certificate; null when it cannot be read. */
  readonly signer: string | null;
  /** True for the seal of a Netra vault, which vouches for wholeness and for no person. */
  readonly seal?: boolean | undefined;
  /** SHA-256 of the signer's certificate, lower-case hex. */
  readonly fingerprint: string | null;
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  readonly level: SignatureLevel;
  /** Key and digest, for example `RSA 3072, SHA-256`; null when the signature cannot be read. */
  readonly algorithm: string | null;
  /** ISO 8601, UTC; of a time stamp its own time, else what the signer's clock said. */
  readonly time: string | null;
  /** `claimed`: from the signer's own clock; `stamped`: a document time stamp's own time. */
  readonly timeSource: 'claimed' | 'stamped' | 'none';
  /** The earliest time at which the signature is proven to have existed. */
  readonly bestTime: string;
  readonly bestTimeProof: TimeProof;
  readonly integrity: 'intact' | 'broken';
  readonly chain: 'trusted' | 'untrusted' | 'not-checked';
  /** Of the signer's own certificate. */
  readonly revocation: RevocationState;
  /** From the signer's certificate upwards. */
  readonly certificates: readonly CertificateFinding[];
  /** Time stamps over the signature value. */
  readonly timestamps: readonly TimestampFinding[];
  /** DocMDP permission of a certifying signature: 1 nothing, 2 forms and signatures, 3 annotations too. */
  readonly certification: 1 | 2 | 3 | null;
  /** Fields that it locks: all, or these, or all but these. */
  readonly locks: { readonly action: 'All' | 'Include' | 'Exclude'; readonly fields: readonly string[] } | null;
  /** The revision this signature closes; the first is 1. */
  readonly revision: number | null;
  /** It covers the file to its end, but its own value. */
  readonly coversWholeFile: boolean;
  readonly reasons: readonly VerdictReason[];
}

export const CHANGE_KINDS = [
  'sign',
  'timestamp',
  'validation-data',
  'form-fill',
  'signature-field',
  'annotation',
  'metadata',
  'other',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface RevisionChange {
  readonly revision: number;
  readonly kind: ChangeKind;
  readonly allowed: boolean;
  /** Technical English, for example `Page 12: Contents`. */
  readonly what: string;
}

export interface RevisionFinding {
  /** From 1. */
  readonly number: number;
  /** Bytes of the file up to the end of this revision; null when it is not the end of a signed range or of the file. */
  readonly end: number | null;
  /** SHA-256 of the file up to there. */
  readonly sha256: string | null;
  /** Fields whose signatures close it. */
  readonly closedBy: readonly string[];
}

/** One thing with a time, in the order of time: what the file proves, and when. */
export interface ProofEvent {
  readonly time: string;
  readonly kind: 'claimed' | 'signature-timestamp' | 'document-timestamp' | 'revocation' | 'revoked';
  /** Field of the signature it belongs to. */
  readonly field: string;
  /** Who says so. */
  readonly by: string;
  /** Whether it proves anything: the signer's own clock does not. */
  readonly proven: boolean;
}

export interface AttachmentFinding {
  readonly name: string;
  /** Of the unpacked bytes, lower-case hex. */
  readonly sha256: string;
}

/** Vault, number of the entry, its hash: the text of the printed QR code (NETRA-LOG). */
export interface PrintedHead {
  readonly vault: string;
  readonly sequence: number;
  readonly hash: string;
}

export interface PdfVerification {
  readonly verdict: Verdict;
  /** Of all signatures together; null without any. */
  readonly indication: Indication | null;
  readonly subIndication: SubIndication | null;
  readonly reasons: readonly VerdictReason[];
  readonly signatures: readonly SignatureFinding[];
  readonly proofs: readonly ProofEvent[];
  readonly revisions: readonly RevisionFinding[];
  readonly changes: readonly RevisionChange[];
  readonly attachments: readonly AttachmentFinding[];
  /** SHA-256 of the whole file, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Bytes behind the end that nothing accounts for, white space aside. */
  readonly trailingBytes: number;
  /** NetraDocumentId in the file's information, as the newest revision says it; unproven by itself. */
  readonly identifier: string | null;
  /** What the information says the log's head was when it was printed; unproven by itself. */
  readonly printedHead: PrintedHead | null;
  /** ISO 8601: the time that was judged by. */
  readonly judgedAt: string;
}

/** The worst that the reasons make of it; `valid` only without any reason. */
export function verdictOf(reasons: readonly VerdictReason[]): Verdict {
  if (reasons.some((reason) => REASON_MEANINGS[reason].verdict === 'invalid')) return 'invalid';
  return reasons.length > 0 ? 'indeterminate' : 'valid';
}

export interface IndicationOfReasons {
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
}

/** The indication that reasons come to: a failure before a doubt, and of each the first in the list above. */
export function indicationOf(reasons: readonly VerdictReason[]): IndicationOfReasons {
  for (const wanted of ['TOTAL-FAILED', 'INDETERMINATE'] as const) {
    for (const reason of VERDICT_REASONS) {
      const { means } = REASON_MEANINGS[reason];
      if (means?.[0] === wanted && reasons.includes(reason)) return { indication: wanted, subIndication: means[1] };
    }
  }
  return { indication: 'TOTAL-PASSED', subIndication: null };
}
