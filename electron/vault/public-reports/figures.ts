/** What the home page and the monthly recap read of reports from the public. Counts and rows without any reporter. */
import type { PublicReportRow } from '#shared/contract/public-reports.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { WAITING } from './list-reports.ts';
import { reportRows } from './report-rows.ts';

/** Reports that the office owes something, what is due first standing first. */
export function waitingReports(
  context: Pick<UseCaseContext, 'database' | 'now' | 'settings'>,
  limit = 20,
): { readonly total: number; readonly overdue: number; readonly rows: readonly PublicReportRow[] } {
  const all = reportRows(context, `WHERE r.state IN (${WAITING}) ORDER BY coalesce(r.due_day, '9999'), r.id`);
  return { total: all.length, overdue: all.filter(({ overdue }) => overdue).length, rows: all.slice(0, limit) };
}

/** Half-open: received at or after `from` and before `until`, instants in UTC. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

export interface ReportCount {
  readonly topic: string;
  readonly channel: string;
  readonly state: string;
  readonly anonymous: boolean;
  readonly count: number;
}

/** How many reports were received in the period, by topic, channel, where they stand now, and whether they are named. */
export function reportsByKind(database: ReadableDatabase, { from, until }: Period): ReportCount[] {
  return database
    .all(
      `SELECT r.topic, r.channel, r.state, p.report_id IS NULL AS anonymous, count(*) AS count FROM public_reports r
       LEFT JOIN public_report_reporters p ON p.report_id = r.id WHERE r.received_at >= ? AND r.received_at < ?
       GROUP BY r.topic, r.channel, r.state, p.report_id IS NULL ORDER BY r.topic, r.channel, r.state, anonymous`,
      [from, until],
    )
    .map((row) => ({
      topic: textOf(row, 'topic'),
      channel: textOf(row, 'channel'),
      state: textOf(row, 'state'),
      anonymous: numberOf(row, 'anonymous') === 1,
      count: numberOf(row, 'count'),
    }));
}

/** How many reports took each step in the period: what followed of them. */
export function stepsByState(
  database: ReadableDatabase,
  { from, until }: Period,
): { readonly state: string; readonly count: number }[] {
  return database
    .all(
      `SELECT to_state AS state, count(DISTINCT report_id) AS count FROM public_report_steps
       WHERE at >= ? AND at < ? AND from_state IS NOT NULL GROUP BY to_state ORDER BY to_state`,
      [from, until],
    )
    .map((row) => ({ state: textOf(row, 'state'), count: numberOf(row, 'count') }));
}
