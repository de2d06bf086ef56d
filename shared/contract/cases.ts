/** Cases (kasus): a registration number, respondents, allegations, status with a history. Always "dugaan". */
import { z } from 'zod';
import { CASE_STATUSES } from '../domain/cases/status.ts';
import { packageOptions } from './case-package.ts';
import { day, done, id, instant, line, nothing, page, reason, requiredLine, startedJob, text } from './common.ts';
import { defineOperation } from './operation.ts';
import { recapCell } from './recap-cell.ts';

export const caseStatus = z.enum(CASE_STATUSES);
export const caseSource = z.enum(['temuan', 'laporan', 'aduan', 'penerusan']);
export const candidateStatus = z.enum(['bakal_calon', 'calon', 'tidak_diketahui']);
export const electionRegime = z.enum(['PEMILU', 'PILKADA']);
export const verificationState = z.enum([
  'salinan_dibaca',
  'sumber_sekunder',
  'inferensi',
  'ingatan',
  'konflik',
  'diverifikasi',
]);

/** A row of the legal reference table (SKB annex and its bases): data, never code. */
export const legalReference = z.strictObject({
  code: z.string(),
  category: z.enum(['kode_etik', 'disiplin']),
  text: z.string(),
  candidate: z.string().nullable(),
  socialMedia: z.enum(['ya', 'tidak', 'mungkin']),
  prohibitionBasis: z.string().nullable(),
  sanctionBasis: z.string().nullable(),
  sanction: z.string(),
  note: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  verification: verificationState,
  verifiedBy: z.string().nullable(),
  verifiedAt: day.nullable(),
});
export type LegalReference = z.infer<typeof legalReference>;

/** The person as of a day, frozen into the case; a correction keeps the old block. */
export const personBlock = z.strictObject({
  name: z.string(),
  nip: z.string().nullable(),
  nik: z.string().nullable(),
  status: z.string().nullable(),
  rank: z.string().nullable(),
  grade: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  agency: z.string().nullable(),
  asOf: instant,
});
export type PersonBlock = z.infer<typeof personBlock>;

export const respondent = z.strictObject({
  id,
  employeeId: id.nullable(),
  /** Null while the person is not known: then the account stands for it, or "belum diketahui". */
  person: personBlock.nullable(),
  accountText: z.string().nullable(),
  linkedAt: instant,
  reason: z.string(),
  unlinkedAt: instant.nullable(),
  unlinkReason: z.string().nullable(),
  earlierBlocks: z.array(personBlock),
});
export type Respondent = z.infer<typeof respondent>;

export const allegation = z.strictObject({
  id,
  reference: legalReference,
  regime: electionRegime.nullable(),
  candidateStatus: candidateStatus,
  primary: z.boolean(),
  addedAt: instant,
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
});

export const caseRow = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  status: caseStatus,
  source: caseSource,
  openedAt: instant,
  respondents: z.string(),
  evidenceCount: z.number().int(),
  allegationCodes: z.array(z.string()),
  missing: z.array(z.string()),
});
export type CaseRow = z.infer<typeof caseRow>;

export const casePage = z.strictObject({
  case: caseRow.extend({
    narrative: z.string(),
    notes: z.string(),
    actDate: day.nullable(),
    actDateText: z.string(),
    candidateStatus,
    regime: electionRegime.nullable(),
    accountText: z.string(),
  }),
  respondents: z.array(respondent),
  allegations: z.array(allegation),
  statusHistory: z.array(z.strictObject({ status: caseStatus, at: instant, user: z.string(), reason: z.string() })),
  /** What happened to the case and to the evidence that is or was filed in it, oldest first. */
  thread: z.array(
    z.strictObject({
      sequence: z.number().int(),
      at: instant,
      user: z.string(),
      action: z.string(),
      evidenceNumber: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** What the strip shows as missing before the case stands up: codes of shared/domain/cases/missing.ts. */
  missing: z.array(z.string()),
});
export type CasePage = z.infer<typeof casePage>;

const windows = ['main'] as const;
export const casesOperations = {
  list: defineOperation({
    name: 'cases.list',
    kind: 'query',
    runs: 'vault',
    windows: ['main', 'capture-toolbar'],
    vault: 'unlocked',
    input: z.strictObject({
      query: line.default(''),
      status: caseStatus.optional(),
      source: caseSource.optional(),
      /** Only those that are neither finished nor stopped. */
      openOnly: z.literal(true).optional(),
      /** Only the cases that a cell of the recap counts. */
      counted: recapCell.optional(),
      sort: z.enum(['number', 'openedAt', 'title', 'status']).default('openedAt'),
      descending: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(caseRow) }),
  }),
  get: defineOperation({
    name: 'cases.get',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: casePage,
  }),
  create: defineOperation({
    name: 'cases.create',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      title: line.default(''),
      source: caseSource.default('temuan'),
      employeeId: id.nullable().default(null),
      accountText: line.default(''),
      reason: line.default(''),
      actDate: day.nullable().default(null),
      candidateStatus: candidateStatus.default('tidak_diketahui'),
      regime: electionRegime.nullable().default(null),
      narrative: text.default(''),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  update: defineOperation({
    name: 'cases.update',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      id,
      title: line.optional(),
      source: caseSource.optional(),
      narrative: text.optional(),
      notes: text.optional(),
      actDate: day.nullable().optional(),
      actDateText: line.optional(),
      candidateStatus: candidateStatus.optional(),
      regime: electionRegime.nullable().optional(),
      accountText: line.optional(),
    }),
    output: casePage,
  }),
  setStatus: defineOperation({
    name: 'cases.setStatus',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, status: caseStatus, reason }),
    output: casePage,
  }),
  linkRespondent: defineOperation({
    name: 'cases.linkRespondent',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      id,
      employeeId: id.nullable(),
      accountText: line.default(''),
      reason,
      asOf: instant.optional(),
    }),
    output: casePage,
  }),
  unlinkRespondent: defineOperation({
    name: 'cases.unlinkRespondent',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, respondentId: id, reason }),
    output: casePage,
  }),
  /** Freezes the person's block anew (after a correction or for another day); the old block stays. */
  refreezePerson: defineOperation({
    name: 'cases.refreezePerson',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, respondentId: id, asOf: instant.optional(), reason }),
    output: casePage,
  }),
  addAllegation: defineOperation({
    name: 'cases.addAllegation',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, code: requiredLine, primary: z.boolean().default(false) }),
    output: casePage,
  }),
  withdrawAllegation: defineOperation({
    name: 'cases.withdrawAllegation',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, allegationId: id, reason }),
    output: casePage,
  }),
  /**
   * Asks where to, then writes the package there, as a new folder or as one file. The job's value is a casePackaged
   * (case-package.ts); CANCELLED when the dialog was closed.
   */
  package: defineOperation({
    name: 'cases.package',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: packageOptions.extend({ id }),
    output: startedJob,
  }),
  legalReferences: defineOperation({
    name: 'cases.legalReferences',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ rows: z.array(legalReference) }),
  }),
  /** Records who verified a row, when and where it can be read; or edits its text. */
  saveLegalReference: defineOperation({
    name: 'cases.saveLegalReference',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: legalReference,
    output: done,
  }),
};
