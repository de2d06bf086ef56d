/**
 * A file that is read whole before its first row is given: formats that cannot be streamed sheet by sheet. What is kept is
 * small: equal texts share one cell, and the number of cells is bounded.
 */
import type { RosterFormat } from '#shared/contract/roster-job.ts';
import type { Cell, SheetRow } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { ColumnFilter, RosterFile, SheetEntry, SheetState, SheetStream, SheetTotals } from '../roster-file.ts';

/** Rows handed on at a time. */
const BATCH_ROWS = 500;
/** Texts that are shared; a roster repeats its units, ranks and statuses, and hardly anything else. */
const SHARED_TEXTS = 50_000;

/** Characters of a sheet's name, in the format that allows most. */
const SHEET_NAME = 255;

/** Control characters that no program lets into a cell, halves of characters, and places that hold none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const IMPOSSIBLE =
  /[\u0000-\u0008\u000e-\u001d\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A sheet that was read. */
export interface MemorySheet extends SheetEntry {
  /** In order; blank rows are left out. */
  readonly rows: readonly SheetRow[];
  /** One more than the right-most column with a value, those that are not kept included. */
  readonly columns: number;
}

/** Gathers the cells of a file, sheet by sheet. Throws limit errors, and DamagedPart for what cannot be text. */
export class SheetGatherer {
  readonly #texts = new Map<string, Cell>();
  readonly #sheets: MemorySheet[] = [];
  #cells = 0;
  #name = '';
  #rows: SheetRow[] = [];
  #row: (Cell | undefined)[] | null = null;
  #rowNumber = 0;
  #columns = 0;

  /** Number of the row that was last given a cell, for the place of an error. */
  get row(): number {
    return this.#rowNumber;
  }

  get sheet(): string {
    return this.#name;
  }

  begin(name: string): void {
    if (this.#sheets.length >= LIMITS.sheets) throw limitExceeded('sheets');
    if (name === '' || name.length > SHEET_NAME || IMPOSSIBLE.test(name))
      throw new DamagedPart('record', 'a sheet without a name');
    if (this.#sheets.some((sheet) => sheet.name === name)) throw new DamagedPart('record', 'two sheets of one name');
    this.#name = name;
    this.#rows = [];
    this.#row = null;
    this.#rowNumber = 0;
    this.#columns = 0;
  }

  /** A cell at a row from 1 and a column from 0. Rows have to come in order. */
  put(rowNumber: number, column: number, cell: Cell): void {
    if (rowNumber > LIMITS.rows) throw limitExceeded('rows', { sheet: this.#name, row: rowNumber });
    if (column >= LIMITS.columns) throw limitExceeded('columns', { sheet: this.#name, row: rowNumber });
    this.#count(rowNumber, 1);
    if (column >= this.#columns) this.#columns = column + 1;
    if (rowNumber !== this.#rowNumber) this.#closeRow();
    this.#rowNumber = rowNumber;
    if (column >= LIMITS.columnsRead) return;
    this.#row ??= [];
    this.#row[column] = cell;
  }

  /** The row as it stands once more, `times` times below itself. */
  repeatRow(times: number): void {
    const cells = this.#row;
    if (cells === null) return;
    for (let time = 0; time < times; time += 1) {
      this.#closeRow();
      this.#rowNumber += 1;
      if (this.#rowNumber > LIMITS.rows) throw limitExceeded('rows', { sheet: this.#name, row: this.#rowNumber });
      this.#count(this.#rowNumber, cells.length);
      this.#row = cells;
    }
  }

  end(state: SheetState): void {
    this.#closeRow();
    this.#sheets.push({ name: this.#name, state, rows: this.#rows, columns: this.#columns });
  }

  /** A text as a cell, or none when there is no text. */
  text(text: string): Cell | undefined {
    if (text === '') return undefined;
    const held = this.#texts.get(text);
    if (held) return held;
    if (text.length > LIMITS.cellCharacters)
      throw limitExceeded('cellCharacters', { sheet: this.#name, row: this.#rowNumber });
    if (IMPOSSIBLE.test(text)) throw new DamagedPart('cell-value', 'characters that no text has');
    const own = owned(text);
    const cell: Cell = { kind: 'text', text: own };
    if (this.#texts.size < SHARED_TEXTS) this.#texts.set(own, cell);
    return cell;
  }

  /** What was gathered. */
  file(format: RosterFormat, date1904 = false): RosterFile {
    const sheets = this.#sheets;
    return {
      format,
      sheets,
      date1904,
      stream: (sheet, wants) => {
        const held = sheets.find((candidate) => candidate === sheet);
        if (!held) throw new Error('a sheet of another file');
        return streamRows(held, wants);
      },
    };
  }

  #count(row: number, cells: number): void {
    this.#cells += cells;
    if (this.#cells > LIMITS.cells) throw limitExceeded('cells', { sheet: this.#name, row });
  }

  #closeRow(): void {
    if (this.#row !== null) this.#rows.push({ number: this.#rowNumber, cells: this.#row });
    this.#row = null;
  }
}

function streamRows(sheet: MemorySheet, wants: ColumnFilter): SheetStream {
  const totals: SheetTotals = { lastRow: 0, columns: 0 };
  return { totals, batches: batchesOf(sheet, wants, totals) };
}

async function* batchesOf(
  sheet: MemorySheet,
  wants: ColumnFilter,
  totals: SheetTotals,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for (let start = 0; start < sheet.rows.length; start += BATCH_ROWS) {
    const batch: SheetRow[] = [];
    for (const row of sheet.rows.slice(start, start + BATCH_ROWS)) {
      totals.lastRow = row.number;
      const cells = row.cells.map((cell, column) => (wants(column, row.number) ? cell : undefined));
      if (!cells.some((cell) => cell !== undefined)) continue;
      batch.push({ number: row.number, cells });
    }
    totals.columns = sheet.columns;
    if (batch.length > 0) yield batch;
  }
  totals.columns = sheet.columns;
}

/** A copy that stands alone: what was cut out of a larger text would keep all of it in memory (V8 slices from 13). */
function owned(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
