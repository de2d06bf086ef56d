/**
 * The words that a masked document must not hold, and their removal from everything that goes into it. Whoever gathers the data
 * leaves out what the kind does not show; this catches what stands inside free texts, too.
 */
import type { CaseMaterial } from '../reports/case-material.ts';

/** Printed instead. */
export const MASKED = '[disamarkan]';
/** Shorter names would be found in words that mean nothing. */
const SHORTEST_NAME = 4;
/** Shorter texts of an officer may be plain words ("Unggahan"), which say nothing of anybody. */
const SHORTEST_TEXT = 12;
/** Values that the layout reads and nobody sees. */
const NOT_TEXT = [
  'variant',
  'kind',
  'sifat',
  'type',
  'input',
  'sha256',
  'hash',
  'qrText',
  'paper',
  'result',
  'state',
  'to',
];

/** NIK of everybody, handles and addresses of accounts, what evidence is called and where it came from, and the reporter. */
export function wordsToMask(material: CaseMaterial | null, filledIn: readonly string[]): string[] {
  const words = new Set<string>();
  const add = (shortest: number, found: readonly (string | null | undefined)[]): void => {
    for (const word of found) if (word && word.trim().length >= shortest) words.add(word.trim());
  };
  add(SHORTEST_NAME, filledIn);
  if (material !== null) {
    const { page, items, accounts, acts } = material;
    add(SHORTEST_NAME, [page.case.accountText]);
    for (const { person, accountText, earlierBlocks } of page.respondents)
      add(SHORTEST_NAME, [accountText, person?.nik, ...earlierBlocks.map(({ nik }) => nik)]);
    const linked = accounts.accounts.map(({ proof }) => proof.account);
    for (const { handle, url } of [...linked, ...accounts.offered.map(({ account }) => account)])
      add(SHORTEST_NAME, [handle, handle.replace(/^@/, ''), url]);
    for (const { evidence, obtainedFrom, notes } of items) {
      add(SHORTEST_NAME, [evidence.address, obtainedFrom]);
      add(SHORTEST_TEXT, [evidence.title, evidence.note, ...notes.map(({ where }) => where)]);
    }
    for (const { address, note } of acts) add(SHORTEST_TEXT, [address, note]);
  }
  return [...words].sort((one, other) => other.length - one.length);
}

/** The same data with every such word replaced, wherever a text stands in it; capital and small letters are one. */
export function withoutWords(value: unknown, words: readonly string[]): unknown {
  if (words.length === 0) return value;
  const pattern = new RegExp(words.map(flexible).join('|'), 'giu');
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replaceAll(pattern, MASKED);
    if (Array.isArray(part)) return part.map(walk);
    if (part !== null && typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype)
      return Object.fromEntries(
        Object.entries(part).map(([key, inner]) => [
          key,
          typeof inner === 'string' && NOT_TEXT.includes(key) ? inner : walk(inner),
        ]),
      );
    return part;
  };
  return walk(value);
}

/** Whole words; any white space in one stands for any other, since texts are broken into lines. */
function flexible(word: string): string {
  const escaped = word
    .split(/\s+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const before = /^[\p{L}\p{N}]/u.test(word) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(word) ? String.raw`(?![\p{L}\p{N}])` : '';
  return `${before}${escaped}${after}`;
}
