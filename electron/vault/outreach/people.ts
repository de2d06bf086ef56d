/** People of the roster as outreach lists them, and the people whom a filter names. */
import type { OutreachPersonFilter } from '#shared/contract/outreach-coverage.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { searchDirectory } from '../roster/directory-index.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

/** Columns of `employees e` for rosterPersonOf. */
export const PERSON_COLUMNS = 'e.id AS employee_id, e.name, e.nip, e.position, e.unit, e.agency';

export interface RosterPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly position: string | null;
  readonly unit: string | null;
  readonly agency: string | null;
}

export function rosterPersonOf(row: SqlRow): RosterPerson {
  return {
    employeeId: textOf(row, 'employee_id'),
    name: textOf(row, 'name'),
    nip: textOrNull(row, 'nip'),
    position: textOrNull(row, 'position'),
    unit: textOrNull(row, 'unit'),
    agency: textOrNull(row, 'agency'),
  };
}

/** Who was at a held session of the period: @from, @to. */
export const REACHED = `SELECT a.employee_id FROM outreach_attendance a JOIN outreach_sessions s ON s.id = a.session_id
  WHERE a.withdrawn_at IS NULL AND a.employee_id IS NOT NULL AND s.state = 'held' AND s.day BETWEEN @from AND @to`;
/** Who signed in the period: @from, @to. */
export const SIGNED = `SELECT p.employee_id FROM outreach_pledges p
  WHERE p.withdrawn_at IS NULL AND p.signed_on BETWEEN @from AND @to`;
/** Of `employees e`: who is in the roster now and in service. */
export const IN_SERVICE = "e.gone_since IS NULL AND coalesce(e.status, '') NOT IN ('MUTASI_KELUAR', 'PENSIUN')";

/** Keys (employees.employee_key) of whom the filter names, by name. */
export function peopleMatching(database: ReadableDatabase, filter: OutreachPersonFilter): number[] {
  const { query, agency, unit, status, from, to } = filter;
  const found = searchDirectory(database, { query, filter: { agency, unit, status, inRoster: true }, sort: 'name' });
  const inService = keysOf(database, `SELECT e.employee_key AS key FROM employees e WHERE ${IN_SERVICE}`, {});
  const tests: ((key: number) => boolean)[] = [(key) => inService.has(key)];
  const period = { from, to };
  if (filter.reached !== undefined) {
    const reached = keysOf(database, employeesIn(REACHED), period);
    tests.push((key) => reached.has(key) === filter.reached);
  }
  if (filter.signed !== undefined) {
    const { kind } = filter;
    const signed =
      kind === undefined
        ? keysOf(database, employeesIn(SIGNED), period)
        : keysOf(database, employeesIn(`${SIGNED} AND p.kind = @kind`), { ...period, kind });
    tests.push((key) => signed.has(key) === filter.signed);
  }
  return found.filter((key) => tests.every((test) => test(key)));
}

/** Ids of the employees of these keys, in their order. */
export function idsOfKeys(database: ReadableDatabase, keys: readonly number[]): string[] {
  return database
    .all('SELECT e.id FROM json_each(?) k JOIN employees e ON e.employee_key = k.value ORDER BY k.key', [
      JSON.stringify(keys),
    ])
    .map((row) => textOf(row, 'id'));
}

/** The ids, each once. EMPLOYEE_UNKNOWN when one is nobody's. */
export function knownEmployees(database: ReadableDatabase, ids: readonly string[]): string[] {
  const once = [...new Set(ids)];
  const unknown = database.get(
    'SELECT k.value AS id FROM json_each(?) k WHERE NOT EXISTS (SELECT 1 FROM employees e WHERE e.id = k.value)',
    [JSON.stringify(once)],
  );
  if (unknown) throw new AppError('EMPLOYEE_UNKNOWN', { id: textOf(unknown, 'id') });
  return once;
}

function employeesIn(select: string): string {
  return `SELECT e.employee_key AS key FROM employees e WHERE e.id IN (${select})`;
}

function keysOf(database: ReadableDatabase, sql: string, parameters: Readonly<Record<string, string>>): Set<number> {
  return new Set(database.all(sql, parameters).map((row) => numberOf(row, 'key')));
}
