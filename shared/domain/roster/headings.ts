/** From heading to field, with a score and the reason, so that a person can check the proposal. */
import type { RosterField } from './fields.ts';
import { HEADING_SYNONYMS, SIASN_HEADINGS } from './synonyms.ts';
import {
  ACCOUNT_WORDS,
  ACCOUNT_WORDS_ALONE,
  FOREIGN_WORDS,
  NAMED_THINGS,
  NO_ACCOUNT,
  ORDINARY_WORDS,
  PERSONAL_WORDS,
  PLATFORM_FIELDS,
  REMARK_WORDS,
} from './heading-words.ts';
import { echoText, isOneEditAway, wordsOf } from './text.ts';

/** Why a column was mapped, or was not. */
export const COLUMN_REASONS = [
  /** Exactly a heading of SIASN's export. */
  'SIASN',
  /** A known spelling. */
  'SYNONYM',
  /** One letter away from a known spelling. */
  'SIMILAR',
  /** Contains the words of a known spelling. */
  'CONTAINS',
  /** What stands below it is a NIP, whatever its heading says. */
  'CONTENT',
  /** Chosen by the user or a remembered mapping. */
  'CHOSEN',
  /** A better column has this field already. */
  'FIELD_TAKEN',
  /** Personal data that the purpose does not need. */
  'PERSONAL_DATA',
  'NOT_NEEDED',
  'UNKNOWN_HEADING',
  'NO_HEADING',
] as const;
export type ColumnReason = (typeof COLUMN_REASONS)[number];

/** Characters of a heading that are kept: enough to know it by, too few to be a load. */
const HEADING_CHARACTERS = 200;

/** Letters from which on a slip is one and not another word. */
const SHORTEST_SLIP = 6;
/** Characters of a heading with groups above it; a longer text is a note. */
const LONGEST_HEADING = 150;

/** What a heading means by itself. `score` is 0 to 1. */
export interface HeadingMatch {
  readonly field: RosterField | null;
  readonly score: number;
  readonly reason: ColumnReason;
}

/** One column of a proposal. */
export interface ColumnProposal extends HeadingMatch {
  /** From 0. */
  readonly index: number;
  /** As written, one line. */
  readonly heading: string;
}

/** A column that has no heading and is not read. */
export function unmappedColumn(index: number): ColumnProposal {
  return { index, heading: '', field: null, score: 0, reason: 'NO_HEADING' };
}

/** The meaning of one heading. */
export function matchHeading(heading: string): HeadingMatch {
  const words = closed(wordsOf(heading));
  const known = MATCHES.get(words);
  if (known !== undefined) return known;
  // Cells of the first rows are asked several times, alone and joined; a hostile file must not fill the memory with them.
  if (MATCHES.size >= MOST_MATCHES) MATCHES.clear();
  const match = matchWords(words);
  MATCHES.set(words, match);
  return match;
}

const MATCHES = new Map<string, HeadingMatch>();
const MOST_MATCHES = 5000;

function matchWords(words: string): HeadingMatch {
  if (words.length > LONGEST_HEADING) return unknown();
  if (words === '') return { field: null, score: 0, reason: 'NO_HEADING' };
  // "ALASAN NIP" of our own correction workbook says why, and is no NIP.
  if (/^alasan\b/.test(words)) return { field: null, score: 0, reason: 'NOT_NEEDED' };
  const siasn = Object.hasOwn(SIASN_HEADINGS, words) ? SIASN_HEADINGS[words] : undefined;
  if (siasn) return { field: siasn, score: 1, reason: 'SIASN' };
  const synonym = SYNONYM_FIELDS.get(words);
  if (synonym) return { field: synonym, score: 0.95, reason: 'SYNONYM' };
  return (
    unneeded(words, exactly) ??
    similar(words) ??
    account(words) ??
    contained(words) ??
    unneeded(words, containing) ??
    unknown()
  );
}

/** Proposes a mapping for a header row: each field once, at its best column; the first wins a tie. */
export function proposeColumns(headings: readonly string[]): ColumnProposal[] {
  const alone = headings.map((heading, index) => ({
    index,
    heading: echoText(heading, HEADING_CHARACTERS),
    ...matchHeading(heading),
  }));
  const matches = besideHandles(alone);
  const best = new Map<RosterField, ColumnProposal>();
  for (const match of matches) {
    if (match.field === null) continue;
    const holder = best.get(match.field);
    if (!holder || match.score > holder.score) best.set(match.field, match);
  }
  return matches.map((match) =>
    match.field === null || best.get(match.field) === match
      ? match
      : { ...match, field: null, score: 0, reason: 'FIELD_TAKEN' },
  );
}

/** Beside a column of handles, one of addresses holds theirs, and one of remarks is about them. */
function besideHandles(columns: readonly ColumnProposal[]): readonly ColumnProposal[] {
  const handles = columns.filter(({ field }) => field === 'accountHandle');
  if (handles.length === 0) return columns;
  const links = new Set(handles.filter(({ heading }) => LINK_HEADING.test(wordsOf(heading))));
  const withLinks =
    links.size === handles.length ? columns : columns.map((one) => (links.has(one) ? ofLink(one) : one));
  return withLinks.map(accountRemark);
}

/** "Tautan", "Link Profil"; "Username / Link" may hold either. */
const LINK_HEADING = /^(link|tautan|url|alamat)( |$)/;

function ofLink(column: ColumnProposal): ColumnProposal {
  return { ...column, field: 'accountLink' };
}

function accountRemark(column: ColumnProposal): ColumnProposal {
  const isRemark = column.field === null && REMARK_WORDS.has(wordsOf(column.heading));
  return isRemark ? { ...column, field: 'accountNote', score: 0.6, reason: 'SYNONYM' } : column;
}

/** Printed lists space their headings out: "N A M A". */
function closed(words: string): string {
  return /^\p{L}( \p{L}){2,}$/u.test(words) ? words.replaceAll(' ', '') : words;
}

const SYNONYM_FIELDS: ReadonlyMap<string, RosterField> = new Map(
  entriesOf(HEADING_SYNONYMS).flatMap(([field, list]) => list.map((words): [string, RosterField] => [words, field])),
);

/** Spellings that are long enough for a slip, by their length. */
const LONG_SYNONYMS = byLength([...SYNONYM_FIELDS, ...Object.entries(SIASN_HEADINGS)]);

type Spelling = readonly [words: string, field: RosterField];

function byLength(entries: readonly Spelling[]): ReadonlyMap<number, readonly Spelling[]> {
  const lists = new Map<number, Spelling[]>();
  for (const entry of entries) {
    if (entry[0].length < SHORTEST_SLIP) continue;
    const list = lists.get(entry[0].length);
    if (list === undefined) lists.set(entry[0].length, [entry]);
    else list.push(entry);
  }
  return lists;
}

/** Fields whose heading may be part of a longer one, in the order of trust: "Nama Unit Kerja" is a unit and no name. */
const CONTAINED: readonly Spelling[] = [
  ['nip', 'nip'],
  ['unit kerja', 'unit'],
  ['perangkat daerah', 'agency'],
  ['opd', 'agency'],
  ['skpd', 'agency'],
  ['golongan', 'grade'],
  ['pangkat', 'grade'],
  ['jabatan', 'position'],
  ['kelamin', 'sex'],
  ['nama', 'name'],
];

function similar(words: string): HeadingMatch | null {
  if (words.length < SHORTEST_SLIP) return null;
  const near = [words.length, words.length - 1, words.length + 1].flatMap((length) => LONG_SYNONYMS.get(length) ?? []);
  const found = near.find(([known]) => isOneEditAway(known, words));
  return found ? { field: found[1], score: 0.75, reason: 'SIMILAR' } : null;
}

function contained(words: string): HeadingMatch | null {
  const list = words.split(' ');
  if (list.length > 6 || list.some((word) => FOREIGN_WORDS.has(word))) return null;
  // "Nama / NIP": one cell with both; it is taken apart where it is read.
  const both = list.includes('nama') && list.includes('nip');
  const found = both ? (['nama', 'name'] as const) : CONTAINED.find(([known]) => containing(words, known));
  if (found?.[1] === 'name' && !both && (list[0] !== 'nama' || list.some((word) => NAMED_THINGS.has(word))))
    return null;
  return found ? { field: found[1], score: 0.6, reason: 'CONTAINS' } : null;
}

/** "Akun Medsos (FB/IG)", "Link Instagram Pribadi": the column of a platform, or of accounts of any. */
function account(words: string): HeadingMatch | null {
  const list = words.split(' ');
  if (PERSONAL_WORDS.some((known) => containing(words, known)) || list.some((word) => NO_ACCOUNT.has(word)))
    return null;
  const fields = new Set(list.flatMap((word) => PLATFORM_FIELDS.get(word) ?? []));
  const says = ACCOUNT_WORDS.some((known) => containing(words, known));
  const [only] = fields;
  if (only !== undefined && fields.size === 1 && (says || only !== 'accountX')) {
    return { field: only, score: 0.7, reason: 'CONTAINS' };
  }
  const handles = says && (fields.size > 1 || ACCOUNT_WORDS_ALONE.some((known) => containing(words, known)));
  return handles ? { field: 'accountHandle', score: 0.6, reason: 'CONTAINS' } : null;
}

function unneeded(words: string, test: (words: string, known: string) => boolean): HeadingMatch | null {
  if (PERSONAL_WORDS.some((known) => test(words, known))) return { field: null, score: 0, reason: 'PERSONAL_DATA' };
  return ORDINARY_WORDS.some((known) => test(words, known)) ? { field: null, score: 0, reason: 'NOT_NEEDED' } : null;
}

function unknown(): HeadingMatch {
  return { field: null, score: 0, reason: 'UNKNOWN_HEADING' };
}

function exactly(words: string, known: string): boolean {
  return words === known;
}

function containing(words: string, known: string): boolean {
  const at = words.indexOf(known);
  // Most words are not there at all.
  return at >= 0 && ` ${words} `.includes(` ${known} `);
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  // Object.entries widens the keys of a closed record to string.
  return Object.entries(record) as [Key, Value][];
}
