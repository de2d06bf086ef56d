/** The roster worker's job, what it answers, and the lines it streams: both sides parse what they are sent. */
import { z } from 'zod';
import { sheetCellsJob } from './sheet-cells.ts';
import { ROSTER_FIELDS } from '../domain/roster/fields.ts';
import { COLUMN_REASONS } from '../domain/roster/headings.ts';
import { ROW_REJECTIONS, ROW_WARNINGS } from '../domain/roster/row-codes.ts';
import { EMPLOYMENT_STATUSES } from '../domain/roster/status.ts';

/** Columns that are looked at; a roster is narrower by far. */
export const ROSTER_COLUMNS_READ = 512;
/** Characters of a value that a person's record may carry. */
export const ROSTER_VALUE_CHARACTERS = 500;

/** What a roster file can be, told by its content and never by its name. */
export const ROSTER_FORMATS = ['xlsx', 'xlsb', 'xls', 'ods', 'xml-2003', 'html', 'csv', 'tsv'] as const;
export type RosterFormat = (typeof ROSTER_FORMATS)[number];

const sheetName = z.string().min(1).max(255);
/** 0-based number of the header's last row, blank rows counted: data begin below it. */
const headerRow = z.int().min(0).max(1_048_575);
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

const columnChoice = z.strictObject({
  /** 0-based position in the sheet. */
  column: z
    .int()
    .min(0)
    .max(ROSTER_COLUMNS_READ - 1),
  field: z.enum(ROSTER_FIELDS),
});
export type ColumnChoice = z.infer<typeof columnChoice>;

const mapping = z
  .array(columnChoice)
  .min(1)
  .max(ROSTER_FIELDS.length)
  .refine((choices) => new Set(choices.map(({ field }) => field)).size === choices.length, 'a field is mapped twice')
  .refine(
    (choices) => new Set(choices.map(({ column }) => column)).size === choices.length,
    'a column is mapped twice',
  );

/** How one sheet is read. */
const sheetChoice = z.strictObject({
  name: sheetName,
  headerRow,
  mapping,
  /** The sheet is named after its OPD: fills agency and unit where a row has none. */
  unitFromSheetName: z.boolean().default(false),
  /** Whether a line is a person, or one account of a person. */
  kind: z.enum(['people', 'accounts']).default('people'),
});
export type SheetChoice = z.infer<typeof sheetChoice>;

/** Of a file that is locked with one: what Excel itself takes at most. Never kept, never logged. */
const password = z.string().min(1).max(255).optional();

/** The office's own words for a status (form of `wordsOf`), before the known ones. */
const statusSynonyms = z.record(z.string().max(500), z.enum(EMPLOYMENT_STATUSES)).default({});

/** `inspect` looks without taking anything; with `overrides` it shows the preview under a user's own choices. */
export const rosterJobSchema = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('inspect'),
    password,
    /** What an override leaves out is found as without one. */
    overrides: z
      .array(
        sheetChoice.extend({
          mapping: mapping.optional(),
          unitFromSheetName: z.boolean().optional(),
          kind: z.enum(['people', 'accounts']).optional(),
        }),
      )
      .default([]),
    statusSynonyms,
  }),
  z.strictObject({
    mode: z.literal('read'),
    password,
    sheets: z
      .array(sheetChoice)
      .min(1)
      .max(512)
      .refine((sheets) => new Set(sheets.map(({ name }) => name)).size === sheets.length, 'a sheet is named twice'),
    statusSynonyms,
  }),
  sheetCellsJob,
]);
export type RosterJob = z.infer<typeof rosterJobSchema>;

/** One column of a proposal: what it would be read as, how sure (0 to 1), and why. */
const proposedColumnSchema = z.strictObject({
  column: count,
  heading: z.string(),
  field: z.enum(ROSTER_FIELDS).nullable(),
  score: z.number().min(0).max(1),
  reason: z.enum(COLUMN_REASONS),
});

/** A row above the data, for the eye: what stands over the header, the header itself, the "1 2 3" below it. */
export const topRow = z.strictObject({
  /** From 1, as the spreadsheet program shows it. */
  row: z.int().min(1),
  part: z.enum(['above', 'header', 'numbering']),
  /** Its cells that hold something, in order, one line each, bounded. */
  texts: z.array(z.string()),
});

const inspectedSheetSchema = z.strictObject({
  name: z.string(),
  state: z.enum(['visible', 'hidden', 'very-hidden']),
  /** Number of the last row with a value. */
  rows: count,
  /** Columns up to the right-most one with a value. */
  columns: count,
  /** 0-based; null when no header was found in the first thirty rows. */
  headerRow: headerRow.nullable(),
  /** Over the headings and their places; null without a header. */
  headerFingerprint: sha256Hex.nullable(),
  /** True when the vault answered the question LAYOUT_QUESTION for this fingerprint. */
  remembered: z.boolean(),
  /** From the override or the remembered layout; otherwise false. */
  unitFromSheetName: z.boolean(),
  kind: z.enum(['people', 'accounts']),
  proposal: z.array(proposedColumnSchema),
  /** Headings of the columns that are not read. */
  notTaken: z.array(z.string()),
  /** The first twenty rows as they would be taken, by field; `row` is the row's number, `rejected` the code of a refusal. */
  sample: z.array(z.record(z.string(), z.string())),
  /** The first different values of each column that is taken, as written, by field. */
  values: z.record(z.string(), z.array(z.string())),
  /** The rows down to the header; the first rows where none was found. */
  top: z.array(topRow),
});
export type InspectedSheet = z.infer<typeof inspectedSheetSchema>;

export const inspectResultSchema = z.strictObject({
  format: z.enum(ROSTER_FORMATS),
  sheets: z.array(inspectedSheetSchema),
});
export type InspectResult = z.infer<typeof inspectResultSchema>;

const value = z.string().max(ROSTER_VALUE_CHARACTERS);

/** The worker asks this with a `layoutQuestion`, once a sheet; answered with a `layoutAnswer`. */
export const LAYOUT_QUESTION = 'layout';
export const layoutQuestion = z.strictObject({ fingerprint: sha256Hex });
/** What a user chose for this layout before, or null. */
export const layoutAnswer = z
  .strictObject({
    mapping,
    unitFromSheetName: z.boolean(),
    kind: z.enum(['people', 'accounts']),
  })
  .nullable();
export type LayoutAnswer = z.infer<typeof layoutAnswer>;

const findingParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const finding = {
  /** Letters, as the spreadsheet shows them; null when it is about the row. */
  column: z.string().nullable(),
  /** What the sentence for the code may name. */
  params: findingParams,
  /** The cell as written, one line, bounded. */
  value: z.string(),
};
/** The taken cells as written, by field: what a correction workbook shows. */
const writtenCells = z.partialRecord(z.enum(ROSTER_FIELDS), value);

/** A public account as a roster states it: `handle` without "@", `url` as written; at least one of the two is filled. */
const rosterAccountSchema = z.strictObject({
  /** As in SOCIAL_PLATFORMS, or as written when it is none of them. */
  platform: value.min(1),
  handle: value,
  url: value,
  note: value,
});
export type RosterAccount = z.infer<typeof rosterAccountSchema>;

/** One person as a roster states it: a line of the worker's output "rows" (JSON, one a line). */
export const rosterRowSchema = z.strictObject({
  sheet: z.string(),
  /** 1-based, as the spreadsheet program shows it. */
  row: z.int().min(1),
  /** 18 digits. */
  nip: z.string().length(18).nullable(),
  /** 16 digits. */
  nik: z.string().length(16).nullable(),
  nipLama: z.string().length(9).nullable(),
  /** As written, with titles. */
  name: z
    .string()
    .min(1)
    .max(4 * ROSTER_VALUE_CHARACTERS),
  /** Lower case, without titles. */
  searchName: value,
  sex: z.enum(['L', 'P']).nullable(),
  /** From its own column only. */
  birthDate: z.iso.date().nullable(),
  /** From its column, the sheet's name, or the form of the NIP (then the sheet has a STATUS_FROM_NIP notice). */
  status: z.enum(EMPLOYMENT_STATUSES).nullable(),
  /** `III/a`, `IX`, or as written when it was not understood. */
  grade: value.nullable(),
  rank: value.nullable(),
  position: value.nullable(),
  positionType: value.nullable(),
  unit: value.nullable(),
  agency: value.nullable(),
  workEmail: value.nullable(),
  workPhone: value.nullable(),
  accounts: z.array(rosterAccountSchema).max(50),
  /** What is doubtful about the row. */
  findings: z.array(z.strictObject({ ...finding, code: z.enum(ROW_WARNINGS) })),
  /** Present when something is doubtful. */
  cells: writtenCells.optional(),
});
export type RosterRow = z.infer<typeof rosterRowSchema>;

/** One account of a person, of a sheet that lists accounts: a line of the worker's output "accounts" (JSON, one a line). */
export const accountRowSchema = z.strictObject({
  sheet: z.string(),
  row: z.int().min(1),
  nip: z.string().length(18).nullable(),
  nik: z.string().length(16).nullable(),
  /** As written; "" when the sheet has no names. */
  name: z.string().max(4 * ROSTER_VALUE_CHARACTERS),
  searchName: value,
  unit: value.nullable(),
  account: rosterAccountSchema,
});
export type AccountRow = z.infer<typeof accountRowSchema>;

/** What is left of a row whose NIP a spreadsheet has damaged; the person is known again by it, or not at all. */
const survivedSchema = z.strictObject({
  /** The leading digits that are still those of the NIP: 15 at most of a number, fewer when it was rounded for show, "" of none. */
  digits: z.string().regex(/^\d{0,18}$/),
  /** The row as it would have been taken, without its NIP. Its NIK was not compared with the other rows of the file. */
  row: rosterRowSchema,
});
export type Survived = z.infer<typeof survivedSchema>;

/** A row that was not taken, with the reason: a line of the worker's output "refused" (JSON, one a line). */
export const refusedRowSchema = z.strictObject({
  sheet: z.string(),
  row: z.int().min(1),
  ...finding,
  code: z.enum(ROW_REJECTIONS),
  cells: writtenCells,
  /** Present when only the NIP is damaged. */
  survived: survivedSchema.optional(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

/** Something doubtful about a sheet, or about a row of a sheet of accounts. */
const noticeSchema = z.strictObject({ sheet: z.string(), row: z.int().min(1), ...finding, code: z.enum(ROW_WARNINGS) });
export type RosterNotice = z.infer<typeof noticeSchema>;

/** What identifies the content that was read from a sheet. */
const sheetHashSchema = z.strictObject({
  sheet: z.string(),
  /** Over the headings and their places: same fingerprint, same layout. */
  headerFingerprint: sha256Hex,
  /** Over the JSON lines of the sheet's records, in order, each with its newline. */
  records: sha256Hex,
  read: count,
});
export type SheetHash = z.infer<typeof sheetHashSchema>;

/** The end of a reading. Lines that were streamed before count only once this has arrived. */
export const readResultSchema = z.strictObject({
  /** Rows of the sheets that were taken; one row can bring several lines of "accounts". */
  read: count,
  refused: count,
  /** Rows taken of which something is doubtful. */
  doubtful: count,
  notices: z.array(noticeSchema),
  /** Rows that are no people, by why they were left out. */
  dropped: z.strictObject({
    blank: count,
    totals: count,
    /** Titles of sections and notes that stand alone in their row. */
    section: count,
    signature: count,
    numbering: count,
    repeatedHeader: count,
  }),
  /** Headings of the columns that were not read. */
  notTaken: z.array(z.string()),
  sheetHashes: z.array(sheetHashSchema),
});
export type RosterReadResult = z.infer<typeof readResultSchema>;
