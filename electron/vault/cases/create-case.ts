/** Opens a case: with a person, with an account only, or with nobody known yet. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';
import { actInstant } from './act-instant.ts';
import { addRespondent } from './respondents.ts';

export function createCase(input: InputOf<'cases.create'>, context: UseCaseContext): OutputOf<'cases.create'> {
  return context.write(['cases'], (database) => {
    const value = insertCase(database, input, context);
    return {
      value,
      entry: {
        action: 'case.opened',
        subjectKind: 'case',
        subjectId: value.id,
        facts: { source: input.source, employee: input.employeeId },
      },
    };
  });
}

/** Inside a transaction, whose custody entry tells of the case. */
export function insertCase(
  database: WritableDatabase,
  input: InputOf<'cases.create'>,
  context: UseCaseContext,
): OutputOf<'cases.create'> {
  const id = context.newId();
  const now = context.now();
  const at = now.toISOString();
  const number = nextNumber(database, now, context);
  database.run(
    `INSERT INTO cases (id, number, title, status, source, opened_at, narrative, notes, act_date, act_date_text, candidate_status, regime, account_text)
       VALUES (@id, @number, @title, 'terdaftar', @source, @at, @narrative, '', @actDate, '', @candidateStatus, @regime, @accountText)`,
    {
      id,
      number,
      title: input.title,
      source: input.source,
      at,
      narrative: input.narrative,
      actDate: input.actDate,
      candidateStatus: input.candidateStatus,
      regime: input.regime,
      accountText: input.accountText,
    },
  );
  database.run(
    "INSERT INTO case_status_history (case_id, status, at, user_id, reason) VALUES (?, 'terdaftar', ?, ?, '')",
    [id, at, context.actor.id],
  );
  if (input.employeeId !== null || input.accountText !== '') {
    addRespondent(database, context, {
      caseId: id,
      employeeId: input.employeeId,
      accountText: input.accountText,
      reason: input.reason,
      asOf: actInstant(input.actDate) ?? at,
    });
  }
  return { id, number };
}

/** The next free number by the template; the counter starts anew each year. */
function nextNumber(database: WritableDatabase, now: Date, context: UseCaseContext): string {
  const { caseNumberTemplate, timeZone } = context.settings();
  const { year, month } = localParts(now, timeZone);
  for (;;) {
    const sequence = nextInSequence(database, 'case', String(year));
    const number = renderNumber(caseNumberTemplate, { sequence, month, year });
    // A template without {urut} would give every case the same number.
    const unique = number.includes(String(sequence)) ? number : `${number} (${sequence})`;
    if (!database.get('SELECT 1 FROM cases WHERE number = ?', [unique])) return unique;
  }
}
