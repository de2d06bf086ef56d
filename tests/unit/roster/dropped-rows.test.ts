import { describe, expect, it } from 'vitest';
import { readFile } from '../../fixtures/roster/in-process.ts';
import { makeXlsx, type Value } from '../../fixtures/roster/make-xlsx.ts';

/** What stands in lists besides people is dropped and counted; nothing of it ever becomes a person. */

const HEADER = ['No', 'Nama', 'NIP', 'Gol', 'Jabatan', 'Unit Kerja'];
const BUDI: Value[] = ['1', 'Budi Santoso', '199001012015031001', 'III/a', 'Analis', 'Umum'];
const SITI: Value[] = ['2', 'Siti Aminah', '198808082012012002', 'III/b', 'Arsiparis', 'Umum'];
const list = (...between: Value[][]): Promise<Awaited<ReturnType<typeof readFile>>> =>
  readFile(makeXlsx([{ name: 'Data', rows: [HEADER, BUDI, ...between, SITI] }]));
const name = (text: string): Value[] => [null, text, null, null, null, null];

describe('titles of sections and notes', () => {
  it.each([
    'BAGIAN UMUM',
    'I. SEKRETARIAT',
    'A. Bidang Informasi Publik',
    'Sub Bagian Keuangan',
    'Subbagian Perencanaan',
    'UPTD Puskesmas Contoh',
    'Kecamatan Teluk Senja',
    'SD Negeri 1 Contoh',
    '1. PNS',
    'PPPK PARUH WAKTU',
    'Tenaga Harian Lepas',
    'Golongan IV',
    'Jabatan Fungsional',
    'Halaman 2',
    'Catatan: data per Januari',
    'Keterangan :',
    'dst.',
  ])('%s', async (title) => {
    const { rows, rejected, dropped } = await list(name(title));
    expect(rows.map(({ name: person }) => person)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect(rejected).toEqual([]);
    expect(dropped).toMatchObject({ section: 1, signature: 0 });
  });

  it('in the merged cells of another column', async () => {
    const { rows, rejected, dropped } = await list(
      [null, null, 'BIDANG STATISTIK', null, null, null],
      ['BAGIAN HUKUM', null, null, null, null, null],
    );
    expect([rows.length, rejected.length, dropped.section, dropped.blank]).toEqual([2, 0, 1, 1]);
  });

  it('but not a person of whom more is known', async () => {
    const { rows } = await list([null, 'Desa Ayu', '-', null, 'Pramu Kantor', null]);
    expect(rows.map(({ name: person }) => person)).toContain('Desa Ayu');
  });

  it('nor a name without anything else, which is refused and shown', async () => {
    const { rejected } = await list(name('Rina Wulandari'));
    expect(rejected).toMatchObject([{ code: 'ROW_ONLY_NAME', cells: { name: 'Rina Wulandari' } }]);
  });
});

describe('sums', () => {
  it.each<[Value[]]>([
    [[null, 'JUMLAH', null, null, null, '25']],
    [[null, 'Jumlah PNS', '25', null, null, null]],
    [[null, 'Total', '25 orang', null, null, null]],
    [[null, 'Sub Total', '3', '4', '5', null]],
    [[null, 'Grand Total', null, null, null, '25']],
    [[null, 'Rekapitulasi', null, '12', null, null]],
    [['JUMLAH', null, 10, null, null, null]],
    [['Jumlah', '25', null, null, null, null]],
    [['Total seluruhnya', '7 orang', '3', null, null, '2']],
  ])('%j', async (row) => {
    const { rows, rejected, dropped } = await list(row);
    expect([rows.length, rejected.length, dropped.totals]).toEqual([2, 0, 1]);
  });

  it('but not a damaged NIP that stands alone', async () => {
    const { rejected, dropped } = await list([null, null, 1.98609e17, null, null, null]);
    expect([rejected.length, dropped.totals]).toEqual([1, 0]);
  });
});

describe('blocks of signatures', () => {
  it('side by side over three columns', async () => {
    const { rows, rejected, dropped } = await list(
      [null, 'Mengetahui,', null, 'Diperiksa oleh', null, 'Bengkulu, 2 Januari 2026'],
      [null, 'Kepala Dinas', null, null, null, 'Pembuat Daftar,'],
      [null, null, null, null, null, null],
      [null, 'Drs. AHMAD', null, null, null, 'RINA, S.E.'],
      [null, 'NIP. 19700101 199503 1 001', null, null, null, 'NIP. 19850202 201001 2 002'],
    );
    expect(rows.map(({ name: person }) => person)).toEqual(['Budi Santoso', 'Siti Aminah']);
    expect([rejected.length, dropped.signature]).toEqual([0, 4]);
  });

  it('by an acting official, the date left open', async () => {
    const { rows, rejected, dropped } = await list(
      [null, null, null, null, 'Kota Contoh,      Januari 2026', null],
      [null, null, null, null, 'Plt. Kepala Dinas,', null],
      [null, null, null, null, 'Dr. SITI, M.Si', null],
      [null, null, null, null, 'NIP. 19700101 199503 2 001', null],
    );
    expect([rows.length, rejected.length, dropped.signature]).toEqual([2, 0, 4]);
  });
});

describe('headers that come again', () => {
  it('in two rows and with their numbering, on every page', async () => {
    const head: Value[][] = [
      ['No', 'Nama', 'NIP', 'Pangkat', null, 'Unit Kerja'],
      [null, null, null, 'Gol', 'TMT', null],
      ['1', '2', '3', '4', '5', '6'],
    ];
    const budi: Value[] = ['1', 'Budi', '199001012015031001', 'III/a', '01-01-2020', 'Umum'];
    const siti: Value[] = ['2', 'Siti', '198808082012012002', 'III/b', '01-01-2020', 'Umum'];
    const { rows, rejected, dropped } = await readFile(
      makeXlsx([{ name: 'Data', rows: [['DAFTAR'], ...head, budi, ...head, siti] }]),
    );
    expect(rows.map(({ name: person, grade }) => [person, grade])).toEqual([
      ['Budi', 'III/a'],
      ['Siti', 'III/b'],
    ]);
    expect(rejected).toEqual([]);
    expect(dropped).toMatchObject({ repeatedHeader: 2, numbering: 2 });
  });
});

describe('sheets without people', () => {
  it('give nothing, and the others are read', async () => {
    const { rows } = await readFile(
      makeXlsx([
        {
          name: 'Rekap',
          rows: [['REKAPITULASI'], ['No', 'Nama OPD', 'PNS', 'PPPK', 'Jumlah'], ['1', 'Dinas A', '4', '2', '6']],
        },
        { name: 'Data', rows: [HEADER, BUDI] },
      ]),
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a name and a NIP in one cell', () => {
  it('are taken apart', async () => {
    const { rows, rejected } = await readFile(
      makeXlsx([
        {
          name: 'Data',
          rows: [
            ['No', 'NAMA / NIP', 'Pangkat/Gol', 'Jabatan'],
            ['1', 'Drs. BUDI SANTOSO, M.Si\nNIP. 19900101 201503 1 001', 'Penata (III/c)', 'Analis'],
            ['2', 'SITI AMINAH / 198808082012012002', 'III/a', 'Arsiparis'],
            ['3', 'RINA\nNIP. -', '-', 'Pramu'],
            ['4', 'TONO\nNIP. 19900101 201503 1 00', 'III/a', 'Pengemudi'],
          ],
        },
      ]),
    );
    expect(rows.map(({ name: person, nip }) => [person, nip])).toEqual([
      ['Drs. BUDI SANTOSO, M.Si', '199001012015031001'],
      ['SITI AMINAH', '198808082012012002'],
      ['RINA', null],
    ]);
    expect(rejected).toMatchObject([
      { row: 5, column: 'B', code: 'NIP_LENGTH', cells: { name: 'TONO', nip: '19900101 201503 1 00' } },
    ]);
  });
});

describe('a NIK in the column of the NIP', () => {
  it('is taken for one when it can be nothing else', async () => {
    const { rows, rejected } = await list(
      [null, 'Rina', '9901015708850001', null, 'Pramu', 'Umum'],
      [null, 'Tono', '1990010120150310', null, 'Pramu', 'Umum'],
    );
    expect(rows.find(({ name: person }) => person === 'Rina')).toMatchObject({ nip: null, nik: '9901015708850001' });
    expect(rejected).toMatchObject([{ row: 4, code: 'NIP_LENGTH' }]);
  });
});
