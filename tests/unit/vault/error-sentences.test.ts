import { describe, expect, it } from 'vitest';
import { ERROR_SENTENCES, errorSentence } from '#shared/domain/text/error-sentences.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';

describe('sentences of errors', () => {
  it.each(['id', 'en'] as const)('has one for every code and none too many: %s', (language) => {
    expect(Object.keys(ERROR_SENTENCES[language]).sort()).toEqual([...ERROR_CODES].sort());
    for (const code of ERROR_CODES) {
      const plain = errorSentence(language, code);
      expect(plain.length, code).toBeGreaterThan(20);
      expect(plain, code).not.toMatch(/[{}]|\(\)| \.(?!\w)|: \.|undefined/);
    }
  });

  it('never says guilt, and says other words in each language', () => {
    for (const code of ERROR_CODES) {
      expect(ERROR_SENTENCES.id[code]).not.toMatch(/\b(bersalah|pelaku|terbukti)\b/i);
      expect(ERROR_SENTENCES.id[code]).not.toBe(ERROR_SENTENCES.en[code]);
    }
  });

  it('names parameters, sizes and reasons', () => {
    expect(errorSentence('id', 'DISK_NEARLY_FULL', { free: 1_500_000, needed: 2_000_000_000 })).toContain(
      'tersedia 1,5 MB, diperlukan 2,0 GB',
    );
    expect(errorSentence('en', 'PASSPHRASE_TOO_WEAK', { problem: 'too-short' })).toContain('guess: too short.');
    expect(errorSentence('id', 'FILE_NOT_FOUND', { name: 'daftar.xlsx' })).toContain('ditemukan: daftar.xlsx.');
    expect(errorSentence('id', 'BACKUP_DAMAGED')).toContain('tidak lengkap. Tidak');
  });

  it('says where a roster is damaged as far as it is known, and which limit it exceeds', () => {
    const damaged = { problem: 'xml', sheet: 'Data', row: 7 };
    expect(errorSentence('en', 'ROSTER_FILE_DAMAGED', damaged)).toContain('damaged in sheet Data, row 7. Nothing');
    expect(errorSentence('id', 'ROSTER_FILE_DAMAGED', { ...damaged, row: 0 })).toContain('rusak pada lembar Data. T');
    expect(errorSentence('id', 'ROSTER_FILE_DAMAGED', { ...damaged, sheet: null, row: null })).toContain(
      'rusak. Tidak',
    );
    expect(errorSentence('id', 'ROSTER_LIMIT_EXCEEDED', { limit: 'columns' })).toContain('aman (jumlah kolom). T');
    expect(errorSentence('en', 'ROSTER_LIMIT_EXCEEDED', { limit: 'nothing known' })).toContain('safe limit. Nothing');
    expect(errorSentence('en', 'ROSTER_SHEET_UNKNOWN', { sheet: 'Data' })).toContain('file: Data. Nothing');
  });
});
