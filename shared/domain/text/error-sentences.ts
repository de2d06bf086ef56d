/** The sentence of every error, in both languages: the app's pages and the command line say the same words. */
import type { ErrorParams } from '../../errors/app-error.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import { ERROR_SENTENCES_EN } from './error-sentences.en.ts';
import { ERROR_SENTENCES_ID } from './error-sentences.id.ts';

export type Language = 'id' | 'en';

/** {name} stands for a parameter, {name:bytes} for a size. */
export const ERROR_SENTENCES: Readonly<Record<Language, Readonly<Record<ErrorCode, string>>>> = {
  id: ERROR_SENTENCES_ID,
  en: ERROR_SENTENCES_EN,
};

/** Values of parameters that are words of the program, said in words of the language. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'too-short': 'terlalu pendek',
    repeated: 'huruf atau kata yang diulang',
    sequence: 'urutan huruf atau angka',
    common: 'kata yang lazim dipakai',
    personal: 'memuat nama Anda atau nama brankas',
  },
  en: {
    'too-short': 'too short',
    repeated: 'repeated letters or words',
    sequence: 'a sequence of letters or digits',
    common: 'a word that is commonly used',
    personal: 'contains your name or the vault’s',
  },
};

/** The sentence with its parameters; one that was not given leaves no trace of its brackets. */
export function errorSentence(language: Language, code: ErrorCode, params: ErrorParams = {}): string {
  return ERROR_SENTENCES[language][code]
    .replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_whole, name: string, kind?: string) => say(language, params[name], kind))
    .replaceAll(/ \(\)|: (?=\.)/g, '')
    .replaceAll(/ {2,}/g, ' ');
}

function say(language: Language, value: ErrorParams[string] | undefined, kind: string | undefined): string {
  if (value === undefined || value === null) return kind === 'bytes' ? '?' : '';
  if (kind === 'bytes' && typeof value === 'number') return sizeText(language, value);
  return WORDS[language][String(value)] ?? String(value);
}

/** A size as people say it, decimal units, decimal comma in Indonesian. */
function sizeText(language: Language, bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const text = unit === 0 ? String(value) : value.toFixed(1);
  return `${language === 'id' ? text.replace('.', ',') : text} ${units[unit] ?? ''}`;
}
