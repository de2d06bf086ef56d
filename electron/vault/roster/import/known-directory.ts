/** The people on record, asked of the database one by one: a hundred thousand of them beside a plan would be too many. */
import type { RosterAccount, Survived } from '#shared/contract/roster-job.ts';
import { type IdentityCandidate, IdentityIndex, type NipEvidence } from '#shared/domain/roster/nip-doctor.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../../kernel.ts';
import { numberOf, numberOrNull, textOf, textOrNull } from '../../rows.ts';
import { personOf } from '../employees.ts';
import { coveringState, historyStateOf, type HistoryState } from '../history.ts';
import { accountKeys, folded } from './keys.ts';
import type { KnownDirectory, KnownPerson, PresentPerson } from './plan-types.ts';

/** `from` is the beginning of the plan's day (ISO, UTC). */
export function knownDirectory(database: ReadableDatabase, from: string): KnownDirectory {
  return new DatabaseDirectory(database, from);
}

interface Candidate extends IdentityCandidate {
  readonly key: number;
}

class DatabaseDirectory implements KnownDirectory {
  readonly #database: ReadableDatabase;
  readonly #from: string;
  readonly #empty: boolean;
  #keysByName: ReadonlyMap<string, readonly number[]> | null = null;
  #identities: IdentityIndex<Candidate> | null = null;
  #accountOwners: ReadonlyMap<string, number | null> | null = null;

  constructor(database: ReadableDatabase, from: string) {
    this.#database = database;
    this.#from = from;
    this.#empty = database.get('SELECT 1 FROM employees LIMIT 1') === undefined;
  }

  byKey(key: number): KnownPerson {
    const known = this.#one('SELECT * FROM employees WHERE employee_key = ?', key);
    if (!known) throw new AppError('ROSTER_PLAN_STALE');
    return known;
  }

  byNip(nip: string): KnownPerson | null {
    return this.#one('SELECT * FROM employees WHERE nip = ?', nip);
  }

  byNik(nik: string): KnownPerson | null {
    return this.#one('SELECT * FROM employees WHERE nik = ?', nik);
  }

  withoutNumber(searchName: string, unit: string | null): KnownPerson | null {
    const fitting = this.#peopleNamed(searchName).filter(
      ({ person }) => person.nip === null && person.nik === null && folded(person.unit ?? '') === folded(unit ?? ''),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  named(searchName: string, unit: string | null): KnownPerson | 'several' | null {
    const fitting = this.#peopleNamed(searchName).filter(
      ({ person }) => unit === null || folded(person.unit ?? '') === folded(unit),
    );
    return fitting.length > 1 ? 'several' : (fitting[0] ?? null);
  }

  stateOnDay({ id }: KnownPerson): HistoryState | null {
    const row = coveringState(this.#database, id, this.#from);
    return row ? historyStateOf(row) : null;
  }

  *present(): Generator<PresentPerson> {
    const rows = this.#database.iterate(
      'SELECT employee_key, search_name, unit, agency, status, stated_on FROM employees WHERE gone_since IS NULL ORDER BY search_name, employee_key',
    );
    for (const row of rows)
      yield {
        key: numberOf(row, 'employee_key'),
        searchName: textOf(row, 'search_name'),
        unit: textOrNull(row, 'unit'),
        agency: textOrNull(row, 'agency'),
        status: textOrNull(row, 'status'),
        statedOn: textOf(row, 'stated_on'),
      };
  }

  propose({ digits, row }: Survived): { key: number; evidence: readonly NipEvidence[] } | null {
    if (this.#empty) return null;
    this.#identities ??= new IdentityIndex(this.#candidates());
    const { nik, searchName, birthDate, unit } = row;
    const match = this.#identities.propose({ digits, nik, searchName, birthDate, unit });
    return match ? { key: match.candidate.key, evidence: match.evidence } : null;
  }

  ownerOfAccount(account: RosterAccount): number | null | undefined {
    this.#accountOwners ??= this.#readAccounts();
    for (const key of accountKeys(account)) {
      const owner = this.#accountOwners.get(key);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  #one(sql: string, value: string | number): KnownPerson | null {
    if (this.#empty) return null;
    const row = this.#database.get(sql, [value]);
    return row ? knownOf(row) : null;
  }

  #peopleNamed(searchName: string): KnownPerson[] {
    if (this.#empty) return [];
    this.#keysByName ??= this.#readNames();
    return (this.#keysByName.get(searchName) ?? []).map((key) => this.byKey(key));
  }

  *#candidates(): Generator<Candidate> {
    const rows = this.#database.iterate('SELECT employee_key, nip, nik, search_name, birth_date, unit FROM employees');
    for (const row of rows)
      yield {
        key: numberOf(row, 'employee_key'),
        nip: textOrNull(row, 'nip'),
        nik: textOrNull(row, 'nik'),
        searchName: textOf(row, 'search_name'),
        birthDate: textOrNull(row, 'birth_date'),
        unit: textOrNull(row, 'unit'),
      };
  }

  /** Only a row without numbers asks for names. */
  #readNames(): Map<string, number[]> {
    const keys = new Map<string, number[]>();
    for (const row of this.#database.iterate('SELECT employee_key, search_name FROM employees')) {
      const name = textOf(row, 'search_name');
      const same = keys.get(name);
      if (same) same.push(numberOf(row, 'employee_key'));
      else keys.set(name, [numberOf(row, 'employee_key')]);
    }
    return keys;
  }

  #readAccounts(): Map<string, number | null> {
    const owners = new Map<string, number | null>();
    const rows = this.#database.iterate(
      'SELECT a.platform, a.handle, a.url, e.employee_key FROM accounts a LEFT JOIN employees e ON e.id = a.employee_id',
    );
    for (const row of rows) {
      const account = { platform: textOf(row, 'platform'), handle: textOf(row, 'handle'), url: textOf(row, 'url') };
      for (const key of accountKeys(account)) owners.set(key, numberOrNull(row, 'employee_key'));
    }
    return owners;
  }
}

/** A row of employees as the comparison needs it. */
export function knownOf(row: SqlRow): KnownPerson {
  return {
    key: numberOf(row, 'employee_key'),
    id: textOf(row, 'id'),
    person: personOf(row),
    goneSince: textOrNull(row, 'gone_since'),
    statedOn: textOf(row, 'stated_on'),
  };
}
