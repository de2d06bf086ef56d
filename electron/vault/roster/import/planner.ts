/** Sorts the rows of a roster into what they would do to the people on record. Decided before anything is written. */
import type { RowProblem } from '#shared/contract/roster-import.ts';
import type { PlanRejection } from '#shared/domain/roster/row-codes.ts';
import type { PlanRowKind, RosterScope } from '#shared/domain/roster/plan-kinds.ts';
import { searchName } from '#shared/domain/roster/name.ts';
import type { Person } from '../employees.ts';
import { AccountMatcher } from './account-matcher.ts';
import { compareEarlier, compareNow, isEarlier, isMove } from './compare.ts';
import { folded } from './keys.ts';
import { NO_ACCOUNTS, NO_EVIDENCE } from './plan-types.ts';
import type {
  AccountRow,
  Comparison,
  IncomingRow,
  KnownDirectory,
  KnownPerson,
  PlanEntry,
  RefusedRow,
} from './plan-types.ts';
import { packRemarks } from './remarks.ts';

export interface PlannerOptions {
  /** The day that the roster describes, YYYY-MM-DD, and its beginning as an instant. */
  readonly day: string;
  readonly from: string;
  readonly scope: RosterScope;
  /** In the order in which they are shown. */
  readonly sheets: readonly string[];
  /** Those of them whose lines are accounts. */
  readonly accountSheets: ReadonlySet<string>;
}

const NOTHING: Comparison = { changed: [], before: [] };
const DUPLICATES: ReadonlySet<string> = new Set(['DUPLICATE_NIP_IN_FILE', 'DUPLICATE_NIK_IN_FILE']);

/**
 * Matches by NIP, then by NIK, then (only for rows without either) by name and unit where exactly one person without
 * a number fits; where that one person has a number, the row is offered to them. Rows are given one by one as they are read; `finish` once all were.
 */
export class ImportPlanner {
  readonly #directory: KnownDirectory;
  readonly #options: PlannerOptions;
  readonly #entries: PlanEntry[] = [];
  readonly #refused: RefusedRow[] = [];
  readonly #accounts: AccountRow[] = [];
  /** Rows without a number that name one person who has one: judged once all rows with numbers are known. */
  readonly #namesakes: { readonly row: IncomingRow; readonly known: KnownPerson }[] = [];
  /** People whom a row states. */
  readonly #taken = new Set<number>();
  /** People who stand in the file, if only in a row that is not taken: they are not gone. */
  readonly #mentioned = new Set<number>();
  readonly #newNames = new Set<string>();
  readonly #refusedNames = new Set<string>();
  readonly #units = new Set<string>();
  readonly #statuses = new Set<string>();

  constructor(directory: KnownDirectory, options: PlannerOptions) {
    this.#directory = directory;
    this.#options = options;
  }

  addRow(row: IncomingRow): void {
    const entry = this.#entryOf(row);
    if (entry !== null) this.#entries.push(withAccounts(entry, row));
    if (entry?.kind === 'conflict') return;
    if (row.person.unit !== null) this.#units.add(folded(row.person.unit));
    if (row.person.status !== null) this.#statuses.add(row.person.status);
  }

  addRefused(row: RefusedRow): void {
    this.#refused.push(row);
  }

  addAccount(row: AccountRow): void {
    this.#accounts.push(row);
  }

  /** All rows in the order of the file, those who are gone at the end. */
  finish(): PlanEntry[] {
    const people = this.#entries.length + this.#namesakes.length;
    for (const row of this.#refused) this.#entries.push(this.#refusedEntry(row));
    for (const { row, known } of this.#namesakes) this.#entries.push(withAccounts(this.#namesake(row, known), row));
    const matcher = new AccountMatcher(this.#directory, this.#entries);
    for (const row of this.#accounts) {
      const entry = matcher.place(row);
      if (entry) this.#entries.push(entry);
    }
    this.#entries.sort(inFileOrder(this.#options.sheets));
    const entries = matcher.settle(this.#entries);
    if (people > 0 && this.#options.scope !== 'none') entries.push(...this.#gone(matcher.mentioned));
    return entries;
  }

  /** Null for a row that has to wait for the others. */
  #entryOf(row: IncomingRow): PlanEntry | null {
    const found = this.#find(row.person);
    if (found === null) {
      const known = this.#namedWithNumber(row.person);
      if (known === null) return this.#newcomer(row);
      this.#namesakes.push({ row, known });
      return null;
    }
    if (found.conflict !== null) {
      for (const known of found.people) this.#mentioned.add(known.key);
      return conflict(row, found.conflict, found.people[0]?.key ?? null);
    }
    const [known] = found.people;
    if (this.#taken.has(known.key)) return conflict(row, 'PERSON_REPEATED', known.key);
    this.#taken.add(known.key);
    return this.#compared(row, known);
  }

  #namedWithNumber({ nip, nik, searchName: name, unit }: Person): KnownPerson | null {
    if (nip !== null || nik !== null || unit === null) return null;
    const known = this.#directory.named(name, unit);
    return known === 'several' ? null : known;
  }

  /** Never taken for the same person, nor for another one, without consent. */
  #namesake(row: IncomingRow, known: KnownPerson): PlanEntry {
    const { key } = known;
    if (this.#taken.has(key)) return conflict(row, 'PERSON_REPEATED', key);
    this.#taken.add(key);
    const remarked = { ...row, findings: [planFinding(row, 'SAME_NAME_AND_UNIT'), ...row.findings] };
    const comparison = this.#comparison(known, row.person);
    const entry = entryOf('proposed', remarked, { key, person: row.person, comparison });
    return { ...entry, evidence: ['NAME', 'UNIT'] };
  }

  #comparison(known: KnownPerson, person: Person): Comparison {
    if (!isEarlier(known, this.#options.day)) return compareNow(known.person, person);
    return compareEarlier(known.person, this.#directory.stateOnDay(known), person);
  }

  #newcomer(row: IncomingRow): PlanEntry {
    const { person } = row;
    if (person.nip === null && person.nik === null) {
      const name = `${person.searchName}\u0000${folded(person.unit ?? '')}`;
      if (this.#newNames.has(name)) return conflict(row, 'PERSON_REPEATED', null);
      this.#newNames.add(name);
    }
    return entryOf('added', row, { key: null, person, comparison: NOTHING });
  }

  #compared(row: IncomingRow, known: KnownPerson): PlanEntry {
    const { key } = known;
    if (isEarlier(known, this.#options.day)) {
      const state = this.#directory.stateOnDay(known);
      const comparison = compareEarlier(known.person, state, row.person);
      const same = state !== null && comparison.changed.length === 0;
      if (same) return entryOf('unchanged', row, { key, person: null, comparison });
      return entryOf(isMove(comparison) ? 'moved' : 'changed', row, { key, person: row.person, comparison });
    }
    const comparison = compareNow(known.person, row.person);
    const returned = known.goneSince !== null && known.goneSince <= this.#options.from;
    if (returned) return entryOf('returned', row, { key, person: row.person, comparison });
    if (comparison.changed.length === 0) return entryOf('unchanged', row, { key, person: null, comparison });
    return entryOf(isMove(comparison) ? 'moved' : 'changed', row, { key, person: row.person, comparison });
  }

  #find(person: Person): Found | null {
    const byNip = person.nip === null ? null : this.#directory.byNip(person.nip);
    const byNik =
      person.nik === null ? null : byNip?.person.nik === person.nik ? byNip : this.#directory.byNik(person.nik);
    if (byNip && byNik && byNip.key !== byNik.key) return { conflict: 'IDENTITY_CONFLICT', people: [byNip, byNik] };
    // A NIK that belongs to someone with another NIP is two people or a slip: never merged silently.
    if (!byNip && byNik && person.nip !== null && byNik.person.nip !== null)
      return { conflict: 'NIK_OF_ANOTHER', people: [byNik] };
    const known = byNip ?? byNik;
    if (known) return { conflict: null, people: [known] };
    if (person.nip !== null || person.nik !== null) return null;
    const alone = this.#directory.withoutNumber(person.searchName, person.unit);
    return alone ? { conflict: null, people: [alone] } : null;
  }

  #refusedEntry(row: RefusedRow): PlanEntry {
    const finding = problemOf(row);
    const proposed = row.survived === undefined ? null : this.#offered(row, row.survived, finding);
    if (proposed) return proposed;
    const name = row.survived?.row.searchName ?? searchName(row.cells.name ?? '');
    if (name !== '') this.#refusedNames.add(name);
    const kind = DUPLICATES.has(row.code) ? 'conflict' : 'refused';
    return { ...EMPTY, kind, sheet: row.sheet, row: row.row, remarks: packRemarks([finding], row.cells) };
  }

  #offered(row: RefusedRow, survived: NonNullable<RefusedRow['survived']>, finding: RowProblem): PlanEntry | null {
    if (this.#options.accountSheets.has(row.sheet)) return this.#proposedAccounts(row, survived, finding);
    return this.#proposed(row, survived, finding);
  }

  /** Accounts may be of somebody whom another row states; nothing of the person itself is changed by them. */
  #proposedAccounts(
    row: RefusedRow,
    survived: NonNullable<RefusedRow['survived']>,
    finding: RowProblem,
  ): PlanEntry | null {
    const proposal = this.#directory.propose(survived);
    if (!proposal) return null;
    this.#mentioned.add(proposal.key);
    const { sheet, row: number } = row;
    const accounts = survived.row.accounts.map((account) => ({ account, sheet, row: number }));
    const remarks = packRemarks([finding, ...findingsOf(row, survived)], row.cells);
    return { ...EMPTY, kind: 'proposed', sheet, row: number, remarks, ...proposal, accounts };
  }

  #proposed(row: RefusedRow, survived: NonNullable<RefusedRow['survived']>, finding: RowProblem): PlanEntry | null {
    const proposal = this.#directory.propose(survived);
    if (!proposal || this.#taken.has(proposal.key)) return null;
    this.#taken.add(proposal.key);
    const known = this.#directory.byKey(proposal.key);
    // Its NIK was compared with nobody's.
    const person = { ...personOfRow(survived.row), nip: null, nik: null };
    const comparison = this.#comparison(known, person);
    const accounts = survived.row.accounts.map((account) => ({ account, sheet: row.sheet, row: row.row }));
    const place = { sheet: row.sheet, row: row.row, key: proposal.key };
    const remarks = packRemarks([finding, ...findingsOf(row, survived)], row.cells);
    return { kind: 'proposed', ...place, person, remarks, ...comparison, ...proposal, accounts };
  }

  /** In the roster now, within the scope, and not in the file. A roster of an earlier day than theirs does not tell. */
  *#gone(alsoMentioned: ReadonlySet<number>): Generator<PlanEntry> {
    for (const known of this.#directory.present()) {
      const there = this.#taken.has(known.key) || this.#mentioned.has(known.key) || alsoMentioned.has(known.key);
      if (there || known.statedOn > this.#options.day || this.#refusedNames.has(known.searchName)) continue;
      if (this.#options.scope === 'units' && !this.#covers(known)) continue;
      yield { ...EMPTY, kind: 'gone', key: known.key };
    }
  }

  /** A file of contract staff alone says nothing about the civil servants of the same units. */
  #covers({ unit, status }: { readonly unit: string | null; readonly status: string | null }): boolean {
    if (unit === null || !this.#units.has(folded(unit))) return false;
    return status === null || this.#statuses.size === 0 || this.#statuses.has(status);
  }
}

type Found =
  | { readonly conflict: null; readonly people: readonly [KnownPerson] }
  | { readonly conflict: PlanRejection; readonly people: readonly KnownPerson[] };

const EMPTY: Omit<PlanEntry, 'kind'> = {
  sheet: null,
  row: null,
  key: null,
  person: null,
  remarks: null,
  evidence: NO_EVIDENCE,
  accounts: NO_ACCOUNTS,
  ...NOTHING,
};

function entryOf(
  kind: PlanRowKind,
  row: IncomingRow,
  { key, person, comparison }: Pick<PlanEntry, 'key' | 'person'> & { readonly comparison: Comparison },
): PlanEntry {
  const remarks = packRemarks(row.findings, row.cells);
  return { ...EMPTY, kind, sheet: row.sheet, row: row.row, key, person, remarks, ...comparison };
}

/** What is doubtful about the rest of a row with a damaged NIP. */
function findingsOf(row: RefusedRow, survived: NonNullable<RefusedRow['survived']>): RowProblem[] {
  return survived.row.findings.map((one) => problemOf({ ...row, ...one }));
}

function conflict(row: IncomingRow, code: PlanRejection, key: number | null): PlanEntry {
  const comparison = NOTHING;
  const remarked = { ...row, findings: [planFinding(row, code), ...row.findings] };
  return entryOf('conflict', remarked, { key, person: row.person, comparison });
}

function planFinding({ sheet, row, person }: IncomingRow, code: PlanRejection): RowProblem {
  const { nip, nik, name } = person;
  return { sheet, row, column: null, code, params: { name }, value: nip ?? nik ?? name };
}

function withAccounts(entry: PlanEntry, { accounts, sheet, row }: IncomingRow): PlanEntry {
  if (accounts.length > 0) entry.accounts = accounts.map((account) => ({ account, sheet, row }));
  return entry;
}

/** A finding of the reader as the plan lists it. */
export function problemOf(row: Omit<RowProblem, never>): RowProblem {
  const { sheet, column, code, params, value } = row;
  return { sheet, row: row.row, column, code, params, value };
}

/** The person of a row that was read. */
export function personOfRow(row: Person): Person {
  const { nip, nik, nipLama, name, searchName: search, sex, birthDate, status, grade, rank } = row;
  const { position, positionType, unit, agency, workEmail, workPhone } = row;
  const identity = { nip, nik, nipLama, name, searchName: search, sex, birthDate };
  return { ...identity, status, grade, rank, position, positionType, unit, agency, workEmail, workPhone };
}

function inFileOrder(sheets: readonly string[]): (a: PlanEntry, b: PlanEntry) => number {
  const order = new Map(sheets.map((sheet, index) => [sheet, index]));
  const place = (entry: PlanEntry): number => order.get(entry.sheet ?? '') ?? sheets.length;
  return (a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0);
}
