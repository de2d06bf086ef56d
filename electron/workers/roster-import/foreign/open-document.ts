/** OpenDocument spreadsheets: `.ods`, whose table is one part of a zip, and `.fods`, which is one XML file. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Cell } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RosterFile, SheetState } from '../roster-file.ts';
import { chunksOf } from './chunks.ts';
import { SheetGatherer } from './memory-file.ts';
import { type AttributeReader, type DocumentHandlers, readDocument, type Vocabulary } from './xml-document.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const VOCABULARY: Vocabulary = {
  [`${OASIS}:office:1.0`]: 'office',
  [`${OASIS}:table:1.0`]: 'table',
  [`${OASIS}:text:1.0`]: 'text',
  [`${OASIS}:style:1.0`]: 'style',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext',
};

/** Reads the table of an .ods, its part `content.xml`. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED. */
export async function openOds(content: AsyncIterable<Uint8Array>): Promise<RosterFile> {
  return read(content);
}

/** Reads a .fods. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED. */
export async function openFlatOds(source: ByteSource): Promise<RosterFile> {
  if (source.size > LIMITS.xmlBytes) throw limitExceeded('xmlBytes');
  return read(chunksOf(source));
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<RosterFile> {
  const reader = new OpenDocumentReader();
  try {
    await readDocument(chunks, VOCABULARY, reader);
    return reader.file();
  } catch (error) {
    throw withPlace(error, reader.place());
  }
}

/** Elements whose text is not the cell's own: comments, drawings and what is written above characters. */
const ASIDE = new Set(['office:annotation', 'text:ruby-text', 'text:note', 'table:shapes', '?']);

class OpenDocumentReader implements DocumentHandlers {
  readonly #gatherer = new SheetGatherer();
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #inBook = false;
  #sawBook = false;
  /** Depth of nested tables: only those of the book itself count. */
  #tables = 0;
  #state: SheetState = 'visible';
  #row = 0;
  #rowRepeat = 1;
  #rowFilled = false;
  #column = 0;
  #cell: OpenCell | null = null;
  #aside = 0;
  #paragraph = 0;

  place(): { sheet: string | null; row: number | null } {
    return this.#tables > 0 ? { sheet: this.#gatherer.sheet, row: this.#row } : { sheet: null, row: null };
  }

  file(): RosterFile {
    if (!this.#sawBook) throw new DamagedPart('missing-part', 'no spreadsheet in the document');
    const file = this.#gatherer.file('ods');
    if (file.sheets.length === 0) throw new DamagedPart('missing-part', 'no table');
    return file;
  }

  open(name: string, attribute: AttributeReader): void {
    if (this.#aside > 0) this.#aside += 1;
    else if (this.#cell) this.#openInCell(name, attribute);
    else if (name === 'style:style') this.#style = attribute('style:name') ?? '';
    else if (name === 'style:table-properties') {
      if (attribute('table:display') === 'false') this.#hiddenStyles.add(this.#style);
    } else if (name === 'office:spreadsheet') {
      this.#inBook = true;
      this.#sawBook = true;
    } else if (name === 'office:text' || name === 'office:presentation' || name === 'office:drawing') {
      throw new AppError('ROSTER_FORMAT_UNSUPPORTED', { format: 'odf' });
    } else if (this.#inBook) this.#openInBook(name, attribute);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside -= 1;
    else if (name === 'text:p' || name === 'text:h') this.#paragraph -= 1;
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell();
    else if (name === 'table:table-row') this.#closeRow();
    else if (name === 'table:table' && this.#tables > 0) {
      this.#tables -= 1;
      if (this.#tables === 0) this.#gatherer.end(this.#state);
    } else if (name === 'office:spreadsheet') this.#inBook = false;
  }

  text(text: string): void {
    this.#cell?.pieces.push(text);
  }

  wantsText(): boolean {
    return this.#paragraph > 0 && this.#aside === 0;
  }

  #openInBook(name: string, attribute: AttributeReader): void {
    if (name === 'table:table') this.#openTable(attribute);
    else if (this.#tables !== 1) return;
    else if (name === 'table:table-row') {
      this.#row += 1;
      this.#rowRepeat = repeatOf(attribute('table:number-rows-repeated'));
      this.#rowFilled = false;
      this.#column = 0;
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#cell = openCell(name, attribute);
    } else if (name === 'table:shapes') this.#aside = 1;
  }

  #openTable(attribute: AttributeReader): void {
    this.#tables += 1;
    if (this.#tables !== 1) return;
    this.#gatherer.begin(attribute('table:name') ?? '');
    this.#state = this.#hiddenStyles.has(attribute('table:style-name') ?? '') ? 'hidden' : 'visible';
    this.#row = 0;
  }

  #openInCell(name: string, attribute: AttributeReader): void {
    const pieces = this.#cell?.pieces ?? [];
    if (name === 'text:p' || name === 'text:h') {
      if (pieces.length > 0) pieces.push('\n');
      // An empty paragraph is a line of its own, too.
      else pieces.push('');
      this.#paragraph += 1;
    } else if (name === 'text:s')
      pieces.push(' '.repeat(Math.min(repeatOf(attribute('text:c')), LIMITS.cellCharacters)));
    else if (name === 'text:tab') pieces.push('\t');
    else if (name === 'text:line-break') pieces.push('\n');
    else if (ASIDE.has(name) || name === 'table:table') this.#aside = 1;
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#cell = null;
    this.#paragraph = 0;
    const value = cell.covered ? undefined : valueOf(cell, this.#gatherer);
    if (value !== undefined) {
      // Everything right of the last column is one limit's business, not a loop's.
      const last = Math.min(cell.repeat, LIMITS.columns + 1);
      for (let time = 0; time < last; time += 1) this.#gatherer.put(this.#row, this.#column + time, value);
      this.#rowFilled = true;
    }
    this.#column += cell.repeat;
  }

  #closeRow(): void {
    if (this.#tables !== 1) return;
    if (this.#rowFilled) this.#gatherer.repeatRow(this.#rowRepeat - 1);
    this.#row += this.#rowRepeat - 1;
  }
}

interface OpenCell {
  readonly covered: boolean;
  readonly repeat: number;
  readonly type: string | undefined;
  readonly error: boolean;
  readonly stated: string | undefined;
  readonly formula: boolean;
  readonly pieces: string[];
}

/** Which attribute holds the value, by the value's type. */
const VALUE_ATTRIBUTES: Readonly<Record<string, string>> = {
  float: 'office:value',
  percentage: 'office:value',
  currency: 'office:value',
  date: 'office:date-value',
  time: 'office:time-value',
  boolean: 'office:boolean-value',
  string: 'office:string-value',
};

function openCell(name: string, attribute: AttributeReader): OpenCell {
  const type = attribute('office:value-type');
  const holder = type === undefined ? undefined : VALUE_ATTRIBUTES[type];
  return {
    covered: name === 'table:covered-table-cell',
    repeat: repeatOf(attribute('table:number-columns-repeated')),
    type,
    error: attribute('calcext:value-type') === 'error',
    stated: holder === undefined ? undefined : attribute(holder),
    formula: attribute('table:formula') !== undefined,
    pieces: [],
  };
}

function valueOf(cell: OpenCell, gatherer: SheetGatherer): Cell | undefined {
  const text = cell.pieces.join('');
  const stated = cell.stated;
  if (cell.error || (cell.formula && /^(#[A-Z0-9/]+[!?]?|Err:\d+)$/.test(text))) return { kind: 'error', code: text };
  switch (cell.type) {
    case undefined:
      return cell.formula && text === '' ? { kind: 'uncalculated' } : gatherer.text(text);
    case 'string':
      return gatherer.text(stated === undefined || stated === '' ? text : stated);
    case 'float':
    case 'percentage':
    case 'currency':
      return numberCell(stated, false);
    case 'date':
      if (stated === undefined || stated === '') throw new DamagedPart('cell-value', 'a date without value');
      return { kind: 'iso-date', text: stated };
    case 'time':
      return numberCell(dayFraction(stated ?? ''), true);
    case 'boolean':
      return { kind: 'boolean', value: stated === 'true' };
    default:
      throw new DamagedPart('cell-value', cell.type.slice(0, 20));
  }
}

function numberCell(raw: string | undefined, isDate: boolean): Cell {
  if (raw === undefined || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw))
    throw new DamagedPart('cell-value', `no number: ${(raw ?? '').slice(0, 20)}`);
  return { kind: 'number', raw, isDate };
}

/** A duration such as PT07H30M00S as a part of a day. */
function dayFraction(duration: string): string {
  const parts = /^-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(duration);
  if (!parts) throw new DamagedPart('cell-value', duration.slice(0, 20));
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  return String(total / 86_400);
}

function repeatOf(stated: string | undefined): number {
  if (stated === undefined) return 1;
  if (!/^[1-9]\d{0,9}$/.test(stated)) throw new DamagedPart('cell-reference', `repeated ${stated.slice(0, 20)} times`);
  return Number(stated);
}
