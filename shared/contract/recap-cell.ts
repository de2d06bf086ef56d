/** A cell of a recap as a filter of a list: the list then holds exactly what the cell counts. */
import { z } from 'zod';
import { TO_CASES, TO_HOAXES, TO_REPORTS } from '../domain/recap/tables.ts';
import { day } from './common.ts';

const cell = {
  from: day,
  to: day,
  /** Null: the total over all rows, or over all columns. */
  row: z.string().max(500).nullable().default(null),
  column: z.string().max(100).nullable().default(null),
};

/** Of the list of cases; for a table of persons or acts, the cases in which they stand. */
export const recapCell = z.strictObject({ table: z.enum(TO_CASES), ...cell });
export type RecapCell = z.output<typeof recapCell>;
/** Of the list of the public's reports. */
export const reportCell = z.strictObject({ table: z.enum(TO_REPORTS), ...cell });
export type ReportCell = z.output<typeof reportCell>;
/** Of the list of hoaxes. */
export const hoaxCell = z.strictObject({ table: z.enum(TO_HOAXES), ...cell });
export type HoaxCell = z.output<typeof hoaxCell>;
