/** Where a report from the public or a hoax stands in the recap's tables, as SQL: the counts and the lists behind them say the same. */
import type { HoaxCell, RecapCell, ReportCell } from '#shared/contract/recap-cell.ts';
import { COUNT, NONE } from '#shared/domain/recap/tables.ts';
import { boundsOf } from '../documents/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';

/** Of a report `r`: its state at the end of the period. Needs @until. */
export const STATE_AT_END = `coalesce((SELECT s.to_state FROM public_report_steps s
  WHERE s.report_id = r.id AND s.at < @until ORDER BY s.position DESC LIMIT 1), r.state)`;
/** Reports `r` that were received in the period. Needs @from and @until. */
export const RECEIVED = 'public_reports r WHERE r.received_at >= @from AND r.received_at < @until';
/** Of a hoax `h`: the kind that was concluded, else the one that was supposed. */
export const KIND_OF_HOAX = `coalesce((SELECT c.kind FROM hoax_conclusions c WHERE c.hoax_id = h.id AND c.ended_at IS NULL),
  h.kind, '${NONE}')`;
/** Of a hoax `h`: what was done last up to the end of the period. Needs @last. */
export const LAST_FOLLOW_UP = `coalesce((SELECT f.kind FROM hoax_follow_ups f WHERE f.hoax_id = h.id AND f.removed_at IS NULL
  AND f.done_on <= @last ORDER BY f.done_on DESC, f.id DESC LIMIT 1), '${NONE}')`;
/** Hoaxes `h` that were first seen in the period. Needs @first and @last. */
export const FIRST_SEEN = 'hoaxes h WHERE h.first_seen >= @first AND h.first_seen <= @last';
/** Respondents of the cases in @cases, each with the person whom the recap counts and the status on record. */
const PERSONS = `SELECT coalesce(r.employee_id, r.id) AS person, r.case_id, coalesce(json_extract(b.block, '$.status'), '${NONE}') AS status
  FROM case_respondents r LEFT JOIN person_blocks b ON b.id = (SELECT max(id) FROM person_blocks WHERE respondent_id = r.id)
  WHERE r.unlinked_at IS NULL AND r.case_id IN (SELECT value FROM json_each(@cases))`;
/** A person who stands in several of the cases counts once. */
export const PERSONS_BY_STATUS = `SELECT row, NULL AS label, '${COUNT}' AS column, count(*) AS count
  FROM (SELECT person, max(status) AS row FROM (${PERSONS}) GROUP BY 1) GROUP BY 1`;

const IN_CELL = '(@row IS NULL OR row = @row) AND (@column IS NULL OR column = @column)';

/** Ids of the reports that a cell counts. */
export function reportsInCell({ table, row, column, ...period }: ReportCell, context: UseCaseContext): string[] {
  const [rowOf, columnOf] = table === 'reportsByTopic' ? ['r.topic', STATE_AT_END] : ['r.channel', `'${COUNT}'`];
  const { from, until } = boundsOf(period.from, period.to, context.settings().timeZone);
  return context.database
    .all(`SELECT id FROM (SELECT r.id, ${rowOf} AS row, ${columnOf} AS column FROM ${RECEIVED}) WHERE ${IN_CELL}`, {
      from,
      until,
      row,
      column,
    })
    .map((one) => textOf(one, 'id'));
}

/** Ids of the hoaxes that a cell counts. */
export function hoaxesInCell(
  { row, column, from, to }: HoaxCell,
  { database }: Pick<UseCaseContext, 'database'>,
): string[] {
  return database
    .all(
      `SELECT id FROM (SELECT h.id, ${KIND_OF_HOAX} AS row, ${LAST_FOLLOW_UP} AS column FROM ${FIRST_SEEN}) WHERE ${IN_CELL}`,
      { first: from, last: to, row, column },
    )
    .map((one) => textOf(one, 'id'));
}

/** Of these cases, those in which the persons or the acts of a row stand. */
export function casesWith(
  table: Extract<RecapCell['table'], 'personsByStatus' | 'actsByType'>,
  row: string | null,
  cases: readonly string[],
  { database }: Pick<UseCaseContext, 'database'>,
): string[] {
  const sql =
    table === 'actsByType'
      ? `SELECT DISTINCT case_id FROM case_acts WHERE withdrawn_at IS NULL AND (@row IS NULL OR type = @row)
           AND case_id IN (SELECT value FROM json_each(@cases))`
      : `WITH p AS (${PERSONS}) SELECT DISTINCT case_id FROM p
         WHERE person IN (SELECT person FROM p GROUP BY person HAVING @row IS NULL OR max(status) = @row)`;
  return database.all(sql, { row, cases: JSON.stringify(cases) }).map((one) => textOf(one, 'case_id'));
}
