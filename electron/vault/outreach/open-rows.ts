/** Rows of files that were nobody's yet: kept as written until an officer says who it is, notes a guest or drops it. */
import type { InputOf } from '#shared/contract/index.ts';
import { type OutreachOpenRow, openRowPurpose } from '#shared/contract/outreach.ts';
import { sessionNumber } from '#shared/domain/outreach/session-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { insertAttendance, insertGuest } from './attendance.ts';
import type { FileTarget } from './file-target.ts';
import { knownEmployees } from './people.ts';
import { insertPledges } from './pledges.ts';
import { heldSession } from './session-rows.ts';

/** Those that wait, the oldest first. */
export function openRowsOf(database: ReadableDatabase, filter: InputOf<'outreach.openRows'>): OutreachOpenRow[] {
  return database
    .all(
      `SELECT o.*, s.sequence, s.topic FROM outreach_open_rows o LEFT JOIN outreach_sessions s ON s.id = o.session_id
       WHERE o.settled_at IS NULL AND (@purpose IS NULL OR o.purpose = @purpose)
         AND (@session IS NULL OR o.session_id = @session) ORDER BY o.rowid`,
      { purpose: filter.purpose ?? null, session: filter.sessionId ?? null },
    )
    .map(openRowOf);
}

/** Inside a transaction: rows of a file that nobody is known for. */
export function insertOpenRows(
  database: WritableDatabase,
  context: UseCaseContext,
  target: FileTarget,
  fileName: string,
  rows: readonly { readonly row: number; readonly name: string; readonly nip: string; readonly unit: string }[],
): void {
  const pledge = target.purpose === 'pledge' ? target : null;
  for (const { row, name, nip, unit } of rows)
    database.run(
      `INSERT INTO outreach_open_rows (id, purpose, session_id, pledge_kind, signed_on, file_name, row, name, nip, unit,
         added_at, added_by)
       VALUES (@id, @purpose, @session, @kind, @signedOn, @fileName, @row, @name, @nip, @unit, @at, @by)`,
      {
        ...{ id: context.newId(), purpose: target.purpose, session: target.sessionId, fileName, row, name, nip, unit },
        kind: pledge?.kind ?? null,
        signedOn: pledge?.signedOn ?? null,
        at: context.now().toISOString(),
        by: context.actor.id,
      },
    );
}

/**
 * NOT_FOUND for one that was settled before; EMPLOYEE_UNKNOWN; REASON_NEEDED to drop one; INVALID_INPUT for a guest who signed;
 * OUTREACH_NOT_HELD when the session of an attendance is no longer one that was held.
 */
export function settleRow(input: InputOf<'outreach.settleRow'>, context: UseCaseContext): Record<string, never> {
  const found = context.database.get(
    `SELECT o.*, NULL AS sequence, NULL AS topic FROM outreach_open_rows o WHERE o.id = ? AND o.settled_at IS NULL`,
    [input.id],
  );
  if (!found) throw new AppError('NOT_FOUND', { id: input.id });
  const row = { ...openRowOf(found), sessionId: textOrNull(found, 'session_id') };
  if (input.as === 'dropped' && input.reason.length < 3) throw new AppError('REASON_NEEDED');
  if (input.as === 'guest' && row.purpose === 'pledge')
    throw new AppError('INVALID_INPUT', { field: 'as', problem: 'roster-only' });
  return context.write(['outreach'], (database) => {
    if (input.as === 'employee') settleAsEmployee(database, context, row, input.employeeId);
    if (input.as === 'guest') {
      const name = row.name === '' ? row.nip : row.name;
      insertGuest(
        database,
        context,
        heldSession(database, row.sessionId ?? '').id,
        { name, office: row.unit },
        'settled',
      );
    }
    database.run('UPDATE outreach_open_rows SET settled_at = ?, settled_as = ?, settle_reason = ? WHERE id = ?', [
      context.now().toISOString(),
      input.as,
      input.reason,
      input.id,
    ]);
    return {
      value: {},
      entry: {
        action: 'outreach.row-settled',
        subjectKind: 'outreach',
        subjectId: row.sessionId ?? row.id,
        facts: { kind: row.purpose, outcome: input.as },
      },
    };
  });
}

type SettledRow = OutreachOpenRow & { readonly sessionId: string | null };

function settleAsEmployee(
  database: WritableDatabase,
  context: UseCaseContext,
  { purpose, sessionId, pledgeKind, signedOn }: SettledRow,
  employeeId: string | null,
): void {
  const ids = knownEmployees(database, [employeeId ?? '']);
  if (purpose === 'attendance') {
    insertAttendance(database, context, heldSession(database, sessionId ?? '').id, ids, 'settled');
    return;
  }
  const entry = { kind: pledgeKind ?? '', signedOn: signedOn ?? '', sessionId, note: '', scan: null };
  insertPledges(database, context, entry, ids, 'settled');
}

function openRowOf(row: SqlRow): OutreachOpenRow {
  const sequence = row['sequence'];
  return {
    id: textOf(row, 'id'),
    purpose: openRowPurpose.parse(row['purpose']),
    session:
      sequence === null
        ? null
        : {
            id: textOf(row, 'session_id'),
            number: sessionNumber(numberOf(row, 'sequence')),
            topic: textOf(row, 'topic'),
          },
    pledgeKind: textOrNull(row, 'pledge_kind'),
    signedOn: textOrNull(row, 'signed_on'),
    fileName: textOf(row, 'file_name'),
    row: numberOf(row, 'row'),
    name: textOf(row, 'name'),
    nip: textOf(row, 'nip'),
    unit: textOf(row, 'unit'),
  };
}
