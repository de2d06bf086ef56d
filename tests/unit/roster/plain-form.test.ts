/**
 * Rows and shared texts in plain form are read without the XML parser. Whatever is done to them, the answer is the one
 * that the parser gives: the same part is read a second time with so much around it that the short way is never taken.
 */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/app-error.ts';
import { readSharedStrings } from '../../../electron/workers/roster-import/xlsx/shared-strings.ts';
import { streamSheet } from '../../../electron/workers/roster-import/xlsx/sheet-reader.ts';
import type { Workbook } from '../../../electron/workers/roster-import/xlsx/workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** Deeper than plain elements are looked for, and read as if it were not there. */
const WRAP = 5;
const DEEP = '<mc:AlternateContent><mc:Choice Requires="s">'.repeat(WRAP);
const OUT = '</mc:Choice></mc:AlternateContent>'.repeat(WRAP);

const ROWS = [
  '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>12</v></c></row>',
  '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> Sari _x0041_ é</t></is></c><c r="C2" s="1"><v>45000</v></c></row>',
  '\n <row r="3" ht="12.8"><c r="A3"/><c r="B3" s="0"></c><c r="C3" t="str"><f t="shared" si="0">A1&amp;"x"</f><v>hasil</v></c></row>',
  '<row r="4"/><row><c><v>1.5</v></c><c t="b"><f>A1=1</f><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>B</f><v/></c></row>',
  '<row r="9"><c r="A9" t="d"><v>2024-01-31</v></c><c r="B9"><f>SUM(A1:A3)</f></c></row>',
].join('');
const ITEMS =
  '<si><t>Satu</t></si>\r\n<si><t xml:space="preserve"> dua _x000D_</t></si><si><r><t>ti</t></r><r><t>ga</t></r></si><si><t/></si><si><t>A &amp; B</t></si>';

/** What is put in the place of one character. */
const SPOILERS = [
  '',
  '<',
  '>',
  '&',
  '"',
  "'",
  ' ',
  '/',
  ']',
  ']]>',
  '=',
  '0',
  'é',
  '\n',
  '\u0001',
  '\u2028',
  '\u{1F600}',
  '<row',
  '</c>',
];

describe('rows in plain form', () => {
  it('are read as the parser reads them', async () => {
    const rows = await rowsOf(sheet(ROWS));
    expect(rows).toEqual(await rowsOf(sheet(ROWS, DEEP, OUT)));
    expect(rows).toMatchObject([
      { number: 1, cells: [{ text: 't0' }, { text: 't12' }] },
      { number: 2, cells: [{ text: ' Sari A é' }, undefined, { kind: 'number', raw: '45000', isDate: true }] },
      { number: 3 },
      { number: 5 },
      { number: 9, cells: [{ kind: 'iso-date' }, { kind: 'uncalculated' }] },
    ]);
  });

  it('are the same wherever their text is cut', async () => {
    const whole = await rowsOf(sheet(ROWS));
    for (let size = 1; size <= 64; size += 1)
      expect(await rowsOf(sheet(ROWS), size), `pieces of ${size}`).toEqual(whole);
  });

  it('are judged by the parser whatever is wrong with them', async () => {
    const refused = await spoiled(ROWS, (text, [before, behind]) => rowsOf(sheet(text, before, behind), 100));
    expect(refused).toBeGreaterThan(1000);
  });

  it('may stand among comments, sections and other elements, and are not seen inside of them', async () => {
    const row = '<row r="7"><c r="A7"><v>7</v></c></row>';
    for (const text of [
      `<!-- ${row} -->${row}`,
      `${row}<!--${row}-->`,
      `<![CDATA[${row}]]>${row}`,
      `<?note ${row}?>${row}`,
      `<extLst>${row}</extLst>${row}`,
      `<extLst><ext>${row}${row}</ext></extLst>`,
      `stray ${row}`,
      `<row r="3"><!--></row>--></row>${row}`,
      `<x:row xmlns:x="urn:other"/>${row}`,
      `<row xmlns="urn:other" r="7"/>${row}`,
      `<row r="1"><c r="A1" r="B1"><v>1</v></c></row>`,
      `${' '.repeat(5000)}${row}`,
      `< ${row}`,
      `${row}${row}`,
    ])
      expect(await rowsOf(sheet(text), 50), text).toEqual(await rowsOf(sheet(text, DEEP, OUT), 50));
  });

  it('take no more time for much white space between them', async () => {
    const started = performance.now();
    const text = `${' '.repeat(900_000)}<row r="1"><c r="A1"><v>1</v></c></row>`;
    expect(await rowsOf(sheet(text), 32_768)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('shared texts in plain form', () => {
  it('are read as the parser reads them, wherever they are cut', async () => {
    const texts = ['Satu', ' dua \r', 'tiga', '', 'A & B'];
    for (let size = 1; size <= 64; size += 1)
      expect(await textsOf(table(ITEMS), size), `pieces of ${size}`).toEqual(texts);
  });

  it('are judged by the parser whatever is wrong with them', async () => {
    const refused = await spoiled(ITEMS, (text, [before]) => textsOf(before === '' ? table(text) : strange(text), 100));
    expect(refused).toBeGreaterThan(300);
  });
});

type Around = readonly [before: string, behind: string];

/** Reads the text with one character after another spoiled, both ways; answers how often it was refused. */
async function spoiled(text: string, read: (text: string, around: Around) => Promise<unknown>): Promise<number> {
  let refused = 0;
  for (let at = 0; at < text.length; at += 1)
    for (const spoiler of SPOILERS) {
      const broken = text.slice(0, at) + spoiler + text.slice(at + 1);
      const answer = await read(broken, ['', '']);
      expect(answer, broken).toEqual(await read(broken, [DEEP, OUT]));
      if (!Array.isArray(answer)) refused += 1;
    }
  return refused;
}

function sheet(rows: string, before = '', behind = ''): string {
  const names = `xmlns="${MAIN}" xmlns:s="${MAIN}" xmlns:mc="${COMPATIBILITY}" xmlns:x14ac="urn:x"`;
  return `<?xml version="1.0"?><worksheet ${names}><sheetData>${before}${rows}${behind}</sheetData><rowBreaks/></worksheet>`;
}

function table(items: string): string {
  return `<sst xmlns="${MAIN}">${items}</sst>`;
}

/** The same table with a space in every tag that begins an item, which is not the plain form. */
function strange(items: string): string {
  return table(items.replaceAll('<si>', '<si >'));
}

async function rowsOf(xml: string, size = xml.length): Promise<unknown> {
  const workbook = {
    archive: { names: [], has: () => true, open: () => pieces(xml, size) },
    sharedStrings: Array.from({ length: 20 }, (_, index) => `t${index}`),
    dateStyles: [false, true],
  };
  const rows: unknown[] = [];
  const part = { name: 'Data', state: 'visible', part: 'sheet' } as const;
  try {
    for await (const batch of streamSheet(workbook as unknown as Workbook, part, () => true).batches)
      rows.push(...batch);
  } catch (error) {
    return codeOf(error);
  }
  return rows;
}

async function textsOf(xml: string, size: number): Promise<unknown> {
  try {
    return await readSharedStrings(pieces(xml, size));
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): unknown {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  if (error instanceof Error) return { message: error.message };
  throw error;
}

async function* pieces(xml: string, size: number): AsyncGenerator<Buffer, void, undefined> {
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
