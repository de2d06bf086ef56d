/** How much of each thing there was, in a period and month by month: the rule of counting is stated once, here. */
import type { Period } from '#shared/domain/recap/periods.ts';
import { RECAP_SERIES, type RecapSeries } from '#shared/domain/recap/tables.ts';
import { TIME_ZONES } from '#shared/domain/text/local-time.ts';
import { boundsOf } from '../documents/days.ts';
import type { UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { counted } from './case-facts.ts';

interface Series {
  readonly from: string;
  /** Column of an instant (UTC), or of a calendar day. */
  readonly at: string;
  readonly of: 'instant' | 'day';
  readonly where: string;
}

const SERIES: Readonly<Record<RecapSeries, Series>> = {
  cases: { from: 'cases', at: 'opened_at', of: 'instant', where: '1' },
  evidence: { from: 'evidence', at: 'captured_at', of: 'instant', where: 'withdrawn_at IS NULL' },
  reports: { from: 'public_reports', at: 'received_at', of: 'instant', where: '1' },
  hoaxes: { from: 'hoaxes', at: 'first_seen', of: 'day', where: '1' },
  looks: { from: 'monitoring_outcomes', at: 'at', of: 'instant', where: 'undone_at IS NULL' },
  sessions: { from: 'outreach_sessions', at: 'day', of: 'day', where: "state = 'held'" },
  documents: { from: 'issued_reports', at: 'issued_at', of: 'instant', where: 'draft = 0' },
};

/** So many in the period. */
export function countIn(series: RecapSeries, period: Period, context: UseCaseContext): number {
  const { from, at, of, where } = SERIES[series];
  const { timeZone } = context.settings();
  const bounds = boundsOf(period.from, period.to, timeZone);
  const [first, end] = of === 'day' ? [period.from, `${period.to}~`] : [bounds.from, bounds.until];
  return counted(
    context.database.get(`SELECT count(*) AS count FROM ${from} WHERE ${where} AND ${at} >= ? AND ${at} < ?`, [
      first,
      end,
    ]),
  );
}

/** So many in each of the months (YYYY-MM), every series. */
export function countsByMonth(
  months: readonly string[],
  context: UseCaseContext,
): { readonly key: RecapSeries; readonly counts: number[] }[] {
  const hours = `+${TIME_ZONES[context.settings().timeZone]} hours`;
  return RECAP_SERIES.map((key) => {
    const { from, at, of, where } = SERIES[key];
    const month = of === 'day' ? `substr(${at}, 1, 7)` : `strftime('%Y-%m', ${at}, '${hours}')`;
    const rows = context.database.all(
      `SELECT ${month} AS month, count(*) AS count FROM ${from} WHERE ${where} GROUP BY 1`,
    );
    const known = new Map(rows.map((row) => [textOf(row, 'month'), numberOf(row, 'count')]));
    return { key, counts: months.map((one) => known.get(one) ?? 0) };
  });
}
