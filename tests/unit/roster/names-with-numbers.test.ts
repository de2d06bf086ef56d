/** A number in a name keeps nobody out; what is no name at all stays refused. */
import { hasNumber, looksLikeName } from '#shared/domain/roster/name.ts';
import { expect, it } from 'vitest';

it.each(['Ratna Santoso 101', 'Desi 101', 'Juni Arta 204', 'Budi Contoh 1001', 'Sari 2', 'H. Ali'])(
  '%s is a name',
  (text) => {
    expect(looksLikeName(text)).toBe(true);
  },
);

it.each([
  '12345',
  '#REF!',
  '12 Januari 1990',
  '1 Jan 90',
  'Agustus 1985',
  'Tahun 2024',
  'NIP 199001012015031001',
  'Hp 0812 3456 7890',
  'Tgl. 01-01-1990',
  'A12',
  '---',
])('%s is none', (text) => {
  expect(looksLikeName(text)).toBe(false);
});

it('three digits are worth a look', () => {
  expect(['Ratna Santoso 101', 'Sari 2'].map(hasNumber)).toEqual([true, false]);
});
