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
  if (text === '' || TIDY_ASCII.test(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

const BLANK_WORDS: ReadonlySet<string> = new Set([
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
  '(blank)',
]);

/** The longest of them, with room for a few spaces. */
const LONGEST_WORD = Math.max(...Array.from(BLANK_WORDS, (word) => word.length)) + 3;

/** True for what people write into a cell to say that there is nothing to say: some words, or only marks ("-", "…"). */
export function isBlankMark(text: string): boolean {
  if (text === '') return true;
  // Most cells hold words; a roster has a million of them.
  if (isAsciiWord(text.charCodeAt(0)) && isAsciiWord(text.charCodeAt(text.length - 1)))
    return text.length <= LONGEST_WORD && (BLANK_WORDS.has(text.toLowerCase()) || isBlankWords(text));
  const tidy = tidyText(text);
  return BLANK_WORDS.has(tidy.toLowerCase()) || !/[\p{L}\p{N}]/u.test(tidy);
}

/** "tidak  ada", with spaces of other kinds than one. */
function isBlankWords(text: string): boolean {
  return /\s/.test(text) && BLANK_WORDS.has(tidyText(text).toLowerCase());
}

/** 0 to 9, A to Z, a to z. */
function isAsciiWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/**
 * A function that remembers its last answers, for columns with few different values. Long texts are always asked anew,
 * and a remembered text is copied: a cut-out one would keep alive what it was cut from.
 */
export function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > 60) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = answer(text);
    if (known.size >= 500) known.clear();
    known.set(` ${text}`.slice(1), value);
    return value;
  };
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

/** True for one letter changed, left out, added, or two neighbours swapped; false for the same text. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
