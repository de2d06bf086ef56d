import { describe, expect, it } from 'vitest';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { columnOf } from '../../../electron/workers/roster-import/xlsx/cell-values.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { openBytes, readSheets, refusalOf } from '../../fixtures/roster/sheet-cells.ts';

/** Where a cell stands, however its writer says so, and the XML around it. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const part = (xml: string | Buffer): Buffer =>
  makeXlsx([{ name: 'A', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
const data = (rows: string, around = ''): Buffer =>
  part(`<worksheet xmlns="${MAIN}">${around}<sheetData>${rows}</sheetData></worksheet>`);
const t = (value: string, r?: string): string => `<c${r ? ` r="${r}"` : ''} t="str"><v>${value}</v></c>`;
const linesOf = async (bytes: Uint8Array): Promise<unknown[]> => {
  const [sheet] = await readSheets(bytes);
  return (sheet?.rows ?? []).map((row) => [row.number, ...Array.from(row.cells, cellText)]);
};
const damage = (problem: string, row: number): object => ({
  code: 'ROSTER_FILE_DAMAGED',
  params: { problem, sheet: 'A', row },
});

describe('places', () => {
  it('count on where r= is missing, on rows and on cells', async () => {
    const rows = `<row>${t('a')}${t('b')}</row><row/><row>${t('c', 'C3')}${t('d')}</row><row r="9">${t('e')}</row><row>${t('f')}</row>`;
    expect(await linesOf(data(rows))).toEqual([
      [1, 'a', 'b'],
      [3, '', '', 'c', 'd'],
      [9, 'e'],
      [10, 'f'],
    ]);
  });

  it('cells of a row may come in any order, two in one place are damage', async () => {
    expect(await linesOf(data(`<row r="1">${t('b', 'B1')}${t('a', 'A1')}</row>`))).toEqual([[1, 'a', 'b']]);
    expect(await refusalOf(data(`<row r="1">${t('a', 'A1')}${t('b', 'A1')}</row>`))).toEqual(
      damage('cell-reference', 1),
    );
    // The second is only styled: that is no second value.
    expect(await linesOf(data(`<row r="1">${t('a', 'A1')}<c r="A1" s="1"/></row>`))).toEqual([[1, 'a']]);
  });

  it.each([
    ['rows out of order', `<row r="5">${t('a')}</row><row r="3">${t('b')}</row>`, 'row-reference', 5],
    ['a row twice', `<row r="5">${t('a')}</row><row r="5">${t('b')}</row>`, 'row-reference', 5],
    ['row 0', `<row r="0">${t('a')}</row>`, 'row-reference', 0],
    ['a row that is no number', `<row r="1.5">${t('a')}</row>`, 'row-reference', 0],
    ['a cell of another row', `<row r="1">${t('a', 'A2')}</row>`, 'cell-reference', 1],
    ['a cell outside of a row', t('a', 'A1'), 'xml', 0],
    ['a row in a row', '<row r="1"><row r="2"/></row>', 'xml', 1],
  ])('%s are damage', async (_, rows, problem, row) => {
    expect(await refusalOf(data(rows))).toEqual(damage(problem, row));
  });

  it('the dimension and the spans that a sheet states do not matter', async () => {
    const rows = `<row r="1" spans="1:1">${t('a')}${t('b')}</row><row r="7" spans="9:2">${t('c')}</row>`;
    for (const reference of ['A1', 'A1:XFD1048576', 'C3:B2', 'nonsense'])
      expect(await linesOf(data(rows, `<dimension ref="${reference}"/>`))).toEqual([
        [1, 'a', 'b'],
        [7, 'c'],
      ]);
  });

  it('hidden rows and columns are read', async () => {
    const columns = '<cols><col min="1" max="2" hidden="1"/></cols>';
    expect(await linesOf(data(`<row r="1" hidden="1">${t('a')}${t('b')}</row>`, columns))).toEqual([[1, 'a', 'b']]);
  });

  it('of a merge only the top-left cell is read', async () => {
    const xml = `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${t('Pangkat', 'A1')}<c r="B1" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`;
    expect(await linesOf(part(xml))).toEqual([[1, 'Pangkat']]);
  });

  it('a far corner is counted and not read', async () => {
    const rows = `<row r="1">${t('a', 'A1')}</row><row r="1048576">${t('z', 'XFD1048576')}<c r="XFC1048576" t="inlineStr"><is><t>y</t></is></c></row>`;
    const [sheet] = await readSheets(data(rows));
    expect(sheet?.rows).toHaveLength(1);
    expect(sheet?.totals).toEqual({ lastRow: 1, columns: 16_384 });
  });

  it('what the filter does not want is left out', async () => {
    const file = await openBytes(data(`<row r="1">${t('a')}${t('b')}</row><row r="2">${t('c')}${t('d')}</row>`));
    const rows: string[][] = [];
    const [sheet] = file.sheets;
    if (!sheet) throw new Error('no sheet');
    for await (const batch of file.stream(sheet, (column, row) => row === 1 || column === 1).batches)
      rows.push(...batch.map((row) => Array.from(row.cells, cellText)));
    expect(rows).toEqual([
      ['a', 'b'],
      ['', 'd'],
    ]);
  });

  it('references that are none are refused', () => {
    expect(columnOf('AB12', 12)).toBe(27);
    expect(columnOf('XFD1', 1)).toBe(16_383);
    for (const [reference, row] of [
      ['ZZZZ1', 1],
      ['A-5', 5],
      ['A1', 2],
      ['1', 1],
      ['A', 1],
      ['', 1],
      ['a1', 1],
      ['$A$1', 1],
    ] as const) {
      expect(() => columnOf(reference, row), reference).toThrow(/cell-reference/);
    }
  });
});

describe('namespaces', () => {
  const a1 = (p: string): string =>
    `<${p}row r="1"><${p}c r="A1" t="inlineStr"><${p}is><${p}t>Nama</${p}t></${p}is></${p}c></${p}row>`;

  it.each([
    ['x:', `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>${a1('x:')}</x:sheetData></x:worksheet>`],
    [
      'two prefixes of one',
      `<worksheet xmlns="${MAIN}" xmlns:y="${MAIN}"><sheetData>${a1('y:')}</sheetData></worksheet>`,
    ],
    [
      'declared further in',
      `<worksheet xmlns="${MAIN}"><z:sheetData xmlns:z="${MAIN}">${a1('z:')}</z:sheetData></worksheet>`,
    ],
    [
      'the default put back',
      `<x:worksheet xmlns:x="${MAIN}"><sheetData xmlns="${MAIN}">${a1('')}</sheetData></x:worksheet>`,
    ],
    ['no namespace at all', `<worksheet><sheetData>${a1('')}</sheetData></worksheet>`],
  ])('%s', async (_, xml) => {
    expect(await linesOf(part(xml))).toEqual([[1, 'Nama']]);
  });

  it('elements of other namespaces are left out with everything in them', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns:y="urn:other"><y:sheetData><x:row><x:c t="str"><x:v>no</x:v></x:c></x:row></y:sheetData><x:sheetData><y:c r="B1"><x:v>0</x:v></y:c>${a1('x:')}<row xmlns="urn:other">${a1('x:')}</row></x:sheetData></x:worksheet>`;
    expect(await linesOf(part(xml))).toEqual([[1, 'Nama']]);
  });

  it('a prefix that changes its meaning is followed in and out', async () => {
    const xml = `<worksheet xmlns="${MAIN}" xmlns:y="${MAIN}"><sheetData><y:row r="1"><c r="A1" t="str"><y:v xmlns:y="urn:other">no</y:v><y:v>yes</y:v></c></y:row></sheetData></worksheet>`;
    expect(await linesOf(part(xml))).toEqual([[1, 'yes']]);
  });

  it('of alternatives the fallback is read, or the choice that needs nothing new', async () => {
    const alternatives = (requires: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}"><row r="1">${t('choice')}</row></mc:Choice><mc:Choice Requires="o">no</mc:Choice><mc:Fallback><row r="1">${t('fallback')}</row></mc:Fallback></mc:AlternateContent><row r="2">${t('after')}</row>`;
    const xml = (requires: string): string =>
      `<worksheet xmlns="${MAIN}" xmlns:m="${MAIN}" xmlns:mc="${MC}" xmlns:o="urn:other" mc:Ignorable="o"><sheetData>${alternatives(requires)}</sheetData></worksheet>`;
    expect(await linesOf(part(xml('o')))).toEqual([
      [1, 'fallback'],
      [2, 'after'],
    ]);
    expect(await linesOf(part(xml('m')))).toEqual([
      [1, 'choice'],
      [2, 'after'],
    ]);
    expect(await linesOf(part(xml('m o')))).toEqual(await linesOf(part(xml('o'))));
  });
});

describe('the XML itself', () => {
  const xml = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?><worksheet xmlns="${MAIN}"><sheetData><row r="1">${t('Nürul 😀')}</row></sheetData></worksheet>`;
  const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml('UTF-8')}`)],
    ['UTF-16 little-endian', Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le')],
    ['UTF-16 big-endian', utf16be(`\ufeff${xml('UTF-16')}`)],
    ['UTF-16 without a mark', Buffer.from(xml('UTF-16LE'), 'utf16le')],
    ['UTF-16 big-endian without a mark', utf16be(xml('UTF-16BE'))],
  ])('%s', async (_, bytes) => {
    expect(await linesOf(part(bytes))).toEqual([[1, 'Nürul 😀']]);
  });

  it.each([
    ['twice the same attribute', `<row r="1" r="1">${t('a')}</row>`],
    ['an attribute without quotes', `<row r=1>${t('a')}</row>`],
    ['a bare ampersand', `<row r="1">${t('a & b')}</row>`],
    ['a control character', `<row r="1">${t('a\u0001b')}</row>`],
  ])('%s is damage', async (_, rows) => {
    expect(await refusalOf(data(rows))).toMatchObject({ params: { problem: 'xml', sheet: 'A' } });
  });

  it('a second data element, another root, and text behind the end are damage', async () => {
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    for (const broken of [
      `<worksheet xmlns="${MAIN}"><sheetData/><sheetData/></worksheet>`,
      `<sst xmlns="${MAIN}"><sheetData/></sst>`,
      `${sheet}x`,
      `${sheet}${sheet}`,
      sheet.slice(0, -1),
    ])
      expect(await refusalOf(part(broken))).toEqual(damage('xml', 0));
  });
});
