/** The directory: search as you type over name (titles ignored), NIP, position and unit, with filters and sort. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { employmentStatus } from '#shared/contract/roster.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { ReadableDatabase, SqlValue, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { EMPLOYEE_ROW_COLUMNS, employeeRowOf } from './employees.ts';

const SORT_COLUMNS = {
  name: 'search_name',
  nip: 'nip',
  position: 'position',
  unit: 'unit',
  grade: 'grade',
  status: 'status',
} as const;

export function listEmployees(input: InputOf<'roster.list'>, context: UseCaseContext): OutputOf<'roster.list'> {
  const { where, parameters } = conditionsOf(input);
  const total = context.database.get(`SELECT count(*) AS total FROM employees e ${where}`, parameters);
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = context.database.all(
    `SELECT ${EMPLOYEE_ROW_COLUMNS} FROM employees e ${where}
     ORDER BY e.${SORT_COLUMNS[input.sort]} ${direction}, e.employee_key ${direction} LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map(employeeRowOf) };
}

function conditionsOf(input: InputOf<'roster.list'>): { where: string; parameters: Record<string, SqlValue> } {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const match = fullTextMatch(input.query);
  if (match !== null) {
    conditions.push('e.employee_key IN (SELECT rowid FROM employees_text WHERE employees_text MATCH @match)');
    parameters['match'] = match;
  }
  for (const field of ['unit', 'agency', 'status', 'grade'] as const) {
    const value = input[field];
    if (value === undefined || value === '') continue;
    conditions.push(`e.${field} = @${field}`);
    parameters[field] = value;
  }
  if (input.withCases === true)
    conditions.push('EXISTS (SELECT 1 FROM case_respondents r WHERE r.employee_id = e.id AND r.unlinked_at IS NULL)');
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, parameters };
}

/** An FTS5 query in which every typed word must begin some word of the row; null when nothing was typed. */
export function fullTextMatch(query: string): string | null {
  const terms = searchTerms(query);
  return terms.length === 0 ? null : terms.map((term) => `"${term.replaceAll('"', '""')}"*`).join(' ');
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
