/** What is said of a roster file that cannot be taken names its reason. */
import { errorSentence } from '#shared/domain/text/error-sentences.ts';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../electron/workers/roster-import/limits.ts';

it.each(Object.keys(LIMITS))('the limit %s is named in both languages', (limit) => {
  expect(errorSentence('id', 'ROSTER_LIMIT_EXCEEDED', { limit })).toMatch(/batas yang aman \([\p{L} ]{8,}\)\./u);
  expect(errorSentence('en', 'ROSTER_LIMIT_EXCEEDED', { limit })).toMatch(/a safe limit \([\p{L} ]{8,}\)\./u);
});

it('a DTD is named, other damage only with its place', () => {
  const place = { sheet: 'Data', row: 3 };
  expect(errorSentence('id', 'ROSTER_FILE_DAMAGED', { problem: 'doctype', ...place })).toMatch(
    /^Berkas tabel rusak pada lembar Data, baris 3 \(berisi DTD, yang tidak diizinkan\)\. Tidak/,
  );
  expect(errorSentence('en', 'ROSTER_FILE_DAMAGED', { problem: 'doctype', sheet: null, row: null })).toMatch(
    /^The table is damaged \(it contains a DTD, which is not allowed\)\. Nothing/,
  );
  expect(errorSentence('id', 'ROSTER_FILE_DAMAGED', { problem: 'xml', ...place })).toMatch(
    /^Berkas tabel rusak pada lembar Data, baris 3\. Tidak/,
  );
});
