/** Tables of a web page, as many offices' applications hand them out under the name .xls. */
import type { ByteSource } from '../byte-source.ts';
import type { Cell } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RosterFile } from '../roster-file.ts';
import { windows1252 } from '../windows-1252.ts';
import { bytesOf } from './chunks.ts';
import { type PageReader, scanPage } from './html-scanner.ts';
import { htmlText, LINE_BREAK } from './html-text.ts';
import { SheetGatherer } from './memory-file.ts';

/** Reads every table that has something in it, as a sheet each. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED. */
export async function openHtml(source: ByteSource): Promise<RosterFile> {
  if (source.size > LIMITS.htmlBytes) throw limitExceeded('htmlBytes');
  const reader = new TableReader();
  try {
    scanPage(htmlSource(await bytesOf(source)), reader);
    return reader.file();
  } catch (error) {
    throw withPlace(error, reader.place());
  }
}

/** The page as text: by its mark, by what it declares, as UTF-8 when it is that, and as Windows-1252 otherwise. */
function htmlSource(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 4096).toString('latin1');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const oneByte = declared !== undefined && /^(windows-1252|iso-8859-1|latin1|us-ascii)$/i.test(declared);
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32)))
    throw new DamagedPart('encoding', 'bytes in the page that are no characters');
  if (oneByte) return windows1252(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (declared === undefined) return windows1252(bytes);
    throw new DamagedPart('encoding', 'bytes are not text of the declared encoding', { cause: error });
  }
}

interface Table {
  readonly cells: { readonly row: number; readonly column: number; readonly cell: Cell }[];
  /** For each column: the last row that a cell above reaches down to. */
  readonly reach: number[];
  /** Cells that ended by their own end tag, and the rows of those that did not. */
  closed: number;
  readonly unclosed: number[];
  row: number;
  column: number;
  /** Elements between the cells that hold text of their own: a caption, a heading. */
  beside: number;
  open: { readonly column: number; readonly isNumber: boolean; readonly pieces: string[] } | null;
}

class TableReader implements PageReader {
  readonly #tables: Table[] = [];
  readonly #open: Table[] = [];
  readonly #gatherer = new SheetGatherer();
  #cells = 0;

  place(): { sheet: string | null; row: number | null } {
    const table = this.#open.at(-1);
    return table ? { sheet: sheetName(this.#tables.indexOf(table)), row: table.row } : { sheet: null, row: null };
  }

  file(): RosterFile {
    for (const [index, table] of this.#tables.entries()) {
      if (table.cells.length === 0) continue;
      this.#gatherer.begin(sheetName(index));
      for (const { row, column, cell } of table.cells) this.#gatherer.put(row, column, cell);
      this.#gatherer.end('visible');
      table.cells.length = 0;
    }
    const file = this.#gatherer.file('html');
    if (file.sheets.length === 0) throw new DamagedPart('missing-part', 'no table with anything in it');
    return file;
  }

  open(name: string, tag: string): void {
    if (GRID.has(name)) assertWholeTag(tag);
    const table = this.#open.at(-1);
    if (table && !table.open && !GRID.has(name) && !EMPTY.has(name)) table.beside += 1;
    if (name === 'table') this.#openTable();
    else if (!table) return;
    else if (name === 'tr') this.#openRow(table);
    else if (name === 'td' || name === 'th') this.#openCell(table, tag);
    else if (name === 'br' || name === 'p' || name === 'div' || name === 'li') this.#breakLine(table);
  }

  close(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th') {
      if (table.open) table.closed += 1;
      else table.unclosed.push(table.row);
      this.#closeCell(table);
    } else if (name === 'tr') this.#leaveCell(table);
    else if (name === 'table') {
      this.#leaveCell(table);
      assertOneStyle(table);
      this.#open.pop();
    } else if (!table.open && !GRID.has(name) && !EMPTY.has(name)) table.beside = Math.max(0, table.beside - 1);
  }

  text(page: string, start: number, end: number): void {
    const table = this.#open.at(-1);
    if (!table) return;
    const text = page.slice(start, end);
    if (table.open) table.open.pieces.push(text);
    else if (text.includes('>')) throw new DamagedPart('html', 'a piece of a tag between cells');
    else if (table.beside === 0 && htmlText([text]).trim() !== '')
      throw new DamagedPart('html', 'text between the cells');
  }

  /** A page that ends inside a table has lost the rest of it. */
  end(): void {
    if (this.#open.length > 0) throw new DamagedPart('html', 'page ends inside a table');
  }

  #openTable(): void {
    if (this.#open.length >= LIMITS.xmlDepth) throw limitExceeded('xmlDepth');
    if (this.#tables.length >= LIMITS.htmlTables) throw limitExceeded('htmlTables');
    const table: Table = { cells: [], reach: [], closed: 0, unclosed: [], row: 0, column: 0, beside: 0, open: null };
    this.#tables.push(table);
    this.#open.push(table);
  }

  #openRow(table: Table): void {
    this.#leaveCell(table);
    table.beside = 0;
    table.row += 1;
    table.column = 0;
  }

  #openCell(table: Table, tag: string): void {
    this.#leaveCell(table);
    if (table.row === 0) table.row = 1;
    while ((table.reach[table.column] ?? 0) >= table.row) table.column += 1;
    const across = spanOf(tag, 'colspan');
    const down = spanOf(tag, 'rowspan');
    if (table.column + across > LIMITS.columns) throw limitExceeded('columns', this.place());
    if (down > 1) for (let step = 0; step < across; step += 1) table.reach[table.column + step] = table.row + down - 1;
    table.open = { column: table.column, isNumber: NUMBER_TAG.test(tag), pieces: [] };
    table.column += across;
  }

  #breakLine(table: Table): void {
    if (table.open && table.open.pieces.length > 0) table.open.pieces.push(LINE_BREAK);
  }

  /** Ends a cell that has no end tag of its own. */
  #leaveCell(table: Table): void {
    if (table.open) table.unclosed.push(table.row);
    this.#closeCell(table);
  }

  #closeCell(table: Table): void {
    const cell = table.open;
    table.open = null;
    if (!cell) return;
    const text = htmlText(cell.pieces);
    if (text === '') return;
    // A mark that ends a tag, without one that begins it.
    if (/(^|\S)>/.test(cell.pieces.join(''))) throw new DamagedPart('html', 'a piece of a tag in a cell');
    this.#cells += 1;
    if (this.#cells > LIMITS.cells) throw limitExceeded('cells', this.place());
    const value = cell.isNumber && LONG_NUMBER.test(text) ? numberCell(text) : this.#gatherer.text(text);
    if (value) table.cells.push({ row: table.row, column: cell.column, cell: value });
  }
}

/** What a table is made of. Text stands in its cells, or in an element of its own such as a caption. */
const GRID: ReadonlySet<string> = new Set('table thead tbody tfoot colgroup col tr td th'.split(' '));
/** Elements that end where they begin. */
const EMPTY: ReadonlySet<string> = new Set('br hr img input link meta embed base basefont wbr'.split(' '));

/** A value that took in the end of its own tag holds a bare ">" where no program writes one. */
function assertWholeTag(tag: string): void {
  if (tag.indexOf('>') < tag.length - 1 && /["']>|>>|>["']/.test(tag.slice(0, -1)))
    throw new DamagedPart('html', 'a piece of a tag in a tag');
}

/** Programs end their cells by tags or leave them all open; a table that ends some of them has lost a piece. */
function assertOneStyle({ closed, unclosed }: Table): void {
  const [first] = unclosed;
  if (first === undefined || closed <= unclosed.length) return;
  throw withPlace(new DamagedPart('html', 'a cell without end among cells with one'), { sheet: null, row: first });
}

/** How Excel and LibreOffice say in a page that a cell is a number to them. */
const NUMBER_TAG = /\s(x:num|sdval)(\s*=|[\s>])/i;
/** More digits than a number holds: what is shown is not what was typed. All other cells stay the text that is shown. */
const LONG_NUMBER = /^\d{16,}$|^\d[.,]?\d*e\+?\d+$/i;

function numberCell(text: string): Cell {
  return { kind: 'number', raw: text.replace(',', '.'), isDate: false };
}

function sheetName(index: number): string {
  return `Tabel ${index + 1}`;
}

function spanOf(tag: string, name: 'colspan' | 'rowspan'): number {
  const stated = new RegExp(`\\s${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(tag)?.[1];
  const span = Number(stated ?? 1);
  // What browsers allow; 0 ("to the end") is not met in tables that are spreadsheets.
  return Math.max(1, Math.min(span, name === 'colspan' ? 1000 : 65_534));
}
