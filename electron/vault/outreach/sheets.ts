/** Attendance sheets: printed with numbers, signed on paper, typed back by the numbers. A sheet's numbers never change. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { OutreachSheetInfo } from '#shared/contract/outreach.ts';
import { readTypedNumbers } from '#shared/domain/outreach/typed-numbers.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';
import { noteAttendance } from './attendance.ts';
import { IN_SERVICE, PERSON_COLUMNS, rosterPersonOf } from './people.ts';
import { sessionById } from './session-rows.ts';

type People = InputOf<'outreach.makeSheet'>['of'];

const ATTENDED = `EXISTS (SELECT 1 FROM outreach_attendance a WHERE a.session_id = h.session_id
  AND a.employee_id = r.employee_id AND a.withdrawn_at IS NULL)`;
const SELECT = `SELECT h.*, u.name AS maker, (SELECT count(*) FROM outreach_sheet_rows r WHERE r.sheet_id = h.id) AS row_count,
  (SELECT count(*) FROM outreach_sheet_rows r WHERE r.sheet_id = h.id AND ${ATTENDED}) AS attended
  FROM outreach_sheets h JOIN users u ON u.id = h.made_by`;

/** Ordered by unit and name. OUTREACH_NOBODY when it would be empty; NOT_FOUND. */
export function makeSheet(
  input: InputOf<'outreach.makeSheet'>,
  context: UseCaseContext,
): OutputOf<'outreach.makeSheet'> {
  const session = sessionById(context.database, input.sessionId);
  if (session.state === 'cancelled') throw new AppError('OUTREACH_NOT_FROM_HERE', { state: session.state });
  const ids = peopleOf(context.database, session.id, input.of);
  if (ids.length === 0) throw new AppError('OUTREACH_NOBODY');
  const id = context.newId();
  return context.write(['outreach'], (database) => {
    database.run(
      `INSERT INTO outreach_sheets (id, session_id, position, title, made_at, made_by) SELECT ?, ?, count(*) + 1, ?, ?, ?
       FROM outreach_sheets WHERE session_id = ?`,
      [id, session.id, titleOf(input.of), context.now().toISOString(), context.actor.id, session.id],
    );
    ids.forEach((employee, index) => {
      database.run('INSERT INTO outreach_sheet_rows (sheet_id, number, employee_id) VALUES (?, ?, ?)', [
        id,
        index + 1,
        employee,
      ]);
    });
    return {
      value: { id },
      entry: {
        action: 'outreach.sheet-made',
        subjectKind: 'outreach',
        subjectId: session.id,
        facts: { rows: ids.length },
      },
    };
  });
}

/** NOT_FOUND. */
export function sheetPage(id: string, database: ReadableDatabase): OutputOf<'outreach.sheet'> {
  const { sheet, sessionId } = sheetById(database, id);
  return {
    sheet,
    session: sessionById(database, sessionId),
    rows: rowsOf(database, id).map((row) => ({
      number: numberOf(row, 'number'),
      ...rosterPersonOf(row),
      attended: flagOf(row, 'attended'),
    })),
  };
}

/** NOT_FOUND, OUTREACH_NUMBERS_UNREADABLE. */
export function readSheet(
  input: InputOf<'outreach.readSheet'>,
  database: ReadableDatabase,
): OutputOf<'outreach.readSheet'> {
  sheetById(database, input.id);
  const { numbers, repeated } = numbersOf(input.numbers);
  const byNumber = new Map(rowsOf(database, input.id).map((row) => [numberOf(row, 'number'), row]));
  return {
    rows: numbers.flatMap((number) => {
      const row = byNumber.get(number);
      if (row === undefined) return [];
      return [{ number, name: textOf(row, 'name'), unit: textOrNull(row, 'unit'), attended: flagOf(row, 'attended') }];
    }),
    notOnSheet: numbers.filter((number) => !byNumber.has(number)),
    repeated: [...repeated],
  };
}

/** OUTREACH_NUMBERS_UNREADABLE, OUTREACH_NUMBERS_NOT_ON_SHEET, OUTREACH_NOT_HELD: then nothing is noted. */
export function markSheet(
  input: InputOf<'outreach.markSheet'>,
  context: UseCaseContext,
): OutputOf<'outreach.markSheet'> {
  const { database } = context;
  const { sessionId } = sheetById(database, input.id);
  const { numbers } = numbersOf(input.numbers);
  const byNumber = new Map(
    rowsOf(database, input.id).map((row) => [numberOf(row, 'number'), textOf(row, 'employee_id')]),
  );
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw new AppError('OUTREACH_NUMBERS_NOT_ON_SHEET', { numbers: missing.slice(0, 20).join(', ') });
  if (numbers.length === 0) throw new AppError('OUTREACH_NOBODY');
  const ids = numbers.map((number) => byNumber.get(number) ?? '');
  return noteAttendance(context, sessionId, ids, 'sheet');
}

/** The sheets of a session in the order in which they were made. */
export function sheetsOf(database: ReadableDatabase, sessionId: string): OutreachSheetInfo[] {
  return database.all(`${SELECT} WHERE h.session_id = ? ORDER BY h.position`, [sessionId]).map(sheetOf);
}

function sheetById(database: ReadableDatabase, id: string): { sheet: OutreachSheetInfo; sessionId: string } {
  const row = database.get(`${SELECT} WHERE h.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return { sheet: sheetOf(row), sessionId: textOf(row, 'session_id') };
}

function rowsOf(database: ReadableDatabase, id: string): SqlRow[] {
  return database.all(
    `SELECT r.number, ${PERSON_COLUMNS}, ${ATTENDED} AS attended FROM outreach_sheet_rows r
     JOIN outreach_sheets h ON h.id = r.sheet_id JOIN employees e ON e.id = r.employee_id
     WHERE r.sheet_id = ? ORDER BY r.number`,
    [id],
  );
}

const BY_UNIT = "ORDER BY coalesce(e.unit, e.agency, ''), e.search_name, e.employee_key";

function peopleOf(database: ReadableDatabase, sessionId: string, of: People): string[] {
  const rows =
    of.people === 'invited'
      ? database.all(
          `SELECT e.id FROM outreach_invitations i JOIN employees e ON e.id = i.employee_id
           WHERE i.session_id = ? AND i.ended_at IS NULL ${BY_UNIT}`,
          [sessionId],
        )
      : database.all(`SELECT e.id FROM employees e WHERE ${IN_SERVICE} AND e.${of.people} = ? ${BY_UNIT}`, [
          of.people === 'unit' ? of.unit : of.agency,
        ]);
  return rows.map((row) => textOf(row, 'id'));
}

/** What a sheet is called; "" stands for the invited. */
function titleOf(of: People): string {
  if (of.people === 'invited') return '';
  return of.people === 'unit' ? of.unit : of.agency;
}

function numbersOf(text: string): { numbers: readonly number[]; repeated: readonly number[] } {
  const read = readTypedNumbers(text);
  if ('unreadable' in read) throw new AppError('OUTREACH_NUMBERS_UNREADABLE', { text: read.unreadable });
  return read;
}

function sheetOf(row: SqlRow): OutreachSheetInfo {
  return {
    id: textOf(row, 'id'),
    position: numberOf(row, 'position'),
    title: textOf(row, 'title'),
    madeAt: textOf(row, 'made_at'),
    madeBy: textOf(row, 'maker'),
    rows: numberOf(row, 'row_count'),
    attended: numberOf(row, 'attended'),
  };
}
