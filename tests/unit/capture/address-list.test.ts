import { describe, expect, it } from 'vitest';
import {
  addressesInRows,
  addressesInText,
  hostOf,
  listAddresses,
  MOST_ADDRESSES,
  proposeColumns,
  readAddress,
} from '#shared/domain/capture/address-list.ts';

const texts = (text: string): string[] => addressesInText(text).map((found) => found.text);

describe('addresses in a text', () => {
  it('are found one a line and between words, without what ends the sentence', () => {
    expect(
      addressesInText(
        'https://lini.test/a\r\n\nDilihat di https://lini.test/b, lalu (www.lini.test/c).\nlini.test/d?x=1#y',
      ),
    ).toEqual([
      { row: 1, text: 'https://lini.test/a', caseNumber: '', note: '' },
      { row: 3, text: 'https://lini.test/b', caseNumber: '', note: '' },
      { row: 3, text: 'www.lini.test/c', caseNumber: '', note: '' },
      { row: 4, text: 'lini.test/d?x=1#y', caseNumber: '', note: '' },
    ]);
  });

  it('keep a bracket that belongs to them', () => {
    expect(texts('lihat https://id.test/wiki/Aceh_(provinsi) ya')).toEqual(['https://id.test/wiki/Aceh_(provinsi)']);
  });

  it('name a line of words that holds none', () => {
    expect(listAddresses(addressesInText('daftar unggahan bulan ini')).refused).toEqual([
      { row: 1, text: 'daftar unggahan bulan ini', reason: 'no-address' },
    ]);
  });
});

describe('one address', () => {
  it.each([
    ['lini.test/a', 'https://lini.test/a'],
    ['HTTP://Lini.test', 'HTTP://Lini.test'],
    ['lini.test:8080/a', 'https://lini.test:8080/a'],
    ['//lini.test/a', 'https://lini.test/a'],
    ['http://127.0.0.1:99/', 'http://127.0.0.1:99/'],
    ['http://[::1]:80/x', 'http://[::1]:80/x'],
  ])('%s is %s', (typed, address) => expect(readAddress(typed)).toEqual({ address }));

  it.each([
    ['', 'no-address'],
    ['REG-001', 'no-address'],
    ['dua kata.test', 'no-address'],
    ['javascript:alert(1)', 'not-web'],
    ['file:///etc/passwd', 'not-web'],
    ['ftp://lini.test/a', 'not-web'],
    ['mailto:a@lini.test', 'not-web'],
    ['http://0.0.0.0/', 'never-reachable'],
    ['http://224.0.0.1/', 'never-reachable'],
    [`https://lini.test/${'a'.repeat(4_000)}`, 'too-long'],
  ])('%s is refused: %s', (typed, reason) => expect(readAddress(typed)).toEqual({ reason }));

  it('has a host with its port', () => {
    expect(hostOf('https://ani:rahasia@Lini.Test:81/a@b')).toBe('lini.test:81');
    expect(hostOf('bukan alamat')).toBe('');
  });
});

describe('a list', () => {
  const found = (text: string, row: number, caseNumber = '') => ({ row, text, caseNumber, note: '' });

  it('names what is there twice, by what it leads to, and keeps the first', () => {
    const list = listAddresses([
      found('https://www.lini.test/p/1?utm_source=x', 2),
      found('https://m.lini.test/p/1/', 3),
      found('https://lini.test/p/2', 4),
    ]);
    expect(list.items.map(({ row }) => row)).toEqual([2, 4]);
    expect(list.duplicates).toEqual([{ row: 3, address: 'https://m.lini.test/p/1/', firstRow: 2 }]);
  });

  it('takes one address for two cases, and refuses a case that nobody knows', () => {
    const list = listAddresses(
      [found('lini.test/p', 1, 'A'), found('lini.test/p', 2, 'B'), found('lini.test/p', 3, 'C')],
      (number) => number !== 'C',
    );
    expect(list.items.map(({ caseNumber }) => caseNumber)).toEqual(['A', 'B']);
    expect(list.refused).toMatchObject([{ row: 3, reason: 'case-unknown' }]);
  });

  it('ends where a queue ends, and says which lines are left over', () => {
    const many = Array.from({ length: MOST_ADDRESSES + 2 }, (_, index) => found(`lini.test/${index}`, index + 1));
    const list = listAddresses(many);
    expect(list.items).toHaveLength(MOST_ADDRESSES);
    expect(list.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [MOST_ADDRESSES + 1, 'too-many'],
      [MOST_ADDRESSES + 2, 'too-many'],
    ]);
  });
});

describe('columns of a sheet', () => {
  const rows = [
    { number: 1, cells: ['Daftar unggahan', '', ''] },
    { number: 3, cells: ['No', 'Tautan', 'Nomor  Kasus', 'Keterangan'] },
    { number: 4, cells: ['1', 'https://lini.test/a', 'REG-1', 'suka'] },
    { number: 5, cells: ['2', '', '', ''] },
    { number: 6, cells: ['3', '', 'REG-2'] },
  ];

  it('are told by their headings, and rows above are no rows of the list', () => {
    const { headingRow, columns } = proposeColumns(rows);
    expect({ headingRow, columns }).toEqual({ headingRow: 3, columns: { address: 1, caseNumber: 2, note: 3 } });
    expect(addressesInRows(rows, headingRow, columns)).toEqual([
      { row: 4, text: 'https://lini.test/a', caseNumber: 'REG-1', note: 'suka' },
      { row: 6, text: '', caseNumber: 'REG-2', note: '' },
    ]);
  });

  it('are told by what stands in them where there are no headings', () => {
    const bare = [
      { number: 1, cells: ['a', 'https://lini.test/a'] },
      { number: 2, cells: ['https://lini.test/x', 'www.lini.test/b'] },
    ];
    expect(proposeColumns(bare)).toEqual({
      headingRow: null,
      columns: { address: 1, caseNumber: null, note: null },
    });
    expect(addressesInRows(bare, null, { address: null, caseNumber: null, note: null })).toEqual([]);
  });
});

describe('a cell that leads somewhere', () => {
  const COLUMNS = { address: 0, caseNumber: null, note: null };
  const judged = (cell: string, ...targets: string[]): ReturnType<typeof listAddresses> =>
    listAddresses(addressesInRows([{ number: 1, cells: [cell], links: [{ column: 0, targets }] }], null, COLUMNS));

  it.each([
    ['Lihat unggahan', 'https://lini.test/a', 'https://lini.test/a'],
    ['', 'https://lini.test/a', 'https://lini.test/a'],
    ['lini.test', 'https://lini.test/a', 'https://lini.test/a'],
    ['Foto.1', 'http://lini.test/a', 'http://lini.test/a'],
    ['https://www.lini.test/a?utm_source=x', 'https://lini.test/a/', 'https://www.lini.test/a?utm_source=x'],
    ['lini.test/a', 'https://lini.test/a', 'https://lini.test/a'],
    ['https://lini.test/unggah…', 'https://lini.test/unggahan/1', 'https://lini.test/unggahan/1'],
    ['lini.test/unggah...', 'https://lini.test/unggahan/1', 'https://lini.test/unggahan/1'],
    ['Buka', 'www.lini.test/a', 'https://www.lini.test/a'],
  ])('%s → %s is %s', (cell, target, address) => {
    expect(judged(cell, target)).toMatchObject({ items: [{ row: 1, address }], refused: [] });
  });

  it.each([
    ['https://lini.test/a', 'https://lini.test/b', 'link-differs'],
    ['https://lini.test/lain…', 'https://lini.test/unggahan/1', 'link-differs'],
    ['https://lini.test/a', 'mailto:a@lini.test', 'link-differs'],
    ['Surel', 'mailto:a@lini.test', 'not-web'],
    ['Berkas', 'arsip.2026/daftar.xlsx', 'not-web'],
    ['Berkas', 'file:///C:/daftar.xlsx', 'not-web'],
    ['Klik', 'javascript:alert(1)//https://lini.test', 'not-web'],
    ['Klik', 'http://0.0.0.0/', 'never-reachable'],
    ['Klik', `https://lini.test/${'a'.repeat(4_100)}`, 'too-long'],
  ])('%s → %s is refused: %s', (cell, target, reason) => {
    expect(judged(cell, target)).toMatchObject({ items: [], refused: [{ row: 1, reason }] });
  });

  it('shows both where they differ, and takes neither of two targets', () => {
    expect(judged('https://lini.test/a', 'https://lini.test/b').refused[0]?.text).toBe(
      'https://lini.test/a → https://lini.test/b',
    );
    expect(judged('Lihat', 'https://lini.test/a', 'https://lini.test/b').refused[0]?.reason).toBe('link-differs');
    expect(judged('Lihat', 'https://lini.test/a', 'https://m.lini.test/a').items).toHaveLength(1);
  });

  it('makes its column the one of the addresses where there are no headings', () => {
    const links = [{ column: 1, targets: ['https://lini.test/a'] }];
    const rows = [{ number: 1, cells: ['Budi', 'Lihat'], links }];
    expect(proposeColumns(rows).columns.address).toBe(1);
    expect(proposeColumns([{ number: 1, cells: ['Budi', 'Lihat'] }]).columns.address).toBeNull();
  });
});
