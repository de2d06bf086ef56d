import { describe, expect, it } from 'vitest';
import { peopleInRows, proposePeopleColumns } from '../../../shared/domain/outreach/people-list.ts';
import { readTypedNumbers } from '../../../shared/domain/outreach/typed-numbers.ts';

describe('numbers that are typed back', () => {
  it.each([
    ['1-3, 5', [1, 2, 3, 5], []],
    ['3 s.d. 5; 4', [3, 4, 5], [4]],
    ['1 – 2\n2 sampai 3', [1, 2, 3], [2]],
    ['7. 9', [7, 9], []],
    ['', [], []],
  ])('%j are read', (text, numbers, repeated) => {
    expect(readTypedNumbers(text)).toEqual({ numbers, repeated });
  });

  it.each([
    ['1, x', 'x'],
    ['5-3', '5-3'],
    ['0', '0'],
    ['1-99999', '1-99999'],
    ['123456', '123456'],
    ['1-2-3', '1-2-3'],
  ])('%j are not', (text, unreadable) => {
    expect(readTypedNumbers(text)).toEqual({ unreadable });
  });
});

const rows = (...lines: readonly string[][]) => lines.map((cells, index) => ({ number: index + 1, cells }));

describe('a list of people', () => {
  it('is known by its headings under a title; the row of column numbers is nobody', () => {
    const list = rows(
      ['DAFTAR HADIR', '', '', ''],
      ['No', 'Nama / NIP', 'Unit Kerja', 'Tanda tangan'],
      ['1', '2', '3', '4'],
      ['1', 'SITI AMINAH, S.E. / NIP. 19850101 201001 2 001', 'Bidang A', ''],
      ['2', 'BUDI', 'Bidang B', ''],
      ['', '', 'Mengetahui', ''],
    );
    const { headingRow, columns } = proposePeopleColumns(list);
    expect(headingRow).toBe(2);
    expect(peopleInRows(list, headingRow, columns)).toEqual([
      { row: 4, name: 'SITI AMINAH, S.E.', nip: '19850101 201001 2 001', unit: 'Bidang A' },
      { row: 5, name: 'BUDI', nip: '', unit: 'Bidang B' },
    ]);
  });

  it('without headings is known by what stands in it', () => {
    const both = rows(['Siti', '198501012010012001'], ['Budi', '198601012010011002']);
    expect(proposePeopleColumns(both)).toEqual({ headingRow: null, columns: { name: 0, nip: 1, unit: null } });
    const names = rows(['Siti Aminah'], ['Budi Contoh']);
    expect(peopleInRows(names, null, proposePeopleColumns(names).columns).map(({ name }) => name)).toEqual([
      'Siti Aminah',
      'Budi Contoh',
    ]);
    const numbers = rows(['198501012010012001']);
    expect(peopleInRows(numbers, null, proposePeopleColumns(numbers).columns)).toEqual([
      { row: 1, name: '', nip: '198501012010012001', unit: '' },
    ]);
  });
});
