import { describe, expect, it } from 'vitest';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';
import { cellsOf, refusalOf } from '../../fixtures/roster/sheet-cells.ts';

/** What a cell may hold and how writers say it. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const one = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'A', rows }]);
const cell = (xml: string): Value => ({ xml });
const number = (raw: string): object => ({ kind: 'number', raw, isDate: false });
const text = (value: string): object => ({ kind: 'text', text: value });
const strings = (items: string): string => `<sst xmlns="${MAIN}">${items}</sst>`;
const shared = (items: string, count: number): Buffer =>
  makeXlsx(
    [{ name: 'A', rows: [Array.from({ length: count }, (_, index) => cell(`<c r="%r" t="s"><v>${index}</v></c>`))] }],
    { parts: { 'xl/sharedStrings.xml': strings(items) } },
  );
const textsOf = async (bytes: Uint8Array): Promise<string[]> => ((await cellsOf(bytes))[0] ?? []).map(cellText);
const valueRefused = {
  code: 'ROSTER_FILE_DAMAGED',
  params: { problem: 'cell-value', sheet: 'A', row: 1 },
};

describe('numbers', () => {
  it('keep their raw text, all 18 digits', async () => {
    const cells = await cellsOf(
      one(
        ['198501012010011001', '1.97907122001103E+017', '-0.5', '.5', '5.', '1e5', ' 7 '].map((raw) =>
          cell(`<c r="%r"><v>${raw}</v></c>`),
        ),
      ),
    );
    expect(cells[0]).toEqual(
      ['198501012010011001', '1.97907122001103E+017', '-0.5', '.5', '5.', '1e5', '7'].map(number),
    );
  });

  it.each(['Budi', '1,5', '0x10', '1e', 'NaN', 'INF', '--1', '1 2'])('%j is none', async (raw) => {
    expect(await refusalOf(one([cell(`<c r="%r"><v>${raw}</v></c>`)]))).toEqual(valueRefused);
  });
});

describe('the other types', () => {
  it('booleans, errors and ISO dates', async () => {
    const cells = await cellsOf(
      one([
        cell('<c r="%r" t="b"><v>1</v></c>'),
        cell('<c r="%r" t="b"><v>false</v></c>'),
        cell('<c r="%r" t="e"><v>#N/A</v></c>'),
        cell('<c r="%r" t="e"><v>#DIV/0!</v></c>'),
        cell('<c r="%r" t="d"><v>1980-08-17</v></c>'),
        cell('<c r="%r" t="d"><v>1980-08-17T07:30:00.000Z</v></c>'),
        cell('<c r="%r" t="d"><v>07:30:00</v></c>'),
      ]),
    );
    expect(cells[0]).toEqual([
      { kind: 'boolean', value: true },
      { kind: 'boolean', value: false },
      { kind: 'error', code: '#N/A' },
      { kind: 'error', code: '#DIV/0!' },
      { kind: 'iso-date', text: '1980-08-17' },
      { kind: 'iso-date', text: '1980-08-17T07:30:00.000Z' },
      { kind: 'iso-date', text: '07:30:00' },
    ]);
  });

  it.each([
    ['b', '2'],
    ['b', 'ya'],
    ['d', '17-08-1980'],
    ['d', 'T'],
    ['e', ' '],
    ['q', '1'],
    ['', '1'],
  ])('a value that is not of its type %j is damage: %j', async (type, value) => {
    const refusal = await refusalOf(one([cell(`<c r="%r" t="${type}"><v>${value}</v></c>`)]));
    expect(refusal).toEqual(valueRefused);
  });

  it('formulas count by their stored result, shared and array formulas too', async () => {
    const cells = await cellsOf(
      one([
        cell('<c r="%r" t="str"><f>A1</f><v>hasil</v></c>'),
        cell('<c r="%r"><f t="shared" ref="B1:B9" si="0">SUM(A1:A2)</f><v>3</v></c>'),
        cell('<c r="%r"><f t="shared" si="0"/><v>4</v></c>'),
        cell('<c r="%r" t="str"><f t="array" ref="D1:D2">UPPER(A1:A2)</f><v>BUDI</v></c>'),
        cell('<c r="%r" t="b"><f>TRUE()</f><v>1</v></c>'),
        cell('<c r="%r" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        cell('<c r="%r" t="str"><f>WEBSERVICE("x")</f><v>=cmd|x</v></c>'),
        cell('<c r="%r"><f>SUM(A1)</f></c>'),
        cell('<c r="%r"><f>SUM(A1)</f><v/></c>'),
        cell('<c r="%r"><f>SUM(A1)</f><v></v></c>'),
        cell('<c r="%r" t="str"><f>A1</f><v></v></c>'),
      ]),
    );
    expect(cells[0]).toEqual([
      text('hasil'),
      number('3'),
      number('4'),
      text('BUDI'),
      { kind: 'boolean', value: true },
      { kind: 'error', code: '#DIV/0!' },
      text('=cmd|x'),
      { kind: 'uncalculated' },
      { kind: 'uncalculated' },
      { kind: 'uncalculated' },
    ]);
  });

  it('cells that are only styled, or empty, are none', async () => {
    const empties = [
      '<c r="%r" s="1"/>',
      '<c r="%r" t="s"/>',
      '<c r="%r"><v/></c>',
      '<c r="%r" t="inlineStr"><is><t></t></is></c>',
      '<c r="%r" t="inlineStr"><is/></c>',
    ];
    expect(await cellsOf(one(empties.map(cell), ['x']))).toEqual([[text('x')]]);
  });

  it('two values in one cell, and what cannot stand in one, are damage', async () => {
    expect(await refusalOf(one([cell('<c r="%r"><v>1</v><v>2</v></c>')]))).toEqual(valueRefused);
    const misplaced = { code: 'ROSTER_FILE_DAMAGED', params: { problem: 'xml' } };
    expect(await refusalOf(one([cell('<c r="%r"><w>1</w></c>')]))).toMatchObject(misplaced);
    expect(await refusalOf(one([cell('<c r="%r"><v>1<t>2</t></v></c>')]))).toMatchObject(misplaced);
    expect(await refusalOf(one([cell('<d r="%r"><v>1</v></d>')]))).toMatchObject(misplaced);
  });

  it('extension lists in a cell or a row are left out', async () => {
    const xml = '<c r="%r" t="str"><v>a</v><extLst><ext uri="x"><v>b</v></ext></extLst></c><extLst><c/></extLst>';
    expect(await cellsOf(one([cell(xml)]))).toEqual([[text('a')]]);
  });
});

describe('texts', () => {
  it('inline: plain, rich, in <v>, and in <is> without a type', async () => {
    const cells = await cellsOf(
      one([
        cell('<c r="%r" t="inlineStr"><is><t>satu</t></is></c>'),
        cell(
          '<c r="%r" t="inlineStr"><is><r><t>ka</t></r><r><rPr><b/></rPr><t xml:space="preserve">ya </t></r></is></c>',
        ),
        cell('<c r="%r" t="inlineStr"><v>dua</v></c>'),
        cell('<c r="%r"><is><t>tiga</t></is></c>'),
        cell('<c r="%r" t="inlineStr"><is><t>isi</t><rPh sb="0" eb="1"><t>fonetik</t></rPh></is><v>salah</v></c>'),
      ]),
    );
    expect(cells[0]).toEqual(['satu', 'kaya ', 'dua', 'tiga', 'isi'].map(text));
  });

  it('rich text is joined, phonetic guides and formatting are left out', async () => {
    const rich =
      '<si><r><t>Bu</t></r><r><rPr><rFont val="Arial"/></rPr><t>di</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await textsOf(shared(rich, 1))).toEqual(['Budi']);
  });

  it('spaces, non-breaking spaces and line breaks are kept, whether preserved or not', async () => {
    const items = '<si><t xml:space="preserve"> Budi\u00a0 </t></si><si><t> Siti </t></si><si><t>a\r\nb\rc</t></si>';
    expect(await textsOf(shared(items, 3))).toEqual([' Budi\u00a0 ', ' Siti ', 'a\nb\nc']);
  });

  it('entities, character references and CDATA', async () => {
    const items =
      '<si><t>&amp;&lt;&gt;&quot;&apos;&#x2013;&#233;&#x1F600;</t></si><si><t>a<![CDATA[<c>&amp;]]>b</t></si><si><t>a<!-- no -->b<?no?>c</t></si>';
    expect(await textsOf(shared(items, 3))).toEqual(['&<>"\'–é😀', 'a<c>&amp;b', 'abc']);
  });

  it.each([
    ['_x000D_', '\r'],
    ['a_x000a_b', 'a\nb'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x005F_x005F_x000D_', '_x005F\r'],
    ['_x005F_x005F_x005F_x000D_', '_x005F_x000D_'],
    ['_xD83D__xDE00_', '😀'],
    ['_x00D_', '_x00D_'],
    ['_X000D_', '_X000D_'],
    ['_x00_x000D_', '_x00\r'],
  ])('the escape %s', async (written, read) => {
    const cells = await cellsOf(
      makeXlsx(
        [
          {
            name: 'A',
            rows: [
              [
                cell('<c r="%r" t="s"><v>0</v></c>'),
                cell(`<c r="%r" t="str"><v>${written}</v></c>`),
                cell(`<c r="%r" t="inlineStr"><is><t>${written}</t></is></c>`),
              ],
            ],
          },
        ],
        { parts: { 'xl/sharedStrings.xml': strings(`<si><t>${written}</t></si>`) } },
      ),
    );
    expect(cells[0]).toEqual([text(read), text(read), text(read)]);
  });

  it('half an escape in each of two runs is none', async () => {
    const runs = '<r><t>_x00</t></r><r><t>0D_</t></r>';
    const cells = await cellsOf(
      makeXlsx(
        [
          {
            name: 'A',
            rows: [[cell('<c r="%r" t="s"><v>0</v></c>'), cell(`<c r="%r" t="inlineStr"><is>${runs}</is></c>`)]],
          },
        ],
        { parts: { 'xl/sharedStrings.xml': strings(`<si>${runs}</si>`) } },
      ),
    );
    expect(cells[0]).toEqual([text('_x000D_'), text('_x000D_')]);
  });

  it.each(['1.0', '1e0', '0x0', '-0', '+0', '', '9'])('the string number %j finds nothing', async (index) => {
    const bytes = makeXlsx([{ name: 'A', rows: [['x', cell(`<c r="%r" t="s"><v>${index}</v></c>`)]] }]);
    if (index === '') expect(await textsOf(bytes)).toEqual(['x']);
    else expect(await refusalOf(bytes)).toMatchObject({ params: { problem: 'shared-string', sheet: 'A', row: 1 } });
  });

  it('a string number may have space around it', async () => {
    const bytes = makeXlsx([{ name: 'A', rows: [['x', cell('<c r="%r" t="s"><v> 0\n</v></c>')]] }]);
    expect(await textsOf(bytes)).toEqual(['x', 'x']);
  });

  it('the count that the table states does not matter', async () => {
    const table = `<sst xmlns="${MAIN}" count="99" uniqueCount="1"><si><t>a</t></si><si><t>b</t></si></sst>`;
    const cells = [cell('<c r="%r" t="s"><v>0</v></c>'), cell('<c r="%r" t="s"><v>1</v></c>')];
    const bytes = makeXlsx([{ name: 'A', rows: [cells] }], { parts: { 'xl/sharedStrings.xml': table } });
    expect(await textsOf(bytes)).toEqual(['a', 'b']);
  });
});
