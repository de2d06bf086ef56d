/** Takes out of a text what would tell who reported: names, numbers and addresses, however they are spaced. */

/** Stands in the text instead. */
export const REPORTER_WORD = '[pelapor]';
/** Shorter names and addresses are found in words that mean nothing. */
const SHORTEST = 3;
/** Fewer digits are a date or a house number. */
const FEWEST_DIGITS = 6;

export interface ReporterWords {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly aliases: readonly string[];
}

/** The same text with every such word replaced; capital and small letters are one. */
export function neutralText(text: string, reporter: ReporterWords): string {
  return patternsOf(reporter).reduce((left, pattern) => left.replaceAll(pattern, REPORTER_WORD), text);
}

/** Whether the text would tell who reported. */
export function namesReporter(text: string, reporter: ReporterWords): boolean {
  return neutralText(text, reporter) !== text;
}

function patternsOf({ name, identityNumber, phone, email, address, aliases }: ReporterWords): RegExp[] {
  const words = [email, address, name, ...aliases]
    .map((one) => one.trim())
    .filter((one) => one.length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
  return [
    ...numbersOf(phone).map(phonePattern),
    ...numbersOf(identityNumber).map(digitsPattern),
    ...words.map(wordPattern),
  ];
}

/** The source of a pattern that finds a number however it is spaced, and a telephone number with or without its country; null for other texts. */
export function numberPattern(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length < FEWEST_DIGITS + 3 || !/^\+?[\d\s.()-]+$/.test(text)) return null;
  return (/^(?:0|62)/.test(digits) ? phonePattern(digits) : digitsPattern(digits)).source;
}

/** Every number in a field that may hold several. */
function numbersOf(text: string): string[] {
  return text
    .split(/[,;/\n]|\s{2,}|\bdan\b|\batau\b/i)
    .map((part) => part.replaceAll(/\D/g, ''))
    .filter((digits) => digits.length >= FEWEST_DIGITS);
}

/** "0812…", "+62 812…" and "62812…" are one number. */
function phonePattern(digits: string): RegExp {
  const bare = digits.replace(/^(00?62|62|0)/, '');
  return new RegExp(String.raw`(?<!\d)(?:\+?\s*(?:00)?62|0)?${GAP}${spaced(bare)}(?!\d)`, 'gu');
}

function digitsPattern(digits: string): RegExp {
  return new RegExp(String.raw`(?<!\d)${spaced(digits)}(?!\d)`, 'gu');
}

/** What people put between the digits of a number, also what is not seen. */
const GAP = String.raw`[\s.()\u00AD\u200B-\u200F\u2010-\u2015\u2060\uFEFF-]*`;

function spaced(digits: string): string {
  return [...digits].join(GAP);
}

/** Whole words; whatever is not seen may stand between letters, and any space between words for any other. */
function wordPattern(word: string): RegExp {
  const unseen = String.raw`[\u00AD\u200B-\u200F\u2060\uFEFF]*`;
  const escaped = word
    .split(/\s+/)
    .map((part) => [...part].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`)).join(unseen))
    .join(String.raw`[\s_.\u00A0-]+`);
  const before = /^[\p{L}\p{N}]/u.test(word) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(word) ? String.raw`(?![\p{L}\p{N}])` : '';
  return new RegExp(`${before}${escaped}${after}`, 'giu');
}
