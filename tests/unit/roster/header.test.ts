import { findHeader, headerAt, isNumberingRow, type TextRow } from '#shared/domain/roster/header-row.ts';
import { matchHeading, proposeColumns } from '#shared/domain/roster/headings.ts';
import { describe, expect, it } from 'vitest';

/** SIASN's export, every heading, as in the domain dossier 6.5. */
const SIASN =
  'PNS ID, NIP BARU, NIP LAMA, NAMA, GELAR DEPAN, GELAR BELAKANG, TEMPAT LAHIR ID, TEMPAT LAHIR NAMA, TANGGAL LAHIR, JENIS KELAMIN, AGAMA ID, AGAMA NAMA, JENIS KAWIN ID, JENIS KAWIN NAMA, NIK, NOMOR HP, EMAIL, EMAIL GOV, ALAMAT, NPWP NOMOR, BPJS, JENIS PEGAWAI ID, JENIS PEGAWAI NAMA, KEDUDUKAN HUKUM ID, KEDUDUKAN HUKUM NAMA, STATUS CPNS PNS, KARTU ASN VIRTUAL, NOMOR SK CPNS, TANGGAL SK CPNS, TMT CPNS, NOMOR SK PNS, TANGGAL SK PNS, TMT PNS, GOL AWAL ID, GOL AWAL NAMA, GOL AKHIR ID, GOL AKHIR NAMA, TMT GOLONGAN, MK TAHUN, MK BULAN, JENIS JABATAN ID, JENIS JABATAN NAMA, JABATAN ID, JABATAN NAMA, TMT JABATAN, TINGKAT PENDIDIKAN ID, TINGKAT PENDIDIKAN NAMA, PENDIDIKAN ID, PENDIDIKAN NAMA, TAHUN LULUS, KPKN ID, KPKN NAMA, LOKASI KERJA ID, LOKASI KERJA NAMA, UNOR ID, UNOR NAMA, INSTANSI INDUK ID, INSTANSI INDUK NAMA, INSTANSI KERJA ID, INSTANSI KERJA NAMA, SATUAN KERJA INDUK ID, SATUAN KERJA INDUK NAMA, SATUAN KERJA KERJA ID, SATUAN KERJA KERJA NAMA, IS VALID NIK, NAMA SEKOLAH, FLAG IKD'.split(
    ', ',
  );

/** What of it the purpose needs; everything else must be left. */
const SIASN_TAKEN = {
  'NIP BARU': 'nip',
  'NIP LAMA': 'nipLama',
  NAMA: 'name',
  'GELAR DEPAN': 'titleFront',
  'GELAR BELAKANG': 'titleBack',
  'TANGGAL LAHIR': 'birthDate',
  'JENIS KELAMIN': 'sex',
  NIK: 'nik',
  'EMAIL GOV': 'workEmail',
  'JENIS PEGAWAI NAMA': 'status',
  'STATUS CPNS PNS': 'cpnsMark',
  'GOL AKHIR NAMA': 'grade',
  'JENIS JABATAN NAMA': 'positionType',
  'JABATAN NAMA': 'position',
  'UNOR NAMA': 'unit',
  'SATUAN KERJA KERJA NAMA': 'agency',
};

const taken = (headings: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    proposeColumns(headings).flatMap(({ heading, field }) => (field === null ? [] : [[heading, field]])),
  );

describe('proposeColumns', () => {
  it('takes from a SIASN export exactly what is needed', () => {
    expect(taken(SIASN)).toEqual(SIASN_TAKEN);
  });

  it('takes the same from snake_case headings', () => {
    const snake = SIASN.map((heading) => heading.toLowerCase().replaceAll(' ', '_'));
    expect(Object.values(taken(snake)).sort()).toEqual(Object.values(SIASN_TAKEN).sort());
  });

  it('names personal data for what it is', () => {
    for (const heading of [
      'AGAMA NAMA',
      'Alamat Rumah',
      'NPWP',
      'No. HP',
      'Email',
      'Status Perkawinan',
      'Nama Ibu Kandung',
      'Pendidikan',
      'Golongan Darah',
      'No. Rekening',
    ]) {
      expect([heading, matchHeading(heading)]).toEqual([heading, { field: null, score: 0, reason: 'PERSONAL_DATA' }]);
    }
  });

  it.each([
    ['No.', 'NOT_NEEDED'],
    ['Ket.', 'NOT_NEEDED'],
    ['TMT Jabatan', 'NOT_NEEDED'],
    ['Nomor SK CPNS', 'NOT_NEEDED'],
    ['Hobi', 'UNKNOWN_HEADING'],
    ['', 'NO_HEADING'],
  ])('leaves %j as %s', (heading, reason) => {
    expect(matchHeading(heading)).toEqual({ field: null, score: 0, reason });
  });

  it.each([
    ['N I P', 'nip'],
    ['N A M A', 'name'],
    ['Nama Lengkap (dengan gelar)', 'name'],
    ['NAMA / GELAR', 'name'],
    ['Pangkat / Gol. Ruang', 'grade'],
    ['Golonggan', 'grade'],
    ['Jabtan', 'position'],
    ['Unit Kerja Sekarang', 'unit'],
    ['L/P', 'sex'],
    ['Tgl. Lahir', 'birthDate'],
    ['NIP/NIK', 'nipOrNik'],
    ['NMPPPNPN', 'name'],
    ['NIKPPNPN', 'nik'],
    ['Perangkat Daerah', 'agency'],
    ['HP Dinas', 'workPhone'],
  ])('understands %s', (heading, field) => {
    expect(matchHeading(heading).field).toBe(field);
  });

  it('gives each field to one column, the best one', () => {
    const [first, second] = proposeColumns(['Nama Pegawai Aktif', 'Nama']);
    expect(first).toMatchObject({ field: null, reason: 'FIELD_TAKEN' });
    expect(second).toMatchObject({ field: 'name', reason: 'SIASN' });
  });
});

describe('findHeader', () => {
  const rows = (...lines: string[][]): TextRow[] =>
    lines.flatMap((cells, index) => (cells.length === 0 ? [] : [{ number: index + 1, cells }]));

  it('finds the header under letterhead and titles', () => {
    const found = findHeader(
      rows(
        ['PEMERINTAH KOTA CONTOH'],
        ['DAFTAR NAMA PEGAWAI TAHUN 2026'],
        [],
        ['No', 'Nama', 'NIP', 'Jabatan'],
        ['1', 'Budi', '199001012015031001', 'Analis'],
      ),
    );
    expect(found).toMatchObject({ headerRow: 4, headerRows: 1 });
  });

  it('reads the two rows of a DUK list together', () => {
    const found = findHeader(
      rows(
        ['DAFTAR URUT KEPANGKATAN'],
        ['No', 'Nama', 'NIP', 'Pangkat', '', 'Jabatan', '', 'Masa Kerja', '', 'Usia', 'Ket.'],
        ['', '', '', 'Gol. Ruang', 'TMT', 'Nama', 'TMT', 'Thn', 'Bln', '', ''],
        ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'],
        ['1', 'Budi', '199001012015031001', 'III/a', '01-04-2020', 'Analis', '01-01-2021', '5', '2', '36', ''],
      ),
    );
    expect(found).toMatchObject({ headerRow: 3, headerRows: 2 });
    expect(found?.columns.map(({ field }) => field)).toEqual([
      null,
      'name',
      'nip',
      'grade',
      null,
      'position',
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(found?.columns[3]?.heading).toBe('Pangkat Gol. Ruang');
  });

  it('does not take a title, a lone column or data for a header', () => {
    expect(findHeader(rows(['DAFTAR NAMA PEGAWAI'], ['Budi', '199001012015031001']))).toBeNull();
    expect(findHeader(rows(['Barang', 'Jumlah'], ['Meja', '3']))).toBeNull();
  });

  it('looks at the first thirty rows only', () => {
    const blank = Array.from({ length: 30 }, () => ['x']);
    expect(findHeader(rows(...blank, ['Nama', 'NIP']))).toBeNull();
    expect(findHeader(rows(...blank.slice(1), ['Nama', 'NIP']))).toMatchObject({ headerRow: 30 });
  });

  it('follows a person who says which row it is', () => {
    const sheet = rows(['Nama', 'NIP'], ['Pegawai', 'Nomor']);
    expect(headerAt(sheet, 2)?.columns).toHaveLength(2);
    expect(headerAt(sheet, 9)).toBeNull();
  });
});

describe('isNumberingRow', () => {
  it('knows 1 2 3 4 and (1) (2) (3)', () => {
    expect(isNumberingRow(['1', '2', '3', '4'])).toBe(true);
    expect(isNumberingRow(['(1)', '(2)', '', '(3)'])).toBe(true);
    expect(isNumberingRow(['1', '2'])).toBe(false);
    expect(isNumberingRow(['1', '3', '5'])).toBe(false);
    expect(isNumberingRow(['1', 'Budi', '3'])).toBe(false);
  });
});
