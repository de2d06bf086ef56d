import { findHeader, headerAt, headerSignature, type TextRow } from '#shared/domain/roster/header-row.ts';
import { describe, expect, it } from 'vitest';

/** Headers as offices really make them: merged, grouped, far down, badly named. */

const rows = (...lines: string[][]): TextRow[] =>
  lines.flatMap((cells, index) => (cells.length === 0 ? [] : [{ number: index + 1, cells }]));
const fieldsOf = (sheet: readonly TextRow[]): (string | null)[] | undefined =>
  findHeader(sheet)?.columns.map(({ field }) => field);
const BUDI = '199001012015031001';
const SITI = '198808082012012002';

describe('headers of several rows', () => {
  const THREE = rows(
    ['PEMERINTAH KOTA CONTOH'],
    ['DAFTAR URUT KEPANGKATAN', '', '', 'TAHUN 2026'],
    [],
    ['No', 'Nama', 'NIP', 'Kepegawaian', '', '', '', 'Unit Kerja'],
    ['', '', '', 'Pangkat', '', 'Jabatan', '', ''],
    ['', '', '', 'Gol. Ruang', 'TMT', 'Nama', 'TMT', ''],
    ['1', '2', '3', '4', '5', '6', '7', '8'],
    ['1', 'Budi', BUDI, 'III/a', '01-04-2020', 'Analis', '01-01-2021', 'Sekretariat'],
  );

  it('of three are read together', () => {
    expect(findHeader(THREE)).toMatchObject({ headerRow: 6, headerRows: 3 });
    expect(fieldsOf(THREE)).toEqual([null, 'name', 'nip', 'grade', null, 'position', null, 'unit']);
  });

  it('have the same fingerprint when a person names their last row, data or no data below', () => {
    const found = findHeader(THREE);
    const again = headerAt(
      THREE.filter(({ number }) => number >= 4 && number <= 6),
      6,
    );
    expect(headerSignature(again?.columns ?? [])).toBe(headerSignature(found?.columns ?? []));
    expect(headerSignature(found?.columns ?? [])).toContain('3:kepegawaian pangkat gol ruang');
  });

  it('end a group where the group above it ends', () => {
    const sheet = rows(
      ['Nama', 'NIP', 'Pangkat', '', 'Jabatan', ''],
      ['', '', 'Terakhir', '', '', ''],
      ['', '', 'Gol', 'TMT', 'Nama', 'TMT'],
      ['Budi', BUDI, 'III/a', '01-04-2020', 'Analis', '01-01-2021'],
    );
    expect(findHeader(sheet)?.columns.map(({ heading }) => heading)).toEqual([
      'Nama',
      'NIP',
      'Pangkat Terakhir Gol',
      'Pangkat Terakhir TMT',
      'Jabatan Nama',
      'Jabatan TMT',
    ]);
  });

  it('go on below even when the groups alone would do', () => {
    const sheet = rows(
      ['No', 'Nama', 'NIP', 'Pangkat', '', 'Jabatan', '', 'Pendidikan', ''],
      ['', '', '', 'Gol', 'TMT', 'Uraian', 'TMT', 'Nama', 'Lulus'],
      ['1', 'Budi', BUDI, 'III/a', '01-04-2020', 'Analis', '01-01-2021', 'S1', '2012'],
    );
    expect(findHeader(sheet)).toMatchObject({ headerRow: 2, headerRows: 2 });
    expect(fieldsOf(sheet)?.slice(0, 6)).toEqual([null, 'name', 'nip', 'grade', null, 'position']);
  });

  it('do not take a title over the table for a group', () => {
    const sheet = rows(['Daftar Nama Pegawai'], ['Nama', 'NIP', 'Ket'], ['Budi', BUDI, '']);
    expect(findHeader(sheet)).toMatchObject({ headerRow: 2, headerRows: 1 });
  });

  it('do not take the first people for a second row of headings', () => {
    const sheet = rows(
      ['Nama', 'Jabatan', 'Unit'],
      ['Budi', 'Analis Jabatan', 'Bagian Umum'],
      ['Siti', 'Arsiparis', 'Umum'],
    );
    expect(findHeader(sheet)).toMatchObject({ headerRow: 1, headerRows: 1 });
  });
});

describe('headers far down', () => {
  it('are found in row 30 under a long letterhead', () => {
    const kop = Array.from({ length: 29 }, (_, index) => [`Baris kop ${'abcdefghijklmnopqrstuvwxyzabc'[index] ?? ''}`]);
    expect(findHeader(rows(...kop, ['No', 'NIP', 'Nama', 'Jabatan'], ['1', BUDI, 'Budi', 'Analis']))).toMatchObject({
      headerRow: 30,
    });
  });
});

describe('columns known by what stands in them', () => {
  it.each([
    ['No. Induk', 'a heading that does not tell'],
    ['', 'no heading'],
    ['Kode', 'a heading of something else'],
  ])('take %j for the NIP (%s)', (heading) => {
    const sheet = rows(
      ['No', heading, 'Nama', 'Jabatan'],
      ['1', BUDI, 'Budi', 'Analis'],
      ['2', '19880808 201201 2 002', 'Siti', 'Arsiparis'],
    );
    expect(findHeader(sheet)?.columns[1]).toMatchObject({ field: 'nip', reason: 'CONTENT', heading });
  });

  it('take a column right of the last heading', () => {
    const sheet = rows(['Nama', 'Jabatan'], ['Budi', 'Analis', '', BUDI], ['Siti', 'Arsiparis', '', SITI]);
    expect(findHeader(sheet)?.columns).toMatchObject([
      {},
      {},
      { reason: 'NO_HEADING' },
      { field: 'nip', reason: 'CONTENT' },
    ]);
  });

  it('make a header of a name alone', () => {
    expect(fieldsOf(rows(['No. Induk', 'Nama'], [BUDI, 'Budi'], [SITI, 'Siti']))).toEqual(['nip', 'name']);
  });

  it('know a mixed column, and NIPs that are damaged already', () => {
    const mixed = rows(['Nomor', 'Nama'], [BUDI, 'Budi'], ['9901015708850001', 'Rina'], ['-', 'Tono']);
    expect(fieldsOf(mixed)).toEqual(['nipOrNik', 'name']);
    const damaged = rows(['Induk', 'Nama'], ['1.99001E+17', 'Budi'], ['1,98808E+17', 'Siti']);
    expect(fieldsOf(damaged)).toEqual(['nip', 'name']);
  });

  it('are not looked for when a heading names the NIP, and not found in four of five', () => {
    const named = rows(['NIP', 'Nomor', 'Nama'], ['-', BUDI, 'Budi']);
    expect(fieldsOf(named)).toEqual(['nip', null, 'name']);
    const some = rows(
      ['Nomor', 'Nama', 'Jabatan'],
      [BUDI, 'A', 'x'],
      ['12', 'B', 'x'],
      ['13', 'C', 'x'],
      ['14', 'D', 'x'],
    );
    expect(fieldsOf(some)).toEqual([null, 'name', 'position']);
  });

  it('do not change the fingerprint', () => {
    const sheet = rows(['No. Induk', 'Nama', 'Jabatan'], [BUDI, 'Budi', 'Analis']);
    const signature = headerSignature(findHeader(sheet)?.columns ?? []);
    expect(signature).toBe(headerSignature(headerAt(sheet.slice(0, 1), 1)?.columns ?? []));
  });
});

describe('sheets without people', () => {
  it.each([
    ['a summary by office', rows(['No', 'Nama OPD', 'PNS', 'PPPK', 'Jumlah'], ['1', 'Dinas A', '10', '4', '14'])],
    ['a summary by grade', rows(['Unit Kerja', 'Golongan I', 'Golongan II', 'Jumlah'], ['Dinas A', '1', '2', '3'])],
    ['a pivot table', rows(['Row Labels', 'Count of NIP'], ['Dinas A', '10'], ['Grand Total', '10'])],
    ['positions', rows(['Nama Bidang', 'Nama Jabatan', 'Kebutuhan'], ['Umum', 'Arsiparis', '3'])],
    ['a cover', rows(['DAFTAR PEGAWAI'], ['KOTA CONTOH'], ['2026'])],
    ['data without headings', rows([BUDI, 'Budi', 'Analis'], [SITI, 'Siti', 'Arsiparis'])],
  ])('%s has no header', (_, sheet) => {
    expect(findHeader(sheet)).toBeNull();
  });
});
