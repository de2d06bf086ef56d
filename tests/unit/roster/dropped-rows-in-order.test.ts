import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

const HEADER = ['No', 'NIP', 'NIK', 'Nama', 'Jabatan', 'Unit Kerja'];
const BUDI = '199001012015031001';
const SITI = '198808082024212002';
const sheet = (...rows: Value[][]): Buffer => makeXlsx([{ name: 'Data', rows: [HEADER, ...rows] }]);
const person = (no: string, nip: Value, name: Value, nik: Value = null): Value[] => [
  no,
  nip,
  nik,
  name,
  'Analis',
  'Sekretariat',
];

describe('rows that are no people', () => {
  it('drops and counts numbering, totals, blank rows, repeated headers and the signature block', async () => {
    const bytes = makeXlsx([
      {
        name: 'Data',
        rows: [
          ['PEMERINTAH KOTA CONTOH'],
          ['DAFTAR PEGAWAI'],
          [],
          HEADER,
          ['1', '2', '3', '4', '5', '6'],
          person('1', BUDI, 'Budi'),
          [],
          HEADER,
          person('2', SITI, 'Siti'),
          ['', null, null, 'Jumlah', '2', null],
          [],
          ['', null, null, 'Kota Contoh, 2 Januari 2026'],
          ['', null, null, 'Kepala Dinas Contoh,'],
          [],
          ['', null, null, 'Drs. H. AHMAD, M.Si'],
          ['', null, null, 'Pembina Utama Muda'],
          ['', null, null, 'NIP. 19700101 199503 1 001'],
        ],
      },
    ]);
    const { rows, rejected, dropped } = await readFile(bytes);
    expect(rows.map(({ name }) => name)).toEqual(['Budi', 'Siti']);
    expect(rejected).toEqual([]);
    expect(dropped).toEqual({ blank: 3, totals: 1, section: 0, signature: 5, numbering: 1, repeatedHeader: 1 });
  });

  it('goes on after a signature block in the middle of a sheet', async () => {
    const { rows } = await readFile(
      sheet(
        person('1', BUDI, 'Budi'),
        ['', null, null, 'Mengetahui,'],
        ['', null, null, 'AHMAD'],
        person('2', SITI, 'Siti'),
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(['Budi', 'Siti']);
  });

  it('goes on after a block in a list of two columns', async () => {
    const rows = [
      ['NIP', 'Nama'],
      [BUDI, 'Budi'],
      [null, 'Mengetahui,'],
      [null, 'AHMAD'],
      ['NIP. 19700101 199503 1 001'],
      [SITI, 'Siti'],
    ];
    const { rows: read, dropped } = await readFile(makeXlsx([{ name: 'Data', rows }]));
    expect(read.map(({ name }) => name)).toEqual(['Budi', 'Siti']);
    expect(dropped.signature).toBe(3);
  });

  it('does not let one line that looks like a signature swallow the rest of a list of names', async () => {
    const names = Array.from({ length: 40 }, (_, index) => [
      '-',
      `Rina ${'abcdefghijklmnopqrstuvwxyz'[index % 26]}${index < 26 ? 'a' : 'b'}`,
    ]);
    const { rows: read, dropped } = await readFile(
      makeXlsx([{ name: 'Data', rows: [['NIP', 'Nama'], ['-', 'Mengetahui,'], ...names] }]),
    );
    expect(read.length + dropped.signature).toBe(41);
    expect(dropped.signature).toBeLessThan(15);
  });

  it('does not take a head of office in the table for a signature', async () => {
    const row: Value[] = ['1', BUDI, null, 'Drs. AHMAD', 'Kepala Dinas Contoh', 'Dinas Contoh'];
    expect((await readFile(sheet(row))).rows).toMatchObject([{ position: 'Kepala Dinas Contoh' }]);
  });
});
