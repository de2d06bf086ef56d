/** Whose an account is: reasons and counter-reasons, the grade they carry, and the accounts that a case is about. */
import { z } from 'zod';
import { GRADE_BASIS_CODES, GRADES, REASON_CODES, RECORD_FIELDS } from '../domain/roster/account-proof.ts';
import { id, instant, reason, text } from './common.ts';
import { defineOperation } from './operation.ts';
import { account } from './roster.ts';

export const grade = z.enum(GRADES);

export const proofReason = z.strictObject({
  id,
  kind: z.enum(REASON_CODES),
  note: z.string(),
  evidence: z
    .strictObject({
      id,
      number: z.string(),
      title: z.string(),
      /** False once it was withdrawn: then it backs nothing. */
      stands: z.boolean(),
    })
    .nullable(),
  /** The field of the person's record, with its value when the reason was given. */
  record: z.strictObject({ field: z.enum(RECORD_FIELDS), value: z.string() }).nullable(),
  addedAt: instant,
  addedBy: z.string(),
  closed: z
    .strictObject({ how: z.enum(['withdrawn', 'answered']), reason: z.string(), at: instant, by: z.string() })
    .nullable(),
});
export type ProofReason = z.infer<typeof proofReason>;

export const accountProof = z.strictObject({
  /** Its `confidence` is the grade that holds. */
  account,
  reasons: z.array(proofReason),
  carried: grade,
  basis: z.enum(GRADE_BASIS_CODES),
  /** The officer's lower grade, where there is one. */
  lowered: z.strictObject({ grade, reason: z.string(), at: instant, by: z.string() }).nullable(),
});
export type AccountProof = z.infer<typeof accountProof>;

/** The accounts through which a case's acts were done, each with the person it is held to be of. */
export const caseAccount = z.strictObject({
  id,
  respondentId: id,
  proof: accountProof,
  linkedAt: instant,
  unlinkedAt: instant.nullable(),
  unlinkReason: z.string().nullable(),
});
export const caseAccounts = z.strictObject({
  accounts: z.array(caseAccount),
  /** Accounts of the respondents' records that the case does not name yet. */
  offered: z.array(z.strictObject({ respondentId: id, account })),
});
export type CaseAccounts = z.infer<typeof caseAccounts>;

const command = { kind: 'command', runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;
const query = { ...command, kind: 'query' } as const;
export const accountProofOperations = {
  get: defineOperation({
    name: 'roster.proof',
    ...query,
    input: z.strictObject({ accountId: id }),
    output: accountProof,
  }),
  /** EVIDENCE_UNKNOWN for withdrawn evidence; INVALID_INPUT for a field that the person's record does not have. */
  addReason: defineOperation({
    name: 'roster.addProofReason',
    ...command,
    input: z.strictObject({
      accountId: id,
      kind: z.enum(REASON_CODES),
      evidenceId: id.nullable().default(null),
      record: z.enum(RECORD_FIELDS).nullable().default(null),
      note: text.default(''),
    }),
    output: accountProof,
  }),
  /** Withdraws a reason, or says how a counter-reason was met. Nothing is deleted. */
  closeReason: defineOperation({
    name: 'roster.closeProofReason',
    ...command,
    input: z.strictObject({ accountId: id, reasonId: id, how: z.enum(['withdrawn', 'answered']), reason }),
    output: accountProof,
  }),
  /** Sets a grade below what the reasons carry, or takes it back (null). GRADE_NOT_CARRIED for any other. */
  lower: defineOperation({
    name: 'roster.lowerGrade',
    ...command,
    input: z.strictObject({ accountId: id, grade: grade.nullable(), reason }),
    output: accountProof,
  }),
  caseAccounts: defineOperation({
    name: 'cases.accounts',
    ...query,
    input: z.strictObject({ caseId: id }),
    output: caseAccounts,
  }),
  /** Only an account of the respondent's own record (or of nobody's, for a respondent who is not known). */
  linkAccount: defineOperation({
    name: 'cases.linkAccount',
    ...command,
    input: z.strictObject({ caseId: id, respondentId: id, accountId: id }),
    output: caseAccounts,
  }),
  unlinkAccount: defineOperation({
    name: 'cases.unlinkAccount',
    ...command,
    input: z.strictObject({ caseId: id, linkId: id, reason }),
    output: caseAccounts,
  }),
};
