/** A cell of a recap as a filter of the list of cases: the list then holds exactly what the cell counts. */
import { z } from 'zod';
import { CASE_TABLES } from '../domain/recap/tables.ts';
import { day } from './common.ts';

export const recapCell = z.strictObject({
  table: z.enum(CASE_TABLES),
  from: day,
  to: day,
  /** Null: the total over all rows, or over all columns. */
  row: z.string().max(500).nullable().default(null),
  column: z.string().max(100).nullable().default(null),
});
export type RecapCell = z.output<typeof recapCell>;
