import * as sheetjs from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import {
  type Dialect,
  expectedRows,
  fixture,
  openAll,
  refusalOrNull,
  SERIAL_DATES,
} from '../../fixtures/roster/foreign-files.ts';

const ISO_DATES: Dialect = { ...SERIAL_DATES, day: (_, iso) => ({ kind: 'iso-date', text: iso }) };
const shown = (value: string): { kind: 'text'; text: string } => ({ kind: 'text', text: value });
const SHEETS = [
  ['Data Pegawai', 'visible'],
  ['Rahasia', 'hidden'],
  ['Kosong', 'visible'],
];

/** The sheet in a format that SheetJS writes. */
function written(bookType: sheetjs.BookType): Buffer {
  const book = sheetjs.read(fixture('libreoffice.xls'), { type: 'buffer', raw: true, cellNF: true });
  const bytes: unknown = sheetjs.write(book, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('no bytes');
  return bytes;
}

async function expectBook(bytes: Uint8Array, format: string, dialect: Dialect): Promise<void> {
  const opened = await openAll(bytes);
  expect(opened.format).toBe(format);
  expect(opened.sheets.map(({ name, state }) => [name, state])).toEqual(SHEETS);
  expect(opened.sheets[0]?.rows).toEqual(expectedRows(dialect));
  expect(opened.sheets[1]?.rows).toEqual({ 1: [shown('x')] });
  expect(opened.sheets[2]?.rows).toEqual({});
}

describe('the same sheet in every format', () => {
  it('.xls of LibreOffice', () => expectBook(fixture('libreoffice.xls'), 'xls', SERIAL_DATES));
  it('.xls of SheetJS (Excel 97)', () => expectBook(written('biff8'), 'xls', SERIAL_DATES));
  it('.xls of SheetJS (Excel 95)', async () => {
    // Its writer has no letters beyond ASCII in this format; what there is of them is read.
    const bytes = written('biff5');
    const at = bytes.indexOf('M_ller');
    bytes[at + 1] = 0x93;
    const { format, sheets } = await openAll(bytes);
    expect(format).toBe('xls');
    expect(sheets.map(({ name, state }) => [name, state])).toEqual(SHEETS);
    const { 12: last, ...others } = expectedRows(SERIAL_DATES);
    expect(sheets[0]?.rows).toMatchObject(others);
    expect(sheets[0]?.rows[12]).toEqual(
      last?.map((cell, column) => (column === 1 ? shown('Siti M“ller 7, S.Kom.') : cell)),
    );
  });
  it('.xlsb', () => expectBook(written('xlsb'), 'xlsb', SERIAL_DATES));

  const ods: Dialect = {
    ...ISO_DATES,
    // LibreOffice stores a Boolean of an imported workbook as a number with a format.
    yes: SERIAL_DATES.number('1'),
    typedNip: SERIAL_DATES.number('1.98501012010011E+017'),
  };
  it('.ods', () => expectBook(fixture('libreoffice.ods'), 'ods', ods));
  it('.fods', () => expectBook(fixture('libreoffice.fods'), 'ods', ods));
  it('.ods of SheetJS', async () => {
    const { sheets } = await openAll(written('ods'));
    expect(sheets[0]?.rows[5]?.slice(0, 3)).toEqual(expectedRows(ISO_DATES)[5]?.slice(0, 3));
    expect(sheets[0]?.rows[7]?.[0]).toMatchObject({ kind: 'number' });
  });

  it('SpreadsheetML 2003', () => expectBook(written('xlml'), 'xml-2003', SERIAL_DATES));

  it('a web page named .xls: all that is shown is text, but a long number that the page calls one', async () => {
    const opened = await openAll(fixture('libreoffice.html'));
    const page: Dialect = {
      ...SERIAL_DATES,
      day: (_, iso) => shown(iso.split('-').reverse().join('/')),
      number: shown,
      error: shown,
      yes: shown('1'),
      halfPastSeven: shown('7:30:00'),
      spaced: 'spasi',
    };
    expect(opened.format).toBe('html');
    expect(opened.sheets).toEqual([{ name: 'Tabel 1', state: 'visible', rows: expectedRows(page) }]);
  });

  it('one bare sheet of Excel 2', async () => {
    const { format, sheets } = await openAll(written('biff2'));
    expect(format).toBe('xls');
    expect(sheets[0]?.rows[8]?.slice(0, 3)).toEqual(expectedRows(SERIAL_DATES)[8]?.slice(0, 3));
  });

  it('the bare records that PHP pages have written for twenty years', async () => {
    const record = (...numbers: number[]): Buffer => Buffer.from(Uint16Array.from(numbers).buffer);
    const label = (row: number, column: number, text: string): Buffer =>
      Buffer.concat([record(0x204, 8 + text.length, row, column, 0, text.length), Buffer.from(text, 'latin1')]);
    const number = (row: number, column: number, value: number): Buffer =>
      Buffer.concat([record(0x203, 14, row, column, 0), Buffer.from(Float64Array.of(value).buffer)]);
    const bytes = Buffer.concat([
      record(0x809, 8, 0, 0x10, 0, 0),
      ...[label(0, 0, 'No'), label(0, 1, 'NIP'), number(1, 0, 1), label(1, 1, '198501012010011001')],
      record(0x0a, 0),
    ]);
    const { sheets } = await openAll(bytes);
    expect(sheets[0]?.rows).toEqual({
      1: [shown('No'), shown('NIP')],
      2: [{ kind: 'number', raw: '1', isDate: false }, shown('198501012010011001')],
    });
    expect(await refusalOrNull(bytes.subarray(0, -6))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'record' },
    });
  });

  it('agrees with SheetJS on every cell of an .xls', async () => {
    const book = sheetjs.read(fixture('libreoffice.xls'), { type: 'buffer', raw: true });
    const theirs = sheetjs.utils.sheet_to_json<unknown[]>(book.Sheets['Data Pegawai'] ?? {}, {
      header: 1,
      blankrows: true,
    });
    const { sheets } = await openAll(fixture('libreoffice.xls'));
    for (const [index, row] of theirs.entries()) {
      const ours = sheets[0]?.rows[index + 1] ?? [];
      const plain = ours.map((cell) =>
        cell?.kind === 'text'
          ? cell.text
          : cell?.kind === 'number'
            ? Number(cell.raw)
            : cell?.kind === 'boolean'
              ? cell.value
              : undefined,
      );
      // Errors are no values to SheetJS here.
      expect(plain.map((value) => value ?? null)).toEqual(Array.from(plain, (_, column) => row[column] ?? null));
    }
  });
});

describe('SpreadsheetML 2003 as other programs write it', () => {
  const book = (body: string, head = ''): Buffer =>
    Buffer.from(`<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${head}
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="Data"><Table>${body}</Table></Worksheet></Workbook>`);

  it('counts rows, columns and merged cells by what is stated', async () => {
    const { sheets, date1904 } = await openAll(
      book(
        `<Row ss:Index="3"><Cell ss:MergeAcross="2"><Data ss:Type="String">Judul</Data></Cell><Cell><Data ss:Type="String">D</Data></Cell></Row>
         <Row><Cell ss:Index="2" ss:StyleID="s1"><Data ss:Type="Number">31028</Data></Cell>
         <Cell><Data ss:Type="DateTime">1984-12-12T00:00:00.000</Data></Cell>
         <Cell ss:Formula="=1+1"/><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>
         <Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Te</B>bal</ss:Data>
         <Comment><ss:Data>catatan</ss:Data></Comment></Cell></Row>`,
        '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>',
      ),
    );
    expect(date1904).toBe(true);
    expect(sheets[0]?.rows).toEqual({
      3: [shown('Judul'), undefined, undefined, shown('D')],
      4: [
        undefined,
        { kind: 'number', raw: '31028', isDate: true },
        { kind: 'iso-date', text: '1984-12-12T00:00:00.000' },
        { kind: 'uncalculated' },
        { kind: 'boolean', value: true },
        { kind: 'error', code: '#N/A' },
        shown('Tebal'),
      ],
    });
  });

  it.each([
    ['a document type', book('').toString().replace('<Workbook', '<!DOCTYPE x [<!ENTITY e "x">]><Workbook'), 'doctype'],
    [
      'an end in the middle',
      book('<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>').toString().slice(0, -20),
      'xml',
    ],
    ['a position that goes back', book('<Row ss:Index="5"/><Row ss:Index="2"/>').toString(), 'cell-reference'],
    [
      'a number that is none',
      book('<Row><Cell><Data ss:Type="Number">dua</Data></Cell></Row>').toString(),
      'cell-value',
    ],
    [
      'no sheet',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'missing-part',
    ],
  ])('refuses %s', async (_, source, problem) => {
    expect(await refusalOrNull(Buffer.from(source))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem },
    });
  });

  it('reads the numbers of a NIP as they stand', async () => {
    const { sheets } = await openAll(book('<Row><Cell><Data ss:Type="Number">198501012010011001</Data></Cell></Row>'));
    expect(sheets[0]?.rows[1]).toEqual([{ kind: 'number', raw: '198501012010011001', isDate: false }]);
  });

  it('refuses more cells, columns and depth than any roster has', async () => {
    const wide = await refusalOrNull(book('<Row><Cell ss:Index="20000"><Data ss:Type="String">x</Data></Cell></Row>'));
    expect(wide).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'columns', sheet: 'Data' } });
    const deep = await refusalOrNull(book('<a>'.repeat(100)));
    expect(deep).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'xmlDepth' } });
    const low = await refusalOrNull(book('<Row ss:Index="2000000"><Cell><Data ss:Type="String">x</Data></Cell></Row>'));
    expect(low).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'rows' } });
  });
});

describe('web pages as applications write them', () => {
  const rowsOf = async (page: string): Promise<unknown> => {
    const { sheets } = await openAll(Buffer.from(page));
    return sheets.map(({ name, rows }) => [
      name,
      Object.entries(rows).map(([row, cells]) => [
        row,
        ...cells.map((cell) => (cell?.kind === 'text' ? cell.text : '')),
      ]),
    ]);
  };

  it('cells without end tags, spans, entities, line breaks, hidden text and scripts', async () => {
    const page = `<html><head><style>td {x:y}</style><title>Judul</title></head><body><script>if (1<2) "<td>"</script>
      <table border=1><tr><th rowspan=2>No<th colspan="2">Nama &amp; NIP<tr><th>Nama<th>NIP
      <tr><td>1<td>Ma&#39;ruf&nbsp;A.<br>S.H.<td>199001012015031001<!-- <td>tidak --></table></body></html>`;
    expect(await rowsOf(page)).toEqual([
      [
        'Tabel 1',
        [
          ['1', 'No', 'Nama & NIP'],
          ['2', '', 'Nama', 'NIP'],
          ['3', '1', "Ma'ruf\u00a0A.\nS.H.", '199001012015031001'],
        ],
      ],
    ]);
  });

  it('a table in a table is a sheet of its own, and a page that begins with words is still a page', async () => {
    const page = 'Laporan<table><tr><td>kop<table><tr><td>Nama</td><td>Budi</td></tr></table></td></tr></table>';
    expect(await rowsOf(page)).toEqual([
      ['Tabel 1', [['1', 'kop']]],
      ['Tabel 2', [['1', 'Nama', 'Budi']]],
    ]);
  });

  it('Windows-1252, declared or not, and UTF-8', async () => {
    const page = (charset: string): string => `<html>${charset}<table><tr><td>Müller</td></tr></table>`;
    const expected = [['Tabel 1', [['1', 'Müller']]]];
    expect(await rowsOf(page(''))).toEqual(expected);
    const names = async (bytes: Buffer): Promise<unknown> => (await openAll(bytes)).sheets[0]?.rows[1];
    expect(await names(Buffer.from(page(''), 'latin1'))).toEqual([shown('Müller')]);
    expect(await names(Buffer.from(page('<meta charset="windows-1252">'), 'latin1'))).toEqual([shown('Müller')]);
  });

  it.each([
    ['ends inside a table', '<html><table><tr><td>Nama', 'html'],
    ['ends inside a tag', '<html><table><tr><td>Nama</td></tr></table><p', 'html'],
    ['ends inside a comment', '<html><table><tr><td>Nama</td></tr></table><!-- ', 'html'],
    ['has no table with anything in it', '<html><table><tr><td> </td></tr></table></html>', 'missing-part'],
    ['is broken UTF-8', '<html><meta charset=utf-8><table><tr><td>M\xfcller</td></tr></table>', 'encoding'],
  ])('refuses a page that %s', async (_, page, problem) => {
    const error = await refusalOrNull(Buffer.from(page, 'latin1'));
    expect(error).toMatchObject({ code: 'ROSTER_FILE_DAMAGED', params: { problem } });
  });

  it('does not slow down on what never ends', async () => {
    const started = performance.now();
    expect(await refusalOrNull(Buffer.from(`<table><tr><td>${'<'.repeat(2_000_000)}`))).not.toBeNull();
    expect(await refusalOrNull(Buffer.from(`<table><tr><td>${'<td colspan=1000>x'.repeat(200_000)}`))).not.toBeNull();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
