/** The roster worker's job, what it answers, and the lines it streams; both sides parse them. */
import { z } from 'zod';
import { ROSTER_FIELDS } from './fields.ts';

const cellText = z.string().max(4_000);
const problemParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const rowProblemSchema = z.strictObject({
  sheet: z.string(),
  /** 1-based, as the spreadsheet program shows it. */
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.string(),
  params: problemParams,
  value: z.string(),
});

export const inspectResultSchema = z.strictObject({
  format: z.string(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['visible', 'hidden', 'very-hidden']),
      rows: z.number().int(),
      columns: z.number().int(),
      /** 0-based; null when no header row was found. */
      headerRow: z.number().int().nullable(),
      proposal: z.array(
        z.strictObject({
          column: z.number().int(),
          heading: z.string(),
          field: z.enum(ROSTER_FIELDS).nullable(),
          score: z.number(),
          reason: z.string(),
        }),
      ),
      notTaken: z.array(z.string()),
      sample: z.array(z.record(z.string(), z.string())),
    }),
  ),
});

/** One person as a line of the worker's output "rows" (JSON, one a line). */
export const rosterRowSchema = z.strictObject({
  sheet: z.string(),
  row: z.number().int(),
  nip: cellText.nullable(),
  nik: cellText.nullable(),
  nipLama: cellText.nullable(),
  name: cellText,
  searchName: cellText,
  sex: z.enum(['L', 'P']).nullable(),
  birthDate: z.iso.date().nullable(),
  status: cellText.nullable(),
  grade: cellText.nullable(),
  rank: cellText.nullable(),
  position: cellText.nullable(),
  positionType: cellText.nullable(),
  unit: cellText.nullable(),
  agency: cellText.nullable(),
  workEmail: cellText.nullable(),
  workPhone: cellText.nullable(),
});

export const readResultSchema = z.strictObject({
  read: z.number().int(),
  rejected: z.array(rowProblemSchema),
  warnings: z.array(rowProblemSchema),
  dropped: z.strictObject({ blank: z.number().int(), totals: z.number().int(), signature: z.number().int() }),
  /** Headings of columns that were not taken. */
  notTaken: z.array(z.string()),
});

export type InspectResult = z.infer<typeof inspectResultSchema>;
export type RosterRow = z.infer<typeof rosterRowSchema>;
export type RosterReadResult = z.infer<typeof readResultSchema>;
