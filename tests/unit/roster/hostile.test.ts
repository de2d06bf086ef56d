import { AppError } from '#shared/errors/app-error.ts';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { makeCompoundFile } from '../../fixtures/roster/cfb-writer.ts';
import { makeXlsx, type Value, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { makePeople, OFFICE_HEADINGS, personCells } from '../../fixtures/roster/people.ts';
import { readSheets, refusalOf } from '../../fixtures/roster/sheet-cells.ts';
import { makeZip } from '../../fixtures/roster/zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The texts of all cells, sheet by sheet, row by row, each row behind its number. */
async function readAll(bytes: Uint8Array): Promise<string[][][]> {
  const sheets = await readSheets(bytes);
  return sheets.map(({ rows }) => rows.map((row) => [String(row.number), ...Array.from(row.cells, cellText)]));
}

const people = [...makePeople(400, 7)].map(personCells);
const roster = [[...OFFICE_HEADINGS], ...people];
const withPart = (name: string, data: string | Buffer | null): Buffer =>
  makeXlsx([{ name: 'Data', rows: [['Nama', 'NIP']] }], { parts: { [name]: data } });
const withSheet = (data: string): Buffer =>
  withPart('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`);
const damaged = (problem: string, sheet: string | null = null, row: number | null = null): object => ({
  code: 'ROSTER_FILE_DAMAGED',
  params: { problem, sheet, row },
});

describe('what a file is, by its bytes', () => {
  const unsupported = (format: string): object => ({ code: 'ROSTER_FORMAT_UNSUPPORTED', params: { format } });

  it.each([
    ['doc', makeCompoundFile(['WordDocument'])],
    ['ole', makeCompoundFile(['Anything'])],
    ['docx', makeZip([{ name: 'word/document.xml', data: '<x/>' }])],
    ['zip', makeZip([])],
    ['zip', makeZip([{ name: 'foto.png', data: 'x' }])],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['unknown', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3)) % 251))],
  ])('%s is refused by its name', async (format, bytes) => {
    expect(await refusalOf(bytes)).toEqual(unsupported(format));
  });

  it('says when it is empty, encrypted, or a compound file that is broken', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toMatchObject({ code: 'FILE_EMPTY' });
    // Locked, but what it was locked with is gone.
    expect(await refusalOf(makeCompoundFile(['EncryptionInfo', 'EncryptedPackage']))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
    });
    expect(await refusalOf(makeCompoundFile(['Workbook']).subarray(0, 700))).toEqual(damaged('container'));
    const encryptedEntry = makeZip([{ name: 'xl/workbook.xml', data: 'x', flags: 1 }]);
    expect(await refusalOf(encryptedEntry)).toMatchObject({ code: 'ROSTER_FILE_ENCRYPTED' });
  });

  it('refuses a compound file whose directory runs in a circle', async () => {
    const file = makeCompoundFile(['Workbook']);
    file.writeUInt32LE(1, 512 + 4);
    expect(await refusalOf(file)).toEqual(damaged('container'));
  });
});

describe('bombs and lies', () => {
  it('refuses a zip bomb before it unpacks it', async () => {
    const bomb = withSheet(`<row r="1"><c r="A1" t="str"><v>${'0'.repeat(60_000_000)}</v></c></row>`);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusalOf(bomb)).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'ratio' } });
  });

  it('refuses a declared size over the limit', async () => {
    const parts = xlsxParts([{ name: 'Data', rows: roster }]).map((part) =>
      part.name.includes('sheet1') ? { ...part, declaredSize: 600_000_000 } : part,
    );
    expect(await refusalOf(makeZip(parts))).toMatchObject({
      code: 'ROSTER_LIMIT_EXCEEDED',
      params: { limit: 'sheetBytes' },
    });
  });

  it('refuses parts that declare too much together', async () => {
    const sheets = Array.from({ length: 3 }, (_, index) => ({ name: `S${index}`, rows: roster }));
    const parts = xlsxParts(sheets).map((part) =>
      part.name.includes('/sheet') ? { ...part, declaredSize: 300_000_000 } : part,
    );
    expect(await refusalOf(makeZip(parts))).toMatchObject({
      code: 'ROSTER_LIMIT_EXCEEDED',
      params: { limit: 'totalBytes' },
    });
  });

  it.each([
    ['more', 100],
    ['fewer', 10_000_000],
  ])('refuses a part with %s bytes than declared', async (_, declaredSize) => {
    const parts = xlsxParts([{ name: 'Data', rows: roster }]).map((part) =>
      part.name.includes('sheet1') ? { ...part, declaredSize } : part,
    );
    expect(await refusalOf(makeZip(parts))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'size', sheet: 'Data' },
    });
  });

  it('refuses a wrong checksum even where every byte can be read', async () => {
    const parts = xlsxParts([{ name: 'Data', rows: roster }]).map((part) =>
      part.name.includes('sheet1') ? { ...part, declaredCrc: 1 } : part,
    );
    expect(await refusalOf(makeZip(parts))).toEqual(damaged('checksum', 'Data', 401));
  });

  it('refuses two parts of one name', async () => {
    const parts = xlsxParts([{ name: 'Data', rows: roster }]);
    const twin = { name: 'XL\\Workbook.xml', data: '<workbook/>' };
    expect(await refusalOf(makeZip([...parts, twin]))).toEqual(damaged('container'));
  });

  it('refuses too many parts', async () => {
    const parts = Array.from({ length: 4097 }, (_, index) => ({ name: `p${index}`, data: '', stored: true }));
    expect(await refusalOf(makeZip(parts))).toMatchObject({
      code: 'ROSTER_LIMIT_EXCEEDED',
      params: { limit: 'entries' },
    });
  });

  it('refuses entities, so neither billion laughs nor XXE can be told', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', laughs))).toEqual(damaged('doctype', 'Data', 0));
    const xxe = `<!DOCTYPE sst SYSTEM "file:///etc/hostname"><sst xmlns="${MAIN}"/>`;
    expect(await refusalOf(withPart('xl/sharedStrings.xml', xxe))).toEqual(damaged('doctype'));
    expect(await refusalOf(withSheet('<row><c t="str"><v>&j;</v></c></row>'))).toEqual(damaged('xml', 'Data', 1));
  });

  it('refuses depth, long cells, endless runs and too many rows', async () => {
    const limit = (name: string): object => ({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: name } });
    expect(await refusalOf(withSheet(`<row r="1"><c r="A1" t="inlineStr"><is>${'<r>'.repeat(100)}`))).toMatchObject(
      limit('xmlDepth'),
    );
    expect(
      await refusalOf(withSheet(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(40_000)}</v></c></row>`)),
    ).toMatchObject(limit('cellCharacters'));
    expect(
      await refusalOf(withSheet(`<row r="1"><c r="A1" t="str"><v>${'xy '.repeat(600_000)}</v></c></row>`)),
    ).toMatchObject(limit('runCharacters'));
    expect(await refusalOf(withSheet('<row r="1048577"><c t="str"><v>x</v></c></row>'))).toMatchObject(limit('rows'));
  });
});

describe('damage', () => {
  const row = (r: string, cells: string): string => `<row r="${r}">${cells}</row>`;

  it.each<[string, string, string, number]>([
    ['a string that is not in the table', row('1', '<c r="A1" t="s"><v>99</v></c>'), 'shared-string', 1],
    ['a string number that is none', row('1', '<c r="A1" t="s"><v>-1</v></c>'), 'shared-string', 1],
    ['a string number that is blank', row('1', '<c r="A1" t="s"><v> </v></c>'), 'shared-string', 1],
    ['a column beyond the last', row('1', '<c r="ZZZZ1"><v>1</v></c>'), 'cell-reference', 1],
    ['a cell in another row', row('1', '<c r="A7"><v>1</v></c>'), 'cell-reference', 1],
    ['a place taken twice', row('1', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'), 'cell-reference', 1],
    ['a negative row', row('-5', '<c><v>1</v></c>'), 'row-reference', 0],
    ['rows out of order', row('5', '') + row('3', '<c><v>1</v></c>'), 'row-reference', 5],
    ['broken XML after good rows', `${row('1', '<c r="A1"><v>1</v></c>')}<row r="2"><c r="A2"><v>1</w>`, 'xml', 2],
  ])('refuses %s and says where', async (_, xml, problem, at) => {
    expect(await refusalOf(withSheet(xml))).toEqual(damaged(problem, 'Data', at));
  });

  it('refuses a worksheet without data element, and parts that are missing', async () => {
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"/>`))).toEqual(
      damaged('xml', 'Data', 0),
    );
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', ''))).toEqual(damaged('xml', 'Data', 0));
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', null))).toEqual(damaged('missing-part'));
    expect(await refusalOf(withPart('xl/sharedStrings.xml', null))).toEqual(damaged('missing-part'));
    expect(await refusalOf(withPart('xl/workbook.xml', null))).toEqual(damaged('missing-part'));
    expect(await refusalOf(withPart('xl/workbook.xml', `<workbook xmlns="${MAIN}"><sheets/></workbook>`))).toEqual(
      damaged('missing-part'),
    );
  });

  it('refuses bytes that are not text of their encoding, and encodings that are not Unicode', async () => {
    const latin = Buffer.from(
      `<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>José</v></c></row></sheetData></worksheet>`,
      'latin1',
    );
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', latin))).toMatchObject({
      params: { problem: 'encoding' },
    });
    const declared = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    expect(await refusalOf(withPart('xl/worksheets/sheet1.xml', declared))).toMatchObject({
      params: { problem: 'encoding' },
    });
  });

  it('refuses every truncation of a good file', async () => {
    const good = makeXlsx([{ name: 'Data', rows: roster }]);
    for (let length = 1; length < good.length; length += Math.ceil(good.length / 60)) {
      const { code } = await refusalOf(good.subarray(0, length));
      expect(['ROSTER_FILE_DAMAGED', 'ROSTER_FORMAT_UNSUPPORTED']).toContain(code);
    }
  });

  it('after a flipped byte gives either a refusal or exactly the same cells', async () => {
    const good = makeXlsx([{ name: 'Data', rows: roster.slice(0, 60) as Value[][] }]);
    const expected = JSON.stringify(await readAll(good));
    const tally = { refused: 0, same: 0 };
    for (let position = 0, step = 0; position < good.length; position += 17 + (step % 23), step += 1) {
      const mutated = Buffer.from(good);
      mutated[position] = (mutated[position] ?? 0) ^ (1 << (step % 8));
      const outcome = await readAll(mutated).then(JSON.stringify, (error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      });
      if (outcome === null) tally.refused += 1;
      else {
        expect(outcome, `byte ${position}`).toBe(expected);
        tally.same += 1;
      }
    }
    expect(tally.refused).toBeGreaterThan(tally.same);
  });

  it('passes a million empty styled rows in bounded time', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/><c r="B${index + 2}" s="1"/></row>`,
    );
    const sheets = await readAll(withSheet(`<row r="1"><c r="A1" t="str"><v>Nama</v></c></row>${rows.join('')}`));
    expect(sheets).toEqual([[['1', 'Nama']]]);
  });
});
