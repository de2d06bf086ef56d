/** Streams one worksheet: rows in, cells with their raw text out, bounded memory whatever the sheet's size. */
import { type Cell, type SheetRow, unescapeOoxml } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { ColumnFilter, SheetStream, SheetTotals } from '../roster-file.ts';
import type { Workbook, WorksheetPart } from './workbook.ts';
import { type Attributes, type PartHandlers, parsePart } from './xml-part.ts';

/** Opens a sheet for one pass. */
export function streamSheet(workbook: Workbook, sheet: WorksheetPart, wants: ColumnFilter): SheetStream {
  const reader = new SheetPartReader(workbook, wants);
  return { batches: batchesOf(workbook, sheet, reader), totals: reader.totals };
}

async function* batchesOf(
  workbook: Workbook,
  sheet: WorksheetPart,
  reader: SheetPartReader,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  try {
    for await (const _ of parsePart(workbook.archive.open(sheet.part, 'sheetBytes'), reader)) {
      const rows = reader.takeRows();
      if (rows.length > 0) yield rows;
    }
    reader.assertComplete();
  } catch (error) {
    throw withPlace(error, { sheet: sheet.name, row: reader.row });
  }
}

class SheetPartReader implements PartHandlers {
  readonly totals: SheetTotals = { lastRow: 0, columns: 0 };
  /** Number of the row that was begun last. */
  row = 0;
  readonly #workbook: Workbook;
  readonly #wants: ColumnFilter;
  #rows: SheetRow[] = [];
  #cells: (Cell | undefined)[] = [];
  #hasCells = false;
  #inData = false;
  #sawData = false;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #hasFormula = false;
  #skipped = false;
  #sawValue = false;
  #listening = false;
  #inPhonetic = false;

  constructor(workbook: Workbook, wants: ColumnFilter) {
    this.#workbook = workbook;
    this.#wants = wants;
  }

  /** The rows finished since the last call. */
  takeRows(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** A worksheet without its data element is not an empty sheet, it is not a sheet. */
  assertComplete(): void {
    if (!this.#sawData) throw new DamagedPart('xml', 'no sheetData');
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inData) {
      if (name === 'sheetData') {
        this.#inData = true;
        this.#sawData = true;
      }
      return;
    }
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') {
      this.#sawValue = true;
      this.#listening = !this.#skipped;
    } else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 't') this.#listening = !this.#skipped && !this.#inPhonetic;
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v' || name === 't') this.#closeValue();
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'sheetData') this.#inData = false;
  }

  text(text: string): void {
    this.#value = this.#value === null ? text : this.#value + text;
  }

  wantsText(): boolean {
    return this.#listening;
  }

  #openRow(attributes: Attributes): void {
    const stated = attributes['r'];
    const number = stated === undefined ? this.row + 1 : rowNumber(stated);
    if (number > LIMITS.rows) throw limitExceeded('rows');
    if (number <= this.row) throw new DamagedPart('row-reference', 'rows are not in order');
    this.row = number;
    this.#column = -1;
  }

  #closeRow(): void {
    if (!this.#hasCells) return;
    this.#rows.push({ number: this.row, cells: this.#cells });
    this.#cells = [];
    this.#hasCells = false;
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference, this.row);
    this.#type = attributes['t'] ?? 'n';
    this.#style = attributes['s'] === undefined ? 0 : Number(attributes['s']);
    this.#value = null;
    this.#hasFormula = false;
    this.#sawValue = false;
    this.#skipped = this.#column >= LIMITS.columnsRead || !this.#wants(this.#column, this.row);
  }

  #closeValue(): void {
    // An element that was there but empty is an empty text, not a missing one.
    if (this.#listening) this.#value ??= '';
    this.#listening = false;
  }

  #closeCell(): void {
    if (this.#column >= LIMITS.columnsRead && this.#sawValue) this.#widen();
    if (this.#skipped) return;
    const cell = this.#finishedCell();
    if (cell === undefined) return;
    if (this.#cells[this.#column] !== undefined) throw new DamagedPart('cell-reference', 'two cells in one place');
    this.#cells[this.#column] = cell;
    this.#hasCells = true;
    this.totals.lastRow = this.row;
    this.#widen();
  }

  #widen(): void {
    if (this.#column >= this.totals.columns) this.totals.columns = this.#column + 1;
  }

  #finishedCell(): Cell | undefined {
    const value = this.#value;
    if (value === null || value === '')
      return this.#hasFormula && value === null ? { kind: 'uncalculated' } : undefined;
    switch (this.#type) {
      case 's':
        return textCell(this.#sharedString(value));
      case 'str':
      case 'inlineStr':
        return textCell(unescapeOoxml(value));
      case 'b':
        return { kind: 'boolean', value: value.trim() === '1' || value.trim() === 'true' };
      case 'e':
        return { kind: 'error', code: value };
      case 'd':
        return { kind: 'iso-date', text: value.trim() };
      default:
        return { kind: 'number', raw: value.trim(), isDate: this.#workbook.dateStyles[this.#style] === true };
    }
  }

  #sharedString(value: string): string {
    // "-1", "1.5" and "x" are no places of an array and find nothing; blanks alone would count as 0.
    const text = value.trim() === '' ? undefined : this.#workbook.sharedStrings[Number(value)];
    if (text === undefined) throw new DamagedPart('shared-string', `no string ${value.slice(0, 20)}`);
    return text;
  }
}

function textCell(text: string): Cell | undefined {
  if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters');
  return text === '' ? undefined : { kind: 'text', text };
}

function rowNumber(stated: string): number {
  if (!/^[1-9]\d{0,9}$/.test(stated)) throw new DamagedPart('row-reference', stated.slice(0, 20));
  return Number(stated);
}

const CODE_A = 65;
const CODE_Z = 90;
const CODE_0 = 48;
const CODE_9 = 57;

/** Zero-based column of a reference such as "AB12", whose row must be the row it stands in. Runs once a cell: no regex. */
export function columnOf(reference: string, row: number): number {
  let column = 0;
  let index = 0;
  for (; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < CODE_A || code > CODE_Z) break;
    column = column * 26 + code - CODE_A + 1;
  }
  let stated = 0;
  const digitsFrom = index;
  for (; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < CODE_0 || code > CODE_9) break;
    stated = stated * 10 + code - CODE_0;
  }
  const sound = index === reference.length && digitsFrom > 0 && stated === row && column <= LIMITS.columns;
  if (!sound) throw new DamagedPart('cell-reference', reference.slice(0, 20));
  return column - 1;
}
