/**
 * Sample files as offices hand them over: what is in each, or why it is refused. Made by make-samples.py; besides, SheetJS made
 * the .xlsb out of the .xls, the locked file is one of the folder "files", and the damaged ones were cut by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openAll, refusalOrNull } from '../../fixtures/roster/foreign-files.ts';
import { inspectFile, readFile } from '../../fixtures/roster/in-process.ts';

const FOLDER = new URL('../../fixtures/roster/samples/', import.meta.url);
const sample = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

interface Found {
  readonly format: string;
  /** "name header-row state kind", the row counted from 1; what is usual is not said: visible, people. */
  readonly sheets: readonly string[];
  readonly people: number;
  /** "row code" of the refused rows. */
  readonly refused?: readonly string[];
  /** Totals, numbering and repeated headers. */
  readonly dropped?: number;
  /** Accounts of a sheet of accounts, and in columns of people. */
  readonly accounts?: readonly [sheet: number, columns: number];
  /** The first person, as far as it tells the file from others. */
  readonly first: object;
}

const READ: Readonly<Record<string, Found>> = {
  '01-siasn.xlsx': {
    format: 'xlsx',
    sheets: ['Data_Pegawai_PNS 1', 'Data_Pegawai_PPPK 1', 'Data_Pegawai_PPPK_Paruh_Waktu 1'],
    people: 22,
    first: { name: 'RAHMAT CONTOH, S.E.', sex: 'L', unit: 'Bidang Umum', agency: 'Dinas Pendidikan', grade: 'III/a' },
  },
  '02-duk.xlsx': {
    format: 'xlsx',
    sheets: ['DUK 2026 9'],
    people: 10,
    // The numbering, the sum, and the block beside the table with the blank lines in it.
    dropped: 10,
    first: { row: 11, nip: '197005011994091101', grade: 'III/a', position: 'Kepala Bidang', unit: null },
  },
  '03-lembar-per-opd.xlsx': {
    format: 'xlsx',
    sheets: ['Dinas Pendidikan 3', 'Dinas Kesehatan 3', 'Kecamatan Selebar 3', 'Sekretariat Daerah 3', 'Catatan none'],
    people: 20,
    first: { sheet: 'Dinas Pendidikan', unit: null, grade: 'III/a' },
  },
  '04-lama.xls': {
    format: 'xls',
    sheets: ['Data 3'],
    people: 8,
    first: { birthDate: '1975-09-01', rank: 'Penata Muda' },
  },
  '05-libreoffice.ods': {
    format: 'ods',
    sheets: ['Data 3'],
    people: 8,
    first: { birthDate: '1975-09-01', nip: '197509011999051381' },
  },
  '06-titik-koma.csv': {
    format: 'csv',
    sheets: ['CSV 1'],
    people: 8,
    first: { name: 'René Contoh – Müller, S.Pd.', searchName: 'rene contoh muller', birthDate: '1970-01-01' },
  },
  '07-utf16.tsv': { format: 'tsv', sheets: ['CSV 1'], people: 8, first: { birthDate: '1990-09-01' } },
  '08-web.xls': { format: 'html', sheets: ['Tabel 1 1'], people: 8, first: { nip: '198505012009091341' } },
  '09-lama-2003.xml': {
    format: 'xml-2003',
    sheets: ['Pegawai 1'],
    people: 8,
    first: { name: 'Dr. Rahmat Misalnya W., S.Sos., M.Si.', searchName: 'rahmat misalnya w' },
  },
  '10-biner.xlsb': { format: 'xlsb', sheets: ['Data 3'], people: 8, first: { birthDate: '1975-09-01' } },
  '11-nip-angka.xlsx': {
    format: 'xlsx',
    sheets: ['Data 1'],
    people: 2,
    refused: [...[2, 3, 4, 5, 6].map((row) => `${row} NIP_NUMERIC_CELL`), '8 NIK_NUMERIC_CELL'],
    first: { row: 7 },
  },
  '12-nip-ilmiah.csv': {
    format: 'csv',
    sheets: ['CSV 1'],
    people: 2,
    refused: [2, 3, 4, 5].map((row) => `${row} NIP_SCIENTIFIC_TEXT`),
    first: { row: 6 },
  },
  '13-campuran-ptt.xlsx': { format: 'xlsx', sheets: ['Data 1'], people: 10, first: { status: 'PNS' } },
  '14-lembar-tersembunyi.xlsx': {
    format: 'xlsx',
    sheets: ['Data 1', 'Pensiun 1 hidden', 'Arsip 1 very-hidden'],
    people: 10,
    first: { sheet: 'Data' },
  },
  '15-akun.xlsx': {
    format: 'xlsx',
    sheets: ['Pegawai 1', 'Akun Medsos 1 accounts'],
    people: 6,
    accounts: [4, 15],
    first: { nik: null, unit: 'Dinas Pendidikan' },
  },
  '18-epoch-1904.xlsx': { format: 'xlsx', sheets: ['Data 1'], people: 6, first: { birthDate: '1985-01-01' } },
  '19-huruf-kecil.csv': { format: 'csv', sheets: ['CSV 1'], people: 6, first: { birthDate: '1970-09-01', sex: 'L' } },
  '20-bertentangan.xlsx': {
    format: 'xlsx',
    sheets: ['Data 1'],
    people: 5,
    refused: ['4 DUPLICATE_NIP_IN_FILE', '6 DUPLICATE_NIK_IN_FILE', '9 NIP_BIRTH_DATE'],
    first: { row: 2 },
  },
};

const REFUSED: Readonly<Record<string, object>> = {
  '16-terkunci.xlsx': { code: 'ROSTER_FILE_ENCRYPTED' },
  '21-terpotong.xlsx': { code: 'ROSTER_FILE_DAMAGED' },
  '22-kosong.xlsx': { code: 'FILE_EMPTY' },
  '23-sebenarnya-pdf.xlsx': { code: 'ROSTER_FORMAT_UNSUPPORTED', params: { format: 'pdf' } },
  '24-rusak-di-tengah.xlsx': { code: 'ROSTER_FILE_DAMAGED', params: { sheet: 'Data', row: 7 } },
};
/** Of counts, without people. */
const NO_HEADER = '17-rekap.xlsx';

describe('sample files', () => {
  it('are all looked at', () => {
    const known = [...Object.keys(READ), ...Object.keys(REFUSED), NO_HEADER].sort();
    expect(readdirSync(FOLDER).sort()).toEqual(known);
  });

  it.each(Object.entries(READ))('%s', async (name, wanted) => {
    const bytes = sample(name);
    const { format, sheets } = await inspectFile(bytes);
    const seen = sheets.map(({ name: sheet, headerRow, state, kind }) =>
      [sheet, headerRow === null ? 'none' : headerRow + 1, state, kind]
        .filter((part) => part !== 'visible' && part !== 'people')
        .join(' '),
    );
    expect([format, seen]).toEqual([wanted.format, wanted.sheets]);
    const { rows, rejected, accounts, dropped } = await readFile(bytes);
    expect(rows).toHaveLength(wanted.people);
    expect(rows[0]).toMatchObject(wanted.first);
    expect(rejected.map(({ row, code }) => `${row} ${code}`)).toEqual(wanted.refused ?? []);
    const inColumns = rows.reduce((sum, row) => sum + row.accounts.length, 0);
    expect([accounts.length, inColumns]).toEqual(wanted.accounts ?? [0, 0]);
    expect(Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(wanted.dropped ?? 0);
  });

  it.each(Object.entries(REFUSED))('%s is refused', async (name, error) => {
    expect(await refusalOrNull(sample(name))).toMatchObject(error);
  });

  it('the locked one opens with its password', async () => {
    expect((await openAll(sample('16-terkunci.xlsx'), 'Rahasia-123')).sheets).toHaveLength(3);
  });

  it('a sheet of counts has no header, so that nothing of it becomes a person', async () => {
    expect((await inspectFile(sample(NO_HEADER))).sheets).toMatchObject([{ headerRow: null, proposal: [] }]);
  });

  it('read the same people out of .xls, .ods and .xlsb', async () => {
    const [xls, ...others] = await Promise.all(
      ['04-lama.xls', '05-libreoffice.ods', '10-biner.xlsb'].map(async (name) => (await readFile(sample(name))).rows),
    );
    expect(others).toEqual([xls, xls]);
  });

  it('name the kind of employee: by the sheet, by synonyms, without a NIP', async () => {
    const { rows: siasn } = await readFile(sample('01-siasn.xlsx'));
    const kinds = siasn.map(({ status }) => status);
    expect(kinds).toEqual([
      ...Array.from({ length: 12 }, () => 'PNS'),
      ...Array.from({ length: 6 }, () => 'PPPK'),
      ...Array.from({ length: 4 }, () => 'PPPK_PARUH_WAKTU'),
    ]);
    const { rows } = await readFile(sample('13-campuran-ptt.xlsx'));
    expect(rows.filter(({ nip }) => nip === null).map(({ status }) => status)).toEqual(
      Array.from({ length: 7 }, () => 'PTT'),
    );
    expect(rows.every(({ nik }) => nik !== null)).toBe(true);
  });

  it('take nothing of religion, marriage, address or tax', async () => {
    const { sheets } = await inspectFile(sample('01-siasn.xlsx'));
    expect(sheets[0]?.notTaken).toEqual(
      expect.arrayContaining(['AGAMA NAMA', 'JENIS KAWIN NAMA', 'ALAMAT', 'NPWP NOMOR', 'BPJS']),
    );
  });
});
