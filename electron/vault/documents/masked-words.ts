/**
 * The words that a masked document must not hold, and their removal from everything that goes into it. Whoever gathers the data
 * leaves out what the kind does not show; this catches what stands inside free texts, too.
 */
import type { CaseMaterial } from '../reports/case-material.ts';

/** Printed instead. */
export const MASKED = '[disamarkan]';
/** Shorter words would take pieces out of others. */
const SHORTEST = 4;

/** NIK of everybody, handles and addresses of accounts, addresses and titles of evidence, and what a person filled in about the reporter. */
export function wordsToMask(material: CaseMaterial | null, filledIn: readonly string[]): string[] {
  const words = new Set<string>();
  const add = (...found: (string | null | undefined)[]): void => {
    for (const word of found) if (word?.trim()) words.add(word.trim());
  };
  add(...filledIn);
  if (material !== null) {
    const { page, items, accounts, acts } = material;
    add(page.case.accountText, page.case.notes);
    for (const { person, accountText, earlierBlocks } of page.respondents)
      add(accountText, person?.nik, ...earlierBlocks.map(({ nik }) => nik));
    for (const { proof } of accounts.accounts) add(...namesOf(proof.account.handle), proof.account.url);
    for (const { account } of accounts.offered) add(...namesOf(account.handle), account.url);
    for (const { evidence, obtainedFrom, notes } of items)
      add(evidence.address, evidence.title, evidence.note, obtainedFrom, ...notes.map(({ where }) => where));
    for (const { address, note } of acts) add(address, note);
  }
  return [...words].filter((word) => word.length >= SHORTEST).sort((one, other) => other.length - one.length);
}

/** A handle is written with and without its sign. */
function namesOf(handle: string): string[] {
  return [handle, handle.replace(/^@/, '')];
}

/** The same data with every such word replaced, wherever a text stands in it; capital and small letters are one. */
export function withoutWords(value: unknown, words: readonly string[]): unknown {
  if (words.length === 0) return value;
  const pattern = new RegExp(words.map(flexible).join('|'), 'giu');
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replaceAll(pattern, MASKED);
    if (Array.isArray(part)) return part.map(walk);
    if (part !== null && typeof part === 'object' && Object.getPrototypeOf(part) === Object.prototype)
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    return part;
  };
  return walk(value);
}

/** Any white space in a word stands for any other: texts are broken into lines. */
function flexible(word: string): string {
  return word
    .split(/\s+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
}
