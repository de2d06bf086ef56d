import * as sheetjs from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { fixture, type Opened, openAll, refusalOrNull } from '../../fixtures/roster/foreign-files.ts';
import { seededRandom } from '../../fixtures/roster/people.ts';
import { makeZip } from '../../fixtures/roster/zip-writer.ts';
import { makeXlsx } from '../../fixtures/roster/make-xlsx.ts';
import { AppError } from '../../../shared/errors/app-error.ts';

function written(bookType: sheetjs.BookType): Buffer {
  const book = sheetjs.read(fixture('libreoffice.xls'), { type: 'buffer', raw: true, cellNF: true });
  const bytes: unknown = sheetjs.write(book, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(bytes)) throw new TypeError('no bytes');
  return bytes;
}

const FILES: readonly (readonly [string, Buffer])[] = [
  ['.xls', fixture('libreoffice.xls')],
  ['.xls of Excel 95', written('biff5')],
  ['.xlsb', written('xlsb')],
  ['.ods', fixture('libreoffice.ods')],
  ['.fods', fixture('libreoffice.fods')],
  ['SpreadsheetML', written('xlml')],
  ['web page', fixture('libreoffice.html')],
  ['locked .xls', fixture('locked-rc4.xls')],
];
/** Opening one takes a hundred thousand rounds: fewer turns. */
const LOCKED_PACKAGE = ['locked .xlsx', fixture('locked-agile.xlsx'), 10] as const;
const NAMED = new Set([
  'FILE_EMPTY',
  'ROSTER_FORMAT_UNSUPPORTED',
  'ROSTER_FILE_DAMAGED',
  'ROSTER_FILE_ENCRYPTED',
  'ROSTER_PASSWORD_WRONG',
  'ROSTER_LIMIT_EXCEEDED',
]);

/** What became of a file: rows or a named error; anything else fails the test. */
async function outcome(bytes: Buffer): Promise<Opened | AppError> {
  try {
    return await openAll(bytes, 'Rahasia-123');
  } catch (error) {
    if (error instanceof AppError && NAMED.has(error.code)) return error;
    throw error;
  }
}

describe.each(FILES)('%s', (_, file) => {
  it('cut off at fifty places: refused, or all rows are there', async () => {
    const whole = await openAll(file, 'Rahasia-123');
    let refused = 0;
    for (let step = 0; step < 50; step += 1) {
      const result = await outcome(file.subarray(0, Math.floor((file.length * step) / 50)));
      if (result instanceof AppError) refused += 1;
      else expect(result).toEqual(whole);
    }
    expect(refused).toBeGreaterThan(40);
  }, 60_000);

  it('two hundred single bits turned: rows or a named error, never a crash, never rows gone unsaid', async () => {
    const whole = await openAll(file, 'Rahasia-123');
    const cells = cellCount(whole);
    const random = seededRandom(77);
    let refused = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const bytes = Buffer.from(file);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const result = await outcome(bytes);
      if (result instanceof AppError) refused += 1;
      // A bit inside a text makes another text, which nobody can see; a cell that is gone can be seen.
      else expect(Math.abs(cellCount(result) - cells)).toBeLessThanOrEqual(whole.format === 'xls' ? 2 : 12);
    }
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
});

function cellCount(opened: Opened): number {
  const rows = opened.sheets.flatMap((sheet) => Object.values(sheet.rows));
  return rows.flat().filter((cell) => cell !== undefined).length;
}

describe('what has a checksum gives the same rows or none', () => {
  const zips = FILES.flatMap(([name, file]) => (['.xlsb', '.ods'].includes(name) ? [[name, file, 100] as const] : []));

  it.each([...zips, LOCKED_PACKAGE])(
    '%s',
    async (_, file, turns) => {
      const whole = await openAll(file, 'Rahasia-123');
      const random = seededRandom(5);
      for (let turn = 0; turn < turns; turn += 1) {
        const bytes = Buffer.from(file);
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        const result = await outcome(bytes);
        if (!(result instanceof AppError)) expect(result).toEqual(whole);
      }
    },
    120_000,
  );
});

describe('compound files', () => {
  const xls = fixture('libreoffice.xls');
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(xls);
    change(bytes);
    return bytes;
  };
  const tableAt = (bytes: Buffer): number => (bytes.readUInt32LE(76) + 1) * 512;

  it.each([
    [
      'a chain that runs in a circle',
      changed((bytes) => bytes.fill(Buffer.from([3, 0, 0, 0]), tableAt(bytes), tableAt(bytes) + 512)),
    ],
    [
      'a chain that leads out of the file',
      changed((bytes) => bytes.fill(Buffer.from([0, 255, 0, 0]), tableAt(bytes), tableAt(bytes) + 512)),
    ],
    ['a directory outside the file', changed((bytes) => bytes.writeUInt32LE(0x00ffffff, 48))],
    ['a sector size of its own', changed((bytes) => bytes.writeUInt16LE(20, 30))],
    [
      'lists of tables without end',
      changed((bytes) => {
        bytes.writeUInt32LE(0, 68);
        bytes.fill(0, 512, 1024);
      }),
    ],
    ['nothing behind its header', xls.subarray(0, 512)],
  ])('refuses %s', async (_, bytes) => {
    expect(await refusalOrNull(bytes)).toMatchObject({ code: 'ROSTER_FILE_DAMAGED', params: { problem: 'container' } });
  });

  it('refuses what is no table by its name', async () => {
    const doc = changed((bytes) =>
      bytes.write('WordDocument', bytes.indexOf(Buffer.from('Workbook', 'utf16le')), 'utf16le'),
    );
    doc.writeUInt16LE(26, doc.indexOf(Buffer.from('WordDocument', 'utf16le')) + 64);
    expect(await refusalOrNull(doc)).toMatchObject({ code: 'ROSTER_FORMAT_UNSUPPORTED', params: { format: 'doc' } });
  });
});

describe('OpenDocument', () => {
  const MIME = { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true };
  const NAMES = ['office', 'table', 'text', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const content = (table: string, before = ''): string =>
    `<?xml version="1.0"?>${before}<office:document-content ${NAMES}><office:body><office:spreadsheet>
     <table:table table:name="Data">${table}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const ods = (data: string): Buffer => makeZip([MIME, { name: 'content.xml', data }]);
  const cell = (inner: string, more = ''): string =>
    `<table:table-row><table:table-cell office:value-type="string"${more}><text:p>${inner}</text:p></table:table-cell></table:table-row>`;

  it('white space, links, notes and repeated cells and rows', async () => {
    const { sheets } = await openAll(
      ods(
        content(
          `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>a<text:s text:c="2"/>b<text:tab/><text:a>c</text:a></text:p><text:p/><text:p>d</text:p></table:table-cell></table:table-row>
           <table:table-row><table:table-cell table:formula="of:=1"/><table:covered-table-cell office:value-type="string"><text:p>verdeckt</text:p></table:covered-table-cell></table:table-row>
           <table:table-row table:number-rows-repeated="1048500"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
        ),
      ),
    );
    const text = { kind: 'text', text: 'a  b\tc\n\nd' };
    expect(sheets[0]?.rows).toEqual({
      1: [text, text],
      2: [text, text],
      3: [text, text],
      4: [{ kind: 'uncalculated' }],
    });
  });

  it.each([
    ['a document type', content(cell('x'), '<!DOCTYPE x [<!ENTITY e "x">]>'), { problem: 'doctype' }],
    [
      'a number that is none',
      content(cell('x', ' office:value="dua"').replace('string', 'float')),
      { problem: 'cell-value', sheet: 'Data', row: 1 },
    ],
    [
      'a repetition that is none',
      content(cell('x', ' table:number-columns-repeated="-5"')),
      { problem: 'cell-reference' },
    ],
    ['no table', content('').replace(/<table:table .*<\/table:table>/s, ''), { problem: 'missing-part' }],
  ])('refuses %s', async (_, xml, params) => {
    expect(await refusalOrNull(ods(xml))).toMatchObject({ code: 'ROSTER_FILE_DAMAGED', params });
  });

  it.each([
    [
      'cells repeated beyond the last column',
      content(cell('x', ' table:number-columns-repeated="1000000000"')),
      'columns',
    ],
    [
      'rows repeated without end',
      content(cell('x').replace('<table:table-row', '<table:table-row table:number-rows-repeated="9000000"')),
      'rows',
    ],
    [
      'a filled sheet from two elements',
      content(
        cell('x', ' table:number-columns-repeated="500"').replace(
          '<table:table-row',
          '<table:table-row table:number-rows-repeated="900000"',
        ),
      ),
      'cells',
    ],
    ['a text longer than a cell', content(cell('x'.repeat(40_000))), 'cellCharacters'],
    ['spaces by the billion', content(cell('<text:s text:c="2000000000"/>'.repeat(2))), 'cellCharacters'],
  ])('refuses %s by the name of the limit', async (_, xml, limit) => {
    const started = performance.now();
    expect(await refusalOrNull(ods(xml))).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit } });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('refuses a bomb before it is unpacked, and other documents by their name', async () => {
    const bomb = ods(content(cell('0'.repeat(40_000_000))));
    expect(await refusalOrNull(bomb)).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'ratio' } });
    const letter = makeZip([
      { ...MIME, data: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', data: '<x/>' },
    ]);
    expect(await refusalOrNull(letter)).toMatchObject({ code: 'ROSTER_FORMAT_UNSUPPORTED', params: { format: 'odf' } });
  });
});

describe('.xlsb', () => {
  const RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

  it('a bomb, and a package without its parts', async () => {
    const bomb = makeZip([
      { name: 'xl/workbook.bin', data: Buffer.alloc(60_000_000) },
      { name: 'xl/_rels/workbook.bin.rels', data: RELATIONS },
    ]);
    expect(await refusalOrNull(bomb)).toMatchObject({ code: 'ROSTER_LIMIT_EXCEEDED', params: { limit: 'ratio' } });
    const hollow = makeZip([
      { name: 'xl/workbook.bin', data: 'x' },
      { name: '[Content_Types].xml', data: '<Types/>' },
    ]);
    expect(await refusalOrNull(hollow)).toMatchObject({ code: 'ROSTER_FILE_DAMAGED' });
  });
});

describe('what is told apart by its bytes', () => {
  it.each([
    ['json', '{"nama": "Budi"}'],
    ['json', '[{"nama": "Budi"}]'],
    ['xml', '<?xml version="1.0"?><data/>'],
    ['mht', 'MIME-Version: 1.0\nContent-Type: multipart/related\n'],
    ['pdf', '%PDF-1.7\n'],
    ['rtf', '{\\rtf1 x}'],
  ])('%s', async (format, head) => {
    expect(await refusalOrNull(Buffer.from(head))).toMatchObject({
      code: 'ROSTER_FORMAT_UNSUPPORTED',
      params: { format },
    });
  });

  it('an .xlsx is read as one whatever its name', async () => {
    expect((await openAll(makeXlsx([{ name: 'Data', rows: [['Nama'], ['Budi']] }]))).format).toBe('xlsx');
  });
});
