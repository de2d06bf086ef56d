import { describe, expect, it } from 'vitest';
import { cellText } from '../../../electron/workers/roster-import/cells.ts';
import { resolvePart } from '../../../electron/workers/roster-import/xlsx/workbook.ts';
import { makeXlsx, type SheetSpec, xlsxParts } from '../../fixtures/roster/make-xlsx.ts';
import { cellsOf, openBytes, readSheets, refusalOf } from '../../fixtures/roster/sheet-cells.ts';
import { makeZip, type ZipPart } from '../../fixtures/roster/zip-writer.ts';

/** The container and the parts around the sheets, in the shapes that other programs write. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rows = [['Nama', 'NIP']];
const sheets: SheetSpec[] = [{ name: 'A', rows }];
const parts = xlsxParts(sheets);
const each = (change: (part: ZipPart) => ZipPart): ZipPart[] => parts.map(change);
const only = (name: string, change: Partial<ZipPart>): ZipPart[] =>
  each((part) => (part.name === name ? { ...part, ...change } : part));
const rels = (...items: [type: string, target: string, more?: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
    .map(
      ([type, target, more = ''], index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}" ${more}/>`,
    )
    .join('')}</Relationships>`;
const withParts = (changed: Record<string, string | Buffer | null>): Buffer => makeXlsx(sheets, { parts: changed });
const expectSame = async (bytes: Uint8Array): Promise<void> => {
  expect((await cellsOf(bytes))[0]?.map(cellText)).toEqual(['Nama', 'NIP']);
};
const damage = (problem: string, sheet: string | null = null, row: number | null = null): object => ({
  code: 'ROSTER_FILE_DAMAGED',
  params: { problem, sheet, row },
});

describe('part names', () => {
  it.each<[string, (name: string) => string]>([
    ['as they should be', (name) => name],
    ['with backslashes', (name) => name.replaceAll('/', '\\')],
    ['with a leading slash', (name) => `/${name}`],
    ['in capitals', (name) => name.toUpperCase()],
    [
      'in another case than they are mentioned',
      (name) => name.replace('sheet1', 'Sheet1').replace('sharedS', 'SharedS'),
    ],
  ])('%s', async (_, rename) => {
    await expectSame(makeZip(each((part) => ({ ...part, name: rename(part.name) }))));
  });

  it.each([
    ['relative', 'worksheets/sheet1.xml', 'sharedStrings.xml'],
    ['absolute', '/xl/worksheets/sheet1.xml', '/xl/sharedStrings.xml'],
    ['with backslashes', 'worksheets\\sheet1.xml', '\\xl\\sharedStrings.xml'],
    ['up and down', '../xl/./worksheets/sheet1.xml', './x/../sharedStrings.xml'],
  ])('targets %s', async (_, sheet, strings) => {
    await expectSame(
      withParts({ 'xl/_rels/workbook.xml.rels': rels(['worksheet', sheet], ['sharedStrings', strings]) }),
    );
  });

  it('resolve from where they are mentioned', () => {
    expect(resolvePart('xl/', 'worksheets/sheet1.xml')).toBe('xl/worksheets/sheet1.xml');
    expect(resolvePart('xl/', '../xl/./sheet1.xml')).toBe('xl/sheet1.xml');
    expect(resolvePart('xl/', '/xl/sheet1.xml')).toBe('xl/sheet1.xml');
    expect(resolvePart('xl/', '../../../etc/passwd')).toBe('etc/passwd');
  });

  it('the workbook may have any name', async () => {
    const moved = parts.map((part) => ({
      ...part,
      name: part.name
        .replace('xl/workbook.xml', 'book/main.xml')
        .replace('xl/_rels/workbook', 'book/_rels/main')
        .replace('xl/', 'book/'),
      data: part.name === '_rels/.rels' ? String(part.data).replace('xl/workbook.xml', '/book/main.xml') : part.data,
    }));
    await expectSame(makeZip(moved));
  });

  it('one relationship twice, and one part for two sheets of a name, are damage', async () => {
    const twice = rels(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']).replace(
      'rId2',
      'rId1',
    );
    expect(await refusalOf(withParts({ 'xl/_rels/workbook.xml.rels': twice }))).toEqual(damage('xml'));
    expect(await refusalOf(makeXlsx([...sheets, ...sheets]))).toEqual(damage('xml'));
    expect(await refusalOf(makeXlsx([{ name: '', rows }]))).toEqual(damage('xml'));
    expect(await refusalOf(makeXlsx([{ name: 'x'.repeat(256), rows }]))).toEqual(damage('xml'));
  });

  it('external targets are not followed', async () => {
    const external = rels(
      ['worksheet', 'http://127.0.0.1/sheet1.xml', 'TargetMode="External"'],
      ['sharedStrings', 'sharedStrings.xml'],
    );
    expect(await refusalOf(withParts({ 'xl/_rels/workbook.xml.rels': external }))).toEqual(damage('missing-part'));
  });
});

describe('the container', () => {
  it.each<[string, Buffer]>([
    ['stored parts', makeZip(each((part) => ({ ...part, stored: true })))],
    ['sizes behind the data', makeZip(each((part) => ({ ...part, descriptor: true })))],
    ['zip64 parts', makeZip(each((part) => ({ ...part, zip64: true })))],
    ['a zip64 directory', makeZip(parts, { zip64: true })],
    [
      'all of it in zip64',
      makeZip(
        each((part) => ({ ...part, zip64: true })),
        { zip64: true },
      ),
    ],
    ['a comment', makeZip(parts, { comment: 'PK\u0005\u0006 dibuat oleh' })],
    [
      'folders of their own',
      makeZip([{ name: 'xl/', data: '', stored: true }, { name: 'XL\\', data: '', stored: true }, ...parts]),
    ],
    ['no UTF-8 flag', makeZip(each((part) => ({ ...part, flags: 0 })))],
    ['parts in another order', makeZip([...parts].reverse())],
    ['parts that nobody mentions', makeZip([...parts, { name: 'xl/media/foto.png', data: Buffer.alloc(99) }])],
  ])('with %s', async (_, bytes) => {
    await expectSame(bytes);
  });

  const sheet = 'xl/worksheets/sheet1.xml';
  it.each<[string, ZipPart[], string, boolean]>([
    ['a wrong checksum', only(sheet, { declaredCrc: 1 }), 'checksum', true],
    ['a wrong checksum behind the data', only(sheet, { descriptor: true, declaredCrc: 1 }), 'checksum', true],
    ['a size that is too small', only(sheet, { declaredSize: 20 }), 'size', true],
    ['a size that is too large', only(sheet, { declaredSize: 9999 }), 'size', true],
    ['an unknown compression', only(sheet, { method: 12 }), 'container', true],
    ['stored data that claim to be packed', only(sheet, { stored: true, method: 8 }), 'compressed-data', true],
    ['packed data that claim to be stored', only(sheet, { method: 0 }), 'container', false],
    ['a header of another part', only(sheet, { local: { name: 'xl/worksheets/sheet2.xml' } }), 'container', true],
    ['a header of another case', only(sheet, { local: { name: sheet.toUpperCase() } }), 'container', true],
    ['a header of another method', only(sheet, { local: { method: 0 } }), 'container', true],
    ['a header of another checksum', only(sheet, { local: { crc: 5 } }), 'container', true],
    ['a header of another size', only(sheet, { local: { size: 5 } }), 'container', true],
    ['two parts of one name', [...parts, { name: 'XL\\Workbook.xml', data: '<workbook/>' }], 'container', false],
  ])('with %s is damage', async (_, changed, problem, inSheet) => {
    expect(await refusalOf(makeZip(changed))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem, sheet: inSheet ? 'A' : null },
    });
  });

  it.each([parts.length - 1, parts.length + 1, 0])('that declares %i entries is damage', async (declaredEntries) => {
    expect(await refusalOf(makeZip(parts, { declaredEntries }))).toMatchObject({ code: 'ROSTER_FILE_DAMAGED' });
  });

  it('with an encrypted part is said to be encrypted', async () => {
    for (const flags of [0x801, 0x841])
      expect(await refusalOf(makeZip(each((part) => ({ ...part, flags }))))).toEqual({
        code: 'ROSTER_FILE_ENCRYPTED',
        params: { format: 'zip' },
      });
  });
});

describe('the parts', () => {
  it('of strict files', async () => {
    const cells = [['Nama', { xml: '<c r="%r" t="d"><v>1980-08-17T00:00:00</v></c>' }]];
    const strict = xlsxParts([{ name: 'A', rows: cells }]).map((part) => ({
      ...part,
      data: String(part.data)
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(RELATIONS, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
    }));
    expect((await cellsOf(makeZip(strict)))[0]?.map(cellText)).toEqual(['Nama', '1980-08-17T00:00:00']);
  });

  it('styles, shared strings, content types and the root relationships may be missing', async () => {
    const bytes = makeXlsx(sheets, {
      inline: true,
      parts: {
        'xl/styles.xml': null,
        'xl/sharedStrings.xml': null,
        '[Content_Types].xml': null,
        '_rels/.rels': null,
        'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml']),
      },
    });
    await expectSame(bytes);
  });

  it.each([
    ['xl/styles.xml', 'xl/sharedStrings.xml'],
    ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'],
    ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
  ])('%s and %s in each other’s place are damage', async (one, other) => {
    const dataOf = (name: string): Uint8Array | string => parts.find((part) => part.name === name)?.data ?? '';
    const swapped = each((part) => ({
      ...part,
      data: part.name === one ? dataOf(other) : part.name === other ? dataOf(one) : part.data,
    }));
    expect(await refusalOf(makeZip(swapped))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'xml' },
    });
  });

  it.each([
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/worksheets/sheet1.xml',
  ])('no %s, where it is mentioned, is damage', async (name) => {
    expect(await refusalOf(withParts({ [name]: null }))).toEqual(damage('missing-part'));
  });

  it('of chart and dialog sheets have no rows', async () => {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:rel="${RELATIONS}"><sheets><sheet name="Grafik" rel:id="rId3"/><sheet name="A" rel:id="rId1"/></sheets></workbook>`;
    const bytes = withParts({
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': rels(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['chartsheet', 'c.xml'],
      ),
    });
    expect((await readSheets(bytes)).map(({ name }) => name)).toEqual(['A']);
  });

  it('hidden sheets and sheets that only a macro can bring back are reported, names are unescaped', async () => {
    const file = await openBytes(
      makeXlsx([
        { name: 'A', rows },
        { name: 'B & C', rows, state: 'hidden' },
        { name: 'D_x000A_E', rows, state: 'veryHidden' },
      ]),
    );
    expect(file.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['A', 'visible'],
      ['B & C', 'hidden'],
      ['D\nE', 'very-hidden'],
    ]);
  });

  it.each([
    ['date1904="1"', true],
    ['date1904="true"', true],
    ['date1904="0"', false],
    ['', false],
  ])('workbookPr %j', async (workbookPr, expected) => {
    expect((await openBytes(makeXlsx(sheets, { workbookPr }))).date1904).toBe(expected);
  });
});
