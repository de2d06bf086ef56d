/** SpreadsheetML 2003: the one-file XML that Excel and many web applications save, often named .xls. */
import type { ByteSource } from '../byte-source.ts';
import type { Cell } from '../cells.ts';
import { DamagedPart, withPlace } from '../damage.ts';
import { LIMITS, limitExceeded } from '../limits.ts';
import type { RosterFile, SheetState } from '../roster-file.ts';
import { isDateFormat } from '../xlsx/number-formats.ts';
import { chunksOf } from './chunks.ts';
import { SheetGatherer } from './memory-file.ts';
import { type AttributeReader, type DocumentHandlers, readDocument, type Vocabulary } from './xml-document.ts';

const VOCABULARY: Vocabulary = {
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:schemas-microsoft-com:office:excel': 'x',
  // Rich text in a cell is marked up with these.
  'http://www.w3.org/TR/REC-html40': 'html',
};

/** Reads a SpreadsheetML 2003 file. Throws ROSTER_FILE_DAMAGED, ROSTER_LIMIT_EXCEEDED. */
export async function openSpreadsheetXml(source: ByteSource): Promise<RosterFile> {
  if (source.size > LIMITS.xmlBytes) throw limitExceeded('xmlBytes');
  const reader = new SpreadsheetXmlReader();
  try {
    await readDocument(chunksOf(source), VOCABULARY, reader);
    return reader.file();
  } catch (error) {
    throw withPlace(error, reader.place());
  }
}

class SpreadsheetXmlReader implements DocumentHandlers {
  readonly #gatherer = new SheetGatherer();
  readonly #dateStyles = new Set<string>();
  readonly #path: string[] = [];
  #style = '';
  #inSheet = false;
  #state: SheetState = 'visible';
  #date1904 = false;
  #row = 0;
  #column = 0;
  #span = 1;
  #cellStyle = '';
  #formula = false;
  #type: string | null = null;
  #listens: 'cell' | 'state' | null = null;
  #text = '';

  place(): { sheet: string | null; row: number | null } {
    return this.#inSheet ? { sheet: this.#gatherer.sheet, row: this.#row } : { sheet: null, row: null };
  }

  file(): RosterFile {
    const file = this.#gatherer.file('xml-2003', this.#date1904);
    if (file.sheets.length === 0) throw new DamagedPart('missing-part', 'no worksheet');
    return file;
  }

  open(name: string, attribute: AttributeReader): void {
    const parent = this.#path.at(-1);
    if (parent === undefined && name !== 'ss:Workbook') throw new DamagedPart('xml', 'root is no Workbook');
    this.#path.push(name);
    if (name === 'ss:Style') this.#style = attribute('ss:ID') ?? '';
    else if (name === 'ss:NumberFormat' && isNamedDate(attribute('ss:Format') ?? '')) this.#dateStyles.add(this.#style);
    else if (name === 'x:Date1904') this.#date1904 = true;
    else if (name === 'ss:Worksheet') this.#openSheet(attribute);
    else if (this.#inSheet) this.#openInSheet(name, parent, attribute);
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'ss:Worksheet') {
      this.#gatherer.end(this.#state);
      this.#inSheet = false;
    } else if (name === 'ss:Data' && this.#path.at(-1) === 'ss:Cell') this.#listens = null;
    else if (name === 'ss:Cell') this.#closeCell();
    else if (name === 'x:Visible') this.#closeState();
  }

  text(text: string): void {
    this.#text += text;
  }

  wantsText(): boolean {
    return this.#listens !== null;
  }

  #openSheet(attribute: AttributeReader): void {
    this.#gatherer.begin(attribute('ss:Name') ?? '');
    this.#inSheet = true;
    this.#state = 'visible';
    this.#row = 0;
  }

  #openInSheet(name: string, parent: string | undefined, attribute: AttributeReader): void {
    assertPlace(name, parent);
    if (name === 'ss:Row') {
      this.#row = indexOf(attribute('ss:Index'), this.#row + 1, this.#row);
      this.#column = -1;
      this.#span = 1;
    } else if (name === 'ss:Cell') {
      this.#column = indexOf(attribute('ss:Index'), this.#column + this.#span + 1, this.#column + this.#span) - 1;
      this.#span = 1 + countOf(attribute('ss:MergeAcross'));
      this.#cellStyle = attribute('ss:StyleID') ?? '';
      this.#formula = attribute('ss:Formula') !== undefined;
      this.#type = null;
      this.#text = '';
    } else if (name === 'ss:Data' && parent === 'ss:Cell') {
      if (this.#type !== null) throw new DamagedPart('xml', 'two values in a cell');
      this.#type = attribute('ss:Type') ?? '';
      this.#listens = 'cell';
    } else if (name === 'x:Visible') {
      this.#text = '';
      this.#listens = 'state';
    }
  }

  #closeCell(): void {
    const value = this.#value();
    if (value !== undefined) this.#gatherer.put(this.#row, this.#column, value);
  }

  #value(): Cell | undefined {
    const text = this.#text;
    switch (this.#type) {
      case null:
        return this.#formula ? { kind: 'uncalculated' } : undefined;
      case 'String':
        return this.#gatherer.text(text);
      case 'Number':
        if (text.trim() === '' || !Number.isFinite(Number(text)))
          throw new DamagedPart('cell-value', text.slice(0, 20));
        return { kind: 'number', raw: text.trim(), isDate: this.#dateStyles.has(this.#cellStyle) };
      case 'DateTime':
        return { kind: 'iso-date', text: text.trim() };
      case 'Boolean':
        return { kind: 'boolean', value: text.trim() === '1' };
      case 'Error':
        return { kind: 'error', code: text };
      default:
        throw new DamagedPart('cell-value', this.#type.slice(0, 20));
    }
  }

  #closeState(): void {
    this.#listens = null;
    const state = this.#text.trim();
    if (state === 'SheetHidden') this.#state = 'hidden';
    else if (state === 'SheetVeryHidden') this.#state = 'very-hidden';
  }
}

/** Where the elements of a table have to stand. */
const PARENTS: Readonly<Record<string, string>> = {
  'ss:Table': 'ss:Worksheet',
  'ss:Row': 'ss:Table',
  'ss:Cell': 'ss:Row',
};

function assertPlace(name: string, parent: string | undefined): void {
  const expected = PARENTS[name];
  if (expected !== undefined && parent !== expected) throw new DamagedPart('xml', `${name} in ${parent}`);
}

/** Formats by the names that this format gives to the built-in ones, or by their code. */
function isNamedDate(format: string): boolean {
  return /^(General|Short|Medium|Long) (Date|Time)$/.test(format) || isDateFormat(format);
}

/** A stated position from 1, which may only go forward; `next` when none is stated. */
function indexOf(stated: string | undefined, next: number, last: number): number {
  if (stated === undefined) return next;
  const index = countOf(stated);
  if (index <= last) throw new DamagedPart('cell-reference', `index ${stated.slice(0, 20)}`);
  return index;
}

function countOf(stated: string | undefined): number {
  if (stated === undefined) return 0;
  if (!/^\d{1,8}$/.test(stated)) throw new DamagedPart('cell-reference', `index ${stated.slice(0, 20)}`);
  return Number(stated);
}
