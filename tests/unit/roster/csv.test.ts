import { describe, expect, it } from 'vitest';
import { openRosterFile } from '../../../electron/workers/roster-import/open-roster-file.ts';
import { detectDialect } from '../../../electron/workers/roster-import/csv/dialect.ts';
import { openAll, refusalOrNull } from '../../fixtures/roster/foreign-files.ts';
import { seededRandom } from '../../fixtures/roster/people.ts';

/** The texts of a file's only sheet, by row. */
async function rowsOf(bytes: Uint8Array): Promise<Record<number, (string | undefined)[]>> {
  const { sheets } = await openAll(bytes);
  expect(sheets.map(({ name, state }) => [name, state])).toEqual([['CSV', 'visible']]);
  return Object.fromEntries(
    Object.entries(sheets[0]?.rows ?? {}).map(([row, cells]) => [
      row,
      cells.map((cell) => {
        if (cell !== undefined && cell.kind !== 'text') throw new Error('a field that is no text');
        return cell?.text;
      }),
    ]),
  );
}

const TABLE = 'NIP;Nama;Unit\r\n198501012010011001;“Müller” – S.H.;00123\r\n1,98609E+17;Siti;12/07/1979\r\n';
const ROWS = {
  1: ['NIP', 'Nama', 'Unit'],
  2: ['198501012010011001', '“Müller” – S.H.', '00123'],
  3: ['1,98609E+17', 'Siti', '12/07/1979'],
};

function windows1252(text: string): Buffer {
  const special: Record<string, number> = { '“': 0x93, '”': 0x94, '–': 0x96 };
  return Buffer.from(Array.from(text, (character) => special[character] ?? character.charCodeAt(0)));
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16 LE with a mark', wide(`\ufeff${TABLE}`)],
    ['UTF-16 BE with a mark', wide(`\ufeff${TABLE}`).swap16()],
    ['UTF-16 LE without', wide(TABLE)],
    ['UTF-16 BE without', wide(TABLE).swap16()],
    ['Windows-1252', windows1252(TABLE)],
    ['UTF-8 with the end mark of DOS', Buffer.from(`${TABLE}\u001a`)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(ROWS);
  });

  it('a letter of another encoding far behind the beginning counts as well', async () => {
    const filler = '1;Budi;x\r\n'.repeat(20_000);
    const rows = await rowsOf(windows1252(`No;Nama;Unit\r\n${filler}2;Müller;y\r\n`));
    expect(rows[20_002]).toEqual(['2', 'Müller', 'y']);
  });

  it.each([
    [
      'UTF-8 that is broken far behind',
      Buffer.concat([Buffer.from(`No;Nama\r\n1;Müller\r\n2;Bü\r\n`), Buffer.from([0xc3, 0x3b, 0x0a])]),
      4,
    ],
    ['UTF-8 that ends in half a letter', Buffer.from('\ufeffNo;Nama\n1;Bü').subarray(0, -1), 2],
    ['a zero byte in a line', Buffer.from(`No;Nama\n1;Budi\n2;Si\u0000ti\n${'3;Yanto\n'.repeat(60)}`), 3],
    ['UTF-16 with half a letter', Buffer.concat([wide(TABLE), Buffer.from([65])]), 1],
  ])('refuses %s, with the row', async (_, bytes, row) => {
    expect(await refusalOrNull(bytes)).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'encoding', sheet: 'CSV', row },
    });
  });
});

describe('separators', () => {
  it.each([
    [';', 'csv'],
    [',', 'csv'],
    ['|', 'csv'],
    ['\t', 'tsv'],
  ])('%j', async (delimiter, format) => {
    const source = `DAFTAR PEGAWAI\n\nNo${delimiter}Nama${delimiter}Tanggal Lahir\n1${delimiter}"Budi, S.H.; M.M.${delimiter}"${delimiter}\n2${delimiter}Siti${delimiter}01-02-1990\n`;
    expect(await rowsOf(Buffer.from(source))).toEqual({
      1: ['DAFTAR PEGAWAI'],
      3: ['No', 'Nama', 'Tanggal Lahir'],
      4: ['1', `Budi, S.H.; M.M.${delimiter}`],
      5: ['2', 'Siti', '01-02-1990'],
    });
    expect((await openAll(Buffer.from(source))).format).toBe(format);
  });

  it('names with commas and figures with commas do not make a comma file', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index};Budi ${index}, S.H., M.M.;1.234,56`);
    expect(detectDialect(`No;Nama, Gelar;Gaji\n${lines.join('\n')}\n`)?.delimiter).toBe(';');
  });

  it("Excel's own first line is understood and is no row", async () => {
    expect(await rowsOf(Buffer.from('sep=;\r\nNama;NIP\r\nBudi;1\r\n'))).toEqual({
      1: ['Nama', 'NIP'],
      2: ['Budi', '1'],
    });
    expect(await rowsOf(Buffer.from('\ufeffsep=,\nNama,NIP\nBudi;S.H.,1\n'))).toEqual({
      1: ['Nama', 'NIP'],
      2: ['Budi;S.H.', '1'],
    });
  });

  it('quotes, doubled quotes, line breaks in fields, blank lines, ragged lines, all kinds of line ends', async () => {
    const source = 'Nama,Alamat\r\n"Budi ""Bud""","Jl. A\nNo. 1"\r\n\r\nSiti\r\nYanto,x,y\r\n';
    expect(await rowsOf(Buffer.from(source))).toEqual({
      1: ['Nama', 'Alamat'],
      2: ['Budi "Bud"', 'Jl. A\nNo. 1'],
      4: ['Siti'],
      5: ['Yanto', 'x', 'y'],
    });
    expect(await rowsOf(Buffer.from('Nama,NIP\rBudi,1\rSiti,2'))).toEqual({
      1: ['Nama', 'NIP'],
      2: ['Budi', '1'],
      3: ['Siti', '2'],
    });
  });

  it('a last line that stops amid its fields was cut off, and the file is refused with its row', async () => {
    const cut = 'NIP;Nama;Unit\n198501012010011001;Budi;Umum\n198601012011011002;Si';
    for (const bytes of [Buffer.from(cut), wide(`\ufeff${cut}`), wide(`\ufeff${cut}`).swap16()])
      expect(await refusalOrNull(bytes)).toMatchObject({
        code: 'ROSTER_FILE_DAMAGED',
        params: { problem: 'size', sheet: 'CSV', row: 3 },
      });
    // A short line that was ended, a whole one that was not, and a note below the table are no damage.
    for (const text of [`${cut}\n`, `${cut};Umum`, 'NIP;Nama\n198501012010011001;Budi\nJumlah 1'])
      expect(await refusalOrNull(Buffer.from(text))).toBeNull();
  });

  it('names of JavaScript are words like others', async () => {
    expect(await rowsOf(Buffer.from('__proto__,constructor\nBudi,x\n'))).toEqual({
      1: ['__proto__', 'constructor'],
      2: ['Budi', 'x'],
    });
  });
});

describe('what is no table', () => {
  const random = seededRandom(9);
  it.each([
    [
      'prose',
      'Dengan hormat,\nbersama ini kami sampaikan daftar pegawai.\nAtas perhatiannya, terima kasih.\n\nHormat kami,\nKepala Dinas\n',
    ],
    ['one long line', 'kata '.repeat(5000)],
    ['one column', 'Nama\nBudi\nSiti\nYanto\n'],
    ['a program', Array.from({ length: 40 }, (_, index) => `const nilai${index} = hitung(${index});`).join('\n')],
    [
      'a log',
      Array.from({ length: 40 }, (_, index) => `2026-01-01 10:00:${index},123 INFO [main] selesai ${index}`).join('\n'),
    ],
    ['figures only', Array.from({ length: 40 }, (_, index) => `${index},${index * 2},${index * 3}`).join('\n')],
    ['nothing but separators', ';;;;\n;;;;\n;;;;\n'],
  ])('%s', async (_, source) => {
    expect(await refusalOrNull(Buffer.from(source))).toMatchObject({
      code: 'ROSTER_FORMAT_UNSUPPORTED',
      params: { format: 'text' },
    });
  });

  it('random bytes, and random bytes behind a table', async () => {
    const noise = Buffer.from(Array.from({ length: 20_000 }, () => Math.floor(random() * 256)));
    expect(await refusalOrNull(noise)).toMatchObject({
      code: 'ROSTER_FORMAT_UNSUPPORTED',
      params: { format: 'unknown' },
    });
    const behind = Buffer.concat([Buffer.from('No;Nama\n1;Budi\n'.repeat(2000)), noise]);
    expect(await refusalOrNull(behind)).toMatchObject({ code: 'ROSTER_FILE_DAMAGED', params: { problem: 'encoding' } });
  });
});

describe('hostile text', () => {
  const head = 'No;Nama\n1;Budi\n2;Siti\n';

  it.each([
    ['a quote without end', `${head}3;"Yanto\n4;Rina\n`, 4],
    ['a quote in a word', `${head}3;Ma"ruf\n4;Rina\n`, 4],
    ['a quote behind a first line that is no row', `sep=;\n${head}3;Ma"ruf\n`, 4],
    ['letters behind a quoted field', `${head}3;"Yanto"x\n4;Rina\n`, 4],
  ])('refuses %s, with the row', async (_, source, row) => {
    expect(await refusalOrNull(Buffer.from(source))).toMatchObject({
      code: 'ROSTER_FILE_DAMAGED',
      params: { problem: 'quote', sheet: 'CSV', row },
    });
  });

  it.each([
    ['lineCharacters', `${head}3;${'x'.repeat(3_000_000)}\n`],
    ['lineCharacters', `${head}3;"${'x\n'.repeat(1_000_000)}`],
    ['cellCharacters', `${head}3;${'x'.repeat(40_000)}\n`],
    ['columns', `${head}${';x'.repeat(20_000)}\n`],
    ['columns', `${Array.from({ length: 60_002 }, (_, column) => `Kolom ${column}`).join(',')}\n1,2\n`],
    ['rows', `${head}${'1;x\n'.repeat(1_048_600)}`],
  ])(
    'refuses more than %s',
    async (limit, source) => {
      expect(await refusalOrNull(Buffer.from(source))).toMatchObject({
        code: 'ROSTER_LIMIT_EXCEEDED',
        params: { limit, sheet: 'CSV' },
      });
    },
    30_000,
  );

  it('a gigabyte in one line is refused before it is read', async () => {
    const source = {
      size: 1024 ** 3,
      read: (_: number, length: number) => Promise.resolve(Buffer.alloc(length, 'x;')),
    };
    await expect(openRosterFile(source)).rejects.toMatchObject({
      code: 'ROSTER_LIMIT_EXCEEDED',
      params: { limit: 'fileBytes' },
    });
  });

  it('gives only the columns that are wanted, and counts the others', async () => {
    const bytes = Buffer.from('NIP;Nama;NPWP\n1;Budi;2\n');
    const file = await openRosterFile({
      size: bytes.length,
      read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
    });
    const [sheet] = file.sheets;
    if (!sheet) throw new Error('no sheet');
    const stream = file.stream(sheet, (column) => column === 1);
    const rows = [];
    for await (const batch of stream.batches) rows.push(...batch.map(({ cells }) => Object.keys(cells)));
    expect(rows).toEqual([['1'], ['1']]);
    expect(stream.totals).toEqual({ lastRow: 2, columns: 3 });
  });
});
