/** What every format is read as: sheets of rows of cells. Whoever reads people never asks which program wrote the file. */
import type { RosterFormat } from '#shared/contract/roster-job.ts';
import type { SheetRow } from './cells.ts';

/** Whether a sheet's tab is shown. `very-hidden` can only be brought back by a macro. */
export type SheetState = 'visible' | 'hidden' | 'very-hidden';

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
}

/** Says whether a column (from 0) is wanted in a row (from 1); others are parsed and dropped at once. */
export type ColumnFilter = (column: number, row: number) => boolean;

/** What was seen of a sheet so far; complete when the rows have ended. */
export interface SheetTotals {
  /** Number of the last row that holds a cell with a value, in a column that is not wanted too. */
  lastRow: number;
  /** One more than the right-most column (from 0) that holds a value, those beyond what is read included. */
  columns: number;
}

export interface SheetStream {
  /** Rows that hold something, in batches, in order; blank rows cost no object. Throws ROSTER_FILE_DAMAGED with sheet and row. */
  readonly batches: AsyncGenerator<readonly SheetRow[], void, undefined>;
  readonly totals: SheetTotals;
}

/** Where cells lead to, by row (from 1) and column (from 0); several where a cell has several different targets. */
export type CellLinks = ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>;

/** An opened file. */
export interface RosterFile {
  readonly format: RosterFormat;
  readonly sheets: readonly SheetEntry[];
  /** True when date serials count from 1904 (old Macintosh files). */
  readonly date1904: boolean;
  /** Opens one of `sheets` for one pass; may be called again for another pass. */
  stream(sheet: SheetEntry, wants: ColumnFilter): SheetStream;
  /** Links of the first columns, in formats whose links are read; throws as `stream` does. */
  links?(sheet: SheetEntry, columns: number): Promise<CellLinks>;
}
