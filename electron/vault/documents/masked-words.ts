/**
 * The words that a masked document must not hold, and their removal from everything that goes into it. Whoever gathers the data
 * leaves out what the kind does not show; this catches what stands inside free texts, too.
 */
import { numberPattern } from '#shared/domain/public-reports/neutral-text.ts';
import { parseAccounts } from '#shared/domain/roster/account-text.ts';
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
    const addAccount = (text: string | null | undefined): void => add(SHORTEST_NAME, [text, ...wordsOfAccount(text)]);
    addAccount(page.case.accountText);
    for (const { person, accountText, earlierBlocks } of page.respondents) {
      addAccount(accountText);
      add(SHORTEST_NAME, [person?.nik, ...earlierBlocks.map(({ nik }) => nik)]);
    }
    const linked = accounts.accounts.map(({ proof }) => proof.account);
    for (const { handle, url } of [...linked, ...accounts.offered.map(({ account }) => account)]) {
      add(SHORTEST_NAME, [handle, handle.replace(/^@/, '')]);
      addAccount(url);
    }
    for (const { evidence, obtainedFrom, notes } of items) {
      addAccount(evidence.address);
      // "Rina Contoh (tetangga)" is called by the name alone as well.
      const from = [obtainedFrom, obtainedFrom.replace(/\s*\(.*$/s, '')].map((text) => text.trim());
      add(
        SHORTEST_NAME,
        from.filter((text) => !NO_NAMES.test(text)),
      );
      add(SHORTEST_TEXT, [evidence.title, evidence.note, ...notes.map(({ where }) => where)]);
    }
    for (const { address, note } of acts) {
      add(SHORTEST_TEXT, [address, note]);
      add(SHORTEST_NAME, wordsOfAccount(address));
    }
  }
  return [...words].sort((one, other) => other.length - one.length);
}

/**
 * What an account or an address is called besides: the address without its scheme or its query, the page that it lies on, and the
 * handle in it, which people write with "@" or without.
 */
export function wordsOfAccount(text: string | null | undefined): string[] {
  if (!text) return [];
  return text.split(/[\s,;|]+/).flatMap((piece) => {
    const [, host, path = ''] =
      /^(?:https?:\/\/)?(?:www\.|m\.)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?)\/([^?#]*)/i.exec(piece) ?? [];
    if (host === undefined) return /^@./.test(piece) ? [piece.slice(1)] : [];
    const named = parseAccounts(piece, null).accounts.map((account) => account.handle);
    const parts = path.split('/').filter((part) => part !== '');
    const [first = ''] = parts;
    // Of a site that is not known, only what cannot be a plain word is taken for a name.
    const handle = /^@|[._\d]/.test(first) ? first.replace(/^@/, '') : '';
    return [...named, handle, first === '' ? '' : `${host}/${first}`, [host, ...parts].join('/')].filter(
      (word) => word !== '',
    );
  });
}

/** What an officer asks to leave out besides: a line each, taken as it is. */
export function wordsAskedFor(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 1);
}

/**
 * What a reporter is called whom an officer typed in: the fields, each number and address in them, and each part of the name, save
 * those that `official` holds (the letterhead, the respondents): they would be missing there.
 */
export function wordsOfTypedReporter(fields: Readonly<Record<string, string>>, official: string): string[] {
  const { reporterName: name = '', reporterAddress: address = '', reporterContact: contact = '' } = fields;
  const held = new Set(partsOf(official).map((part) => part.toLowerCase()));
  const parts = partsOf(name).filter((part) => part.length >= SHORTEST_NAME && !NO_NAMES.test(part));
  return [
    name,
    address,
    contact,
    ...contact.split(/[,;/\n]|\s{2,}|\bdan\b|\batau\b/i),
    ...parts.filter((part) => !held.has(part.toLowerCase())),
  ]
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** How people are addressed, and what they are. */
const NO_NAMES = /^(?:bapak|saudara|saudari|pelapor|warga|pegawai|dokter|nama)$/i;

function partsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’]+/u).filter((part) => part !== '');
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

/** Whole words; any white space in one stands for any other, since texts are broken into lines. A number may be spaced as one likes. */
function flexible(word: string): string {
  const number = numberPattern(word);
  if (number !== null) return number;
  const escaped = word
    .split(/\s+/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const before = /^[\p{L}\p{N}]/u.test(word) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(word) ? String.raw`(?![\p{L}\p{N}])` : '';
  return `${before}${escaped}${after}`;
}
