/** Reasons are added, withdrawn or answered; a grade is lowered or left to the reasons. Nothing is erased. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { isLowerGrade, REASON_KINDS, type RecordField } from '#shared/domain/roster/account-proof.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidenceById } from '../evidence/evidence-rows.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { employeeById } from '../roster/employees.ts';
import { textOf, textOrNull } from '../rows.ts';
import { carriedBy, gradeIn, loweringRow, reasonKindOf, reasonRows } from './account-grade.ts';
import { accountById, accountProofOf } from './proof-rows.ts';

const COLUMNS: Readonly<Record<RecordField, string>> = {
  name: 'name',
  nip: 'nip',
  position: 'position',
  workEmail: 'work_email',
  workPhone: 'work_phone',
};

/** NOT_FOUND, EVIDENCE_UNKNOWN (also for withdrawn evidence), INVALID_INPUT. */
export function addReason(
  input: InputOf<'roster.addProofReason'>,
  context: UseCaseContext,
): OutputOf<'roster.addProofReason'> {
  const { database } = context;
  const employeeId = ownerOf(accountById(database, input.accountId));
  if (input.evidenceId !== null && textOrNull(evidenceById(database, input.evidenceId), 'withdrawn_at') !== null)
    throw new AppError('EVIDENCE_UNKNOWN', { id: input.evidenceId });
  const value = input.record === null ? null : textOrNull(employeeById(database, employeeId), COLUMNS[input.record]);
  if (input.record !== null && value === null)
    throw new AppError('INVALID_INPUT', { field: 'record', problem: 'not-on-record' });
  if (input.evidenceId === null && input.record === null && input.note.trim() === '')
    throw new AppError('INVALID_INPUT', { field: 'note', problem: 'empty' });
  const reasonId = context.newId();
  return context.write(['roster', 'cases'], (writable) => {
    writable.run(
      `INSERT INTO account_reasons (id, account_id, employee_id, kind, note, evidence_id, record_field, record_value, added_at, added_by)
       VALUES (@id, @account, @employee, @kind, @note, @evidence, @field, @value, @at, @by)`,
      {
        id: reasonId,
        account: input.accountId,
        employee: employeeId,
        kind: input.kind,
        note: input.note.trim(),
        evidence: input.evidenceId,
        field: input.record,
        value,
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
    const facts = { reasonId, employee: employeeId, kind: input.kind, evidence: input.evidenceId };
    return {
      value: accountProofOf(writable, input.accountId),
      entry: { action: 'roster.proof-reason-added', subjectKind: 'account', subjectId: input.accountId, facts },
    };
  });
}

/** NOT_FOUND for a reason that is closed already or of another account; INVALID_INPUT for answering what is no counter-reason. */
export function closeReason(
  input: InputOf<'roster.closeProofReason'>,
  context: UseCaseContext,
): OutputOf<'roster.closeProofReason'> {
  const row = context.database.get(
    'SELECT * FROM account_reasons WHERE id = ? AND account_id = ? AND closed_how IS NULL',
    [input.reasonId, input.accountId],
  );
  if (!row) throw new AppError('NOT_FOUND', { id: input.reasonId });
  if (input.how === 'answered' && REASON_KINDS[reasonKindOf(row)].side === 'for')
    throw new AppError('INVALID_INPUT', { field: 'how', problem: 'not-a-counter-reason' });
  return context.write(['roster', 'cases'], (database) => {
    database.run(
      'UPDATE account_reasons SET closed_how = ?, closed_at = ?, closed_by = ?, close_reason = ? WHERE id = ?',
      [input.how, context.now().toISOString(), context.actor.id, input.reason, input.reasonId],
    );
    return {
      value: accountProofOf(database, input.accountId),
      entry: {
        action: `roster.proof-reason-${input.how}`,
        subjectKind: 'account',
        subjectId: input.accountId,
        facts: { reasonId: input.reasonId },
      },
    };
  });
}

/** GRADE_NOT_CARRIED for a grade that is not below what the reasons carry; NOT_FOUND for taking back what was not lowered. */
export function lowerGrade(
  input: InputOf<'roster.lowerGrade'>,
  context: UseCaseContext,
): OutputOf<'roster.lowerGrade'> {
  const { database } = context;
  const employeeId = ownerOf(accountById(database, input.accountId));
  const carried = carriedBy(reasonRows(database, input.accountId, employeeId)).grade;
  if (input.grade !== null && !isLowerGrade(input.grade, carried))
    throw new AppError('GRADE_NOT_CARRIED', { grade: input.grade, carried });
  if (input.grade === null && gradeIn(loweringRow(database, input.accountId, employeeId)) === null)
    throw new AppError('NOT_FOUND', { id: input.accountId });
  return context.write(['roster', 'cases'], (writable) => {
    writable.run(
      'INSERT INTO account_lowerings (account_id, employee_id, grade, reason, at, by) VALUES (?, ?, ?, ?, ?, ?)',
      [input.accountId, employeeId, input.grade, input.reason, context.now().toISOString(), context.actor.id],
    );
    return {
      value: accountProofOf(writable, input.accountId),
      entry: {
        action: input.grade === null ? 'roster.grade-restored' : 'roster.grade-lowered',
        subjectKind: 'account',
        subjectId: input.accountId,
        facts: { confidence: input.grade, carried },
      },
    };
  });
}

/** Reasons tie an account to somebody: without a person there is nothing to give reasons for. */
function ownerOf(account: SqlRow): string {
  const employeeId = textOrNull(account, 'employee_id');
  if (employeeId === null) throw new AppError('EMPLOYEE_UNKNOWN', { id: textOf(account, 'id') });
  return employeeId;
}
