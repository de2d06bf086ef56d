/** Looks through a plan: by kind, by what is doubtful, by what a person types, a page at a time. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PlanPlace, PlanRow } from '#shared/contract/roster-import.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../../kernel.ts';
import { numberOf, textOf, textOrNull } from '../../rows.ts';
import { searchDirectory } from '../directory-index.ts';
import { PERSON_KEYS } from '../employees.ts';
import { heldPlan } from './held-plan.ts';
import { type PlanEntry, TAKEN_KINDS } from './plan-types.ts';
import { remarksOf } from './remarks.ts';

export interface NumberedEntry {
  readonly id: number;
  readonly entry: PlanEntry;
}

/** ROSTER_PLAN_UNKNOWN */
export function planRows(input: InputOf<'roster.planRows'>, context: UseCaseContext): OutputOf<'roster.planRows'> {
  const { entries } = heldPlan(context, input.planId);
  const kinds = new Set(input.kinds);
  const matches = matcherOf(input.query, context.database);
  const isAsked = input.places === undefined ? () => true : placesOf(input.places, context.database);
  const found: NumberedEntry[] = [];
  entries.forEach((entry, id) => {
    if (entry === null || (kinds.size > 0 && !kinds.has(entry.kind))) return;
    if (input.doubtful && !isDoubtful(entry)) return;
    if (input.accounts && !bringsAccounts(entry)) return;
    if (isAsked(entry) && matches(entry)) found.push({ id, entry });
  });
  const shown = found.slice(input.offset, input.offset + input.limit);
  return { total: found.length, rows: describeEntries(shown, context.database) };
}

/** Tells the rows that stand at one of the places; of those who stand in no sheet, the people themselves. */
function placesOf(places: readonly PlanPlace[], database: ReadableDatabase): (entry: PlanEntry) => boolean {
  const placeOf = (sheet: string, row: number | null): string => `${row ?? 0} ${sheet}`;
  const inFile = new Set(places.flatMap(({ sheet, row }) => (sheet === null ? [] : [placeOf(sheet, row)])));
  const ids = places.flatMap(({ sheet, employeeId }) => (sheet === null && employeeId !== null ? [employeeId] : []));
  const rows = database.all('SELECT e.employee_key FROM json_each(?) j JOIN employees e ON e.id = j.value', [
    JSON.stringify(ids),
  ]);
  const people = new Set(rows.map((row) => numberOf(row, 'employee_key')));
  return ({ sheet, row, key }) => (sheet === null ? key !== null && people.has(key) : inFile.has(placeOf(sheet, row)));
}

/** Would be taken, and something about it deserves a look. */
export function isDoubtful(entry: PlanEntry): boolean {
  return TAKEN_KINDS.has(entry.kind) && entry.remarks !== null;
}

function bringsAccounts({ kind, accounts }: PlanEntry): boolean {
  return accounts.length > 0 && (TAKEN_KINDS.has(kind) || kind === 'proposed');
}

/** The entries as the contract shows them. */
export function describeEntries(shown: readonly NumberedEntry[], database: ReadableDatabase): PlanRow[] {
  const people = peopleOf(shown, database);
  return shown.map(({ id, entry }) => describe(id, entry, people.get(entry.key ?? -1)));
}

function describe(id: number, entry: PlanEntry, known: SqlRow | undefined): PlanRow {
  const { kind, sheet, row, person, accounts } = entry;
  const { findings, cells } = remarksOf(entry);
  const stated = person ?? (known && kind !== 'proposed' ? personOfRecord(known) : null);
  return {
    id,
    kind,
    sheet,
    row,
    employeeId: known && kind !== 'proposed' ? textOf(known, 'id') : null,
    name: stated?.name ?? cells?.name ?? '',
    identity: stated?.nip ?? stated?.nik ?? cells?.nip ?? cells?.nipOrNik ?? cells?.nik ?? '',
    unit: stated?.unit ?? cells?.unit ?? null,
    fields: fieldsOf(entry),
    findings: [...findings],
    proposal: known && kind === 'proposed' ? proposalOf(known, entry) : null,
    accounts: accounts.map(({ account: { platform, handle, url, note } }) => ({ platform, handle, url, note })),
  };
}

/** Of somebody new everything that is stated; of somebody on record what differs. */
function fieldsOf({ kind, person, changed, before }: PlanEntry): PlanRow['fields'] {
  const shown = kind === 'added' ? PERSON_KEYS.filter((key) => (person?.[key] ?? null) !== null) : changed;
  return shown.flatMap((key, index) =>
    key === 'searchName' ? [] : [{ field: key, before: before[index] ?? null, after: person?.[key] ?? null }],
  );
}

function personOfRecord(known: SqlRow): Record<'nip' | 'nik' | 'unit', string | null> & { readonly name: string } {
  const text = (column: string): string | null => textOrNull(known, column);
  return { name: textOf(known, 'name'), nip: text('nip'), nik: text('nik'), unit: text('unit') };
}

function proposalOf(known: SqlRow, { evidence }: PlanEntry): PlanRow['proposal'] {
  const { name, nip, unit } = personOfRecord(known);
  return { employeeId: textOf(known, 'id'), name, nip, unit, evidence: [...evidence] };
}

function peopleOf(shown: readonly NumberedEntry[], database: ReadableDatabase): Map<number, SqlRow> {
  const keys = shown.flatMap(({ entry }) => (entry.key === null ? [] : [entry.key]));
  const rows = database.all(
    'SELECT e.employee_key, e.id, e.name, e.nip, e.nik, e.unit FROM json_each(?) k JOIN employees e ON e.employee_key = k.value',
    [JSON.stringify(keys)],
  );
  return new Map(rows.map((row) => [numberOf(row, 'employee_key'), row]));
}

/** Folds as the directory's own search does, over what the row says and whom it is about. */
function matcherOf(query: string, database: ReadableDatabase): (entry: PlanEntry) => boolean {
  const terms = searchTerms(query).map((term) => ` ${term}`);
  if (terms.length === 0) return () => true;
  const people = new Set(searchDirectory(database, { query, filter: {}, sort: 'name' }));
  return (entry) => {
    if (entry.key !== null && people.has(entry.key)) return true;
    const words = ` ${searchTerms(textOfEntry(entry), Number.POSITIVE_INFINITY).join(' ')}`;
    return terms.every((term) => words.includes(term));
  };
}

function textOfEntry(entry: PlanEntry): string {
  const { person } = entry;
  // The slash keeps the numbers of two columns apart.
  if (person === null) return Object.values(remarksOf(entry).cells ?? {}).join(' / ');
  const { name, searchName, nip, nik, position, unit } = person;
  return [name, searchName, nip ?? '', nik ?? '', position ?? '', unit ?? ''].join(' / ');
}
