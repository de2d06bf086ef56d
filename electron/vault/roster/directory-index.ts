/**
 * The directory in memory: everyone's searchable words in one text, a line each, by name. Finding the beginning of a word
 * in it costs about the same for one letter as for ten; an index in the database is slow exactly for the first letters
 * that a person types, when nearly everyone matches.
 */
import { remembering } from '#shared/domain/roster/text.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { numberOf, textOrNull } from '../rows.ts';

export type DirectorySort = 'name' | 'nip' | 'position' | 'unit' | 'grade' | 'status';
export const FILTERED = ['unit', 'agency', 'status', 'grade'] as const;
export type DirectoryFilter = { readonly [Field in (typeof FILTERED)[number]]?: string | undefined } & {
  readonly inRoster?: boolean | undefined;
};

interface DirectoryIndex {
  readonly generation: number;
  /** employees.employee_key of each line. */
  readonly keys: Uint32Array;
  /** " word word …\n" for each person, folded: " " and the beginning of a word find it. */
  readonly text: string;
  /** Where each line begins, and the end of the last. */
  readonly starts: Uint32Array;
  readonly fields: readonly (readonly (string | null)[])[];
  /** Lines of people who are no longer in the roster. */
  readonly gone: ReadonlySet<number>;
  /** Lines in the order of each sort that was asked for. */
  readonly orders: Map<DirectorySort, Uint32Array>;
}

const SORT_COLUMNS: Readonly<Record<DirectorySort, string>> = {
  name: 'search_name',
  nip: 'nip',
  position: 'position',
  unit: 'unit',
  grade: 'grade',
  status: 'status',
};
/** What is searched: a person's own words, and those that many people have. */
const OWN = ['search_name', 'nip', 'nik'] as const;
const COMMON = ['position', 'unit'] as const;

/** Lines that are joined at a time. */
const LINES_A_BLOCK = 500;

let generation = 0;
const indexes = new WeakMap<ReadableDatabase, DirectoryIndex>();

/** Told by whoever writes a person: the next search reads the directory anew. */
export function directoryChanged(): void {
  generation += 1;
}

/** Keys (employees.employee_key) of everyone who fits, in the order of the sort. */
export function searchDirectory(
  database: ReadableDatabase,
  wanted: { readonly query: string; readonly filter: DirectoryFilter; readonly sort: DirectorySort },
): number[] {
  const index = indexOf(database);
  const lines = filtered(index, matchingLines(index, searchTerms(wanted.query)), wanted.filter);
  if (wanted.sort === 'name') return lines.map((line) => index.keys[line] ?? 0);
  const found = new Uint8Array(index.keys.length);
  for (const line of lines) found[line] = 1;
  const sorted: number[] = [];
  for (const line of orderOf(index, wanted.sort, database)) if (found[line] === 1) sorted.push(index.keys[line] ?? 0);
  return sorted;
}

function matchingLines({ text, starts }: DirectoryIndex, terms: readonly string[]): number[] {
  const count = starts.length - 1;
  const [first, ...others] = terms.map((term) => ` ${term}`).sort((a, b) => b.length - a.length);
  if (first === undefined) return Array.from({ length: count }, (_, line) => line);
  const lines: number[] = [];
  let line = 0;
  for (let hit = text.indexOf(first); hit !== -1; hit = text.indexOf(first, starts[line])) {
    while ((starts[line + 1] ?? text.length) <= hit) line += 1;
    const words = others.length === 0 ? '' : text.slice(starts[line], starts[line + 1]);
    if (others.every((other) => words.includes(other))) lines.push(line);
    line += 1;
    if (line >= count) break;
  }
  return lines;
}

function filtered(index: DirectoryIndex, lines: number[], filter: DirectoryFilter): number[] {
  const conditions = FILTERED.flatMap((field, at) => {
    const value = filter[field];
    return value === undefined || value === '' ? [] : [{ at, value }];
  });
  const { inRoster } = filter;
  const there = inRoster === undefined ? lines : lines.filter((line) => index.gone.has(line) !== inRoster);
  if (conditions.length === 0) return there;
  return there.filter((line) => conditions.every(({ at, value }) => index.fields[line]?.[at] === value));
}

function indexOf(database: ReadableDatabase): DirectoryIndex {
  const known = indexes.get(database);
  if (known?.generation === generation) return known;
  const keys: number[] = [];
  const blocks: string[] = [];
  const lines: string[] = [];
  const starts = [0];
  const fields: (string | null)[][] = [];
  const gone = new Set<number>();
  let length = 0;
  const commonWords = remembering(wordsOf);
  // Equal values are held once: a hundred thousand copies of a few hundred units would be what takes time and room here.
  const same = remembering((text) => text);
  const columns = [...new Set([...OWN, ...COMMON, ...FILTERED])].join(', ');
  for (const row of database.iterate(
    `SELECT employee_key, gone_since, ${columns} FROM employees ORDER BY search_name, employee_key`,
  )) {
    let line = '';
    for (const column of OWN) line += wordsOf(textOrNull(row, column) ?? '');
    for (const column of COMMON) line += commonWords(textOrNull(row, column) ?? '');
    line += '\n';
    if (row['gone_since'] !== null) gone.add(keys.length);
    keys.push(numberOf(row, 'employee_key'));
    lines.push(line);
    if (lines.length === LINES_A_BLOCK) blocks.push(lines.splice(0).join(''));
    length += line.length;
    starts.push(length);
    fields.push(
      FILTERED.map((column) => {
        const value = textOrNull(row, column);
        return value === null ? null : same(value);
      }),
    );
  }
  const index: DirectoryIndex = {
    generation,
    keys: Uint32Array.from(keys),
    text: `${blocks.join('')}${lines.join('')}`,
    starts: Uint32Array.from(starts),
    fields,
    gone,
    orders: new Map(),
  };
  indexes.set(database, index);
  return index;
}

/** A space and a word, as often as there are words. */
function wordsOf(text: string): string {
  // Numbers as they are stored are words already.
  if (/^\d*$/.test(text)) return text === '' ? '' : ` ${text}`;
  const words = searchTerms(text, Number.POSITIVE_INFINITY);
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

function orderOf(index: DirectoryIndex, sort: DirectorySort, database: ReadableDatabase): Uint32Array {
  const known = index.orders.get(sort);
  if (known) return known;
  const lineOfKey = new Map(Array.from(index.keys, (key, line) => [key, line]));
  const rows = database.all(`SELECT employee_key FROM employees ORDER BY ${SORT_COLUMNS[sort]}, employee_key`);
  const order = Uint32Array.from(rows, (row) => lineOfKey.get(numberOf(row, 'employee_key')) ?? 0);
  index.orders.set(sort, order);
  return order;
}
