/** A look at the plain cells of any sheet file, by the worker that reads rosters: for lists that hold no people. */
import { z } from 'zod';

const name = z.string().min(1).max(255);

export const sheetCellsJob = z.strictObject({
  mode: z.literal('cells'),
  password: name.optional(),
  /** The first sheet that is shown when it is not given. */
  sheet: name.optional(),
  rows: z.number().int().min(1).max(100_000),
  columns: z.number().int().min(1).max(512),
  /** Where cells lead to is wanted, too. */
  links: z.literal(true).optional(),
});

/** Where a cell with something in it leads to, as the file says: any text. Several when it names several. */
const cellLink = z.strictObject({ column: z.number().int().min(0), targets: z.array(z.string().max(9_000)).min(1) });

export const sheetCells = z.strictObject({
  /** Names of the sheets that are shown. */
  names: z.array(z.string()),
  name: z.string(),
  /** Rows that hold something; a cell that holds nothing is an empty text. */
  rows: z.array(
    z.strictObject({
      number: z.number().int().min(1),
      cells: z.array(z.string().max(32_767)),
      links: z.array(cellLink).optional(),
    }),
  ),
  /** The sheet has more rows than were asked for. */
  truncated: z.boolean(),
});
export type SheetCells = z.infer<typeof sheetCells>;
