/** Changes to a case: its facts, its status with a history, its allegations. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { caseStatus } from '#shared/contract/cases.ts';
import { nextStatuses } from '#shared/domain/cases/status.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SqlValue, UseCaseContext } from '../kernel.ts';
import { caseById, casePageOf } from './case-rows.ts';

const COLUMNS = {
  title: 'title',
  source: 'source',
  narrative: 'narrative',
  notes: 'notes',
  actDate: 'act_date',
  actDateText: 'act_date_text',
  candidateStatus: 'candidate_status',
  regime: 'regime',
  accountText: 'account_text',
} as const;

export function updateCase(input: InputOf<'cases.update'>, context: UseCaseContext): OutputOf<'cases.update'> {
  const before = caseById(context.database, input.id);
  const changed = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter(
    (key) => input[key] !== undefined && input[key] !== before[COLUMNS[key]],
  );
  return context.write(['cases'], (database) => {
    for (const key of changed) {
      const value: SqlValue = input[key] ?? null;
      database.run(`UPDATE cases SET ${COLUMNS[key]} = ? WHERE id = ?`, [value, input.id]);
    }
    const entry = {
      action: 'case.changed',
      subjectKind: 'case',
      subjectId: input.id,
      facts: { fields: changed.join(',') },
    } as const;
    return { value: casePageOf(database, input.id), entry: changed.length === 0 ? null : entry };
  });
}

export function setCaseStatus(input: InputOf<'cases.setStatus'>, context: UseCaseContext): OutputOf<'cases.setStatus'> {
  const from = caseStatus.parse(caseById(context.database, input.id)['status']);
  if (!nextStatuses(from).includes(input.status)) throw new AppError('STATUS_NOT_ALLOWED', { from, to: input.status });
  return context.write(['cases'], (database) => {
    database.run('UPDATE cases SET status = ? WHERE id = ?', [input.status, input.id]);
    database.run('INSERT INTO case_status_history (case_id, status, at, user_id, reason) VALUES (?, ?, ?, ?, ?)', [
      input.id,
      input.status,
      context.now().toISOString(),
      context.actor.id,
      input.reason,
    ]);
    return {
      value: casePageOf(database, input.id),
      entry: { action: 'case.status-set', subjectKind: 'case', subjectId: input.id, facts: { from, to: input.status } },
    };
  });
}

export function addAllegation(
  input: InputOf<'cases.addAllegation'>,
  context: UseCaseContext,
): OutputOf<'cases.addAllegation'> {
  caseById(context.database, input.id);
  if (!context.database.get('SELECT 1 FROM legal_references WHERE code = ?', [input.code]))
    throw new AppError('NOT_FOUND', { code: input.code });
  if (
    context.database.get('SELECT 1 FROM allegations WHERE case_id = ? AND code = ? AND withdrawn_at IS NULL', [
      input.id,
      input.code,
    ])
  )
    throw new AppError('ALREADY_LINKED', { code: input.code });
  const allegationId = context.newId();
  return context.write(['cases'], (database) => {
    if (input.primary) database.run('UPDATE allegations SET is_primary = 0 WHERE case_id = ?', [input.id]);
    database.run('INSERT INTO allegations (id, case_id, code, is_primary, added_at) VALUES (?, ?, ?, ?, ?)', [
      allegationId,
      input.id,
      input.code,
      input.primary ? 1 : 0,
      context.now().toISOString(),
    ]);
    return {
      value: casePageOf(database, input.id),
      entry: {
        action: 'case.allegation-added',
        subjectKind: 'case',
        subjectId: input.id,
        facts: { allegation: allegationId, code: input.code },
      },
    };
  });
}

export function withdrawAllegation(
  input: InputOf<'cases.withdrawAllegation'>,
  context: UseCaseContext,
): OutputOf<'cases.withdrawAllegation'> {
  return context.write(['cases'], (database) => {
    const changed = database.run(
      'UPDATE allegations SET withdrawn_at = ?, withdraw_reason = ? WHERE id = ? AND case_id = ? AND withdrawn_at IS NULL',
      [context.now().toISOString(), input.reason, input.allegationId, input.id],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: input.allegationId });
    return {
      value: casePageOf(database, input.id),
      entry: {
        action: 'case.allegation-withdrawn',
        subjectKind: 'case',
        subjectId: input.id,
        facts: { allegation: input.allegationId },
      },
    };
  });
}
