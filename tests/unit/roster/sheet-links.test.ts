/** Where cells of a workbook lead to: links beside the cells and links that a formula makes, with hostile ones. */
import { describe, expect, it } from 'vitest';
import type { SheetCells } from '#shared/contract/sheet-cells.ts';
import { readCells } from '../../../electron/workers/roster-import/read-cells.ts';
import { linkOfFormula } from '../../../electron/workers/roster-import/xlsx/sheet-links.ts';
import { makeXlsx, type Value, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { openBytes } from '../../fixtures/roster/sheet-cells.ts';
import { makeZip } from '../../fixtures/roster/zip-writer.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of one sheet with `hyperlinks` behind its rows, and relationships of the sheet. */
function book(rows: readonly Value[][], hyperlinks: string, relations: string): Buffer {
  const parts = xlsxParts([{ name: 'Data', rows }], {
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations}</Relationships>`,
    },
  });
  return makeZip(
    parts.map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            name: part.name,
            data: String(part.data).replace('</sheetData>', `</sheetData><hyperlinks>${hyperlinks}</hyperlinks>`),
          }
        : part,
    ),
  );
}

const relation = (id: string, target: string, more = 'TargetMode="External"'): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" ${more}/>`;
const formula = (text: string, shown: string): Value => ({
  xml: `<c r="%r" t="str"><f>${text}</f><v>${shown}</v></c>`,
});

async function rowsOf(bytes: Uint8Array, over: object = {}): Promise<SheetCells['rows']> {
  const job = { mode: 'cells', rows: 100, columns: 3, links: true, ...over } as const;
  return (await readCells(await openBytes(bytes), job)).rows;
}
const link = (column: number, ...targets: string[]): object => ({ column, targets });

describe('links of cells', () => {
  it('come from the relationships of the sheet, with the place behind "#"', async () => {
    const rows = [['Tautan'], ['Lihat'], ['Buka', 'sini'], ['tanpa']];
    const laid = '<hyperlink ref="A2" r:id="a"/><hyperlink ref="A3:B3" r:id="b" location="isi" display="x"/>';
    const relations =
      relation('a', 'https://lini.test/a?x=1&amp;y=2') +
      relation('b', 'https://lini.test/b') +
      relation('c', 'https://lini.test/c');
    expect(await rowsOf(book(rows, laid, relations))).toEqual([
      { number: 1, cells: ['Tautan'] },
      { number: 2, cells: ['Lihat'], links: [link(0, 'https://lini.test/a?x=1&y=2')] },
      {
        number: 3,
        cells: ['Buka', 'sini'],
        links: [link(0, 'https://lini.test/b#isi'), link(1, 'https://lini.test/b#isi')],
      },
      { number: 4, cells: ['tanpa'] },
    ]);
  });

  it('come from formulas, also where no program stored what they show', async () => {
    const target = 'HYPERLINK(&quot;https://lini.test/f&quot;,&quot;Lihat&quot;)';
    const rows: Value[][] = [
      [formula(target, 'Lihat')],
      [{ xml: `<c r="%r"><f>${target}</f></c>` }],
      [formula('HYPERLINK(A1)', 'Lihat')],
      ['biasa'],
      [formula('UPPER(&quot;https://lini.test&quot;)', 'X')],
    ];
    expect(await rowsOf(book(rows, '', ''))).toEqual([
      { number: 1, cells: ['Lihat'], links: [link(0, 'https://lini.test/f')] },
      { number: 2, cells: [''], links: [link(0, 'https://lini.test/f')] },
      { number: 3, cells: ['Lihat'] },
      { number: 4, cells: ['biasa'] },
      { number: 5, cells: ['X'] },
    ]);
  });

  it('are all told where a cell has several, and none of an empty cell or a place in the file', async () => {
    const rows: Value[][] = [
      [formula('HYPERLINK(&quot;https://lini.test/f&quot;)', 'Lihat')],
      [null, 'ada'],
      ['Lembar'],
    ];
    const laid =
      '<hyperlink ref="A1" r:id="a"/><hyperlink ref="A2" r:id="a"/><hyperlink ref="A3" location="Data!A1"/><hyperlink ref="B2" r:id="dalam"/>';
    const relations = relation('a', 'https://lini.test/a') + relation('dalam', 'sheet1.xml', '');
    expect(await rowsOf(book(rows, laid, relations))).toEqual([
      { number: 1, cells: ['Lihat'], links: [link(0, 'https://lini.test/f', 'https://lini.test/a')] },
      { number: 2, cells: ['', 'ada'] },
      { number: 3, cells: ['Lembar'] },
    ]);
  });

  it('are not looked for when nobody asks, and beyond the columns that are read', async () => {
    const bytes = book(
      [['a', 'b', 'c', 'd']],
      '<hyperlink ref="D1:XFD1048576" r:id="a"/>',
      relation('a', 'https://x.test'),
    );
    expect(await rowsOf(bytes)).toEqual([{ number: 1, cells: ['a', 'b', 'c'] }]);
    const asked = book([['a']], '<hyperlink ref="A1" r:id="a"/>', relation('a', 'https://x.test'));
    expect(await rowsOf(asked, { links: undefined })).toEqual([{ number: 1, cells: ['a'] }]);
  });

  it('are passed on whatever they name: whoever takes one for an address judges it', async () => {
    const laid = '<hyperlink ref="A1" r:id="a"/><hyperlink ref="B1" r:id="b"/>';
    const relations = relation('a', 'javascript:alert(1)') + relation('b', `https://x.test/${'y'.repeat(9_000)}`);
    const [row] = await rowsOf(book([['a', 'b']], laid, relations));
    expect(row?.links?.map(({ targets }) => targets[0]?.length)).toEqual([19, 4_100]);
  });
});

describe('hostile links', () => {
  it.each([
    ['one over the whole sheet', '<hyperlink ref="A1:XFD1048576" r:id="a"/>', 'ROSTER_LIMIT_EXCEEDED'],
    ['more than a sheet can have', '<hyperlink ref="A1" r:id="a"/>'.repeat(100_001), 'ROSTER_LIMIT_EXCEEDED'],
    ['one at no place', '<hyperlink ref="tidak" r:id="a"/>', 'ROSTER_FILE_DAMAGED'],
    ['one whose rows are none', '<hyperlink ref="A0" r:id="a"/>', 'ROSTER_FILE_DAMAGED'],
  ])('%s', async (_, laid, code) => {
    await expect(rowsOf(book([['a']], laid, relation('a', 'https://x.test')))).rejects.toMatchObject({ code });
  });

  it('two relationships of one name, and a document type', async () => {
    const twice = relation('a', 'https://x.test') + relation('a', 'https://y.test');
    const code = 'ROSTER_FILE_DAMAGED';
    await expect(rowsOf(book([['a']], '<hyperlink ref="A1" r:id="a"/>', twice))).rejects.toMatchObject({ code });
    const parts = { 'xl/worksheets/_rels/sheet1.xml.rels': `<!DOCTYPE x><Relationships xmlns="${PACKAGE}"/>` };
    await expect(rowsOf(makeXlsx([{ name: 'Data', rows: [['a']] }], { parts }))).rejects.toMatchObject({
      code,
      params: { problem: 'doctype', sheet: 'Data' },
    });
  });
});

describe('the target of a formula', () => {
  it.each([
    ['HYPERLINK("https://lini.test/a","Lihat")', 'https://lini.test/a'],
    [' =hyperlink( "https://lini.test/a" )', 'https://lini.test/a'],
    ['HYPERLINK("https://lini.test/""a""",B1)', 'https://lini.test/"a"'],
    ['HYPERLINK("https://lini.test/"&A1,"Lihat")', null],
    ['HYPERLINK(A1,"https://lini.test/a")', null],
    ['IF(A1,HYPERLINK("https://lini.test/a"))', null],
    ['HYPERLINK("https://lini.test', null],
  ])('%s: %s', (text, target) => expect(linkOfFormula(text)).toBe(target));
});
