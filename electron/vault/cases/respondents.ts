/** Who a case is about: linked with a reason, frozen as of a day, unlinked with a reason; nothing is erased. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PersonBlock } from '#shared/contract/cases.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { employeeById } from '../roster/employees.ts';
import { stateAt } from '../roster/history.ts';
import { caseById, casePageOf } from './case-rows.ts';
import { actInstant } from './act-instant.ts';

export interface NewRespondent {
  readonly caseId: string;
  readonly employeeId: string | null;
  readonly accountText: string;
  readonly reason: string;
  /** ISO instant, UTC: the day whose state of the person is frozen. */
  readonly asOf: string;
}

/** Inside a transaction: adds the respondent and freezes the person's block. ALREADY_LINKED for the same person twice. */
export function addRespondent(database: WritableDatabase, context: UseCaseContext, respondent: NewRespondent): string {
  const { caseId, employeeId } = respondent;
  if (
    employeeId !== null &&
    database.get('SELECT 1 FROM case_respondents WHERE case_id = ? AND employee_id = ? AND unlinked_at IS NULL', [
      caseId,
      employeeId,
    ])
  ) {
    throw new AppError('ALREADY_LINKED', {});
  }
  const id = context.newId();
  database.run(
    `INSERT INTO case_respondents (id, case_id, employee_id, account_text, reason, linked_at, linked_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      caseId,
      employeeId,
      respondent.accountText === '' ? null : respondent.accountText,
      respondent.reason,
      context.now().toISOString(),
      context.actor.id,
    ],
  );
  if (employeeId !== null)
    freeze(database, context, id, personBlockAt(database, employeeId, respondent.asOf), respondent.reason);
  return id;
}

export function linkRespondent(
  input: InputOf<'cases.linkRespondent'>,
  context: UseCaseContext,
): OutputOf<'cases.linkRespondent'> {
  const found = caseById(context.database, input.id);
  if (input.employeeId === null && input.accountText === '')
    throw new AppError('INVALID_INPUT', { field: 'accountText', problem: 'empty' });
  const asOf = input.asOf ?? actInstant(textOrNull(found, 'act_date')) ?? context.now().toISOString();
  return context.write(['cases'], (database) => {
    const respondentId = addRespondent(database, context, {
      caseId: input.id,
      employeeId: input.employeeId,
      accountText: input.accountText,
      reason: input.reason,
      asOf,
    });
    return {
      value: casePageOf(database, input.id),
      entry: {
        action: 'case.respondent-linked',
        subjectKind: 'case',
        subjectId: input.id,
        facts: { respondent: respondentId, employee: input.employeeId },
      },
    };
  });
}

export function unlinkRespondent(
  input: InputOf<'cases.unlinkRespondent'>,
  context: UseCaseContext,
): OutputOf<'cases.unlinkRespondent'> {
  return context.write(['cases'], (database) => {
    const changed = database.run(
      'UPDATE case_respondents SET unlinked_at = ?, unlinked_by = ?, unlink_reason = ? WHERE id = ? AND case_id = ? AND unlinked_at IS NULL',
      [context.now().toISOString(), context.actor.id, input.reason, input.respondentId, input.id],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: input.respondentId });
    return {
      value: casePageOf(database, input.id),
      entry: {
        action: 'case.respondent-unlinked',
        subjectKind: 'case',
        subjectId: input.id,
        facts: { respondent: input.respondentId },
      },
    };
  });
}

export function refreezePerson(
  input: InputOf<'cases.refreezePerson'>,
  context: UseCaseContext,
): OutputOf<'cases.refreezePerson'> {
  const found = caseById(context.database, input.id);
  const respondent = context.database.get('SELECT employee_id FROM case_respondents WHERE id = ? AND case_id = ?', [
    input.respondentId,
    input.id,
  ]);
  const employeeId = respondent ? textOrNull(respondent, 'employee_id') : null;
  if (employeeId === null) throw new AppError('NOT_FOUND', { id: input.respondentId });
  const asOf = input.asOf ?? actInstant(textOrNull(found, 'act_date')) ?? context.now().toISOString();
  return context.write(['cases'], (database) => {
    freeze(database, context, input.respondentId, personBlockAt(database, employeeId, asOf), input.reason);
    return {
      value: casePageOf(database, input.id),
      entry: {
        action: 'case.person-refrozen',
        subjectKind: 'case',
        subjectId: input.id,
        facts: { respondent: input.respondentId, asOf },
      },
    };
  });
}

function freeze(
  database: WritableDatabase,
  context: UseCaseContext,
  respondentId: string,
  block: PersonBlock,
  reason: string,
): void {
  database.run('INSERT INTO person_blocks (respondent_id, as_of, frozen_at, block, reason) VALUES (?, ?, ?, ?, ?)', [
    respondentId,
    block.asOf,
    context.now().toISOString(),
    JSON.stringify(block),
    reason,
  ]);
}

/** The person as the report prints them: identity of today, position and unit of the day. */
export function personBlockAt(database: ReadableDatabase, employeeId: string, asOf: string): PersonBlock {
  const person = employeeById(database, employeeId);
  const { row: state } = stateAt(database, employeeId, asOf);
  return {
    name: textOf(state, 'name'),
    nip: textOrNull(person, 'nip'),
    nik: textOrNull(person, 'nik'),
    status: textOrNull(state, 'status'),
    rank: textOrNull(state, 'rank'),
    grade: textOrNull(state, 'grade'),
    position: textOrNull(state, 'position'),
    unit: textOrNull(state, 'unit'),
    agency: textOrNull(state, 'agency'),
    asOf,
  };
}
