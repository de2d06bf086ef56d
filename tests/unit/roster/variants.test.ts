import { bufferSource } from '../../../electron/workers/roster-import/byte-source.ts';
import { type Cell, cellText, type SheetRow } from '../../../electron/workers/roster-import/cells.ts';
import { isDateFormat } from '../../../electron/workers/roster-import/xlsx/number-formats.ts';
import { columnOf } from '../../../electron/workers/roster-import/xlsx/cell-values.ts';
import { streamSheet } from '../../../electron/workers/roster-import/xlsx/sheet-reader.ts';
import { openWorkbook, resolvePart, type Workbook } from '../../../electron/workers/roster-import/xlsx/workbook.ts';
import { describe, expect, it } from 'vitest';
import { makeXlsx, type Value, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { makeZip } from '../../fixtures/roster/zip-writer.ts';

/** Shapes that other programs write; each must give the same cells as the plain one. */

async function readSheet(workbook: Workbook, index = 0): Promise<SheetRow[]> {
  const sheet = workbook.sheets[index];
  if (!sheet) throw new Error('no such sheet');
  const rows: SheetRow[] = [];
  for await (const batch of streamSheet(workbook, sheet, () => true).batches) rows.push(...batch);
  return rows;
}

async function cellsOf(bytes: Uint8Array): Promise<(Cell | undefined)[][]> {
  const rows = await readSheet(await openWorkbook(bufferSource(bytes)));
  return rows.map((row) => Array.from(row.cells));
}

const one = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'A', rows }]);
const cell = (xml: string): Value => ({ xml });
const sheetPart = (xml: string): Buffer =>
  makeXlsx([{ name: 'A', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('cells', () => {
  it('keeps the raw text of numbers, all 18 digits', async () => {
    const cells = await cellsOf(
      one([cell('<c r="%r"><v>198501012010011001</v></c>'), cell('<c r="%r"><v>1.97907122001103E+017</v></c>')]),
    );
    expect(cells).toEqual([
      [
        { kind: 'number', raw: '198501012010011001', isDate: false },
        { kind: 'number', raw: '1.97907122001103E+017', isDate: false },
      ],
    ]);
  });

  it('reads every cell type', async () => {
    const cells = await cellsOf(
      one([
        cell('<c r="%r" t="str"><f>A1</f><v>hasil</v></c>'),
        cell('<c r="%r" t="inlineStr"><is><r><t>ka</t></r><r><t xml:space="preserve">ya </t></r></is></c>'),
        cell('<c r="%r" t="b"><v>1</v></c>'),
        cell('<c r="%r" t="e"><v>#N/A</v></c>'),
        cell('<c r="%r" t="d"><v>1980-08-17</v></c>'),
        cell('<c r="%r" s="1"><v>29450</v></c>'),
        cell('<c r="%r"><f>SUM(A1)</f></c>'),
        cell('<c r="%r" s="1"/>'),
        cell('<c r="%r" t="inlineStr"><is><t></t></is></c>'),
        cell('<c r="%r" t="str"><f>A1</f><v></v></c>'),
      ]),
    );
    expect(cells[0]).toEqual([
      { kind: 'text', text: 'hasil' },
      { kind: 'text', text: 'kaya ' },
      { kind: 'boolean', value: true },
      { kind: 'error', code: '#N/A' },
      { kind: 'iso-date', text: '1980-08-17' },
      { kind: 'number', raw: '29450', isDate: true },
      { kind: 'uncalculated' },
    ]);
  });

  it('joins rich text, leaves phonetic guides out, and resolves escapes and entities', async () => {
    const sst = `<sst xmlns="${MAIN}"><si><r><t>Bu</t></r><r><rPr><b/></rPr><t>di</t></r><rPh sb="0" eb="1"><t>fonetik</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_b_x005F_x000D_&amp;&#x2013;<![CDATA[<c>]]></t></si></sst>`;
    const parts = { 'xl/sharedStrings.xml': sst };
    const bytes = makeXlsx(
      [{ name: 'A', rows: [[cell('<c r="%r" t="s"><v>0</v></c>'), cell('<c r="%r" t="s"><v> 1 </v></c>')]] }],
      { parts },
    );
    expect((await cellsOf(bytes))[0]?.map(cellText)).toEqual(['Budi', 'a\rb_x000D_&–<c>']);
  });

  it('keeps spaces and non-breaking spaces as they are', async () => {
    expect((await cellsOf(one([' Budi\u00a0 '])))[0]).toEqual([{ kind: 'text', text: ' Budi\u00a0 ' }]);
  });
});

describe('positions', () => {
  it('counts on where r= is missing, on rows and on cells', async () => {
    const bytes = sheetPart(
      `<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row/><row><c r="C3" t="str"><v>c</v></c><c t="str"><v>d</v></c></row></sheetData></worksheet>`,
    );
    const rows = await readSheet(await openWorkbook(bufferSource(bytes)));
    expect(rows.map((row) => [row.number, Array.from(row.cells, cellText)])).toEqual([
      [1, ['a', 'b']],
      [3, ['', '', 'c', 'd']],
    ]);
  });

  it('reads only the top-left cell of a merge', async () => {
    const bytes = sheetPart(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>Pangkat</v></c><c r="B1" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
    );
    expect(await cellsOf(bytes)).toEqual([[{ kind: 'text', text: 'Pangkat' }]]);
  });

  it('counts a far corner without reading it', async () => {
    const bytes = sheetPart(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>z</v></c></row></sheetData></worksheet>`,
    );
    const workbook = await openWorkbook(bufferSource(bytes));
    const sheet = workbook.sheets[0];
    if (!sheet) throw new Error('no sheet');
    const stream = streamSheet(workbook, sheet, () => true);
    const rows: SheetRow[] = [];
    for await (const batch of stream.batches) rows.push(...batch);
    expect(rows).toHaveLength(1);
    expect(stream.totals).toEqual({ lastRow: 1, columns: 16_384 });
  });

  it('leaves out what the filter does not want', async () => {
    const workbook = await openWorkbook(bufferSource(one(['a', 'b'], ['c', 'd'])));
    const sheet = workbook.sheets[0];
    if (!sheet) throw new Error('no sheet');
    const rows: string[][] = [];
    for await (const batch of streamSheet(workbook, sheet, (column, row) => row === 1 || column === 1).batches) {
      rows.push(...batch.map((row) => Array.from(row.cells, cellText)));
    }
    expect(rows).toEqual([
      ['a', 'b'],
      ['', 'd'],
    ]);
  });

  it('refuses references that are none', () => {
    expect(columnOf('AB12', 12)).toBe(27);
    for (const [reference, row] of [
      ['ZZZZ1', 1],
      ['A-5', 5],
      ['A1', 2],
      ['1', 1],
      ['A', 1],
      ['', 1],
      ['a1', 1],
    ] as const) {
      expect(() => columnOf(reference, row), reference).toThrow(/cell-reference/);
    }
  });
});

describe('packages', () => {
  const rows = [['Nama', 'NIP']];

  it('finds parts by absolute targets and in zips with backslashes or a leading slash', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="\\xl\\sharedStrings.xml"/></Relationships>`;
    const parts = xlsxParts([{ name: 'A', rows }], { parts: { 'xl/_rels/workbook.xml.rels': rels } });
    for (const rename of [
      (name: string) => name,
      (name: string) => name.replaceAll('/', '\\'),
      (name: string) => `/${name}`,
    ]) {
      const bytes = makeZip(parts.map((part) => ({ ...part, name: rename(part.name) })));
      expect((await cellsOf(bytes))[0]?.map(cellText)).toEqual(['Nama', 'NIP']);
    }
  });

  it('resolves part names from where they are mentioned', () => {
    expect(resolvePart('xl/', 'worksheets/sheet1.xml')).toBe('xl/worksheets/sheet1.xml');
    expect(resolvePart('xl/', '../xl/./sheet1.xml')).toBe('xl/sheet1.xml');
    expect(resolvePart('xl/', '/xl/sheet1.xml')).toBe('xl/sheet1.xml');
  });

  it('reads prefixed namespaces and ignores elements of others', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns:y="urn:other"><y:sheetData/><x:sheetData><x:row r="1"><y:c r="B1"><x:v>0</x:v></y:c><x:c r="A1" t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect((await cellsOf(sheetPart(xml)))[0]?.map(cellText)).toEqual(['Nama']);
  });

  it('reads strict files', async () => {
    const parts = xlsxParts([{ name: 'A', rows: [['Nama', cell('<c r="%r" t="d"><v>1980-08-17T00:00:00</v></c>')]] }]);
    const strict = parts.map((part) => ({
      ...part,
      data: String(part.data)
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }));
    expect((await cellsOf(makeZip(strict)))[0]?.map(cellText)).toEqual(['Nama', '1980-08-17T00:00:00']);
  });

  it('reads UTF-16 parts', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>Nürul</v></c></row></sheetData></worksheet>`;
    const bytes = makeXlsx([{ name: 'A', rows: [] }], {
      parts: { 'xl/worksheets/sheet1.xml': Buffer.from(xml, 'utf16le') },
    });
    expect((await cellsOf(bytes))[0]?.map(cellText)).toEqual(['Nürul']);
  });

  it('does without styles, shared strings and content types', async () => {
    const parts = {
      'xl/styles.xml': null,
      'xl/sharedStrings.xml': null,
      '[Content_Types].xml': null,
      '_rels/.rels': null,
    };
    const bytes = makeXlsx([{ name: 'A', rows }], {
      inline: true,
      parts: {
        ...parts,
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    });
    expect((await cellsOf(bytes))[0]?.map(cellText)).toEqual(['Nama', 'NIP']);
  });

  it('reports hidden sheets and the 1904 epoch', async () => {
    const sheets = [
      { name: 'A', rows },
      { name: 'B & C', rows, state: 'hidden' as const },
      { name: 'D', rows, state: 'veryHidden' as const },
    ];
    const workbook = await openWorkbook(bufferSource(makeXlsx(sheets, { workbookPr: 'date1904="1"' })));
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['A', 'visible'],
      ['B & C', 'hidden'],
      ['D', 'very-hidden'],
    ]);
    expect(workbook.date1904).toBe(true);
    expect((await openWorkbook(bufferSource(makeXlsx(sheets)))).date1904).toBe(false);
  });
});

describe('isDateFormat', () => {
  it.each(['dd/mm/yyyy', 'yyyy\\-mm\\-dd', '[$-421]dd mmmm yyyy;@', 'd-mmm', '[h]:mm:ss', 'mm:ss.0', '[Red]dd/mm'])(
    '%s is a date',
    (code) => {
      expect(isDateFormat(code)).toBe(true);
    },
  );
  it.each([
    'General',
    '0',
    '#,##0.00',
    '0.00E+00',
    '@',
    '"hari" 0',
    '[Red]0',
    '_-* #,##0_-',
    '[$Rp-421]#,##0',
    '\\d0',
    '',
  ])('%s is none', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
});
