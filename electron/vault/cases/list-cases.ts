/** The list of cases, searched over number, title, account and the respondents' names. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { CLOSED_CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { SqlValue, UseCaseContext } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { casesInCell } from '../recap/case-facts.ts';
import { caseRowOf } from './case-rows.ts';

const CLOSED = CLOSED_CASE_STATUSES.map((status) => `'${status}'`).join(', ');
const SORT_COLUMNS = { number: 'number', openedAt: 'opened_at', title: 'title', status: 'status' } as const;

export function listCases(input: InputOf<'cases.list'>, context: UseCaseContext): OutputOf<'cases.list'> {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(`(c.number LIKE @term${index} OR c.title LIKE @term${index} OR c.account_text LIKE @term${index} OR EXISTS
      (SELECT 1 FROM case_respondents r LEFT JOIN employees e ON e.id = r.employee_id WHERE r.case_id = c.id AND r.unlinked_at IS NULL
        AND (e.search_name LIKE @term${index} OR e.nip LIKE @term${index} OR r.account_text LIKE @term${index})))`);
  });
  if (input.status !== undefined) {
    conditions.push('c.status = @status');
    parameters['status'] = input.status;
  }
  if (input.source !== undefined) {
    conditions.push('c.source = @source');
    parameters['source'] = input.source;
  }
  if (input.openOnly === true) conditions.push(`c.status NOT IN (${CLOSED})`);
  if (input.counted !== undefined) {
    conditions.push('c.id IN (SELECT value FROM json_each(@counted))');
    parameters['counted'] = JSON.stringify(casesInCell(input.counted, context));
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = context.database.get(`SELECT count(*) AS total FROM cases c ${where}`, parameters);
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = context.database.all(
    `SELECT c.* FROM cases c ${where} ORDER BY c.${SORT_COLUMNS[input.sort]} ${direction}, c.id ${direction} LIMIT @limit OFFSET @offset`,
    {
      ...parameters,
      limit: input.limit,
      offset: input.offset,
    },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map((row) => caseRowOf(context.database, row)) };
}
