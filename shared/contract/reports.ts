/** Reports: preview, issue with a signature, kept with bytes and hash, verified. */
import { z } from 'zod';
import { MISSING_CODES } from '../domain/cases/missing.ts';
import { fileToken, id, instant, line, nothing, sha256, startedJob, viewHandle } from './common.ts';
import { defineOperation } from './operation.ts';
import { signatureChoice } from './signatures.ts';

export { type ReportVerdict, reportVerdict } from './report-verdict.ts';

export const reportKind = z.enum(['lengkap', 'disamarkan']);

export const reportOptions = z.strictObject({
  caseId: id,
  kind: reportKind,
  /** Blank prints dots to be filled by hand in the register. */
  number: line.default(''),
  recipient: line.default(''),
  subject: line.default(''),
  place: line.default(''),
});
export type ReportOptions = z.infer<typeof reportOptions>;

/** Value of a report-preview job: the draft is held in memory and served until the lock. */
export const reportPreview = z.strictObject({
  handle: viewHandle,
  pages: z.number().int(),
  bytes: z.number().int(),
  /** Codes of shared/domain/cases/missing.ts. */
  draftReasons: z.array(z.enum(MISSING_CODES)),
});

export const issuedReport = z.strictObject({
  id,
  /** Null and empty for a document about a day. */
  caseId: id.nullable(),
  caseNumber: z.string(),
  kind: reportKind,
  number: z.string(),
  issuedAt: instant,
  user: z.string(),
  sha256,
  bytes: z.number().int(),
  pages: z.number().int(),
  draft: z.boolean(),
  signer: z.string(),
  signerFingerprint: sha256,
  sealed: z.boolean(),
});
export type IssuedReport = z.infer<typeof issuedReport>;

const windows = ['main'] as const;
export const reportsOperations = {
  preview: defineOperation({
    name: 'reports.preview',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: reportOptions,
    output: startedJob,
  }),
  /** The job's value is an issuedReport. */
  issue: defineOperation({
    name: 'reports.issue',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: reportOptions.extend({ signature: signatureChoice }),
    output: startedJob,
  }),
  list: defineOperation({
    name: 'reports.list',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ caseId: id.optional() }),
    output: z.strictObject({ rows: z.array(issuedReport) }),
  }),
  /** Opens an issued document in the viewer: recorded in custody. */
  view: defineOperation({
    name: 'reports.view',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: z.strictObject({ handle: viewHandle, bytes: z.number().int() }),
  }),
  save: defineOperation({
    name: 'reports.save',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
  /** Checks any PDF against the vault's trust list; the job's value is a reportVerdict. */
  verify: defineOperation({
    name: 'reports.verify',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ file: fileToken }),
    output: startedJob,
  }),
  sealCertificate: defineOperation({
    name: 'reports.sealCertificate',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ fingerprint: sha256, pem: z.string(), subject: z.string(), validUntil: instant }),
  }),
  /** The receipt (tanda terima) of the vault as a PDF: identity, seal's fingerprint, log's head. */
  saveReceipt: defineOperation({
    name: 'reports.saveReceipt',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
  saveSealCertificate: defineOperation({
    name: 'reports.saveSealCertificate',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
};
