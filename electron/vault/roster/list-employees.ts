/** The directory: search as you type over name (titles ignored), NIP, position and unit, with filters and sort. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { employmentStatus } from '#shared/contract/roster.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { searchDirectory } from './directory-index.ts';
import { EMPLOYEE_ROW_COLUMNS, employeeRowOf } from './employees.ts';

export function listEmployees(input: InputOf<'roster.list'>, context: UseCaseContext): OutputOf<'roster.list'> {
  const { database } = context;
  const all = searchDirectory(database, { query: input.query, filter: input, sort: input.sort });
  const found = input.withCases === true ? onlyWithCases(all, database) : all;
  if (input.descending) found.reverse();
  const shown = found.slice(input.offset, input.offset + input.limit);
  const rows = database.all(
    `SELECT ${EMPLOYEE_ROW_COLUMNS} FROM json_each(?) k JOIN employees e ON e.employee_key = k.value ORDER BY k.key`,
    [JSON.stringify(shown)],
  );
  return { total: found.length, rows: rows.map(employeeRowOf) };
}

function onlyWithCases(keys: readonly number[], database: ReadableDatabase): number[] {
  const withCases = new Set(
    database
      .all(
        'SELECT DISTINCT e.employee_key FROM case_respondents r JOIN employees e ON e.id = r.employee_id WHERE r.unlinked_at IS NULL',
      )
      .map((row) => numberOf(row, 'employee_key')),
  );
  return keys.filter((key) => withCases.has(key));
}

export function rosterFacets(database: ReadableDatabase): OutputOf<'roster.facets'> {
  const distinct = (column: string): string[] =>
    database
      .all(`SELECT DISTINCT ${column} AS value FROM employees WHERE ${column} IS NOT NULL ORDER BY ${column}`)
      .map((row) => textOf(row, 'value'));
  const total = database.get('SELECT count(*) AS total FROM employees');
  return {
    units: distinct('unit'),
    agencies: distinct('agency'),
    grades: distinct('grade'),
    statuses: distinct('status').map((value) => employmentStatus.parse(value)),
    total: total ? numberOf(total, 'total') : 0,
  };
}
