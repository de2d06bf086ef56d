/**
 * Importing a roster: look into a file, plan (nothing is written), look through the plan, apply what was left in it, undo.
 * A plan lives in the vault program's memory until the next plan, the lock, or its apply; of the file itself only name,
 * size, SHA-256, sheets, header fingerprints and counts are ever stored.
 */
import { z } from 'zod';
import { NIP_EVIDENCE } from '../domain/roster/nip-doctor.ts';
import { ROSTER_FIELDS } from '../domain/roster/fields.ts';
import { PLAN_ROW_KINDS, ROSTER_SCOPES } from '../domain/roster/plan-kinds.ts';
import { day, fileToken, id, instant, line, nothing, page, requiredLine, sha256, startedJob } from './common.ts';
import { defineOperation } from './operation.ts';
import { ROSTER_FORMATS, topRow } from './roster-job.ts';

export const rosterField = z.enum(ROSTER_FIELDS);
/** What each line of a sheet is: a person, or one social-media account of a person. */
export const sheetKind = z.enum(['people', 'accounts']);

export const proposedColumn = z.strictObject({
  /** 0-based position in the sheet. */
  column: z.number().int().min(0),
  heading: z.string(),
  field: rosterField.nullable(),
  score: z.number(),
  /** One of COLUMN_REASONS. */
  reason: z.string(),
});
export const rosterSheet = z.strictObject({
  name: z.string(),
  state: z.enum(['visible', 'hidden', 'very-hidden']),
  rows: z.number().int(),
  columns: z.number().int(),
  /** 0-based; null when no header row was found. */
  headerRow: z.number().int().nullable(),
  /** Null without a header. Same fingerprint, same layout. */
  headerFingerprint: sha256.nullable(),
  /** True when the proposal is what a user chose for the same layout before. */
  remembered: z.boolean(),
  /** From the override or the remembered layout. */
  unitFromSheetName: z.boolean(),
  kind: sheetKind,
  proposal: z.array(proposedColumn),
  notTaken: z.array(z.string()),
  /** The first rows as they would be taken, by field; `row` is the row's number, `rejected` the code of a refusal. */
  sample: z.array(z.record(z.string(), z.string())),
  /** The first different values of each column that is taken, as written, by field. */
  values: z.record(z.string(), z.array(z.string())),
  /** The rows down to the header, and the "1 2 3" below it; the first rows where no header was found. */
  top: z.array(topRow),
});
export type RosterSheet = z.infer<typeof rosterSheet>;

/** What a look into a file tells. The value of a "roster.open" job. */
export const rosterLook = z.strictObject({ format: z.enum(ROSTER_FORMATS), sheets: z.array(rosterSheet) });
export type RosterLook = z.infer<typeof rosterLook>;

export const sheetMapping = z.strictObject({
  name: z.string(),
  /** 0-based, the header's last row. */
  headerRow: z.number().int().min(0),
  mapping: z.array(z.strictObject({ column: z.number().int().min(0), field: rosterField })).max(60),
  unitFromSheetName: z.boolean().default(false),
  kind: sheetKind.default('people'),
});
export type SheetMapping = z.infer<typeof sheetMapping>;

/** The password of a protected file; used once, kept nowhere. */
const filePassword = z.string().max(255).optional();

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export const rowProblem = z.strictObject({
  sheet: z.string(),
  /** 1-based as the spreadsheet program shows it. */
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  params,
  value: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const planRowKind = z.enum(PLAN_ROW_KINDS);
export type PlanRowKind = z.infer<typeof planRowKind>;

/** Whom an identity that Excel has damaged may belong to: offered, never taken by itself. */
export const identityProposal = z.strictObject({
  employeeId: id,
  name: z.string(),
  nip: z.string().nullable(),
  unit: z.string().nullable(),
  evidence: z.array(z.enum(NIP_EVIDENCE)).min(1),
});
export type IdentityProposal = z.infer<typeof identityProposal>;

/** A social-media account that would be recorded. */
export const plannedAccount = z.strictObject({
  platform: z.string(),
  handle: z.string(),
  /** "" where only the name of the account is given. */
  url: z.string(),
  /** What the file remarks about it, else "". */
  note: z.string(),
});
export type PlannedAccountRow = z.infer<typeof plannedAccount>;

export const planRow = z.strictObject({
  /** Number within the plan; what is excluded or accepted is named by it. */
  id: z.number().int().min(0),
  kind: planRowKind,
  /** Null for people who are gone: they stand in no sheet. */
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  employeeId: id.nullable(),
  name: z.string(),
  /** NIP, else NIK, else "". */
  identity: z.string(),
  unit: z.string().nullable(),
  /** What changes, field by field; of those who are new everything that is written, with nothing before. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Why it was refused, or what is doubtful about it. */
  findings: z.array(rowProblem),
  proposal: identityProposal.nullable(),
  /** The social-media accounts that it brings and that are not on record yet. */
  accounts: z.array(plannedAccount),
});
export type PlanRow = z.infer<typeof planRow>;

/** Where a row of a plan comes from, which the next plan of the same file has too; people who are gone stand in no sheet. */
export const planPlace = planRow.pick({ sheet: true, row: true, employeeId: true });
export type PlanPlace = z.infer<typeof planPlace>;

export const rosterScope = z.enum(ROSTER_SCOPES);

const file = z.strictObject({ name: z.string(), bytes: z.number(), sha256 });
const dropped = z.strictObject({
  blank: z.number().int(),
  totals: z.number().int(),
  section: z.number().int(),
  signature: z.number().int(),
  numbering: z.number().int(),
  repeatedHeader: z.number().int(),
});

/** What an import would do. The value of a "roster.plan" job. */
export const rosterPlan = z.strictObject({
  planId: id,
  file,
  asOf: day,
  scope: rosterScope,
  /** Rows that were read as people or accounts, refused ones included; blank and total rows are not. */
  read: z.number().int(),
  counts: z.record(planRowKind, z.number().int()),
  /** Rows that would be taken and have something doubtful. */
  doubtful: z.number().int(),
  /** Accounts that are new. */
  accounts: z.number().int(),
  /** New accounts by the kind of the row that brings them; those of proposals wait for their consent. */
  accountsOf: z.record(planRowKind, z.number().int()),
  dropped,
  /** Findings about the file or a sheet, not about a row. */
  notices: z.array(rowProblem),
  notTaken: z.array(z.string()),
  mapping: z.array(sheetMapping),
});
export type RosterPlan = z.infer<typeof rosterPlan>;

/** What an import did. The value of a "roster.apply" job. */
export const rosterImportResult = z.strictObject({
  importId: id,
  file,
  read: z.number().int(),
  added: z.number().int(),
  /** Changed, moved and returned people, and accepted proposals. */
  updated: z.number().int(),
  unchanged: z.number().int(),
  gone: z.number().int(),
  accounts: z.number().int(),
  /** Rows of the plan that were not taken: refused, in conflict, proposals that were not accepted. */
  rejected: z.number().int(),
  /** Rows that the user left out. */
  excluded: z.number().int(),
});
export type RosterImportResult = z.infer<typeof rosterImportResult>;

/** Something that was built on an import and would lose its ground. */
export const importDependent = z.strictObject({
  kind: z.enum(['case', 'account', 'account-reason', 'monitoring', 'later-import', 'edited-person']),
  employeeId: id.nullable(),
  name: z.string(),
  /** A case's number, an account's platform, a later import's file name; else "". */
  detail: z.string(),
});
export type ImportDependent = z.infer<typeof importDependent>;

const windows = ['main'] as const;
const unlockedQuery = { kind: 'query', runs: 'vault', windows, vault: 'unlocked' } as const;
const unlockedCommand = { kind: 'command', runs: 'vault', windows, vault: 'unlocked' } as const;

export const rosterImportOperations = {
  /** The job-free look into a file: sheets, header row, proposed mapping, first rows. */
  inspect: defineOperation({
    name: 'roster.inspect',
    ...unlockedQuery,
    input: z.strictObject({
      file: fileToken,
      password: filePassword,
      /** Shows the sheets under the user's own choice of header row and columns. */
      overrides: z.array(sheetMapping.partial({ mapping: true, unitFromSheetName: true, kind: true })).default([]),
    }),
    output: rosterLook,
  }),
  /** The first look into a file, which may take long: a job that can be stopped. Its value is a RosterLook. */
  open: defineOperation({
    name: 'roster.open',
    ...unlockedCommand,
    input: z.strictObject({ file: fileToken, password: filePassword }),
    output: startedJob,
  }),
  plan: defineOperation({
    name: 'roster.plan',
    ...unlockedCommand,
    input: z.strictObject({
      file: fileToken,
      password: filePassword,
      sheets: z.array(sheetMapping).min(1).max(200),
      /** The day the roster describes ("keadaan per"); today when it is not said. */
      asOf: day.optional(),
      scope: rosterScope.default('units'),
    }),
    output: startedJob,
  }),
  /** ROSTER_PLAN_UNKNOWN when the plan is not there any more. */
  planRows: defineOperation({
    name: 'roster.planRows',
    ...unlockedQuery,
    input: z.strictObject({
      planId: id,
      kinds: z.array(planRowKind).default([]),
      /** Only rows with something doubtful. */
      doubtful: z.boolean().default(false),
      /** Only rows that bring accounts which are, or on consent would be, recorded. */
      accounts: z.boolean().default(false),
      query: line.default(''),
      /** Only the rows of these places. A person is asked for only where there is no sheet. */
      places: z.array(planPlace).max(1_000).optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(planRow) }),
  }),
  /** ROSTER_PLAN_UNKNOWN; ROSTER_PLAN_STALE when the roster was changed since; ROSTER_NOTHING_TO_IMPORT. */
  apply: defineOperation({
    name: 'roster.apply',
    ...unlockedCommand,
    input: z.strictObject({
      planId: id,
      /** Kinds that are left out whole. */
      excludedKinds: z.array(planRowKind).default([]),
      excludedRows: z.array(z.number().int().min(0)).max(200_000).default([]),
      /** Rows of kind "proposed" that the user confirmed. */
      acceptedRows: z.array(z.number().int().min(0)).max(200_000).default([]),
      /** False leaves out all accounts; the people are taken without them. */
      accounts: z.boolean().default(true),
    }),
    output: startedJob,
  }),
  imports: defineOperation({
    name: 'roster.imports',
    ...unlockedQuery,
    input: nothing,
    output: z.strictObject({
      imports: z.array(
        z.strictObject({
          id,
          at: instant,
          asOf: day,
          user: z.string(),
          fileName: z.string(),
          sha256,
          read: z.number(),
          added: z.number(),
          updated: z.number(),
          unchanged: z.number(),
          gone: z.number(),
          accounts: z.number(),
          rejected: z.number(),
          excluded: z.number(),
          undoneAt: instant.nullable(),
          undoneBy: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** What stands in the way of undoing an import; empty when it can be undone. */
  undoCheck: defineOperation({
    name: 'roster.undoCheck',
    ...unlockedQuery,
    input: z.strictObject({ importId: id }),
    output: z.strictObject({ dependents: z.array(importDependent), total: z.number().int() }),
  }),
  /** Puts everything back as it was before the import, in one transaction. ROSTER_IMPORT_IN_USE, ROSTER_IMPORT_UNDONE. */
  undo: defineOperation({
    name: 'roster.undo',
    ...unlockedCommand,
    input: z.strictObject({ importId: id }),
    output: z.strictObject({ removed: z.number().int(), restored: z.number().int() }),
  }),
  /** Asks where to, then writes refused, proposed and doubtful rows as a workbook that can be filled in and imported again. */
  saveCorrections: defineOperation({
    name: 'roster.saveCorrections',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ planId: id, fileName: requiredLine }),
    output: z.strictObject({ saved: z.boolean(), name: z.string(), rows: z.number().int() }),
  }),
  /** Asks where to, then writes a blank roster workbook. */
  saveTemplate: defineOperation({
    name: 'roster.saveTemplate',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: nothing,
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
};
