import { describe, expect, it } from 'vitest';
import { formatCalendarDay, formatInstant, formatUtc } from '../../../shared/domain/text/local-time.ts';
import { BLANK_SEQUENCE, renderNumber, romanMonth } from '../../../shared/domain/text/number-template.ts';
import { searchTerms } from '../../../shared/domain/text/search-terms.ts';

describe('local time', () => {
  it('writes an instant as an Indonesian officer does, in each zone', () => {
    const instant = new Date('2024-10-21T17:30:05Z');
    expect(formatInstant(instant, 'WIB')).toBe('Selasa, 22 Oktober 2024, 00.30.05 WIB');
    expect(formatCalendarDay('2024-10-22', 'en')).toBe('22 October 2024');
    expect(formatInstant(instant, 'WIB', 'en')).toBe('Tuesday, 22 October 2024, 00:30:05 WIB');
    expect(formatInstant(instant, 'WIT')).toBe('Selasa, 22 Oktober 2024, 02.30.05 WIT');
    expect(formatUtc(instant)).toBe('2024-10-21 17:30:05 UTC');
  });

  it('writes a calendar day without moving it through a zone', () => {
    expect(formatCalendarDay('2024-11-27')).toBe('27 November 2024');
  });
});

describe('number template', () => {
  it('fills the tokens and keeps free separators', () => {
    expect(renderNumber('REG/{urut}/{bulan_romawi}/{tahun}', { sequence: 7, month: 11, year: 2026 })).toBe(
      'REG/007/XI/2026',
    );
    expect(
      renderNumber('{sifat}.{kode_klasifikasi}/{urut}/{kode_opd}/{bulan}', {
        sequence: 1234,
        month: 3,
        year: 2026,
        secrecy: 'R',
        classification: '700.1.2',
        agencyCode: 'KOMINFO',
      }),
    ).toBe('R.700.1.2/1234/KOMINFO/03');
  });

  it('prints dots for a number that is filled in by hand, and leaves a slip visible', () => {
    expect(renderNumber('{urut}/{bulann}', { sequence: null, month: 1, year: 2026 })).toBe(
      `${BLANK_SEQUENCE}/{bulann}`,
    );
  });

  it('refuses a month that does not exist', () => {
    expect(() => romanMonth(13)).toThrow(RangeError);
  });
});

describe('search terms', () => {
  it('reads a spaced NIP as one number and drops the dress of titles', () => {
    expect(searchTerms('19900101 201503 1 001')).toEqual(['199001012015031001']);
    expect(searchTerms('  Drs. H. Budi,  S.Sos. ')).toEqual(['drs', 'h', 'budi', 's', 'sos']);
    expect(searchTerms('"*;--')).toEqual([]);
  });
});
