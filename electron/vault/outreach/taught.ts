/** When a person was taught and what the person signed: for the case page, the report and whoever asks. */
import type { TaughtPerson } from '#shared/contract/outreach-coverage.ts';
import { pledgeKind } from '#shared/contract/outreach-pledges.ts';
import { sessionNumber } from '#shared/domain/outreach/session-rules.ts';
import { caseById } from '../cases/case-rows.ts';
import type { ReadableDatabase } from '../kernel.ts';
import { employeeById } from '../roster/employees.ts';
import { numberOf, textOf } from '../rows.ts';

/** The latest first; only held sessions and entries that stand. EMPLOYEE_UNKNOWN. */
export function taught(database: ReadableDatabase, employeeId: string): TaughtPerson {
  return {
    employeeId,
    name: textOf(employeeById(database, employeeId), 'name'),
    sessions: database
      .all(
        `SELECT s.id, s.sequence, s.topic, s.day FROM outreach_attendance a JOIN outreach_sessions s ON s.id = a.session_id
         WHERE a.employee_id = ? AND a.withdrawn_at IS NULL AND s.state = 'held' ORDER BY s.day DESC, s.sequence DESC`,
        [employeeId],
      )
      .map((row) => ({
        id: textOf(row, 'id'),
        number: sessionNumber(numberOf(row, 'sequence')),
        topic: textOf(row, 'topic'),
        day: textOf(row, 'day'),
      })),
    pledges: database
      .all(
        `SELECT k.body, p.signed_on FROM outreach_pledges p JOIN outreach_pledge_kinds k ON k.code = p.kind
         WHERE p.employee_id = ? AND p.withdrawn_at IS NULL ORDER BY p.signed_on DESC, p.rowid DESC`,
        [employeeId],
      )
      .map((row) => ({
        kindLabel: pledgeKind.parse(JSON.parse(textOf(row, 'body'))).label,
        signedOn: textOf(row, 'signed_on'),
      })),
  };
}

/** Of every person of the roster who is linked to the case now. CASE_UNKNOWN. */
export function taughtOfCase(database: ReadableDatabase, caseId: string): TaughtPerson[] {
  caseById(database, caseId);
  return database
    .all(
      `SELECT employee_id FROM case_respondents WHERE case_id = ? AND unlinked_at IS NULL AND employee_id IS NOT NULL
       GROUP BY employee_id ORDER BY min(linked_at)`,
      [caseId],
    )
    .map((row) => taught(database, textOf(row, 'employee_id')));
}
