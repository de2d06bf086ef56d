/** The roster (daftar pegawai): inspect a file, plan, import, search, one person's page. */
import { z } from 'zod';
import { EMPLOYMENT_STATUSES } from '../domain/roster/status.ts';
import { ROSTER_FIELDS } from '../domain/roster/fields.ts';
import {
  address,
  day,
  fileToken,
  id,
  instant,
  line,
  nothing,
  page,
  requiredLine,
  sha256,
  startedJob,
  text,
} from './common.ts';
import { defineOperation } from './operation.ts';

export const rosterField = z.enum(ROSTER_FIELDS);
export const employmentStatus = z.enum(EMPLOYMENT_STATUSES);

export const proposedColumn = z.strictObject({
  /** 0-based position in the sheet. */
  column: z.number().int().min(0),
  heading: z.string(),
  field: rosterField.nullable(),
  score: z.number(),
  reason: z.string(),
});
export const rosterSheet = z.strictObject({
  name: z.string(),
  state: z.enum(['visible', 'hidden', 'very-hidden']),
  rows: z.number().int(),
  columns: z.number().int(),
  /** 0-based; null when no header row was found. */
  headerRow: z.number().int().nullable(),
  proposal: z.array(proposedColumn),
  notTaken: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
});
export type RosterSheet = z.infer<typeof rosterSheet>;

export const sheetMapping = z.strictObject({
  name: z.string(),
  headerRow: z.number().int().min(0),
  mapping: z.array(z.strictObject({ column: z.number().int().min(0), field: rosterField })).max(60),
  unitFromSheetName: z.boolean().default(false),
});
export type SheetMapping = z.infer<typeof sheetMapping>;

export const rowProblem = z.strictObject({
  sheet: z.string(),
  /** 1-based as the spreadsheet program shows it. */
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  value: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const rosterImportResult = z.strictObject({
  /** Present when something was written. */
  importId: id.nullable(),
  file: z.strictObject({ name: z.string(), bytes: z.number(), sha256 }),
  /** Rows of people that were read: those added, updated, unchanged and rejected. Blank and total rows are not. */
  read: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(rowProblem),
  warnings: z.array(rowProblem),
  /** The first 200 rows of what changes, for the preview. */
  changes: z.array(
    z.strictObject({
      kind: z.enum(['added', 'updated']),
      name: z.string(),
      identity: z.string(),
      fields: z.array(
        z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  ),
  mapping: z.array(sheetMapping),
  notTaken: z.array(z.string()),
});
export type RosterImportResult = z.infer<typeof rosterImportResult>;

export const employeeRow = z.strictObject({
  id,
  name: z.string(),
  nip: z.string().nullable(),
  nik: z.string().nullable(),
  status: employmentStatus.nullable(),
  grade: z.string().nullable(),
  rank: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  agency: z.string().nullable(),
  openCases: z.number().int(),
});
export type EmployeeRow = z.infer<typeof employeeRow>;

export const account = z.strictObject({
  id,
  employeeId: id.nullable(),
  platform: requiredLine,
  handle: z.string(),
  url: z.string(),
  confidence: z.enum(['terkonfirmasi', 'kuat', 'lemah', 'belum']),
  basis: z.string(),
  createdAt: instant,
});
export type Account = z.infer<typeof account>;

export const employeePage = z.strictObject({
  employee: employeeRow.extend({
    positionType: z.string().nullable(),
    sex: z.enum(['L', 'P']).nullable(),
    birthDate: day.nullable(),
    workEmail: z.string().nullable(),
    workPhone: z.string().nullable(),
    inLastRoster: z.boolean(),
  }),
  history: z.array(
    z.strictObject({
      validFrom: instant,
      validTo: instant.nullable(),
      position: z.string().nullable(),
      unit: z.string().nullable(),
      agency: z.string().nullable(),
      grade: z.string().nullable(),
      status: z.string().nullable(),
      source: z.string(),
    }),
  ),
  accounts: z.array(account),
  cases: z.array(z.strictObject({ id, number: z.string(), title: z.string(), status: z.string() })),
});

const windows = ['main'] as const;
export const rosterOperations = {
  /** Output of the job-free look into a file: sheets, header row, proposed mapping, first rows. */
  inspect: defineOperation({
    name: 'roster.inspect',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ file: fileToken }),
    output: z.strictObject({ format: z.string(), sheets: z.array(rosterSheet) }),
  }),
  /** dryRun tells what would be; the job's value is a rosterImportResult either way. */
  import: defineOperation({
    name: 'roster.import',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ file: fileToken, sheets: z.array(sheetMapping).min(1).max(200), dryRun: z.boolean() }),
    output: startedJob,
  }),
  list: defineOperation({
    name: 'roster.list',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      query: line.default(''),
      unit: line.optional(),
      agency: line.optional(),
      status: employmentStatus.optional(),
      grade: line.optional(),
      withCases: z.boolean().optional(),
      sort: z.enum(['name', 'nip', 'position', 'unit', 'grade', 'status']).default('name'),
      descending: z.boolean().default(false),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(employeeRow) }),
  }),
  facets: defineOperation({
    name: 'roster.facets',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({
      units: z.array(z.string()),
      agencies: z.array(z.string()),
      grades: z.array(z.string()),
      statuses: z.array(employmentStatus),
      total: z.number().int(),
    }),
  }),
  get: defineOperation({
    name: 'roster.get',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ id, asOf: instant.optional() }),
    output: employeePage,
  }),
  /** One person by hand, when there is no roster yet. */
  addPerson: defineOperation({
    name: 'roster.addPerson',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      name: requiredLine,
      nip: line.default(''),
      nik: line.default(''),
      status: employmentStatus.nullable().default(null),
      grade: line.default(''),
      position: line.default(''),
      unit: line.default(''),
      agency: line.default(''),
    }),
    output: employeeRow,
  }),
  saveAccount: defineOperation({
    name: 'roster.saveAccount',
    kind: 'command',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: z.strictObject({
      id: id.optional(),
      employeeId: id.nullable(),
      platform: requiredLine,
      handle: line,
      url: address,
      confidence: z.enum(['terkonfirmasi', 'kuat', 'lemah', 'belum']),
      basis: text,
    }),
    output: account,
  }),
  imports: defineOperation({
    name: 'roster.imports',
    kind: 'query',
    runs: 'vault',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({
      imports: z.array(
        z.strictObject({
          id,
          at: instant,
          user: z.string(),
          fileName: z.string(),
          sha256,
          read: z.number(),
          added: z.number(),
          updated: z.number(),
          unchanged: z.number(),
          rejected: z.number(),
        }),
      ),
    }),
  }),
};
