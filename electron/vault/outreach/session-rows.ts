/** Reads sessions in the shape of the contract. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type OutreachSessionRow, outreachSessionRow } from '#shared/contract/outreach.ts';
import { sessionNumber } from '#shared/domain/outreach/session-rules.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, SqlValue } from '../kernel.ts';
import { flagOf, numberOf, textOf } from '../rows.ts';

const COUNTS = `
  (SELECT count(*) FROM outreach_invitations i WHERE i.session_id = s.id AND i.ended_at IS NULL) AS invited,
  (SELECT count(*) FROM outreach_attendance a WHERE a.session_id = s.id AND a.withdrawn_at IS NULL
    AND a.employee_id IS NOT NULL) AS attended,
  (SELECT count(*) FROM outreach_attendance a WHERE a.session_id = s.id AND a.withdrawn_at IS NULL
    AND a.employee_id IS NULL) AS guests,
  (SELECT count(*) FROM outreach_open_rows o WHERE o.session_id = s.id AND o.settled_at IS NULL) AS open_rows`;
const SELECT = `SELECT s.*, ${COUNTS} FROM outreach_sessions s`;
const ORDER = {
  day: 's.day {way}, s.begins {way}, s.sequence {way}',
  topic: 's.topic COLLATE NOCASE {way}, s.sequence {way}',
  number: 's.sequence {way}',
  attended: 'attended {way}, s.sequence {way}',
} as const;

/** Search is over number, topic, place and speakers. */
export function listSessions(input: InputOf<'outreach.list'>, database: ReadableDatabase): OutputOf<'outreach.list'> {
  const { where, parameters } = conditions(input);
  const counted = database.get(`SELECT count(*) AS total FROM outreach_sessions s ${where}`, parameters);
  const order = ORDER[input.sort].replaceAll('{way}', input.descending ? 'DESC' : 'ASC');
  const rows = database.all(`${SELECT} ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`, {
    ...parameters,
    limit: input.limit,
    offset: input.offset,
  });
  return { total: counted ? numberOf(counted, 'total') : 0, rows: rows.map(sessionRowOf) };
}

/** Planned sessions, the nearest first; those whose day has passed stand at the top. */
export function upcomingSessions(database: ReadableDatabase, limit: number): OutreachSessionRow[] {
  return database
    .all(`${SELECT} WHERE s.state = 'planned' ORDER BY s.day, s.begins, s.sequence LIMIT ?`, [limit])
    .map(sessionRowOf);
}

/** NOT_FOUND. */
export function sessionById(database: ReadableDatabase, id: string): OutreachSessionRow {
  return sessionRowOf(sessionRow(database, id));
}

/** Who was there is only noted of a session that was held. NOT_FOUND, OUTREACH_NOT_HELD. */
export function heldSession(database: ReadableDatabase, id: string): OutreachSessionRow {
  const session = sessionById(database, id);
  if (session.state !== 'held') throw new AppError('OUTREACH_NOT_HELD', { state: session.state });
  return session;
}

function sessionRow(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get(`${SELECT} WHERE s.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

function sessionRowOf(row: SqlRow): OutreachSessionRow {
  return outreachSessionRow.parse({
    id: textOf(row, 'id'),
    number: sessionNumber(numberOf(row, 'sequence')),
    topic: textOf(row, 'topic'),
    speakers: JSON.parse(textOf(row, 'speakers')) as unknown,
    place: textOf(row, 'place'),
    online: flagOf(row, 'online'),
    day: textOf(row, 'day'),
    begins: textOf(row, 'begins'),
    ends: textOf(row, 'ends'),
    state: textOf(row, 'state'),
    invited: numberOf(row, 'invited'),
    attended: numberOf(row, 'attended'),
    guests: numberOf(row, 'guests'),
    openRows: numberOf(row, 'open_rows'),
  });
}

function conditions(input: InputOf<'outreach.list'>): { where: string; parameters: Record<string, SqlValue> } {
  const parts: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  const add = (condition: string, name: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    parts.push(condition);
    parameters[name] = value;
  };
  add('s.state = @state', 'state', input.state);
  add('s.day >= @from', 'from', input.from);
  add('s.day <= @to', 'to', input.to);
  if (input.withOpenRows === true)
    parts.push('EXISTS (SELECT 1 FROM outreach_open_rows o WHERE o.session_id = s.id AND o.settled_at IS NULL)');
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    parts.push(
      `(s.topic LIKE @term${index} OR s.place LIKE @term${index} OR s.speakers LIKE @term${index}
        OR printf('SOS-%04d', s.sequence) LIKE @term${index})`,
    );
  });
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, parameters };
}
