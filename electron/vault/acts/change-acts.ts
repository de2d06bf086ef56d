/** Acts are added, changed and withdrawn; nothing is erased. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { caseActsOf, standingAct } from './act-rows.ts';

/** CASE_UNKNOWN; NOT_FOUND for an act that does not stand or a respondent of another case; INVALID_INPUT for another type. */
export function saveAct(input: InputOf<'cases.saveAct'>, context: UseCaseContext): OutputOf<'cases.saveAct'> {
  const { database } = context;
  caseById(database, input.caseId);
  if (input.actId !== null && textOf(standingAct(database, input.caseId, input.actId), 'type') !== input.type)
    throw new AppError('INVALID_INPUT', { field: 'type', problem: 'fixed' });
  if (
    input.respondentId !== null &&
    !database.get('SELECT 1 FROM case_respondents WHERE id = ? AND case_id = ?', [input.respondentId, input.caseId])
  )
    throw new AppError('NOT_FOUND', { id: input.respondentId });
  const id = input.actId ?? context.newId();
  return context.write(['cases'], (writable) => {
    writable.run(
      `INSERT INTO case_acts (id, case_id, respondent_id, type, day, date_text, address, note, added_at, added_by)
       VALUES (@id, @case, @respondent, @type, @day, @dateText, @address, @note, @at, @by)
       ON CONFLICT (id) DO UPDATE SET respondent_id = @respondent, day = @day, date_text = @dateText, address = @address, note = @note`,
      {
        id,
        case: input.caseId,
        respondent: input.respondentId,
        type: input.type,
        day: input.day,
        dateText: input.dateText,
        address: input.address,
        note: input.note,
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
    return {
      value: caseActsOf(writable, input.caseId),
      entry: {
        action: input.actId === null ? 'case.act-added' : 'case.act-changed',
        subjectKind: 'case',
        subjectId: input.caseId,
        facts: { act: id, kind: input.type, respondent: input.respondentId },
      },
    };
  });
}

export function withdrawAct(
  input: InputOf<'cases.withdrawAct'>,
  context: UseCaseContext,
): OutputOf<'cases.withdrawAct'> {
  standingAct(context.database, input.caseId, input.actId);
  return context.write(['cases'], (database) => {
    database.run('UPDATE case_acts SET withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ? WHERE id = ?', [
      context.now().toISOString(),
      context.actor.id,
      input.reason,
      input.actId,
    ]);
    return {
      value: caseActsOf(database, input.caseId),
      entry: {
        action: 'case.act-withdrawn',
        subjectKind: 'case',
        subjectId: input.caseId,
        facts: { act: input.actId },
      },
    };
  });
}
