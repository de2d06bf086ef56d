/** Reads reports from the public. Nothing here reads who reported, beyond that somebody did. */
import type { PublicReportRow } from '#shared/contract/public-reports.ts';
import { publicReportChannel, publicReportState, publicReportTopic } from '#shared/contract/public-reports.ts';
import { isOverdue } from '#shared/domain/public-reports/states.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { localDayOf } from '../documents/days.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

/** PUBLIC_REPORT_UNKNOWN when there is none of that id. */
export function reportById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM public_reports WHERE id = ?', [id]);
  if (!row) throw new AppError('PUBLIC_REPORT_UNKNOWN', { id });
  return row;
}

/** The columns of a row of the list, of `public_reports r` with `employees e` and `cases c`. */
const COLUMNS = `r.*, e.name AS employee_name, c.number AS case_number,
  NOT EXISTS (SELECT 1 FROM public_report_reporters p WHERE p.report_id = r.id) AS anonymous,
  (SELECT count(*) FROM public_report_files f WHERE f.report_id = r.id AND f.removed_at IS NULL) AS files,
  (SELECT count(*) FROM public_report_answers a WHERE a.report_id = r.id AND a.withdrawn_at IS NULL) AS answers,
  (SELECT count(*) FROM public_report_links l
    WHERE (l.report_id = r.id OR l.other_id = r.id) AND l.unlinked_at IS NULL) AS linked`;
/** What the conditions of a list may name: r the report, e the person, c the case. */
export const REPORTS_FROM = `FROM public_reports r LEFT JOIN employees e ON e.id = r.employee_id LEFT JOIN cases c ON c.id = r.case_id`;

/** Rows as lists show them; `rest` is everything after FROM: conditions, order, limit. */
export function reportRows(
  context: Pick<UseCaseContext, 'database' | 'now' | 'settings'>,
  rest: string,
  parameters: Parameters<ReadableDatabase['all']>[1] = {},
): PublicReportRow[] {
  const today = todayOf(context);
  return context.database
    .all(`SELECT ${COLUMNS} ${REPORTS_FROM} ${rest}`, parameters)
    .map((row) => reportRowOf(row, today));
}

/** One of them. PUBLIC_REPORT_UNKNOWN. */
export function reportRow(context: Pick<UseCaseContext, 'database' | 'now' | 'settings'>, id: string): PublicReportRow {
  const [row] = reportRows(context, 'WHERE r.id = @id', { id });
  if (!row) throw new AppError('PUBLIC_REPORT_UNKNOWN', { id });
  return row;
}

/** Today in the office's zone, YYYY-MM-DD. */
export function todayOf(context: Pick<UseCaseContext, 'now' | 'settings'>): string {
  return localDayOf(context.now(), context.settings().timeZone);
}

function reportRowOf(row: SqlRow, today: string): PublicReportRow {
  const state = publicReportState.parse(row['state']);
  const dueDay = textOrNull(row, 'due_day');
  const caseId = textOrNull(row, 'case_id');
  return {
    id: textOf(row, 'id'),
    number: textOf(row, 'number'),
    subject: textOf(row, 'subject'),
    topic: publicReportTopic.parse(row['topic']),
    channel: publicReportChannel.parse(row['channel']),
    state,
    stateSince: textOf(row, 'state_since'),
    receivedAt: textOf(row, 'received_at'),
    dueDay,
    overdue: isOverdue(state, dueDay, today),
    anonymous: flagOf(row, 'anonymous'),
    accused: textOrNull(row, 'employee_name') ?? (textOf(row, 'accused_text') || textOf(row, 'account_text')),
    files: numberOf(row, 'files'),
    answers: numberOf(row, 'answers'),
    linked: numberOf(row, 'linked'),
    case: caseId === null ? null : { id: caseId, number: textOf(row, 'case_number') },
  };
}
