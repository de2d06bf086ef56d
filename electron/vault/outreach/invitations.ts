/** Who is to come: kept with the session, by name or by a filter of the coverage list; taken off again before it is held. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachSessionRow } from '#shared/contract/outreach.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlValue, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf } from '../rows.ts';
import { idsOfKeys, knownEmployees, peopleMatching, PERSON_COLUMNS, rosterPersonOf } from './people.ts';
import { sessionById } from './session-rows.ts';

/** By name. NOT_FOUND. */
export function listInvitees(
  input: InputOf<'outreach.invitees'>,
  database: ReadableDatabase,
): OutputOf<'outreach.invitees'> {
  sessionById(database, input.sessionId);
  const parameters: Record<string, SqlValue> = { session: input.sessionId };
  const attended = `EXISTS (SELECT 1 FROM outreach_attendance a WHERE a.session_id = i.session_id
    AND a.employee_id = i.employee_id AND a.withdrawn_at IS NULL)`;
  const parts = ['i.session_id = @session', 'i.ended_at IS NULL'];
  if (input.attended !== undefined) parts.push(input.attended ? attended : `NOT ${attended}`);
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    parts.push(`(e.search_name LIKE @term${index} OR e.nip LIKE @term${index} OR e.unit LIKE @term${index})`);
  });
  const from = `FROM outreach_invitations i JOIN employees e ON e.id = i.employee_id WHERE ${parts.join(' AND ')}`;
  const counted = database.get(`SELECT count(*) AS total ${from}`, parameters);
  const rows = database.all(
    `SELECT ${PERSON_COLUMNS}, i.invited_at, ${attended} AS attended ${from}
     ORDER BY e.search_name, e.employee_key LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return {
    total: counted ? numberOf(counted, 'total') : 0,
    rows: rows.map((row) => ({
      ...rosterPersonOf(row),
      attended: flagOf(row, 'attended'),
      invitedAt: textOf(row, 'invited_at'),
    })),
  };
}

/** Those who are invited already stay so. OUTREACH_NOT_PLANNED, OUTREACH_NOBODY, EMPLOYEE_UNKNOWN. */
export function invite(input: InputOf<'outreach.invite'>, context: UseCaseContext): OutputOf<'outreach.invite'> {
  const { database } = context;
  const session = plannedSession(database, input.sessionId);
  const { people } = input;
  const ids =
    'ids' in people
      ? knownEmployees(database, people.ids)
      : idsOfKeys(database, peopleMatching(database, people.matching));
  if (ids.length === 0) throw new AppError('OUTREACH_NOBODY');
  return context.write(['outreach'], (writable) => {
    const at = context.now().toISOString();
    let added = 0;
    for (const id of ids)
      added += writable.run(
        `INSERT INTO outreach_invitations (session_id, employee_id, invited_at, invited_by) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        [session.id, id, at, context.actor.id],
      ).changes;
    const value = { added, already: ids.length - added };
    const entry = {
      action: 'outreach.invited',
      subjectKind: 'outreach',
      subjectId: session.id,
      facts: { count: added },
    } as const;
    return { value, entry: added === 0 ? null : entry };
  });
}

/** OUTREACH_NOT_PLANNED. */
export function uninvite(input: InputOf<'outreach.uninvite'>, context: UseCaseContext): OutputOf<'outreach.uninvite'> {
  const session = plannedSession(context.database, input.sessionId);
  return context.write(['outreach'], (database) => {
    const { changes } = database.run(
      `UPDATE outreach_invitations SET ended_at = @at WHERE session_id = @session AND ended_at IS NULL
         AND employee_id IN (SELECT value FROM json_each(@ids))`,
      { at: context.now().toISOString(), session: session.id, ids: JSON.stringify(input.employeeIds) },
    );
    const entry = {
      action: 'outreach.uninvited',
      subjectKind: 'outreach',
      subjectId: session.id,
      facts: { count: changes },
    } as const;
    return { value: { removed: changes }, entry: changes === 0 ? null : entry };
  });
}

function plannedSession(database: ReadableDatabase, id: string): OutreachSessionRow {
  const session = sessionById(database, id);
  if (session.state !== 'planned') throw new AppError('OUTREACH_NOT_PLANNED', { state: session.state });
  return session;
}
