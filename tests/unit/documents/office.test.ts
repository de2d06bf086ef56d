/** Rules of the office's documents that need no vault: masked words, tokens of numbers, questions, signature lines. */
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../electron/vault/documents/gather/letters.ts';
import { MASKED, withoutWords } from '../../../electron/vault/documents/masked-words.ts';
import { positionLines, signatoryFields } from '../../../electron/vault/documents/people.ts';
import { boundsOf, localDayOf } from '../../../electron/vault/documents/days.ts';
import type { OfficeSignatory } from '../../../shared/contract/documents.ts';
import { unknownTokens } from '../../../shared/domain/text/number-template.ts';

describe('masked words', () => {
  it('go wherever they stand, in any case and over a line’s end, and only as whole words', () => {
    const data = { a: ['Menurut BUDI\nPelapor, akun @budi.x'], b: { c: 'Budiman', d: 7, e: null } };
    expect(withoutWords(data, ['Budi Pelapor', '@budi.x', 'budi'])).toEqual({
      a: [`Menurut ${MASKED}, akun ${MASKED}`],
      b: { c: 'Budiman', d: 7, e: null },
    });
  });

  it('leave values alone that the layout reads, and take signs as they are', () => {
    expect(withoutWords({ sifat: 'Rahasia', hal: 'Rahasia (a+b)' }, ['rahasia', '(a+b)'])).toEqual({
      sifat: 'Rahasia',
      hal: `${MASKED} ${MASKED}`,
    });
  });
});

describe('tokens of a number', () => {
  it.each([
    ['{sifat}-{kode_klasifikasi}/{urut}/{kode_opd}/{bulan_romawi}/{bulan}/{tahun}', []],
    ['{nomor}/{tahun}', ['{nomor}']],
    ['{urut/{tahun}', ['{']],
    ['', []],
  ])('%s has the unknown ones %o', (template, unknown) => {
    expect(unknownTokens(template)).toEqual(unknown);
  });
});

it('questions are paragraphs; without lines below, the answer is written in by hand', () => {
  expect(questionsOf('Siapa?\nSaya,\nbenar.\n\n\nKapan?\n')).toEqual([
    { question: 'Siapa?', answer: 'Saya, benar.', lines: 4 },
    { question: 'Kapan?', answer: null, lines: 4 },
  ]);
  expect(questionsOf('  \n ')).toEqual([]);
});

it('whoever acts for somebody says so in the way of letters', () => {
  const base: OfficeSignatory = {
    id: '00000000-0000-4000-8000-000000000001',
    capacity: 'kepala',
    acting: '',
    onBehalfOf: 'Wali Kota',
    position: 'Sekretaris',
    name: 'X',
    rank: '',
    nip: '',
  };
  expect(positionLines(base)).toEqual(['Sekretaris']);
  expect(positionLines({ ...base, acting: 'a.n.' })).toEqual(['a.n. Wali Kota', 'Sekretaris']);
  expect(positionLines({ ...base, acting: 'Plt.' })).toEqual(['Plt. Sekretaris']);
  const examiner: OfficeSignatory = { ...base, capacity: 'pemeriksa' };
  expect(signatoryFields([base, examiner, base])).toEqual(['Kepala', 'Pemeriksa', 'Kepala2']);
});

it('a day of the office begins at its own midnight', () => {
  expect(boundsOf('2026-11-23', '2026-11-23', 'WIB')).toEqual({
    from: '2026-11-22T17:00:00.000Z',
    until: '2026-11-23T17:00:00.000Z',
  });
  expect(localDayOf(new Date('2026-11-22T17:00:00Z'), 'WIB')).toBe('2026-11-23');
});
