/** Outreach (sosialisasi): sessions, who was invited and who was there, and the lists that come back. */
import { z } from 'zod';
import {
  OPEN_ROW_ENDS,
  OPEN_ROW_PURPOSES,
  OUTREACH_ENTRY_SOURCES,
  OUTREACH_SESSION_STATES,
} from '../domain/outreach/session-rules.ts';
import {
  day,
  done,
  fileToken,
  id,
  instant,
  line,
  page,
  reason,
  requiredLine,
  sha256,
  startedJob,
  text,
  viewHandle,
} from './common.ts';
import { defineOperation } from './operation.ts';
import { outreachPersonFilter } from './outreach-coverage.ts';
import { listedPerson } from './roster.ts';

const count = z.number().int().min(0);
/** HH:MM, or nothing said. */
const clock = z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]);
/** People of the roster that something is noted for. */
export const employeeIds = z.array(id).min(1).max(20_000);
export const outreachState = z.enum(OUTREACH_SESSION_STATES);
export const outreachSource = z.enum(OUTREACH_ENTRY_SOURCES);
export const openRowPurpose = z.enum(OPEN_ROW_PURPOSES);
const speaker = z.strictObject({ name: requiredLine.max(200), office: line.max(300).default('') });

/** A session as lists show it. */
export const outreachSessionRow = z.strictObject({
  id,
  /** "SOS-0001". */
  number: z.string(),
  topic: z.string(),
  speakers: z.array(z.strictObject({ name: z.string(), office: z.string() })),
  place: z.string(),
  online: z.boolean(),
  day,
  begins: z.string(),
  ends: z.string(),
  state: outreachState,
  invited: count,
  /** People of the roster who were there; guests are counted apart. */
  attended: count,
  guests: count,
  /** Rows of files that nobody has settled yet. */
  openRows: count,
});
export type OutreachSessionRow = z.infer<typeof outreachSessionRow>;

export const outreachMaterial = z.strictObject({
  id,
  name: z.string(),
  bytes: count,
  mime: z.string(),
  sha256,
  viewable: z.enum(['image', 'video', 'text', 'document', 'none']),
  addedAt: instant,
  addedBy: z.string(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
});
export type OutreachMaterial = z.infer<typeof outreachMaterial>;

export const outreachSheetInfo = z.strictObject({
  id,
  /** Counts the sheets of one session from 1; printed on it. */
  position: z.number().int().min(1),
  title: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  rows: count,
  /** How many of its rows are noted as having been there. */
  attended: count,
});
export type OutreachSheetInfo = z.infer<typeof outreachSheetInfo>;

/** A row of a file that is nobody's yet, as it was written. */
export const outreachOpenRow = z.strictObject({
  id,
  purpose: openRowPurpose,
  session: z.strictObject({ id, number: z.string(), topic: z.string() }).nullable(),
  pledgeKind: z.string().nullable(),
  signedOn: day.nullable(),
  fileName: z.string(),
  row: z.number().int().min(1),
  name: z.string(),
  nip: z.string(),
  unit: z.string(),
});
export type OutreachOpenRow = z.infer<typeof outreachOpenRow>;

export const outreachSessionPage = z.strictObject({
  session: outreachSessionRow.extend({
    summary: z.string(),
    note: z.string(),
    createdAt: instant,
    createdBy: z.string(),
  }),
  states: z.array(z.strictObject({ state: outreachState, at: instant, user: z.string(), reason: z.string() })),
  /** Where it may go from here. */
  next: z.array(outreachState),
  materials: z.array(outreachMaterial),
  sheets: z.array(outreachSheetInfo),
  openRows: z.array(outreachOpenRow),
});
export type OutreachSessionPage = z.infer<typeof outreachSessionPage>;

/** One entry of an attendance list: a person of the roster, or a guest. */
export const outreachAttendee = z.strictObject({
  id,
  employeeId: id.nullable(),
  name: z.string(),
  nip: z.string().nullable(),
  /** A guest's office stands here. */
  unit: z.string().nullable(),
  agency: z.string().nullable(),
  source: outreachSource,
  addedAt: instant,
  addedBy: z.string(),
  withdrawnAt: instant.nullable(),
  withdrawReason: z.string().nullable(),
});
export type OutreachAttendee = z.infer<typeof outreachAttendee>;

export const outreachInvitee = z.strictObject({ ...listedPerson, attended: z.boolean(), invitedAt: instant });
export type OutreachInvitee = z.infer<typeof outreachInvitee>;

/** A row of a file and who it may be. `employee`: by NIP or NIK, or as a proposal by name and unit. */
export const outreachFileRow = z.strictObject({
  row: z.number().int().min(1),
  name: z.string(),
  nip: z.string(),
  unit: z.string(),
  match: z.enum(['number', 'name', 'several', 'unknown', 'repeated', 'already']),
  employee: z.strictObject({ ...listedPerson }).nullable(),
});
export type OutreachFileRow = z.infer<typeof outreachFileRow>;

const column = z.number().int().min(0).max(511).nullable();
export const outreachColumns = z.strictObject({ name: column, nip: column, unit: column });
export type OutreachColumns = z.infer<typeof outreachColumns>;

/** For what a file is read: the attendance of a session, or who signed what on which day. */
const fileTarget = z.discriminatedUnion('purpose', [
  z.strictObject({ purpose: z.literal('attendance'), sessionId: id }),
  z.strictObject({
    purpose: z.literal('pledge'),
    kind: z.string().max(40),
    signedOn: day,
    sessionId: id.nullable().default(null),
  }),
]);

const windows = ['main'] as const;
const inVault = { runs: 'vault', windows, vault: 'unlocked' } as const;
const added = z.strictObject({ added: count, /** Noted before. */ already: count });

export const outreachOperations = {
  list: defineOperation({
    name: 'outreach.list',
    kind: 'query',
    ...inVault,
    input: z.strictObject({
      query: line.default(''),
      state: outreachState.optional(),
      from: day.optional(),
      to: day.optional(),
      withOpenRows: z.boolean().optional(),
      sort: z.enum(['day', 'topic', 'number', 'attended']).default('day'),
      descending: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(outreachSessionRow) }),
  }),
  get: defineOperation({
    name: 'outreach.get',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ id }),
    output: outreachSessionPage,
  }),
  /** A new session is planned; `id` changes one that is there. */
  save: defineOperation({
    name: 'outreach.save',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      id: id.nullable().default(null),
      topic: requiredLine.max(300),
      summary: text.default(''),
      speakers: z.array(speaker).max(20).default([]),
      place: line.max(300).default(''),
      online: z.boolean().default(false),
      day,
      begins: clock.default(''),
      ends: clock.default(''),
      note: text.default(''),
    }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  /** A reason is needed for all but holding a planned session. */
  setState: defineOperation({
    name: 'outreach.setState',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ id, state: outreachState, reason: line.default('') }),
    output: outreachSessionPage,
  }),
  /** Starts the job; its value is `{added, refused: [{name, code}]}`. */
  addMaterials: defineOperation({
    name: 'outreach.addMaterials',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ sessionId: id, files: z.array(fileToken).min(1).max(50) }),
    output: startedJob,
  }),
  withdrawMaterial: defineOperation({
    name: 'outreach.withdrawMaterial',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ id, reason }),
    output: done,
  }),
  /** Material or the scan of a pledge, until the lock; recorded in custody. */
  viewFile: defineOperation({
    name: 'outreach.viewFile',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ of: z.enum(['material', 'pledge']), id }),
    output: z.strictObject({ handle: viewHandle, name: z.string(), mime: z.string(), bytes: count }),
  }),
  saveFile: defineOperation({
    name: 'outreach.saveFile',
    kind: 'command',
    runs: 'main',
    windows,
    vault: 'unlocked',
    input: z.strictObject({ of: z.enum(['material', 'pledge']), id, name: requiredLine }),
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),

  invitees: defineOperation({
    name: 'outreach.invitees',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ sessionId: id, query: line.default(''), attended: z.boolean().optional(), ...page }),
    output: z.strictObject({ total: count, rows: z.array(outreachInvitee) }),
  }),
  /** By name, or everybody whom a filter of the coverage list names. Only while the session is planned. */
  invite: defineOperation({
    name: 'outreach.invite',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      sessionId: id,
      people: z.union([z.strictObject({ ids: employeeIds }), z.strictObject({ matching: outreachPersonFilter })]),
    }),
    output: added,
  }),
  uninvite: defineOperation({
    name: 'outreach.uninvite',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ sessionId: id, employeeIds }),
    output: z.strictObject({ removed: count }),
  }),

  attendance: defineOperation({
    name: 'outreach.attendance',
    kind: 'query',
    ...inVault,
    input: z.strictObject({
      sessionId: id,
      query: line.default(''),
      agency: line.optional(),
      guests: z.boolean().optional(),
      withdrawn: z.boolean().default(false),
      ...page,
    }),
    output: z.strictObject({ total: count, rows: z.array(outreachAttendee) }),
  }),
  /** OUTREACH_NOT_HELD while the session is planned or was cancelled. */
  addAttendance: defineOperation({
    name: 'outreach.addAttendance',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ sessionId: id, employeeIds, how: z.enum(['pick', 'unit']).default('pick') }),
    output: added,
  }),
  addGuest: defineOperation({
    name: 'outreach.addGuest',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ sessionId: id, name: requiredLine.max(200), office: line.max(300).default('') }),
    output: z.strictObject({ id }),
  }),
  withdrawAttendance: defineOperation({
    name: 'outreach.withdrawAttendance',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ ids: z.array(id).min(1).max(5_000), reason }),
    output: z.strictObject({ withdrawn: count }),
  }),

  /** Numbers the people of a session, of an OPD or of a unit, ordered by unit and name, and keeps the numbers. */
  makeSheet: defineOperation({
    name: 'outreach.makeSheet',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      sessionId: id,
      of: z.discriminatedUnion('people', [
        z.strictObject({ people: z.literal('invited') }),
        z.strictObject({ people: z.literal('unit'), unit: requiredLine }),
        z.strictObject({ people: z.literal('agency'), agency: requiredLine }),
      ]),
    }),
    output: z.strictObject({ id }),
  }),
  sheet: defineOperation({
    name: 'outreach.sheet',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ id }),
    output: z.strictObject({
      sheet: outreachSheetInfo,
      session: outreachSessionRow,
      rows: z.array(z.strictObject({ number: z.number().int().min(1), ...listedPerson, attended: z.boolean() })),
    }),
  }),
  /** Who stands at the typed numbers ("1-14, 16, 20"); changes nothing. OUTREACH_NUMBERS_UNREADABLE. */
  readSheet: defineOperation({
    name: 'outreach.readSheet',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ id, numbers: z.string().max(20_000) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          number: z.number().int(),
          name: z.string(),
          unit: z.string().nullable(),
          attended: z.boolean(),
        }),
      ),
      notOnSheet: z.array(z.number().int()),
      repeated: z.array(z.number().int()),
    }),
  }),
  /** Notes them as having been there. OUTREACH_NUMBERS_NOT_ON_SHEET when one is not: nothing is written then. */
  markSheet: defineOperation({
    name: 'outreach.markSheet',
    kind: 'command',
    ...inVault,
    input: z.strictObject({ id, numbers: z.string().min(1).max(20_000) }),
    output: added,
  }),

  /** Reads a list of people and says who each row may be; changes nothing. */
  previewFile: defineOperation({
    name: 'outreach.previewFile',
    kind: 'query',
    ...inVault,
    input: z.strictObject({
      target: fileTarget,
      file: fileToken,
      password: z.string().min(1).max(255).optional(),
      sheet: z.string().min(1).max(255).optional(),
      columns: outreachColumns.optional(),
    }),
    output: z.strictObject({
      rows: z.array(outreachFileRow),
      names: z.array(z.string()),
      sheet: z.string(),
      headings: z.array(z.string()),
      columns: outreachColumns,
      truncated: z.boolean(),
    }),
  }),
  /** What the officer made of the preview. Rows without a person become open rows, kept as written. */
  applyFile: defineOperation({
    name: 'outreach.applyFile',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      target: fileTarget,
      fileName: requiredLine,
      rows: z
        .array(
          z.strictObject({
            row: z.number().int().min(1),
            name: line,
            nip: line,
            unit: line,
            employeeId: id.nullable(),
            /** A person who is not of the roster, by the name and unit as written; attendance only. */
            guest: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(20_000),
    }),
    output: z.strictObject({ added: count, already: count, guests: count, open: count }),
  }),
  openRows: defineOperation({
    name: 'outreach.openRows',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ purpose: openRowPurpose.optional(), sessionId: id.optional() }),
    output: z.strictObject({ rows: z.array(outreachOpenRow) }),
  }),
  /** Says who it is, notes a guest, or drops it with a reason. */
  settleRow: defineOperation({
    name: 'outreach.settleRow',
    kind: 'command',
    ...inVault,
    input: z.strictObject({
      id,
      as: z.enum(OPEN_ROW_ENDS),
      employeeId: id.nullable().default(null),
      reason: line.default(''),
    }),
    output: done,
  }),

  /** Planned sessions, the nearest first; those whose day has passed stand first and want to be held or cancelled. */
  upcoming: defineOperation({
    name: 'outreach.upcoming',
    kind: 'query',
    ...inVault,
    input: z.strictObject({ limit: z.number().int().min(1).max(100).default(10) }),
    output: z.strictObject({ rows: z.array(outreachSessionRow) }),
  }),
};
