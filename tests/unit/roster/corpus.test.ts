import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORPUS_VARIANTS } from '../../fixtures/roster/corpus-variants.ts';
import {
  type CellMap,
  differences,
  hucreCells,
  hucreDates,
  ourCells,
  ourDates,
  sheetJsCells,
} from '../../fixtures/roster/oracles.ts';
import { readSheets } from '../../fixtures/roster/sheet-cells.ts';

/**
 * Every cell of workbooks that XlsxWriter, openpyxl and LibreOffice wrote (tests/fixtures/roster/corpus/make-corpus.py), and
 * of hand-made shapes, is read as SheetJS and hucre read it. Where it is not, the table says what is different and why; a
 * difference that is not in the table fails, and so does an entry that no longer applies.
 */

const FOLDER = new URL('../../fixtures/roster/corpus/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => /\.(xlsx|xls|ods)$/.test(name));
const XLSX = FILES.filter((name) => name.endsWith('.xlsx'));
const fileOf = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

type Reader = 'SheetJS' | 'hucre';
interface Listed {
  readonly reader: Reader;
  readonly files: readonly string[];
  /** "Sheet!row.column", row from 1, column from 0. */
  readonly cells: readonly string[];
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly why: string;
}

/** Rows of the sheet "Format" whose format is a date or a time; column 2 holds 0.3125 in it. */
const DATE_ROWS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 23, 24];
const TIMES = DATE_ROWS.map((row) => `Format!${row}.2`);
const EPOCH_1904 = ['libreoffice-1904.xlsx', 'openpyxl-1904.xlsx', 'xlsxwriter-1904.xlsx'];
const hasFormats = (name: string): boolean => name !== 'openpyxl-write-only.xlsx';
const BEFORE_1900_03 = 'hucre counts a serial below 60 from 31 December 1899 and back from the 30th: one day too many';

const TABLE: readonly Listed[] = [
  {
    reader: 'hucre',
    files: [...XLSX, 'libreoffice.xls'].filter((name) => hasFormats(name) && !EPOCH_1904.includes(name)),
    cells: [...TIMES, 'Format!26.2'],
    ours: 'n:0.3125',
    theirs: 'n:1.3125',
    why: BEFORE_1900_03,
  },
  {
    reader: 'hucre',
    files: ['openpyxl.xlsx', 'openpyxl-write-only.xlsx', 'libreoffice-of-openpyxl.xlsx'],
    cells: ['Nilai!1.5'],
    ours: 'n:0.3125',
    theirs: 'n:1.3125',
    why: BEFORE_1900_03,
  },
  {
    reader: 'hucre',
    files: ['openpyxl.xlsx', 'openpyxl-write-only.xlsx', 'openpyxl-iso-dates.xlsx', 'libreoffice-of-openpyxl.xlsx'],
    cells: ['Nilai!1.7'],
    ours: 'n:1.25',
    theirs: 'n:2.25',
    why: BEFORE_1900_03,
  },
  {
    reader: 'hucre',
    files: ['libreoffice.xls', 'libreoffice.ods'],
    cells: ['Nilai!2.5'],
    ours: 'e:#DIV/0!',
    theirs: 't:#DIV/0!',
    why: 'hucre gives error values of these formats as texts',
  },
  {
    reader: 'hucre',
    files: ['libreoffice.xls', 'libreoffice.ods'],
    cells: ['Nilai!2.6'],
    ours: 'e:#N/A',
    theirs: 't:#N/A',
    why: 'hucre gives error values of these formats as texts',
  },
  {
    reader: 'hucre',
    files: ['libreoffice.ods'],
    cells: [14, 15, 16, 17].map((row) => `Format!${row}.1`),
    ours: 'n:29450',
    theirs: 't:PT706800H00M00S',
    why: 'hucre gives the words of ISO 8601 for a length of time',
  },
  {
    reader: 'hucre',
    files: ['libreoffice.ods'],
    cells: [14, 15, 16, 17].map((row) => `Format!${row}.2`),
    ours: 'n:0.3125',
    theirs: 't:PT07H30M00S',
    why: 'hucre gives the words of ISO 8601 for a length of time',
  },
  {
    reader: 'SheetJS',
    files: XLSX.filter((name) => !name.startsWith('libreoffice')),
    cells: ['Nilai!5.0'],
    ours: 't:dua\r\nbaris',
    theirs: 't:dua\nbaris',
    why: 'the file says _x000D_ and a line feed, which is both characters; SheetJS makes one line end of them',
  },
  {
    reader: 'SheetJS',
    files: XLSX.filter((name) => name.startsWith('openpyxl')),
    cells: ['Nilai!7.0'],
    ours: 't:Nürul 😀 éè',
    theirs: 't:Nürul \uf600 éè',
    why: 'openpyxl writes the character as a number (&#128512;), and SheetJS loses numbers beyond 16 bits',
  },
  {
    reader: 'SheetJS',
    files: ['libreoffice.ods'],
    cells: ['Nilai!2.0'],
    ours: 't: depan dan belakang ',
    theirs: 't: depan dan belakang',
    why: 'the last space is written as an element of its own (text:s), which SheetJS leaves out at the end',
  },
  {
    reader: 'SheetJS',
    files: ['libreoffice.ods'],
    cells: ['Nilai!9.0'],
    ours: 't:_x000D_',
    theirs: 't:\r',
    why: 'an .ods has no such escapes: the text is what it says',
  },
  {
    reader: 'SheetJS',
    files: ['libreoffice.ods'],
    cells: ['Nilai!23.0'],
    ours: 't:\ufeffmark',
    theirs: 't:mark',
    why: 'SheetJS drops the character, which was in the cell',
  },
  {
    reader: 'SheetJS',
    files: ['libreoffice.ods'],
    cells: [8, 9, 10, 11, 12, 13, 18, 20, 24].map((row) => `Format!${row}.2`),
    ours: 'd:1899-12-30T07:30:00',
    theirs: 'n:-0.6875',
    why: 'SheetJS takes a day away below its epoch',
  },
];

const oracles: readonly [Reader, (bytes: Uint8Array) => Promise<CellMap>][] = [
  ['SheetJS', async (bytes) => withPlainNames(sheetJsCells(bytes))],
  ['hucre', hucreCells],
];

/** SheetJS does not resolve entities in the names of an .ods's sheets. */
function withPlainNames(cells: CellMap): CellMap {
  return new Map([...cells].map(([place, value]) => [place.replace('&amp;', '&'), value]));
}

function listed(reader: Reader, file: string): string[] {
  return TABLE.filter((entry) => entry.reader === reader && entry.files.includes(file)).flatMap(
    ({ cells, ours, theirs }) => cells.map((place) => JSON.stringify([place, ours, theirs])),
  );
}

describe('the corpus', () => {
  it('has files of every writer', () => {
    expect(FILES).toHaveLength(13);
  });

  it.each(FILES)('%s', async (name) => {
    const bytes = fileOf(name);
    const cells = ourCells(await readSheets(bytes));
    expect(cells.size).toBeGreaterThan(100);
    for (const [reader, read] of oracles) {
      const found = differences(cells, await read(bytes)).map(({ place, a, b }) => JSON.stringify([place, a, b]));
      expect(found.sort(), reader).toEqual(listed(reader, name).sort());
    }
  });

  it.each(XLSX)('%s: dates are told from numbers as hucre does', async (name) => {
    const bytes = fileOf(name);
    const ours = ourDates(await readSheets(bytes));
    // "General;dd/mm": an ordinary number is shown as a number. hucre looks at all sections.
    const theirs = [...(await hucreDates(bytes))].filter((place) => !place.startsWith('Format!26.'));
    expect([...ours].sort()).toEqual(theirs.sort());
    expect(ours.size).toBeGreaterThan(3);
  });

  it('says which sheets are hidden', async () => {
    const states = async (name: string): Promise<string[]> =>
      (await readSheets(fileOf(name))).map(({ state }) => state);
    expect(await states('xlsxwriter.xlsx')).toEqual(['visible', 'visible', 'visible', 'visible', 'hidden']);
    expect(await states('openpyxl.xlsx')).toEqual(['visible', 'visible', 'visible', 'visible', 'very-hidden']);
    expect(await states('libreoffice.xls')).toEqual(['visible', 'visible', 'visible', 'visible', 'hidden']);
  });
});

describe('hand-made shapes', () => {
  /** What SheetJS or hucre make of a shape that they do not know; each is read right by the other. */
  const THEIRS: Readonly<Record<string, Partial<Record<Reader, string>>>> = {
    // hucre compares part names letter by letter, as no reader should (ECMA-376 part 2, 6.2.2.3).
    'backslash names': { hucre: 'refused' },
    'leading slashes': { hucre: 'refused' },
    'other case': { hucre: 'refused' },
    // hucre takes every part for UTF-8 and finds an empty sheet.
    'utf-16': { hucre: 'other cells' },
    // SheetJS looks for the sizes of a part in its short fields only.
    zip64: { SheetJS: 'refused' },
    // SheetJS demands the part for styles, which is optional.
    'no styles': { SheetJS: 'refused' },
  };
  const names = Object.keys(CORPUS_VARIANTS);

  it.each(names)('%s', async (name) => {
    const bytes = CORPUS_VARIANTS[name] ?? Buffer.alloc(0);
    const plain = ourCells(await readSheets(CORPUS_VARIANTS['plain'] ?? Buffer.alloc(0)));
    expect(plain.size).toBeGreaterThan(80);
    const cells = ourCells(await readSheets(bytes));
    expect(differences(cells, plain)).toEqual([]);
    for (const [reader, read] of oracles) {
      const verdict = await read(bytes).then(
        (theirs) => (differences(cells, theirs).length === 0 ? 'the same' : 'other cells'),
        () => 'refused',
      );
      expect([reader, verdict]).toEqual([reader, THEIRS[name]?.[reader] ?? 'the same']);
    }
  });
});
