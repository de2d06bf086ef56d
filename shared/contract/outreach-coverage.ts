/** Who was taught and who was not: by person, by OPD, of one person, of a case. */
import { z } from 'zod';
import { day, id, line, page } from './common.ts';
import { defineOperation } from './operation.ts';
import { employmentStatus, listedPerson } from './roster.ts';

const count = z.number().int().min(0);
const inVault = { runs: 'vault', windows: ['main'], vault: 'unlocked' } as const;

/** Both days count. */
export const outreachPeriod = z.strictObject({ from: day, to: day });
export type OutreachPeriod = z.infer<typeof outreachPeriod>;

/** Whom the coverage counts: people who are in the roster now. */
const personFilter = {
  ...outreachPeriod.shape,
  query: line.default(''),
  agency: line.optional(),
  unit: line.optional(),
  status: employmentStatus.optional(),
  reached: z.boolean().optional(),
  /** Of `kind`, or of any kind. */
  signed: z.boolean().optional(),
  kind: z.string().max(40).optional(),
};
export const outreachPersonFilter = z.strictObject(personFilter);
export type OutreachPersonFilter = z.infer<typeof outreachPersonFilter>;

export const outreachPerson = z.strictObject({
  ...listedPerson,
  status: employmentStatus.nullable(),
  /** Held sessions of the period where the person was. */
  sessions: count,
  lastDay: day.nullable(),
  lastTopic: z.string().nullable(),
  /** Latest standing declaration of the period. */
  signedOn: day.nullable(),
  signedKind: z.string().nullable(),
});
export type OutreachPerson = z.infer<typeof outreachPerson>;

export const agencyCoverage = z.strictObject({
  /** Null for people without an OPD on record. */
  agency: z.string().nullable(),
  people: count,
  reached: count,
  signed: count,
});
export type AgencyCoverage = z.infer<typeof agencyCoverage>;

export const outreachCoverage = z.strictObject({
  period: outreachPeriod,
  /** Sessions held in the period. */
  sessions: count,
  /** Attendances of the roster's people in them; the same person may count several times. */
  attendances: count,
  guests: count,
  people: count,
  reached: count,
  signed: count,
  agencies: z.array(agencyCoverage),
});
export type OutreachCoverage = z.infer<typeof outreachCoverage>;

/** When one person was taught and what the person signed; withdrawn entries are left out. */
export const taughtPerson = z.strictObject({
  employeeId: id,
  name: z.string(),
  sessions: z.array(z.strictObject({ id, number: z.string(), topic: z.string(), day })),
  pledges: z.array(z.strictObject({ kindLabel: z.string(), signedOn: day })),
});
export type TaughtPerson = z.infer<typeof taughtPerson>;

export const outreachCoverageOperations = {
  /** Coverage by person: filter `reached: false` is the list of those to invite. */
  persons: defineOperation({
    name: 'outreach.persons',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ ...personFilter, ...page }),
    output: z.strictObject({ total: count, rows: z.array(outreachPerson) }),
  }),
  coverage: defineOperation({
    name: 'outreach.coverage',
    kind: 'query',
    ...inVault,
    input: outreachPeriod,
    output: outreachCoverage,
  }),
  taught: defineOperation({
    name: 'outreach.taught',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ employeeId: id }),
    output: taughtPerson,
  }),
  /** The same of every linked respondent of a case. */
  taughtOfCase: defineOperation({
    name: 'outreach.taughtOfCase',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ caseId: id }),
    output: z.strictObject({ rows: z.array(taughtPerson) }),
  }),
};
