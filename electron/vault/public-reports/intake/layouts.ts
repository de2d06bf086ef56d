/** How the columns of a table of reports were read last: remembered by the fingerprint of their headings when it is filed. */
import {
  type IntakeLayoutAnswer,
  intakeLayoutAnswer,
  intakeLayoutQuestion,
  type IntakeTable,
} from '#shared/contract/report-intake-job.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../../kernel.ts';
import { textOf } from '../../rows.ts';

/** Answers the worker's question about headings; null when they were never filed, or are no longer understood. */
export function rememberedColumns(database: ReadableDatabase, payload: unknown): IntakeLayoutAnswer {
  const { fingerprint } = intakeLayoutQuestion.parse(payload);
  const row = database.get('SELECT columns FROM public_report_layouts WHERE fingerprint = ?', [fingerprint]);
  if (!row) return null;
  const stored = intakeLayoutAnswer.safeParse(JSON.parse(textOf(row, 'columns')));
  return stored.success ? stored.data : null;
}

/** Inside the filing's transaction: what each column was taken for; the fingerprint says nothing about the rows. */
export function rememberColumns(database: WritableDatabase, table: IntakeTable | null, context: UseCaseContext): void {
  if (table === null || table.fingerprint === null) return;
  const columns = table.columns.flatMap(({ column, field }) => (field === null ? [] : [{ column, field }]));
  database.run(
    `INSERT INTO public_report_layouts (fingerprint, columns, used_by, used_at) VALUES (@fingerprint, @columns, @by, @at)
     ON CONFLICT (fingerprint) DO UPDATE SET columns = @columns, used_by = @by, used_at = @at`,
    {
      fingerprint: table.fingerprint,
      columns: JSON.stringify(columns),
      by: context.actor.id,
      at: context.now().toISOString(),
    },
  );
}
