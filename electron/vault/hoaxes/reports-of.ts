/** The public's reports that brought a hoax: their numbers only, never who reported. */
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import type { Reporter } from '#shared/contract/public-reports.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { readReporter } from '../public-reports/reporter-rows.ts';
import { textOf } from '../rows.ts';

export function reportsOf(database: ReadableDatabase, id: string): HoaxPage['reports'] {
  return database
    .all(
      `SELECT p.*, u.name AS adder, r.number, r.received_at FROM hoax_reports p JOIN users u ON u.id = p.added_by
         JOIN public_reports r ON r.id = p.report_id
       WHERE p.hoax_id = ? AND p.removed_at IS NULL ORDER BY r.received_at, p.id`,
      [id],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      reportId: textOf(row, 'report_id'),
      number: textOf(row, 'number'),
      receivedOn: textOf(row, 'received_at').slice(0, 10),
      addedAt: textOf(row, 'added_at'),
      addedBy: textOf(row, 'adder'),
    }));
}

/** Who reported it, of every report that is linked: for taking them out of what is told, never to be shown. */
export function reportersOfHoax(database: ReadableDatabase, id: string): Reporter[] {
  return reportsOf(database, id).flatMap(({ reportId }) => readReporter(database, reportId) ?? []);
}

/** NOT_FOUND when there is no such report. */
export function ensureReport(database: ReadableDatabase, id: string): void {
  if (!database.get('SELECT 1 FROM public_reports WHERE id = ?', [id])) throw new AppError('NOT_FOUND', { id });
}
