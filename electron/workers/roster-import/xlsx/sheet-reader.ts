/** Streams one worksheet: rows in, cells with their raw text out, bounded memory whatever the sheet's size. */
import { type Cell, type SheetRow, unescapeOoxml } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { ColumnFilter, SheetStream, SheetTotals } from '../roster-file.ts';
import { columnOf, rowNumber, textCell, typedCell, wholeNumber } from './cell-values.ts';
import type { PlainElements } from './plain-feed.ts';
import { PlainRow } from './plain-row.ts';
import type { Workbook, WorksheetPart } from './workbook.ts';
import { isRun, unexpected } from './text-runs.ts';
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

/** Where in the part the reader is: each state knows which elements may come. */
const OUTSIDE = 0;
const IN_DATA = 1;
const IN_ROW = 2;
const IN_CELL = 3;
const IN_VALUE = 4;
const IN_INLINE = 5;

class SheetPartReader implements PartHandlers {
  readonly root = 'worksheet';
  readonly totals: SheetTotals = { lastRow: 0, columns: 0 };
  readonly plain: PlainElements = {
    opening: '<row',
    isExpected: () => this.#state === IN_DATA,
    take: (text, at) => this.#takePlainRow(text, at),
  };
  /** Number of the row that was begun last. */
  row = 0;
  readonly #plainRow = new PlainRow();
  readonly #workbook: Workbook;
  readonly #wants: ColumnFilter;
  #rows: SheetRow[] = [];
  #cells: (Cell | undefined)[] = [];
  #hasCells = false;
  #state = OUTSIDE;
  #sawData = false;
  #column = -1;
  #type = 'n';
  #style = 0;
  /** Text of the cell's `v`; null when it has none. */
  #value: string | null = null;
  /** Text of the cell's `is`; null when it has none. */
  #inline: string | null = null;
  /** Text of the element that is open. */
  #text = '';
  /** Whether the run of inline text that is open has its text. */
  #hasText = false;
  #hasFormula = false;
  #hasValue = false;
  #skipped = false;
  #listening = false;

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

  open(name: string, attributes: Attributes): boolean {
    switch (this.#state) {
      case IN_CELL:
        return this.#openInCell(name);
      case IN_ROW:
        if (name === 'c') return this.#openCell(attributes['r'], attributes['t'], attributes['s']);
        return unexpected(name, 'row');
      case IN_DATA:
        if (name === 'row') return this.#openRow(attributes['r']);
        return unexpected(name, 'sheetData');
      case IN_INLINE:
        return this.#openInInline(name);
      case IN_VALUE:
        return unexpected(name, 'v');
      default:
        return this.#openOutside(name);
    }
  }

  close(name: string): void {
    switch (this.#state) {
      case IN_VALUE:
        return this.#closeValue();
      case IN_INLINE:
        return this.#closeInInline(name);
      case IN_CELL:
        return this.#closeCell();
      case IN_ROW:
        return this.#closeRow();
      case IN_DATA:
        this.#state = OUTSIDE;
        return;
      default:
        return;
    }
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
  }

  wantsText(): boolean {
    return this.#listening;
  }

  #openOutside(name: string): boolean {
    if (name !== 'sheetData') return name === this.root;
    if (this.#sawData) throw new DamagedPart('xml', 'sheetData twice');
    this.#sawData = true;
    this.#state = IN_DATA;
    return true;
  }

  /** The same steps as for a row that the parser tells of, without the parser. */
  #takePlainRow(text: string, at: number): number {
    const row = this.#plainRow;
    const end = row.scan(text, at);
    if (end < 0) return end;
    this.#openRow(row.number);
    for (let cell = 0; cell < row.cells; cell += 1) {
      this.#openCell(row.reference(cell), row.type(cell), row.style(cell));
      this.#hasValue = row.hasValue(cell);
      if (!this.#skipped) {
        const inline = row.inline(cell);
        this.#value = row.value(cell) ?? null;
        this.#inline = inline === undefined ? null : unescapeOoxml(inline);
        this.#hasFormula = row.hasFormula(cell);
      }
      this.#closeCell();
    }
    this.#closeRow();
    return end;
  }

  #openRow(stated: string | undefined): boolean {
    const number = stated === undefined ? this.row + 1 : rowNumber(stated);
    if (number > LIMITS.rows) throw limitExceeded('rows');
    if (number <= this.row) throw new DamagedPart('row-reference', 'rows are not in order');
    this.row = number;
    this.#column = -1;
    this.#state = IN_ROW;
    return true;
  }

  #closeRow(): void {
    this.#state = IN_DATA;
    if (!this.#hasCells) return;
    this.#rows.push({ number: this.row, cells: this.#cells });
    this.#cells = [];
    this.#hasCells = false;
  }

  #openCell(reference: string | undefined, type = 'n', style = '0'): boolean {
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference, this.row);
    if (this.#column >= LIMITS.columns) throw limitExceeded('columns');
    this.#type = type;
    this.#style = Number(style);
    this.#value = null;
    this.#inline = null;
    this.#hasFormula = false;
    this.#hasValue = false;
    this.#skipped = this.#column >= LIMITS.columnsRead || !this.#wants(this.#column, this.row);
    this.#state = IN_CELL;
    return true;
  }

  #openInCell(name: string): boolean {
    if (name === 'f') {
      // Whatever the formula is, shared or of an array: its stored result counts, and nothing else.
      this.#hasFormula = true;
      return false;
    }
    if (name !== 'v' && name !== 'is') return unexpected(name, 'c');
    const before = name === 'v' ? this.#value : this.#inline;
    if (before !== null) throw new DamagedPart('cell-value', 'two values in one cell');
    this.#hasValue = true;
    this.#text = '';
    this.#hasText = false;
    if (name === 'v') this.#listening = !this.#skipped;
    else this.#inline = '';
    this.#state = name === 'v' ? IN_VALUE : IN_INLINE;
    return true;
  }

  #closeValue(): void {
    this.#value = this.#text;
    this.#listening = false;
    this.#state = IN_CELL;
  }

  /** Rich text is joined; phonetic guides are left out. */
  #openInInline(name: string): boolean {
    if (name === 'r') this.#hasText = false;
    if (name !== 't') return isRun(name, 'is');
    if (this.#hasText) throw new DamagedPart('cell-value', 'two texts in one run');
    this.#hasText = true;
    this.#listening = !this.#skipped;
    return true;
  }

  #closeInInline(name: string): void {
    if (name === 'is') this.#state = IN_CELL;
    if (name !== 't') return;
    this.#inline += unescapeOoxml(this.#text);
    this.#text = '';
    this.#listening = false;
  }

  #closeCell(): void {
    this.#state = IN_ROW;
    if (this.#column >= LIMITS.columnsRead && this.#hasValue) this.#widen();
    if (this.#skipped) {
      if (this.#hasValue && this.#column < LIMITS.columnsRead) this.totals.lastRow = this.row;
      return;
    }
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
    const isInline = this.#type === 'inlineStr' || (this.#type === 'n' && value === null);
    if (this.#inline !== null && isInline) return textCell(this.#inline);
    if (value === null || value === '') return this.#emptyCell(value);
    if (this.#type === 's') return textCell(this.#sharedString(value));
    return typedCell(this.#type, value, this.#workbook.dateStyles[this.#style] === true);
  }

  /** Of a cell without value only its formula is known. */
  #emptyCell(value: string | null): Cell | undefined {
    // Some writers leave a text out and its type in; a switch, an error or a day without value is none.
    if (!MAY_BE_EMPTY.has(this.#type)) throw new DamagedPart('cell-value', `${this.#type.slice(0, 20)} without value`);
    // A formula's empty text is a result; no number at all is none.
    const calculated = !this.#hasFormula || (value === '' && this.#type === 'str');
    return calculated ? undefined : { kind: 'uncalculated' };
  }

  #sharedString(value: string): string {
    const index = wholeNumber(value);
    const text = index === null ? undefined : this.#workbook.sharedStrings[index];
    if (text === undefined) throw new DamagedPart('shared-string', `no string ${value.slice(0, 20)}`);
    return text;
  }
}

const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['n', 's', 'str', 'inlineStr']);
