/** The list of reports, searched over number, what is reported and who is reported; never over who reported. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { NEAR_DEADLINE_DAYS, WAITING_STATES } from '#shared/domain/public-reports/states.ts';
import { addDays } from '#shared/domain/recap/periods.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { boundsOf } from '../documents/days.ts';
import type { SqlValue, UseCaseContext } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { reportsInCell } from '../recap/places.ts';
import { REPORTS_FROM, reportRows, todayOf } from './report-rows.ts';

const SORT_COLUMNS = {
  number: 'r.number',
  receivedAt: 'r.received_at',
  subject: 'r.subject',
  state: 'r.state',
  dueDay: "coalesce(r.due_day, '9999')",
} as const;
const SEARCHED = [
  'r.number',
  'r.subject',
  'r.description',
  'r.accused_text',
  'r.account_text',
  'r.address',
  'r.event_place',
  'e.search_name',
  'e.nip',
  'c.number',
];
export const WAITING = WAITING_STATES.map((state) => `'${state}'`).join(', ');
const NAMED = 'EXISTS (SELECT 1 FROM public_report_reporters p WHERE p.report_id = r.id)';

export function listReports(
  input: InputOf<'publicReports.list'>,
  context: UseCaseContext,
): OutputOf<'publicReports.list'> {
  const { where, parameters } = conditionsOf(input, context);
  const total = context.database.get(`SELECT count(*) AS total ${REPORTS_FROM} ${where}`, parameters);
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = reportRows(
    context,
    `${where} ORDER BY ${SORT_COLUMNS[input.sort]} ${direction}, r.id ${direction} LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows };
}

function conditionsOf(
  input: InputOf<'publicReports.list'>,
  context: UseCaseContext,
): { where: string; parameters: Record<string, SqlValue> } {
  const parts: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const add = (part: string, values: Record<string, SqlValue> = {}): void => {
    parts.push(part);
    Object.assign(parameters, values);
  };
  searchTerms(input.query).forEach((term, index) => {
    const found = SEARCHED.map((column) => `${column} LIKE @term${index}`).join(' OR ');
    add(`(${found})`, { [`term${index}`]: `%${term}%` });
  });
  if (input.state !== undefined) add('r.state = @state', { state: input.state });
  if (input.topic !== undefined) add('r.topic = @topic', { topic: input.topic });
  if (input.channel !== undefined) add('r.channel = @channel', { channel: input.channel });
  if (input.anonymous !== undefined) add(input.anonymous ? `NOT ${NAMED}` : NAMED);
  if (input.overdue !== undefined) {
    const late = `coalesce(r.due_day < @today AND r.state IN (${WAITING}), 0)`;
    add(input.overdue ? late : `NOT ${late}`, { today: todayOf(context) });
  }
  if (input.openOnly === true) add(`r.state IN (${WAITING})`);
  if (input.near === true)
    add(`r.state IN (${WAITING}) AND r.due_day <= @near`, { near: addDays(todayOf(context), NEAR_DEADLINE_DAYS) });
  if (input.counted !== undefined)
    add('r.id IN (SELECT value FROM json_each(@counted))', {
      counted: JSON.stringify(reportsInCell(input.counted, context)),
    });
  const { timeZone } = context.settings();
  if (input.from !== undefined)
    add('r.received_at >= @from', { from: boundsOf(input.from, input.from, timeZone).from });
  if (input.to !== undefined) add('r.received_at < @until', { until: boundsOf(input.to, input.to, timeZone).until });
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, parameters };
}
