/** Both languages say everything; what other parts name has words here. */
import { expect, test } from 'vitest';
import { WORDS } from '../../renderer/i18n/index.ts';
import { MISSING_CODES } from '../../shared/domain/cases/missing.ts';
import { CASE_STATUSES } from '../../shared/domain/cases/status.ts';
import { CUSTODY_ACTIONS } from '../../shared/domain/custody/action-words.ts';
import { ROSTER_FIELDS } from '../../shared/domain/roster/fields.ts';
import { ROW_CODES } from '../../shared/domain/roster/row-sentences.ts';
import { EMPLOYMENT_STATUSES } from '../../shared/domain/roster/status.ts';
import { VERDICT_REASONS } from '../../shared/domain/signature/verdict.ts';
import { ERROR_SENTENCES } from '../../shared/domain/text/error-sentences.ts';
import { ERROR_CODES } from '../../shared/errors/codes.ts';

/** Every leaf as "path" → sentence. */
function leaves(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  return new Map(
    Object.entries(Object(words)).flatMap(([key, value]) => [...leaves(value, path === '' ? key : `${path}.${key}`)]),
  );
}
const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
const id = leaves(WORDS.id);
const en = leaves(WORDS.en);

test('both languages have the same keys', () => {
  expect([...en.keys()].sort()).toEqual([...id.keys()].sort());
  expect(id.size).toBeGreaterThan(500);
});

test('no sentence is empty, and both languages name the same values', () => {
  for (const [key, sentence] of id) {
    expect(sentence.trim(), key).not.toBe('');
    expect(en.get(key)?.trim(), key).not.toBe('');
    expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(sentence));
  }
});

test('Indonesian avoids the second person and never speaks of guilt', () => {
  for (const [key, sentence] of id) {
    expect(sentence, key).not.toMatch(/\b(anda|kamu)\b/i);
    expect(sentence, key).not.toMatch(/\b(pelaku|tersangka|terbukti bersalah)\b/i);
  }
});

test.each([
  ['names.caseStatus', CASE_STATUSES],
  ['names.missing', MISSING_CODES],
  ['names.employment', EMPLOYMENT_STATUSES],
  ['names.field', ROSTER_FIELDS],
  ['roster.rowCode', ROW_CODES],
  ['verification.reason', VERDICT_REASONS],
  ['verification.todo', VERDICT_REASONS],
] as const)('%s has words for every value', (prefix, values) => {
  expect(values.filter((value) => !id.has(`${prefix}.${value}`))).toEqual([]);
});

test('every error and every custody action has a sentence in both languages', () => {
  for (const code of ERROR_CODES)
    for (const language of ['id', 'en'] as const) expect(ERROR_SENTENCES[language][code], code).toBeTruthy();
  for (const [action, words] of Object.entries(CUSTODY_ACTIONS))
    expect(
      [words.id, words.en].every((sentence) => sentence !== ''),
      action,
    ).toBe(true);
});
