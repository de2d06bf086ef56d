/** What the reporter was answered: when, by which way, by whom; a mistaken note is withdrawn with a reason and stays. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { reportPage } from './report-page.ts';
import { reportById } from './report-rows.ts';
import { neutralOf } from './reporter-rows.ts';

/** REPORT_UNKNOWN for a document that is not one of this report. */
export function addAnswer(
  input: InputOf<'publicReports.addAnswer'>,
  context: UseCaseContext,
): OutputOf<'publicReports.addAnswer'> {
  const { id, documentId } = input;
  reportById(context.database, id);
  const known =
    documentId === null ||
    context.database.get('SELECT 1 FROM issued_reports WHERE id = ? AND public_report_id = ?', [documentId, id]);
  if (!known) throw new AppError('REPORT_UNKNOWN', { id: documentId });
  const answerId = context.newId();
  const at = context.now().toISOString();
  return context.write(['publicReports'], (database) => {
    database.run(
      `INSERT INTO public_report_answers (id, report_id, answered_at, way, text, document_id, recorded_at, by)
       VALUES (@answerId, @id, @answeredAt, @way, @text, @documentId, @at, @by)`,
      {
        answerId,
        id,
        answeredAt: input.answeredAt === null ? at : new Date(input.answeredAt).toISOString(),
        way: input.way,
        text: neutralOf(database, context, { reportId: id, field: 'answer', text: input.text }),
        documentId,
        at,
        by: context.actor.id,
      },
    );
    const facts = { answer: answerId, way: input.way, document: documentId };
    return {
      value: reportPage(context, id),
      entry: { action: 'public-report.answered', subjectKind: 'public-report', subjectId: id, facts },
    };
  });
}

/** NOT_FOUND. */
export function withdrawAnswer(
  { id, answerId, reason }: InputOf<'publicReports.withdrawAnswer'>,
  context: UseCaseContext,
): OutputOf<'publicReports.withdrawAnswer'> {
  reportById(context.database, id);
  return context.write(['publicReports'], (database) => {
    const changed = database.run(
      `UPDATE public_report_answers SET withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ?
       WHERE id = ? AND report_id = ? AND withdrawn_at IS NULL`,
      [
        context.now().toISOString(),
        context.actor.id,
        neutralOf(database, context, { reportId: id, field: 'answer', text: reason }),
        answerId,
        id,
      ],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: answerId });
    return {
      value: reportPage(context, id),
      entry: {
        action: 'public-report.answer-withdrawn',
        subjectKind: 'public-report',
        subjectId: id,
        facts: { answer: answerId },
      },
    };
  });
}
