import { describe, expect, it } from 'vitest';
import { dayInWords, formatHour } from '#shared/domain/text/local-time.ts';
import { romanMonth } from '#shared/domain/text/number-template.ts';
import { signingPosition } from '#shared/domain/text/signing-position.ts';
import { countInWords, terbilang } from '#shared/domain/text/terbilang.ts';

describe('numbers in words', () => {
  it.each([
    [0, 'nol'],
    [7, 'tujuh'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [23, 'dua puluh tiga'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [215, 'dua ratus lima belas'],
    [1000, 'seribu'],
    [1011, 'seribu sebelas'],
    [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [2026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [101_001, 'seratus satu ribu satu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [2_500_000_000, 'dua miliar lima ratus juta'],
    [1_000_000_000_000, 'satu triliun'],
  ])('%i is %s', (value, words) => {
    expect(terbilang(value)).toBe(words);
  });

  it('writes no two numbers up to twelve thousand the same way, and no double space', () => {
    const all = Array.from({ length: 12_000 }, (_none, value) => terbilang(value));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((words) => /  |^ | $/.test(words))).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN, 1e15, Infinity])('refuses %d', (value) => {
    expect(() => terbilang(value)).toThrow(RangeError);
  });

  it('counts as annexes are counted', () => {
    expect(countInWords(3)).toBe('3 (tiga)');
  });
});

describe('days, hours and months', () => {
  it('writes the day as minutes begin, in the office’s own zone', () => {
    const late = new Date('2026-11-22T17:30:00Z');
    expect(dayInWords(late, 'WIB')).toBe('Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam');
    expect(dayInWords(new Date('2026-11-22T16:59:59Z'), 'WIB')).toMatch(/^Minggu tanggal dua puluh dua /);
    expect(formatHour(late, 'WIT')).toBe('02.30 WIT');
  });

  it('writes months in Roman numerals and refuses a thirteenth', () => {
    expect(Array.from({ length: 12 }, (_none, index) => romanMonth(index + 1)).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII',
    );
    expect(() => romanMonth(13)).toThrow(RangeError);
  });
});

describe('in whose name somebody signs', () => {
  const position = 'Kepala Dinas';
  const none = { acting: null, onBehalfOf: null, through: null };

  it('in the own name, acting, on behalf, and passed on', () => {
    expect(signingPosition({ ...none, position })).toEqual(['Kepala Dinas,']);
    expect(signingPosition({ ...none, position: 'Kepala Dinas,' })).toEqual(['Kepala Dinas,']);
    expect(signingPosition({ ...none, position, acting: 'Plt.' })).toEqual(['Plt. Kepala Dinas,']);
    expect(signingPosition({ ...none, position, onBehalfOf: 'Wali Kota' })).toEqual([
      'a.n. Wali Kota',
      'Kepala Dinas,',
    ]);
    expect(
      signingPosition({ position, acting: 'Plh.', onBehalfOf: 'Wali Kota', through: 'Sekretaris Daerah' }),
    ).toEqual(['a.n. Wali Kota', 'Sekretaris Daerah', 'u.b.', 'Plh. Kepala Dinas,']);
  });

  it('refuses a pass-on without the one on whose behalf it is signed', () => {
    expect(() => signingPosition({ ...none, position, through: 'Sekretaris Daerah' })).toThrow(RangeError);
  });
});
