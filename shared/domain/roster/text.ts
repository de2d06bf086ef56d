/** Small rules about text that every other roster rule stands on. */

/** Spaces of every kind, and characters that cannot be seen: exports and copied web text are full of them. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
// Control characters come out of Word tables and old programs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

const TIDY_ASCII = /^[!-~]+(?: [!-~]+)*$/;

/** One line, single spaces, no invisible characters, composed accents. */
export function tidyText(text: string): string {
  // Most cells are tidy already; a roster has a million of them.
  if (TIDY_ASCII.test(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

const BLANK_MARKS: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '0',
  '#n/a',
  'n/a',
  'na',
  'null',
  'nihil',
  'kosong',
  'tidak ada',
  'belum ada',
  '(kosong)',
  '?',
]);

const LONGEST_MARK = Math.max(...Array.from(BLANK_MARKS, (mark) => mark.length));

/** True for what people write into a cell to say that there is nothing to say. */
export function isBlankMark(text: string): boolean {
  if (text.length > LONGEST_MARK && TIDY_ASCII.test(text)) return false;
  return BLANK_MARKS.has(tidyText(text).toLowerCase());
}

/** A value as it may be shown in a message: one line, bounded. */
export function echoText(text: string, maximum: number): string {
  const line = tidyText(text);
  return line.length <= maximum ? line : `${line.slice(0, maximum - 1)}…`;
}

/** Lower-case words with every mark turned into a space: the form in which headings and words are compared. */
export function wordsOf(text: string): string {
  const tidy = tidyText(text);
  if (TIDY_ASCII.test(tidy))
    return tidy
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return tidy
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
