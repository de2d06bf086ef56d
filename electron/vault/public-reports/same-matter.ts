/** Reports of the same matter: suggested by what they have in common, linked and unlinked by an officer. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Matter, similarReasons } from '#shared/domain/public-reports/same-matter.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { reportPage } from './report-page.ts';
import { reportById, reportRows } from './report-rows.ts';
import { neutralOf } from './reporter-rows.ts';

/** Most suggestions at a time. */
const MOST = 20;

export function similarReports(
  { id }: InputOf<'publicReports.similar'>,
  context: UseCaseContext,
): OutputOf<'publicReports.similar'> {
  const { database } = context;
  const own = matterOf(reportById(database, id));
  const linked = pairsOf(context, id);
  const found = database
    .all('SELECT * FROM public_reports WHERE id <> ? ORDER BY received_at DESC, id DESC', [id])
    .map((row) => ({ id: textOf(row, 'id'), reasons: similarReasons(own, matterOf(row)) }))
    .filter((other) => other.reasons.length > 0 && linked.get(other.id) !== 'linked')
    .sort((one, other) => other.reasons.length - one.reasons.length)
    .slice(0, MOST);
  const rows = reportRows(context, 'WHERE r.id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(found.map((other) => other.id)),
  });
  return {
    rows: found.flatMap((other) => {
      const report = rows.find((row) => row.id === other.id);
      return report === undefined
        ? []
        : [{ report, reasons: other.reasons, unlinked: linked.get(other.id) === 'unlinked' }];
    }),
  };
}

function matterOf(row: SqlRow): Matter {
  return {
    addressKey: textOf(row, 'address_key'),
    employeeId: textOrNull(row, 'employee_id'),
    accusedText: textOf(row, 'accused_text'),
    accountText: textOf(row, 'account_text'),
    text: `${textOf(row, 'subject')}\n${textOf(row, 'description')}`,
  };
}

/** Reports that are or were linked with this one. */
function pairsOf({ database }: UseCaseContext, id: string): ReadonlyMap<string, 'linked' | 'unlinked'> {
  const rows = database.all(
    `SELECT CASE WHEN report_id = @id THEN other_id ELSE report_id END AS other, unlinked_at FROM public_report_links
     WHERE report_id = @id OR other_id = @id ORDER BY unlinked_at IS NULL`,
    { id },
  );
  return new Map(
    rows.map((row) => [textOf(row, 'other'), textOrNull(row, 'unlinked_at') === null ? 'linked' : 'unlinked']),
  );
}

/** ALREADY_LINKED; INVALID_INPUT for a report with itself. */
export function linkReports(
  { id, otherId, reason }: InputOf<'publicReports.link'>,
  context: UseCaseContext,
): OutputOf<'publicReports.link'> {
  reportById(context.database, id);
  reportById(context.database, otherId);
  if (id === otherId) throw new AppError('INVALID_INPUT', { field: 'otherId', problem: 'same' });
  if (pairsOf(context, id).get(otherId) === 'linked') throw new AppError('ALREADY_LINKED', {});
  const [first, second] = id < otherId ? [id, otherId] : [otherId, id];
  const at = context.now().toISOString();
  return context.write(['publicReports'], (database) => {
    const text = neutralInBoth(database, context, [id, otherId], reason);
    database.run(
      'INSERT INTO public_report_links (id, report_id, other_id, reason, linked_at, linked_by) VALUES (?, ?, ?, ?, ?, ?)',
      [context.newId(), first, second, text, at, context.actor.id],
    );
    return { value: reportPage(context, id), entry: linkEntry('public-report.linked', id, otherId) };
  });
}

/** NOT_FOUND. */
export function unlinkReports(
  { id, otherId, reason }: InputOf<'publicReports.unlink'>,
  context: UseCaseContext,
): OutputOf<'publicReports.unlink'> {
  reportById(context.database, id);
  const [first, second] = id < otherId ? [id, otherId] : [otherId, id];
  return context.write(['publicReports'], (database) => {
    const changed = database.run(
      `UPDATE public_report_links SET unlinked_at = ?, unlinked_by = ?, unlink_reason = ?
       WHERE report_id = ? AND other_id = ? AND unlinked_at IS NULL`,
      [
        context.now().toISOString(),
        context.actor.id,
        neutralInBoth(database, context, [id, otherId], reason),
        first,
        second,
      ],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: otherId });
    return { value: reportPage(context, id), entry: linkEntry('public-report.unlinked', id, otherId) };
  });
}

/** A reason names neither of the two who reported. */
function neutralInBoth(
  database: WritableDatabase,
  context: UseCaseContext,
  reports: readonly string[],
  reason: string,
): string {
  return reports.reduce((text, reportId) => neutralOf(database, context, { reportId, field: 'link', text }), reason);
}

function linkEntry(action: string, id: string, other: string) {
  return { action, subjectKind: 'public-report', subjectId: id, facts: { other } } as const;
}
