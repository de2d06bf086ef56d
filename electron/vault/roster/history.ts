/** The states that a person was in, by date: every one with the day from which it held and where it was stated. */
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';

/** The parts of a person that history keeps, with their columns. */
export const HISTORY_COLUMNS = {
  name: 'name',
  status: 'status',
  grade: 'grade',
  rank: 'rank',
  position: 'position',
  positionType: 'position_type',
  unit: 'unit',
  agency: 'agency',
} as const;
export type HistoryKey = keyof typeof HISTORY_COLUMNS;
export const HISTORY_KEYS = Object.keys(HISTORY_COLUMNS) as readonly HistoryKey[];
export type HistoryState = { readonly [Key in HistoryKey]: string | null } & { readonly name: string };

/** What a placing did to the table: enough to take it back. */
export interface Placing {
  readonly inserted: readonly number[];
  readonly closed: readonly { readonly id: number; readonly validTo: string | null }[];
}

/** A state that took no time was corrected on the day that it was stated. */
const LASTED = '(valid_to IS NULL OR valid_to > valid_from)';

/**
 * The state a person was in at an instant (ISO, UTC). Before the first known state, that first state: `known` is then
 * false, because nothing was recorded for that day.
 */
export function stateAt(
  database: ReadableDatabase,
  employeeId: string,
  instant: string,
): { row: SqlRow; known: boolean } {
  const at = coveringState(database, employeeId, instant);
  if (at) return { row: at, known: true };
  const first = database.get(
    `SELECT * FROM employee_states WHERE employee_id = ? AND ${LASTED} ORDER BY valid_from, id LIMIT 1`,
    [employeeId],
  );
  if (!first) throw new AppError('EMPLOYEE_UNKNOWN', { id: employeeId });
  return { row: first, known: false };
}

/** The state that held at an instant, or undefined when nothing was recorded for it. */
export function coveringState(database: ReadableDatabase, employeeId: string, instant: string): SqlRow | undefined {
  return database.get(
    `SELECT * FROM employee_states WHERE employee_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)
     ORDER BY valid_from DESC, id DESC LIMIT 1`,
    [employeeId, instant, instant],
  );
}

export function historyStateOf(row: SqlRow): HistoryState {
  return {
    name: textOf(row, 'name'),
    status: textOrNull(row, 'status'),
    grade: textOrNull(row, 'grade'),
    rank: textOrNull(row, 'rank'),
    position: textOrNull(row, 'position'),
    positionType: textOrNull(row, 'position_type'),
    unit: textOrNull(row, 'unit'),
    agency: textOrNull(row, 'agency'),
  };
}

/**
 * Writes down the first state of somebody who has only that one, before the person is changed. Answers with the ids of
 * what was written, for the placing that it belongs to.
 */
export function keepFirstState(database: WritableDatabase, employeeId: string): readonly number[] {
  const columns = Object.values(HISTORY_COLUMNS).join(', ');
  const { changes } = database.run(
    `INSERT INTO employee_history (employee_id, valid_from, valid_to, import_id, ${columns})
     SELECT employee_id, valid_from, valid_to, import_id, ${columns} FROM employee_states WHERE employee_id = ? AND id = 0`,
    [employeeId],
  );
  return changes === 0 ? [] : [lastId(database)];
}

/** Ends the state that holds now and begins another, which holds until further notice. */
export function succeedState(
  database: WritableDatabase,
  employeeId: string,
  state: HistoryState,
  stated: { readonly from: string; readonly importId: string | null },
): Placing {
  const open = database.get('SELECT * FROM employee_history WHERE employee_id = ? AND valid_to IS NULL', [employeeId]);
  // A person by hand is known from an hour of the day, a roster from its midnight.
  const from = open && textOf(open, 'valid_from') > stated.from ? textOf(open, 'valid_from') : stated.from;
  const closed = open ? [close(database, open, from)] : [];
  return { inserted: [insert(database, employeeId, state, { ...stated, from, to: null })], closed };
}

/**
 * Puts a state of an earlier day at its place, up to the next one that is known. Where the state that holds now had begun
 * before that day, it begins again at `resumes`: the latest instant for which it was stated.
 */
export function insertEarlierState(
  database: WritableDatabase,
  employeeId: string,
  state: HistoryState,
  stated: { readonly from: string; readonly importId: string | null; readonly resumes: string },
): Placing {
  const { from, importId, resumes } = stated;
  const covering = coveringState(database, employeeId, from);
  if (!covering) {
    const next = database.get(
      `SELECT min(valid_from) AS at FROM employee_history WHERE employee_id = ? AND valid_from > ? AND ${LASTED}`,
      [employeeId, from],
    );
    const to = next ? textOrNull(next, 'at') : null;
    return { inserted: [insert(database, employeeId, state, { from, to, importId })], closed: [] };
  }
  const until = textOrNull(covering, 'valid_to');
  const closed = [close(database, covering, from)];
  const inserted = [insert(database, employeeId, state, { from, to: until ?? resumes, importId })];
  if (until === null) {
    const again = { from: resumes, to: null, importId: textOrNull(covering, 'import_id') };
    inserted.push(insert(database, employeeId, historyStateOf(covering), again));
  }
  return { inserted, closed };
}

/** Takes a placing back. */
export function removePlacing(database: WritableDatabase, { inserted, closed }: Placing): void {
  for (const id of inserted) database.run('DELETE FROM employee_history WHERE id = ?', [id]);
  for (const { id, validTo } of closed)
    database.run('UPDATE employee_history SET valid_to = ? WHERE id = ?', [validTo, id]);
}

function close(database: WritableDatabase, row: SqlRow, at: string): Placing['closed'][number] {
  const id = numberOf(row, 'id');
  database.run('UPDATE employee_history SET valid_to = ? WHERE id = ?', [at, id]);
  return { id, validTo: textOrNull(row, 'valid_to') };
}

function insert(
  database: WritableDatabase,
  employeeId: string,
  state: HistoryState,
  stated: { readonly from: string; readonly to: string | null; readonly importId: string | null },
): number {
  database.run(INSERT, [employeeId, stated.from, stated.to, stated.importId, ...HISTORY_KEYS.map((key) => state[key])]);
  return lastId(database);
}

function lastId(database: WritableDatabase): number {
  const row = database.get('SELECT last_insert_rowid() AS id');
  return row ? numberOf(row, 'id') : 0;
}

const INSERT = `INSERT INTO employee_history (employee_id, valid_from, valid_to, import_id, ${Object.values(HISTORY_COLUMNS).join(', ')})
  VALUES (?, ?, ?, ?${', ?'.repeat(Object.keys(HISTORY_COLUMNS).length)})`;
