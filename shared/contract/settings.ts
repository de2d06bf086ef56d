/** Settings of the vault: letterhead, number templates, limits, locks. */
import { z } from 'zod';
import { EMPLOYMENT_STATUSES } from '../domain/roster/status.ts';
import { verificationState } from './cases.ts';
import { day, line, nothing, requiredLine } from './common.ts';
import { defineOperation } from './operation.ts';
import { publicReportSettings } from './public-reports-settings.ts';

export const letterhead = z.strictObject({
  government: line,
  agency: line,
  addressLines: z.array(line).max(4),
  phone: line,
  website: line,
  email: line,
  postalCode: line,
  city: line,
});
export const signatory = z.strictObject({ prefix: line, position: line, name: line, rank: line, nip: line });

/** Whom signatures may ask outside; with no address nothing ever is. Only a pengelola changes this. */
export const signatureServices = z.strictObject({
  /** Of the time stamp service (RFC 3161), http or https; empty: there is none. */
  timestampAddress: line.refine((text) => text === '' || /^https?:\/\/[^\s/]+/.test(text)),
  /** Hosts that may be asked for revocation data and issuers' certificates. */
  revocationHosts: z.array(line).max(20),
});

/** How soon a loss must be told to those whose data was lost (UU PDP): data that a lawyer verifies, like every legal row. */
export const breachNotice = z.strictObject({
  hours: z.number().int().min(1).max(8_760),
  basis: requiredLine,
  sourceUrl: line.nullable(),
  verification: verificationState,
  verifiedBy: line.nullable(),
  verifiedAt: day.nullable(),
});

export const settings = z.strictObject({
  letterhead,
  signatory,
  recipient: line,
  copies: z.array(line).max(10),
  caseNumberTemplate: line,
  reportNumberTemplate: line,
  timeZone: z.enum(['WIB', 'WITA', 'WIT']),
  paper: z.enum(['A4', 'F4']),
  /** Originals above this size (bytes) are listed in the report with their hash and travel in the case package. */
  attachmentLimitBytes: z.number().int().min(0).max(2_000_000_000),
  idleLockMinutes: z.number().int().min(1).max(240),
  lockDelayDuringJobsMinutes: z.number().int().min(0).max(240),
  backupReminderDays: z.number().int().min(1).max(365),
  contentProtection: z.boolean(),
  /** Words that this office uses for an employment status, beside the ones that are known (shared/domain/roster/status.ts). */
  statusSynonyms: z.array(z.strictObject({ words: requiredLine, status: z.enum(EMPLOYMENT_STATUSES) })).max(500),
  allowLocalNetworkCapture: z.boolean(),
  signatureServices,
  /** Whether documents that wait for a level are raised by themselves once the machine is connected; only a pengelola changes this. */
  raiseWhenOnline: z.boolean(),
  /** Named sessions of the office's own account may be kept; only a pengelola changes this. */
  officeAccountProfiles: z.boolean(),
  breachNotice,
  publicReports: publicReportSettings,
});
export type Settings = z.infer<typeof settings>;

export const settingsOperations = {
  get: defineOperation({
    name: 'settings.get',
    kind: 'query',
    runs: 'vault',
    windows: ['main'],
    vault: 'unlocked',
    input: nothing,
    output: settings,
  }),
  set: defineOperation({
    name: 'settings.set',
    kind: 'command',
    runs: 'vault',
    windows: ['main'],
    vault: 'unlocked',
    input: settings.partial(),
    output: settings,
  }),
};
