/** The recap of a month or of any period: tables of counts, trend, summary; for the office or for the public. */
import { z } from 'zod';
import { AUDIENCES, RECAP_SERIES, RECAP_TABLES } from '../domain/recap/tables.ts';
import { day, instant } from './common.ts';
import { defineOperation } from './operation.ts';

/** A count; null: left out of the public version (shared/domain/recap/suppression.ts). */
const shown = z.number().int().min(0).nullable();
const named = z.strictObject({
  key: z.string(),
  /** Words that the vault holds (a unit, a row of the law); null: by the key, shared/domain/recap/words.ts. */
  label: z.string().nullable(),
});

export const recapPeriod = z.strictObject({ from: day, to: day });

export const recapTable = z.strictObject({
  key: z.enum(RECAP_TABLES),
  columns: z.array(z.string()).min(1),
  rows: z.array(named),
  cells: z.array(z.array(shown)),
  rowTotals: z.array(shown),
  columnTotals: z.array(shown),
  total: shown,
});
export type RecapTable = z.infer<typeof recapTable>;

export const recap = z.strictObject({
  period: recapPeriod,
  audience: z.enum(AUDIENCES),
  madeAt: instant,
  /** `before`: the period before, as long; null where it is left out. */
  summary: z.array(z.strictObject({ key: z.enum(RECAP_SERIES), count: shown, before: shown })),
  before: recapPeriod,
  tables: z.array(recapTable),
  /**
   * Of the public version: other periods, overlapping this one, whose public version has left the vault already. Laid side by side
   * the two could tell what each leaves out.
   */
  overlaps: z.array(recapPeriod),
  /** Twelve months up to the end of the period, or all months of a longer one. */
  trend: z.strictObject({
    months: z.array(z.string()),
    series: z.array(z.strictObject({ key: z.enum(RECAP_SERIES), counts: z.array(shown) })),
  }),
});
export type Recap = z.infer<typeof recap>;

/** INVALID_INPUT where it ends before it begins, or is longer than five years. */
export const recapChoice = recapPeriod.extend({ audience: z.enum(AUDIENCES).default('internal') });
export type RecapChoice = z.output<typeof recapChoice>;

export const recapOperations = {
  get: defineOperation({
    name: 'recap.get',
    kind: 'query',
    runs: 'vault',
    windows: ['main'],
    vault: 'unlocked',
    input: recapChoice,
    output: recap,
  }),
  /** Asks where to, then writes the workbook there; recorded in custody with period, version and hash. */
  save: defineOperation({
    name: 'recap.save',
    kind: 'command',
    runs: 'main',
    windows: ['main'],
    vault: 'unlocked',
    input: recapChoice,
    output: z.strictObject({ saved: z.boolean(), name: z.string() }),
  }),
};
