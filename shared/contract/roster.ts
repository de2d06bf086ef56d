/** The roster (daftar pegawai): search, one person's page, a person by hand, accounts. Importing is in roster-import.ts. */
import { z } from 'zod';
import { GRADES } from '../domain/roster/account-proof.ts';
import { EMPLOYMENT_STATUSES } from '../domain/roster/status.ts';
import { address, day, id, instant, line, nothing, page, requiredLine, text } from './common.ts';
import { defineOperation } from './operation.ts';

export const employmentStatus = z.enum(EMPLOYMENT_STATUSES);

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
  /** Since when the person is no longer in the roster; null for those who are. */
  goneSince: instant.nullable(),
});
export type EmployeeRow = z.infer<typeof employeeRow>;

/** Somebody of the roster, as far as another list names one. */
export const listedPerson = {
  employeeId: id,
  name: z.string(),
  nip: z.string().nullable(),
  position: z.string().nullable(),
  unit: z.string().nullable(),
  agency: z.string().nullable(),
};

export const account = z.strictObject({
  id,
  employeeId: id.nullable(),
  platform: requiredLine,
  handle: z.string(),
  url: z.string(),
  /** The grade that holds; it follows from the reasons (account-proof.ts). */
  confidence: z.enum(GRADES),
  basis: z.string(),
  createdAt: instant,
});
export type Account = z.infer<typeof account>;

export const employeePage = z.strictObject({
  /** The person now, or with `asOf` as of that day. */
  employee: employeeRow.extend({
    positionType: z.string().nullable(),
    sex: z.enum(['L', 'P']).nullable(),
    birthDate: day.nullable(),
    workEmail: z.string().nullable(),
    workPhone: z.string().nullable(),
  }),
  /** False when nothing was recorded for the day that was asked for: then the first known state stands for it. */
  known: z.boolean(),
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
      /** Only those who are (true) or are no longer (false) in the roster. */
      inRoster: z.boolean().optional(),
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
    input: z.strictObject({ id, asOf: day.optional() }),
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
      basis: text,
    }),
    output: account,
  }),
};
