import { dateFromSerial, parseIndonesianDate } from '#shared/domain/roster/calendar.ts';
import { decideGrade, parseGrade } from '#shared/domain/roster/grade.ts';
import { looksLikeName, normalizeName, searchName } from '#shared/domain/roster/name.ts';
import { decideStatus, parseEmploymentStatus, parseSex, statusReader } from '#shared/domain/roster/status.ts';
import { echoText, isBlankMark, tidyText, wordsOf } from '#shared/domain/roster/text.ts';
import { describe, expect, it } from 'vitest';

describe('parseIndonesianDate', () => {
  it.each([
    ['17-08-1980', '1980-08-17'],
    ['17/8/1980', '1980-08-17'],
    ['17.08.1980', '1980-08-17'],
    ['17/8/1980 00:00', '1980-08-17'],
    ['1/2/1980', '1980-02-01'],
    ['07/12/1979', '1979-12-07'],
    ['1980-08-17', '1980-08-17'],
    ['19800817', '1980-08-17'],
    ['1980-08-17T00:00:00', '1980-08-17'],
    ['17-08-1980 00:00:00', '1980-08-17'],
    ['17 Agustus 1980', '1980-08-17'],
    ['17 Agt 1980', '1980-08-17'],
    ['17-Agust-1980', '1980-08-17'],
    ['17 Nopember 1980', '1980-11-17'],
    ['3 Pebruari 1975', '1975-02-03'],
    ['Senin, 17 Agustus 1980', '1980-08-17'],
    ['Bengkulu, 17-08-1980', '1980-08-17'],
    ['Kota Contoh, 17 Agustus 1980', '1980-08-17'],
    ['1 Jan 2005', '2005-01-01'],
    ['9 Sept 1971', '1971-09-09'],
    ['9-Okt-1971', '1971-10-09'],
    ['9 Peb 1971', '1971-02-09'],
    ['9 Mrt 1971', '1971-03-09'],
    ['9 Nop. 1971', '1971-11-09'],
    ['09 DESEMBER 1971', '1971-12-09'],
    ['29-02-1980', '1980-02-29'],
  ])('reads %s', (text, expected) => {
    expect(parseIndonesianDate(text)).toBe(expected);
  });

  it.each([
    '07/25/1980',
    '12/31/1990',
    '31-02-1980',
    '29-02-1981',
    '17.08.80',
    '17/8/80',
    '1 Jan 05',
    '17 Augustus 1980',
    '1980',
    'tidak tahu',
    '',
    '00-00-0000',
    '17-08-180',
  ])('refuses %j, month before day included', (text) => {
    expect(parseIndonesianDate(text)).toBeNull();
  });
});

describe('dateFromSerial', () => {
  it('follows both epochs and the day that never was', () => {
    expect(dateFromSerial(29450, false)).toBe('1980-08-17');
    expect(dateFromSerial(29450.75, false)).toBe('1980-08-17');
    expect(dateFromSerial(29450 - 1462, true)).toBe('1980-08-17');
    expect(dateFromSerial(1, false)).toBe('1900-01-01');
    expect(dateFromSerial(59, false)).toBe('1900-02-28');
    expect(dateFromSerial(60, false)).toBeNull();
    expect(dateFromSerial(61, false)).toBe('1900-03-01');
    expect(dateFromSerial(0, false)).toBeNull();
    expect(dateFromSerial(1e9, false)).toBeNull();
    expect(dateFromSerial(Number.NaN, false)).toBeNull();
  });
});

describe('parseGrade', () => {
  it.each([
    ['III/a', 'III/a', null],
    ['IIIa', 'III/a', null],
    ['III.a', 'III/a', null],
    ['III/A', 'III/a', null],
    ['III - d', 'III/d', null],
    ['3/c', 'III/c', null],
    ['Gol. II/b', 'II/b', null],
    ['IVe', 'IV/e', null],
    ['Penata Muda (III/a)', 'III/a', 'Penata Muda'],
    ['Penata Muda Tk. I, III/b', 'III/b', 'Penata Muda Tingkat I'],
    ['Pembina Utama Muda / IV.c', 'IV/c', 'Pembina Utama Muda'],
    ['Pengatur Tingkat I', 'II/d', 'Pengatur Tingkat I'],
    ['Penata Muda (III/a), 01-04-2020', 'III/a', 'Penata Muda'],
    ['III a', 'III/a', null],
    ['iii/a', 'III/a', null],
    ['III – d', 'III/d', null],
    ['III/ b', 'III/b', null],
    ['3A', 'III/a', null],
    ['3 d', 'III/d', null],
    ['(III/c)', 'III/c', null],
    ['Golongan Ruang III/c', 'III/c', null],
    ['III/a - Penata Muda', 'III/a', 'Penata Muda'],
    ['Pembina Tk.I (IV/b)', 'IV/b', 'Pembina Tingkat I'],
    ['Pembina Tk.1 IV/b', 'IV/b', 'Pembina Tingkat I'],
    ['Juru', 'I/c', 'Juru'],
  ])('reads %s', (text, grade, rank) => {
    expect(parseGrade(text)).toEqual({ grade, kind: 'PNS', rank });
  });

  it.each([
    ['IX', 'IX'],
    ['Golongan 9', 'IX'],
    ['XVII', 'XVII'],
    ['5', 'V'],
    ['Gol. X', 'X'],
    ['PPPK IX', 'IX'],
    ['I', 'I'],
    ['ix', 'IX'],
    ['Golongan XI', 'XI'],
  ])('reads the PPPK grade %s', (text, grade) => {
    expect(parseGrade(text)).toEqual({ grade, kind: 'PPPK', rank: null });
  });

  it.each(['I/e', 'V/a', 'XVIII', 'tiga', '0', '18', ''])('does not understand %j', (text) => {
    expect(parseGrade(text)).toBeNull();
  });

  it('keeps what it does not understand, and takes both from a rank column', () => {
    expect(decideGrade('kelas 7 khusus', null)).toEqual({ grade: 'kelas 7 khusus', rank: null, unknown: true });
    expect(decideGrade(null, 'Penata (III/c)')).toEqual({ grade: 'III/c', rank: 'Penata', unknown: false });
    expect(decideGrade('III/c', 'Penata')).toEqual({ grade: 'III/c', rank: 'Penata', unknown: false });
  });
});

describe('names', () => {
  it.each([
    ['Drs. H. A. Budi Santoso, S.Sos., M.Si', 'a budi santoso'],
    ['Dr. dr. Siti Aminah, Sp.PD', 'siti aminah'],
    ['dr.Rina Wulandari', 'rina wulandari'],
    ['H.M. Yusuf', 'm yusuf'],
    ['Hj. NUR AISYAH, S.E', 'nur aisyah'],
    ['Budi Santoso SE MM', 'budi santoso'],
    ['Agus Wijaya S.Kom M.Kom', 'agus wijaya'],
    ['Prof. Dr. Ir. Joko Susilo, M.T., Ph.D', 'joko susilo'],
    ['Ns. Dewi Lestari, S.Kep', 'dewi lestari'],
    ['Ir. Hendra', 'hendra'],
    ['Hj', 'hj'],
    ["Muhammad Nu'man", 'muhammad nu man'],
    ['José Pereira', 'jose pereira'],
    ['BUDI   SANTOSO\u00a0', 'budi santoso'],
    ['Putra, Andi', 'putra andi'],
  ])('searches %s as "%s"', (text, search) => {
    expect(searchName(text)).toBe(search);
  });

  it('keeps the name as written and joins titles from their own columns', () => {
    expect(normalizeName(' Drs.  Budi  Santoso,  M.Si ').display).toBe('Drs. Budi Santoso, M.Si');
    expect(normalizeName('BUDI SANTOSO', 'Drs.', 'M.Si')).toEqual({
      display: 'Drs. BUDI SANTOSO, M.Si',
      search: 'budi santoso',
    });
    expect(normalizeName('Drs. BUDI SANTOSO, M.Si', 'Drs.', 'M.Si').display).toBe('Drs. BUDI SANTOSO, M.Si');
    expect(normalizeName('BUDI', '', '').display).toBe('BUDI');
  });

  it('does not take numbers for names', () => {
    expect(looksLikeName('Budi')).toBe(true);
    expect(looksLikeName('12345')).toBe(false);
    expect(looksLikeName('...')).toBe(false);
  });
});

describe('status and sex', () => {
  it.each([
    ['PNS', 'PNS'],
    ['pns daerah kab/kota yang bekerja pada kab/kota', 'PNS'],
    ['Calon PNS', 'CPNS'],
    ['P3K', 'PPPK'],
    ['PPPK Paruh Waktu', 'PPPK_PARUH_WAKTU'],
    ['THL', 'PTT'],
    ['Tenaga Harian Lepas (THL)', 'PTT'],
    ['Honda', 'PTT'],
    ['Non ASN', 'PTT'],
    ['Tenaga Non PNS', 'PTT'],
    ['Bukan PNS', 'PTT'],
    ['GTT/PTT', 'PTT'],
    ['TKK', 'PTT'],
    ['TKS', 'PTT'],
    ['PHL', 'PTT'],
    ['Tenaga Kontrak Daerah', 'PTT'],
    ['Honorer Daerah', 'PTT'],
    ['PPPK Penuh Waktu', 'PPPK'],
    ['CPNS', 'CPNS'],
    ['PPNPN', 'PPNPN_LAIN'],
    ['Mutasi keluar', 'MUTASI_KELUAR'],
    ['Honorer', 'HONORER'],
    ['PNS Pensiun', 'PENSIUN'],
    ['Aktif', null],
    ['constructor', null],
  ])('reads %s as %s', (text, expected) => {
    expect(parseEmploymentStatus(text)).toBe(expected);
  });

  it('decides by column, then sheet, then the form of the NIP', () => {
    const statusOf = statusReader({});
    const nothing = { written: null, cpnsMark: null, sheetName: 'Sheet1', nipForm: null, statusOf } as const;
    expect(decideStatus(nothing)).toMatchObject({ status: null, source: null });
    expect(decideStatus({ ...nothing, nipForm: 'PPPK' })).toMatchObject({ status: 'PPPK', source: 'nip' });
    expect(decideStatus({ ...nothing, nipForm: 'PPPK', sheetName: 'Data_Pegawai_PPPK_Paruh_Waktu' })).toMatchObject({
      status: 'PPPK_PARUH_WAKTU',
      source: 'sheet',
    });
    const partTime = { ...nothing, sheetName: 'Data_Pegawai_PPPK_Paruh_Waktu' };
    expect(decideStatus({ ...partTime, written: 'PPPK' })).toMatchObject({ status: 'PPPK_PARUH_WAKTU' });
    expect(decideStatus({ ...partTime, written: 'PNS' })).toMatchObject({ status: 'PNS' });
    expect(decideStatus({ ...nothing, written: 'PNS', cpnsMark: 'C' })).toMatchObject({
      status: 'CPNS',
      source: 'column',
    });
    expect(decideStatus({ ...nothing, written: 'PNS', nipForm: 'PPPK' })).toMatchObject({
      status: 'PNS',
      againstNip: true,
    });
    // SIASN's "STATUS CPNS PNS" beside an empty "JENIS PEGAWAI NAMA".
    const siasn = { ...nothing, nipForm: 'PNS' as const };
    expect(decideStatus({ ...siasn, cpnsMark: 'P' })).toMatchObject({ status: 'PNS', source: 'column' });
    expect(decideStatus({ ...siasn, cpnsMark: 'C' })).toMatchObject({ status: 'CPNS', source: 'column' });
    expect(decideStatus({ ...siasn, cpnsMark: '?' })).toMatchObject({ status: 'PNS', source: 'nip' });
    expect(decideStatus({ ...nothing, nipForm: 'PPPK', cpnsMark: 'P' })).toMatchObject({
      status: 'PPPK',
      source: 'nip',
    });
    const own = { statusOf: statusReader({ thl: 'HONORER', 'tenaga bantu': 'PTT' }) };
    expect(decideStatus({ ...nothing, written: 'THL', ...own })).toMatchObject({ status: 'HONORER', unknown: false });
    expect(decideStatus({ ...nothing, written: 'Tenaga Bantu', ...own })).toMatchObject({ status: 'PTT' });
    expect(decideStatus({ ...nothing, written: 'PNS', ...own })).toMatchObject({ status: 'PNS' });
    expect(decideStatus({ ...nothing, written: 'Tenaga Bantu' })).toMatchObject({ status: null, unknown: true });
    expect(decideStatus({ ...nothing, written: 'Aktif', nipForm: 'PNS' })).toMatchObject({
      status: 'PNS',
      source: 'nip',
      unknown: true,
    });
  });

  it.each([
    ['L', 'L'],
    ['Laki-laki', 'L'],
    ['PEREMPUAN', 'P'],
    ['wanita', 'P'],
    ['M', 'L'],
    ['F', 'P'],
    ['Lk', 'L'],
    ['Pr.', 'P'],
    ['pria', 'L'],
    ['LAKI - LAKI', 'L'],
    ['x', null],
  ])('reads the sex %s as %s', (text, expected) => {
    expect(parseSex(text)).toBe(expected);
  });
});

describe('text', () => {
  it('tidies, compares and bounds', () => {
    expect(tidyText('\u200b a\u00a0\n b\t ')).toBe('a b');
    expect(wordsOf('Gol._Ruang / TMT')).toBe('gol ruang tmt');
    expect(wordsOf('Ünit-Kerja')).toBe('unit kerja');
    expect(echoText('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
    for (const blank of [
      ' - ',
      '–',
      '—',
      'nihil',
      'NIHIL',
      'Tidak Ada',
      'tidak ada ',
      'N/A',
      '0',
      '…',
      '-,-',
      '\u00a0',
    ])
      expect([blank, isBlankMark(blank)]).toEqual([blank, true]);
    expect(isBlankMark('Budi')).toBe(false);
  });
});
