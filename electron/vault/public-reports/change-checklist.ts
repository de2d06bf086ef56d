/** What an officer says of a requirement, and the rows themselves as the office changes them. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { checksOf, requirementsOf } from './checklist.ts';
import { reportPage } from './report-page.ts';
import { reportById } from './report-rows.ts';
import { keepNeutral, readReporter } from './reporter-rows.ts';

/** A row counts as verified only with a name, a day and an address that a lawyer can open. */
export function saveRequirement(
  input: InputOf<'publicReports.saveRequirement'>,
  context: UseCaseContext,
): OutputOf<'publicReports.saveRequirement'> {
  if (input.verification === 'diverifikasi') {
    const lacking = (['verifiedBy', 'verifiedAt', 'sourceUrl'] as const).find((field) => input[field] === null);
    if (lacking !== undefined) throw new AppError('INVALID_INPUT', { field: lacking, problem: 'needed-for-verified' });
  }
  return context.write(['publicReports', 'settings'], (database) => {
    database.run(
      `INSERT INTO public_report_requirements (key, position, body, updated_at, updated_by)
       VALUES (@key, (SELECT count(*) FROM public_report_requirements), @body, @at, @by)
       ON CONFLICT (key) DO UPDATE SET body = @body, updated_at = @at, updated_by = @by`,
      {
        key: input.key,
        body: JSON.stringify(input),
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
    return {
      value: { rows: requirementsOf(database) },
      entry: {
        action: 'settings.requirement-changed',
        subjectKind: 'setting',
        subjectId: input.key,
        facts: { verification: input.verification, active: input.active },
      },
    };
  });
}

/** What an officer found; null lets the fields speak again. NOT_FOUND for a row that is not asked for. */
export function checkRequirement(
  input: InputOf<'publicReports.check'>,
  context: UseCaseContext,
): OutputOf<'publicReports.check'> {
  reportById(context.database, input.id);
  if (!checksOf(context, input.id).some((one) => one.requirement.key === input.requirement))
    throw new AppError('NOT_FOUND', { key: input.requirement });
  return context.write(['publicReports'], (database) => {
    database.run('DELETE FROM public_report_checks WHERE report_id = ? AND requirement = ?', [
      input.id,
      input.requirement,
    ]);
    if (input.state !== null) {
      const at = context.now().toISOString();
      const reporter = readReporter(database, input.id);
      const note = keepNeutral(database, { reportId: input.id, field: 'check', text: input.note, reporter, at });
      database.run(
        'INSERT INTO public_report_checks (report_id, requirement, state, note, at, by) VALUES (?, ?, ?, ?, ?, ?)',
        [input.id, input.requirement, input.state, note, at, context.actor.id],
      );
    }
    return {
      value: reportPage(context, input.id),
      entry: {
        action: 'public-report.requirement-checked',
        subjectKind: 'public-report',
        subjectId: input.id,
        facts: { requirement: input.requirement, state: input.state },
      },
    };
  });
}
