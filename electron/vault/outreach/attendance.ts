/** Who was at a held session: people of the roster, once each, and guests by name. Entries are withdrawn, never deleted. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type OutreachAttendee, outreachSource } from '#shared/contract/outreach.ts';
import type { OUTREACH_ENTRY_SOURCES } from '#shared/domain/outreach/session-rules.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, SqlValue, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { knownEmployees } from './people.ts';
import { heldSession, sessionById } from './session-rows.ts';

type Source = (typeof OUTREACH_ENTRY_SOURCES)[number];

/** In the order in which they were noted. NOT_FOUND. */
export function listAttendance(
  input: InputOf<'outreach.attendance'>,
  database: ReadableDatabase,
): OutputOf<'outreach.attendance'> {
  sessionById(database, input.sessionId);
  const parameters: Record<string, SqlValue> = { session: input.sessionId };
  const parts = ['a.session_id = @session'];
  if (!input.withdrawn) parts.push('a.withdrawn_at IS NULL');
  if (input.guests !== undefined) parts.push(`a.employee_id IS ${input.guests ? '' : 'NOT '}NULL`);
  if (input.agency !== undefined && input.agency !== '') {
    parts.push('a.agency = @agency');
    parameters['agency'] = input.agency;
  }
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    parts.push(
      `(e.search_name LIKE @term${index} OR e.nip LIKE @term${index} OR a.guest_name LIKE @term${index}
        OR a.unit LIKE @term${index} OR a.guest_office LIKE @term${index})`,
    );
  });
  const from = `FROM outreach_attendance a LEFT JOIN employees e ON e.id = a.employee_id
    JOIN users u ON u.id = a.added_by WHERE ${parts.join(' AND ')}`;
  const counted = database.get(`SELECT count(*) AS total ${from}`, parameters);
  const rows = database.all(
    `SELECT a.*, e.name, e.nip, u.name AS adder ${from} ORDER BY a.added_at DESC, a.rowid DESC LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: counted ? numberOf(counted, 'total') : 0, rows: rows.map(attendeeOf) };
}

/** OUTREACH_NOT_HELD, EMPLOYEE_UNKNOWN. Who is noted already is counted and left as it is. */
export function addAttendance(
  input: InputOf<'outreach.addAttendance'>,
  context: UseCaseContext,
): OutputOf<'outreach.addAttendance'> {
  return noteAttendance(context, input.sessionId, input.employeeIds, input.how);
}

/** The same for whoever found the people in another way. */
export function noteAttendance(
  context: UseCaseContext,
  sessionId: string,
  employeeIds: readonly string[],
  source: Source,
): { added: number; already: number } {
  const session = heldSession(context.database, sessionId);
  const ids = knownEmployees(context.database, employeeIds);
  return context.write(['outreach'], (database) => {
    const added = insertAttendance(database, context, session.id, ids, source);
    const entry = {
      action: 'outreach.attendance-noted',
      subjectKind: 'outreach',
      subjectId: session.id,
      facts: { count: added, source },
    } as const;
    return { value: { added, already: ids.length - added }, entry: added === 0 ? null : entry };
  });
}

/** Inside a transaction, of ids that are known; answers with how many are new. */
export function insertAttendance(
  database: WritableDatabase,
  context: UseCaseContext,
  sessionId: string,
  employeeIds: readonly string[],
  source: Source,
): number {
  const at = context.now().toISOString();
  let added = 0;
  for (const id of employeeIds)
    added += database.run(
      `INSERT INTO outreach_attendance (id, session_id, employee_id, unit, agency, source, added_at, added_by)
       SELECT ?, ?, e.id, e.unit, e.agency, ?, ?, ? FROM employees e WHERE e.id = ? ON CONFLICT DO NOTHING`,
      [context.newId(), sessionId, source, at, context.actor.id, id],
    ).changes;
  return added;
}

/** OUTREACH_NOT_HELD. */
export function addGuest(input: InputOf<'outreach.addGuest'>, context: UseCaseContext): OutputOf<'outreach.addGuest'> {
  const session = heldSession(context.database, input.sessionId);
  return context.write(['outreach'], (database) => {
    const id = insertGuest(database, context, session.id, input, 'pick');
    return {
      value: { id },
      entry: {
        action: 'outreach.guest-noted',
        subjectKind: 'outreach',
        subjectId: session.id,
        facts: { count: 1, source: 'pick' },
      },
    };
  });
}

/** Inside a transaction. */
export function insertGuest(
  database: WritableDatabase,
  context: UseCaseContext,
  sessionId: string,
  { name, office }: { readonly name: string; readonly office: string },
  source: Source,
): string {
  const id = context.newId();
  database.run(
    `INSERT INTO outreach_attendance (id, session_id, guest_name, guest_office, source, added_at, added_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, sessionId, name, office, source, context.now().toISOString(), context.actor.id],
  );
  return id;
}

/** All of one session, all standing; NOT_FOUND otherwise, and nothing is changed. */
export function withdrawAttendance(
  input: InputOf<'outreach.withdrawAttendance'>,
  context: UseCaseContext,
): OutputOf<'outreach.withdrawAttendance'> {
  const ids = JSON.stringify([...new Set(input.ids)]);
  return context.write(['outreach'], (database) => {
    const sessions = database.all(
      `SELECT session_id, count(*) AS n FROM outreach_attendance
       WHERE withdrawn_at IS NULL AND id IN (SELECT value FROM json_each(?)) GROUP BY session_id`,
      [ids],
    );
    const [only] = sessions;
    if (only === undefined || sessions.length > 1 || numberOf(only, 'n') !== new Set(input.ids).size)
      throw new AppError('NOT_FOUND', { id: input.ids[0] ?? '' });
    const { changes } = database.run(
      `UPDATE outreach_attendance SET withdrawn_at = ?, withdraw_reason = ? WHERE id IN (SELECT value FROM json_each(?))`,
      [context.now().toISOString(), input.reason, ids],
    );
    return {
      value: { withdrawn: changes },
      entry: {
        action: 'outreach.attendance-withdrawn',
        subjectKind: 'outreach',
        subjectId: textOf(only, 'session_id'),
        facts: { count: changes },
      },
    };
  });
}

function attendeeOf(row: SqlRow): OutreachAttendee {
  const guest = textOrNull(row, 'guest_name');
  return {
    id: textOf(row, 'id'),
    employeeId: textOrNull(row, 'employee_id'),
    name: guest ?? textOf(row, 'name'),
    nip: textOrNull(row, 'nip'),
    unit: guest === null ? textOrNull(row, 'unit') : textOrNull(row, 'guest_office'),
    agency: textOrNull(row, 'agency'),
    source: outreachSource.parse(row['source']),
    addedAt: textOf(row, 'added_at'),
    addedBy: textOf(row, 'adder'),
    withdrawnAt: textOrNull(row, 'withdrawn_at'),
    withdrawReason: textOrNull(row, 'withdraw_reason'),
  };
}
