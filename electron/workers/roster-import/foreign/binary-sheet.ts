/** The cells of one sheet of an .xlsb. */
import type { Cell } from '../cells.ts';
import { DamagedPart } from '../damage.ts';
import { LIMITS } from '../limits.ts';
import { binaryRecords, exactly, need, wideString } from './biff12.ts';
import { errorCode } from './error-codes.ts';
import type { SheetGatherer } from './memory-file.ts';
import { rkNumber } from './rk-number.ts';

/** Numbers of the records of a sheet (MS-XLSB 2.3); 1 to 11 and 62 are cells, 12 to 18 cells that follow the one before. */
const RECORD = {
  row: 0,
  blank: 1,
  rk: 2,
  error: 3,
  boolean: 4,
  real: 5,
  string: 6,
  sharedString: 7,
  formulaString: 8,
  formulaNumber: 9,
  formulaBoolean: 10,
  formulaError: 11,
  lastShort: 18,
  richString: 62,
  sheetBegin: 129,
  sheetEnd: 130,
  dataBegin: 145,
  dataEnd: 146,
} as const;

/** From the number of a cell that follows the one before to that of the same cell with a column. */
const SHORT_TO_LONG = 11;

/** What all sheets of a workbook lean on. */
export interface BinaryBook {
  readonly gatherer: SheetGatherer;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
}

/** Reads one sheet into the gatherer. */
export class BinarySheetReader {
  readonly #name: string;
  readonly #book: BinaryBook;
  #row = 0;
  #column = -1;
  #lastColumn: number | null = null;
  /** Whether the row has cells without a column of their own. */
  #counted = false;
  #inData = false;

  constructor(name: string, book: BinaryBook) {
    this.#name = name;
    this.#book = book;
  }

  place(): { sheet: string; row: number } {
    return { sheet: this.#name, row: this.#row };
  }

  /** Throws DamagedPart and limit errors. */
  read(part: Buffer): void {
    const order: number[] = [];
    for (const { type, body } of binaryRecords(part)) {
      if (type === RECORD.dataBegin) this.#inData = true;
      else if (type === RECORD.dataEnd) this.#endData();
      else if (this.#inData) this.#take(type, body);
      if (MILESTONES.includes(type)) order.push(type);
    }
    if (order.join() !== MILESTONES.join()) throw new DamagedPart('record', 'sheet is not whole');
  }

  #take(type: number, body: Buffer): void {
    if (type === RECORD.row) this.#beginRow(body);
    else if (type > RECORD.formulaError && type <= RECORD.lastShort) this.#shortCell(type, body);
    else if (type <= RECORD.formulaError || type === RECORD.richString)
      this.#cell(type, body, need(body, 8).readUInt32LE(0), 4);
  }

  #shortCell(type: number, body: Buffer): void {
    this.#counted = true;
    this.#cell(type - SHORT_TO_LONG, body, this.#column + 1, 0);
  }

  /** Cells that only follow each other have to end where the row says that it ends. */
  #endRow(): void {
    if (this.#counted && this.#lastColumn !== null && this.#column !== this.#lastColumn)
      throw new DamagedPart('cell-reference', 'a row without some of its cells');
    this.#counted = false;
  }

  #endData(): void {
    this.#endRow();
    this.#inData = false;
  }

  #beginRow(body: Buffer): void {
    this.#endRow();
    // One stretch of columns from a first to a last one; wide rows have more of them.
    this.#lastColumn = body.length === 25 && body.readUInt32LE(13) === 1 ? body.readUInt32LE(21) : null;
    const row = need(body, 8).readUInt32LE(0) + 1;
    if (row <= this.#row || row > LIMITS.rows) throw new DamagedPart('row-reference', `row ${row}`);
    this.#row = row;
    this.#column = -1;
  }

  /** `at` is where the style stands; the value comes four bytes behind it. */
  #cell(type: number, body: Buffer, column: number, at: number): void {
    if (this.#row === 0 || column <= this.#column || column >= LIMITS.columns)
      throw new DamagedPart('cell-reference', `column ${column}`);
    this.#column = column;
    const style = need(body, at + 4).readUIntLE(at, 3);
    const cell = this.#valueOf(type, body, style, at + 4);
    if (cell) this.#book.gatherer.put(this.#row, column, cell);
  }

  #valueOf(type: number, body: Buffer, style: number, at: number): Cell | undefined {
    const { gatherer, strings } = this.#book;
    switch (type) {
      case RECORD.blank:
        exactly(body, at);
        return undefined;
      case RECORD.rk:
        return this.#number(rkNumber(exactly(body, at + 4).readUInt32LE(at)), style);
      case RECORD.real:
        return this.#number(exactly(body, at + 8).readDoubleLE(at), style);
      case RECORD.formulaNumber:
        return this.#number(need(body, at + 8).readDoubleLE(at), style);
      case RECORD.error:
      case RECORD.formulaError:
        return errorCell(need(body, at + 1).readUInt8(at));
      case RECORD.boolean:
        return booleanCell(exactly(body, at + 1).readUInt8(at));
      case RECORD.formulaBoolean:
        return booleanCell(need(body, at + 1).readUInt8(at));
      case RECORD.string:
        return gatherer.text(wholeString(body, at));
      case RECORD.formulaString:
        return gatherer.text(wideString(body, at).text);
      case RECORD.richString:
        return gatherer.text(wideString(body, at + 1).text);
      case RECORD.sharedString:
        return gatherer.text(sharedString(strings, exactly(body, at + 4).readUInt32LE(at)));
      default:
        return undefined;
    }
  }

  #number(value: number, style: number): Cell {
    const isDate = this.#book.dateStyles[style];
    if (!Number.isFinite(value)) throw new DamagedPart('cell-value', String(value));
    if (isDate === undefined && this.#book.dateStyles.length > 0) throw new DamagedPart('record', `no style ${style}`);
    return { kind: 'number', raw: String(value), isDate: isDate === true };
  }
}

const MILESTONES: readonly number[] = [RECORD.sheetBegin, RECORD.dataBegin, RECORD.dataEnd, RECORD.sheetEnd];

function wholeString(body: Buffer, at: number): string {
  const { text, next } = wideString(body, at);
  exactly(body, next);
  return text;
}

function errorCell(value: number): Cell {
  return { kind: 'error', code: errorCode(value) };
}

function booleanCell(value: number): Cell {
  if (value > 1) throw new DamagedPart('cell-value', `neither true nor false: ${value}`);
  return { kind: 'boolean', value: value === 1 };
}

function sharedString(strings: readonly string[], index: number): string {
  const text = strings[index];
  if (text === undefined) throw new DamagedPart('shared-string', `no string ${index}`);
  return text;
}
