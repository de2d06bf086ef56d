/** Shape of `netra report verify --json` and of the verification job's value; what it means: shared/domain/signature/verdict.ts. */
import { z } from 'zod';
import {
  CHANGE_KINDS,
  INDICATIONS,
  REVOCATION_STATES,
  SIGNATURE_LEVELS,
  SUB_INDICATIONS,
  TIME_PROOFS,
  VERDICT_REASONS,
} from '../domain/signature/verdict.ts';
import { RECOGNITIONS } from '../domain/signature/recognise.ts';
import { sha256 } from './common.ts';

const reason = z.enum(VERDICT_REASONS);
const time = z.iso.datetime();

const certificateFinding = z.strictObject({
  name: z.string(),
  fingerprint: sha256,
  notBefore: time,
  notAfter: time,
  anchor: z.boolean(),
  revocation: z.enum(REVOCATION_STATES),
  revocationSource: z.enum(['ocsp', 'crl']).nullable(),
  answeredAt: time.nullable(),
  revokedAt: time.nullable(),
});

const timestampFinding = z.strictObject({
  time: time.nullable(),
  authority: z.string().nullable(),
  trusted: z.boolean(),
  reasons: z.array(reason),
});

const signatureFinding = z.strictObject({
  field: z.string(),
  signer: z.string().nullable(),
  /** The seal of a Netra vault. */
  seal: z.boolean().optional(),
  fingerprint: sha256.nullable(),
  indication: z.enum(INDICATIONS),
  subIndication: z.enum(SUB_INDICATIONS).nullable(),
  level: z.enum(SIGNATURE_LEVELS),
  algorithm: z.string().nullable(),
  time: time.nullable(),
  timeSource: z.enum(['claimed', 'stamped', 'none']),
  bestTime: time,
  bestTimeProof: z.enum(TIME_PROOFS),
  integrity: z.enum(['intact', 'broken']),
  chain: z.enum(['trusted', 'untrusted', 'not-checked']),
  revocation: z.enum(REVOCATION_STATES),
  certificates: z.array(certificateFinding),
  timestamps: z.array(timestampFinding),
  certification: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  locks: z.strictObject({ action: z.enum(['All', 'Include', 'Exclude']), fields: z.array(z.string()) }).nullable(),
  revision: z.number().int().nullable(),
  coversWholeFile: z.boolean(),
  reasons: z.array(reason),
});

const proofEvent = z.strictObject({
  time,
  kind: z.enum(['claimed', 'signature-timestamp', 'document-timestamp', 'revocation', 'revoked']),
  field: z.string(),
  by: z.string(),
  proven: z.boolean(),
});

const attachmentFinding = z.strictObject({
  name: z.string(),
  sha256,
  /** The same bytes are in this vault; null without a vault. */
  inVault: z.boolean().nullable().optional(),
  /** An original of that name is in this vault, with other bytes. */
  differs: z.boolean().nullable().optional(),
});

/** One of the documents that this vault issued, as the file is or claims to be. */
const recognised = z.strictObject({
  match: z.enum(RECOGNITIONS),
  id: z.string(),
  number: z.string(),
  caseNumber: z.string().nullable(),
  issuedAt: z.string(),
  sha256,
  /** Who signed it, at its issue or later, and is not in this file. */
  missingSigners: z.array(z.string()),
});

export const reportVerdict = z.strictObject({
  verdict: z.enum(['valid', 'indeterminate', 'invalid']),
  indication: z.enum(INDICATIONS).nullable(),
  subIndication: z.enum(SUB_INDICATIONS).nullable(),
  reasons: z.array(reason),
  signatures: z.array(signatureFinding),
  proofs: z.array(proofEvent),
  revisions: z.array(
    z.strictObject({
      number: z.number().int(),
      end: z.number().int().nullable(),
      sha256: sha256.nullable(),
      closedBy: z.array(z.string()),
    }),
  ),
  changes: z.array(
    z.strictObject({
      revision: z.number().int(),
      kind: z.enum(CHANGE_KINDS),
      allowed: z.boolean(),
      what: z.string(),
    }),
  ),
  attachments: z.array(attachmentFinding),
  sha256,
  bytes: z.number().int(),
  trailingBytes: z.number().int(),
  identifier: z.string().nullable(),
  /** What stands in the file's information as the head of the log that it was printed from. */
  printedHead: z.strictObject({ vault: z.string(), sequence: z.number().int(), hash: sha256 }).nullable(),
  judgedAt: time,
  /** Whether it is one of ours, unchanged or with later signatures; null without a vault. */
  issuedHere: z.boolean().nullable().optional(),
  recognised: recognised.nullable().optional(),
  custodyHead: z
    .strictObject({ sequence: z.number().int(), hash: z.string(), ancestor: z.boolean() })
    .nullable()
    .optional(),
});
export type ReportVerdict = z.infer<typeof reportVerdict>;
