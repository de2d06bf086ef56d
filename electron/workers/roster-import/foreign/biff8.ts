/**
 * The workbook of Excel 97 to 2003, from its records. SheetJS reads these too, but takes three times the memory for a full
 * sheet of 65,536 people, and passes over what is broken.
 */
import type { Cell } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import type { RosterFile, SheetState } from '../roster-file.ts';
import { isBuiltInDate, isDateFormat } from '../xlsx/number-formats.ts';
import { type BiffRecord, isKnownRecord, recordsOf } from './biff.ts';
import { stringTable, unicodeString } from './biff8-strings.ts';
import { errorCode } from './error-codes.ts';
import { SheetGatherer } from './memory-file.ts';
import { rkNumber } from './rk-number.ts';

/** Numbers of the records that matter (MS-XLS 2.3). */
const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  continued: 0x003c,
  dateMode: 0x0022,
  boundSheet: 0x0085,
  format: 0x041e,
  xf: 0x00e0,
  strings: 0x00fc,
  formula: 0x0006,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  labelOfTable: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  formulaString: 0x0207,
  rk: 0x027e,
  dimensions: 0x0200,
} as const;

const WORKBOOK_PART = 0x0005;
const BIFF8 = 0x0600;
const STATES: readonly SheetState[] = ['visible', 'hidden', 'very-hidden'];

/** True for a stream whose workbook is of this version. */
export function isBiff8(stream: Buffer): boolean {
  if (stream.length < 8 || stream.readUInt16LE(0) !== RECORD.bof) return false;
  return stream.readUInt16LE(4) === BIFF8 && stream.readUInt16LE(6) === WORKBOOK_PART;
}

/** Reads an open (not locked) stream. Throws ROSTER_FILE_DAMAGED with sheet and row, ROSTER_LIMIT_EXCEEDED. */
export function readBiff8(stream: Buffer): RosterFile {
  const reader = new WorkbookReader();
  try {
    for (const record of recordsOf(stream)) reader.take(record);
    return reader.file();
  } catch (error) {
    throw withPlace(error, reader.place());
  }
}

interface ListedSheet {
  readonly name: string;
  readonly state: SheetState;
  readonly isTable: boolean;
}

class WorkbookReader {
  readonly #sheets = new Map<number, ListedSheet>();
  readonly #rows = new Map<number, (Cell | undefined)[][]>();
  readonly #gatherer = new SheetGatherer();
  readonly #formats = new Map<number, string>();
  readonly #styleFormats: number[] = [];
  #dateStyles: boolean[] = [];
  #tableBodies: Buffer[] = [];
  /** Whether a record that continues the one before it continues the table of strings. */
  #inTable = false;
  #inGlobals = false;
  #strings: readonly string[] = [];
  #date1904 = false;
  #depth = 0;
  /** Cells of the sheet that is being read, by row and column; null outside of one. */
  #cells: (Cell | undefined)[][] | null = null;
  #sheet: string | null = null;
  #row = 0;
  /** How far the sheet says that it reaches. */
  #extent = WHOLE_SHEET;
  /** Place of a formula whose text comes in the next record. */
  #formula: { readonly row: number; readonly column: number } | null = null;

  place(): { sheet: string | null; row: number | null } {
    return { sheet: this.#sheet, row: this.#sheet === null ? null : this.#row };
  }

  take(record: BiffRecord): void {
    const { type, at, body } = record;
    if (type === RECORD.bof) this.#begin(at);
    else if (type === RECORD.eof) this.#end();
    else if (this.#depth !== 1) return;
    else if (this.#cells) this.#takeInSheet(this.#cells, type, body);
    else if (this.#inGlobals) this.#takeGlobal(type, body);
  }

  file(): RosterFile {
    const names = [...this.#sheets.values()].map(({ name }) => name);
    if (new Set(names).size !== names.length) throw new DamagedPart('record', 'two sheets of one name');
    for (const [at, sheet] of this.#sheets) {
      if (!sheet.isTable) continue;
      const rows = this.#rows.get(at);
      if (!rows) throw new DamagedPart('record', 'a sheet is not where it should be');
      this.#gatherer.begin(sheet.name);
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (cell) this.#gatherer.put(row + 1, column, cell);
        });
      });
      this.#gatherer.end(sheet.state);
      this.#rows.delete(at);
    }
    const file = this.#gatherer.file('xls', this.#date1904);
    if (file.sheets.length === 0) throw new DamagedPart('missing-part', 'no worksheet');
    return file;
  }

  #begin(at: number): void {
    this.#depth += 1;
    if (this.#depth !== 1) return;
    this.#inGlobals = at === 0;
    const listed = this.#sheets.get(at);
    if (!listed?.isTable) return;
    this.#sheet = listed.name;
    this.#extent = WHOLE_SHEET;
    this.#row = 0;
    this.#cells = [];
    this.#rows.set(at, this.#cells);
  }

  #end(): void {
    this.#depth -= 1;
    if (this.#depth !== 0) return;
    if (this.#inGlobals) {
      this.#strings = this.#tableBodies.length > 0 ? stringTable(this.#tableBodies) : [];
      this.#dateStyles = this.#styleFormats.map((id) => this.#isDate(id));
      this.#tableBodies = [];
    }
    this.#assertNoFormulaOpen();
    this.#cells = null;
    this.#sheet = null;
  }

  #takeGlobal(type: number, body: Buffer): void {
    if (type === RECORD.strings) this.#tableBodies = [body];
    else if (type === RECORD.continued && this.#inTable) this.#tableBodies.push(body);
    this.#inTable = type === RECORD.strings || (type === RECORD.continued && this.#inTable);
    if (type === RECORD.dateMode) this.#date1904 = need(body, 2).readUInt16LE(0) === 1;
    else if (type === RECORD.boundSheet) this.#listSheet(need(body, 8));
    else if (type === RECORD.format) this.#formats.set(need(body, 5).readUInt16LE(0), unicodeString(body, 2, 2));
    else if (type === RECORD.xf) this.#styleFormats.push(need(body, 4).readUInt16LE(2));
  }

  #listSheet(body: Buffer): void {
    const state = STATES[body.readUInt8(4) & 3];
    if (state === undefined) throw new DamagedPart('record', 'sheet of an unknown state');
    const name = unicodeString(body, 6, 1);
    this.#sheets.set(body.readUInt32LE(0), { name, state, isTable: body.readUInt8(5) === 0 });
  }

  #isDate(id: number): boolean {
    const code = this.#formats.get(id);
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code);
  }

  #takeInSheet(cells: (Cell | undefined)[][], type: number, body: Buffer): void {
    if (!isKnownRecord(type) || OLDER_RECORDS.has(type))
      throw new DamagedPart('record', `no record has the number ${type}`);
    if (type === RECORD.dimensions) this.#extent = extentOf(body);
    if (type === RECORD.formulaString) return this.#takeFormulaText(cells, body);
    if (type === RECORD.multipleRk) return this.#takeMany(cells, body);
    if (!CELL_RECORDS.has(type)) return;
    this.#assertNoFormulaOpen();
    this.#at(need(body, 7), 0);
    const column = body.readUInt16LE(2);
    const cell = this.#cellOf(type, body, column);
    if (cell) put(cells, this.#row - 1, column, cell);
  }

  #cellOf(type: number, body: Buffer, column: number): Cell | undefined {
    const style = body.readUInt16LE(4);
    switch (type) {
      case RECORD.labelOfTable:
        return this.#gatherer.text(this.#tableString(exactly(body, 10).readUInt32LE(6)));
      case RECORD.label:
        return this.#gatherer.text(wholeString(body, 6));
      case RECORD.richString:
        return this.#gatherer.text(unicodeString(body, 6, 2));
      case RECORD.number:
        return this.#number(exactly(body, 14).readDoubleLE(6), style);
      case RECORD.rk:
        return this.#number(rkNumber(exactly(body, 10).readUInt32LE(6)), style);
      case RECORD.booleanOrError:
        return booleanOrError(exactly(body, 8).readUInt8(7) === 1, body.readUInt8(6));
      default:
        return this.#formulaResult(need(body, 20), style, column);
    }
  }

  /** The result that was stored: a number, or by its mark something else. */
  #formulaResult(body: Buffer, style: number, column: number): Cell | undefined {
    if (body.readUInt16LE(12) !== 0xffff) return this.#number(body.readDoubleLE(6), style);
    const kind = body.readUInt8(6);
    if (kind === 0) {
      this.#formula = { row: this.#row, column };
      return undefined;
    }
    if (kind > 3) throw new DamagedPart('cell-value', 'a result of an unknown kind');
    return kind === 3 ? undefined : booleanOrError(kind === 2, body.readUInt8(8));
  }

  #takeFormulaText(cells: (Cell | undefined)[][], body: Buffer): void {
    const place = this.#formula;
    this.#formula = null;
    if (!place) throw new DamagedPart('record', 'text of no formula');
    const cell = this.#gatherer.text(unicodeString(body, 0, 2));
    if (cell) put(cells, place.row - 1, place.column, cell);
  }

  #takeMany(cells: (Cell | undefined)[][], body: Buffer): void {
    this.#assertNoFormulaOpen();
    const first = need(body, 12).readUInt16LE(2);
    const last = body.readUInt16LE(body.length - 2);
    this.#at(body, last);
    if (body.length !== 6 + 6 * (last - first + 1)) throw new DamagedPart('record', 'run of cells of a wrong length');
    for (let column = first; column <= last; column += 1) {
      const at = 4 + 6 * (column - first);
      const cell = this.#number(rkNumber(body.readUInt32LE(at + 2)), body.readUInt16LE(at));
      put(cells, this.#row - 1, column, cell);
    }
  }

  /** Notes the row of a cell record. */
  #at(body: Buffer, lastColumn: number): void {
    this.#row = body.readUInt16LE(0) + 1;
    const column = Math.max(body.readUInt16LE(2), lastColumn);
    if (column > 255 || this.#row > this.#extent.rows || column >= this.#extent.columns)
      throw new DamagedPart('cell-reference', `row ${this.#row}, column ${column} outside of the sheet`);
  }

  #number(value: number, style: number): Cell {
    if (!Number.isFinite(value)) throw new DamagedPart('cell-value', String(value));
    const isDate = this.#dateStyles[style];
    if (isDate === undefined && this.#dateStyles.length > 0) throw new DamagedPart('record', `no style ${style}`);
    return { kind: 'number', raw: String(value), isDate: isDate === true };
  }

  #tableString(index: number): string {
    const text = this.#strings[index];
    if (text === undefined) throw new DamagedPart('shared-string', `no string ${index}`);
    return text;
  }

  #assertNoFormulaOpen(): void {
    if (this.#formula) throw new DamagedPart('record', 'a formula without its text');
  }
}

/** Cells and rows of older versions: in this one they are records whose number was changed. */
const OLDER_RECORDS: ReadonlySet<number> = new Set([
  0x0000, 0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0007, 0x0008, 0x0206, 0x0406,
]);
interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const WHOLE_SHEET: Extent = { rows: 65_536, columns: 256 };

/** Rows and columns up to the last used one; a sheet that says nothing, or that it is empty, is not taken by its word. */
function extentOf(body: Buffer): Extent {
  const rows = need(body, 12).readUInt32LE(4);
  const columns = body.readUInt16LE(10);
  return rows === 0 || columns === 0 ? WHOLE_SHEET : { rows, columns };
}

const CELL_RECORDS: ReadonlySet<number> = new Set([
  RECORD.formula,
  RECORD.richString,
  RECORD.labelOfTable,
  RECORD.number,
  RECORD.label,
  RECORD.booleanOrError,
  RECORD.rk,
]);

function put(cells: (Cell | undefined)[][], row: number, column: number, cell: Cell): void {
  const existing = cells[row];
  if (existing) existing[column] = cell;
  else {
    const created: (Cell | undefined)[] = [];
    created[column] = cell;
    cells[row] = created;
  }
}

function need(body: Buffer, bytes: number): Buffer {
  if (body.length < bytes) throw new DamagedPart('record', 'record too short');
  return body;
}

function exactly(body: Buffer, bytes: number): Buffer {
  if (body.length !== bytes) throw new DamagedPart('record', 'record of a wrong length');
  return body;
}

/** A string that fills the rest of its record. */
function wholeString(body: Buffer, at: number): string {
  const text = unicodeString(body, at, 2);
  const bytes = (need(body, at + 3).readUInt8(at + 2) & 1) === 0 ? text.length : text.length * 2;
  exactly(body, at + 3 + bytes);
  return text;
}

function booleanOrError(isError: boolean, value: number): Cell {
  if (!isError && value > 1) throw new DamagedPart('cell-value', `neither true nor false: ${value}`);
  return isError ? { kind: 'error', code: errorCode(value) } : { kind: 'boolean', value: value === 1 };
}
