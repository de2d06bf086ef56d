import { formatNip, parseNip, parseOldNip } from '#shared/domain/roster/nip.ts';
import { parseNik } from '#shared/domain/roster/nik.ts';
import { describe, expect, it } from 'vitest';

/** The synthetic numbers of the domain dossier, 6.2. */
describe('parseNip', () => {
  it.each([
    [
      'PNS',
      '199001012015031001',
      { form: 'PNS', birthDate: '1990-01-01', sex: 'L', appointmentYear: 2015, appointmentMonth: 3 },
    ],
    [
      'CPNS',
      '200005172025012003',
      { form: 'PNS', birthDate: '2000-05-17', sex: 'P', appointmentYear: 2025, appointmentMonth: 1 },
    ],
    [
      'PPPK',
      '198808082024211002',
      { form: 'PPPK', birthDate: '1988-08-08', sex: 'L', appointmentYear: 2024, appointmentMonth: null },
    ],
    [
      'PPPK paruh waktu',
      '199112122025242003',
      { form: 'PPPK', birthDate: '1991-12-12', sex: 'P', appointmentYear: 2025, appointmentMonth: null },
    ],
  ])('reads a %s number', (_, text, expected) => {
    expect(parseNip(text)).toEqual({ kind: 'nip', nip: { value: text, unusualAge: false, ...expected } });
  });

  it.each([
    '19900101 201503 1 001',
    '19900101.201503.1.001',
    '19900101-201503-1-001',
    "'199001012015031001",
    '’199001012015031001',
    '\u00a019900101\u00a0201503\u00a01\u00a0001\u00a0',
    '\u200b199001012015031001\ufeff',
    'NIP. 19900101 201503 1 001',
    'NIP : 199001012015031001',
    '19900101\n201503 1 001',
  ])('undresses %j', (text) => {
    expect(parseNip(text)).toMatchObject({ kind: 'nip', nip: { value: '199001012015031001' } });
  });

  it.each([
    ['199001012015001001', 'NIP_APPOINTMENT'],
    ['199013012015031001', 'NIP_BIRTH_DATE'],
    ['199002302015031001', 'NIP_BIRTH_DATE'],
    ['199001012015033001', 'NIP_SEX'],
    ['199001012015030001', 'NIP_SEX'],
    ['1.99001012015031E+17', 'NIP_SCIENTIFIC_TEXT'],
    ['1,98609E+17', 'NIP_SCIENTIFIC_TEXT'],
    ['1.98609e17', 'NIP_SCIENTIFIC_TEXT'],
    ['199001012015031000.00', 'NIP_DECIMAL_TEXT'],
    ['199001012015031001,0', 'NIP_DECIMAL_TEXT'],
    ['19900101201503100', 'NIP_LENGTH'],
    ['1990010120150310011', 'NIP_LENGTH'],
    ['131234567', 'NIP_OLD_FORM'],
    ['19900101201503100A', 'NIP_NOT_DIGITS'],
    ['١٩٩٠٠١٠١٢٠١٥٠٣١٠٠١', 'NIP_NOT_DIGITS'],
    ['199001019999031001', 'NIP_APPOINTMENT'],
  ])('refuses %s as %s', (text, code) => {
    expect(parseNip(text)).toMatchObject({ kind: 'problem', code });
  });

  it.each(['', '-', ' – ', '—', 'nihil', 'Tidak ada', '0', '\u00a0'])('takes %j for no number', (text) => {
    expect(parseNip(text)).toEqual({ kind: 'none' });
  });

  it('takes no longer for a cell full of spaces', () => {
    const startedAt = performance.now();
    expect(parseNip(`${' '.repeat(32_000)}x`)).toMatchObject({ code: 'NIP_NOT_DIGITS' });
    expect(parseNik(`${' '.repeat(32_000)}x`)).toMatchObject({ code: 'NIK_NOT_DIGITS' });
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  it('accepts a leap day only in a leap year', () => {
    expect(parseNip('199202292015031001')).toMatchObject({ kind: 'nip' });
    expect(parseNip('199102292015031001')).toMatchObject({ code: 'NIP_BIRTH_DATE' });
  });

  it('marks an unusual age at appointment without refusing it', () => {
    expect(parseNip('199901012010031001')).toMatchObject({ kind: 'nip', nip: { unusualAge: true } });
    expect(parseNip('199001012007031001')).toMatchObject({ kind: 'nip', nip: { unusualAge: false } });
  });
});

describe('formatNip', () => {
  it('groups 8-6-1-3 and leaves anything else alone', () => {
    expect(formatNip('199001012015031001')).toBe('19900101 201503 1 001');
    expect(formatNip('131234567')).toBe('131234567');
  });
});

describe('parseOldNip', () => {
  it('takes nine digits only', () => {
    expect(parseOldNip('131 234 567')).toBe('131234567');
    expect(parseOldNip('13123456')).toBeNull();
    expect(parseOldNip('1.31E+8')).toBeNull();
  });
});

describe('parseNik', () => {
  it('reads a woman with 40 added to her day', () => {
    expect(parseNik('9901015708850001')).toEqual({
      kind: 'nik',
      nik: { value: '9901015708850001', region: '990101', birthDate: '1985-08-17', sex: 'P' },
    });
    expect(parseNik("'9901 0117 0885 0001")).toMatchObject({ nik: { birthDate: '1985-08-17', sex: 'L' } });
  });

  it('keeps a number whose date is impossible: a NIK is issued once and stays', () => {
    expect(parseNik('9901019913850001')).toMatchObject({ kind: 'nik', nik: { birthDate: null, sex: null } });
  });

  it.each([
    ['99010157088500', 'NIK_LENGTH'],
    ['9,90102E+15', 'NIK_SCIENTIFIC_TEXT'],
    ['9901015708850001.0', 'NIK_DECIMAL_TEXT'],
    ['99010157O8850001', 'NIK_NOT_DIGITS'],
  ])('refuses %s as %s', (text, code) => {
    expect(parseNik(text)).toMatchObject({ kind: 'problem', code });
  });
});
