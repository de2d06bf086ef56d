/** The people of the vault: one current row each, and a history row for every state they were in. */
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { employmentStatus } from '#shared/contract/roster.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { directoryChanged } from './directory-index.ts';

/** What a roster says of a person; null where it says nothing. Also the columns of the table, by their names there. */
export const PERSON_COLUMNS = {
  nip: 'nip',
  nik: 'nik',
  nipLama: 'old_nip',
  name: 'name',
  searchName: 'search_name',
  sex: 'sex',
  birthDate: 'birth_date',
  status: 'status',
  grade: 'grade',
  rank: 'rank',
  position: 'position',
  positionType: 'position_type',
  unit: 'unit',
  agency: 'agency',
  workEmail: 'work_email',
  workPhone: 'work_phone',
} as const;
export type PersonKey = keyof typeof PERSON_COLUMNS;
export type Person = { readonly [Key in PersonKey]: string | null } & {
  readonly name: string;
  readonly searchName: string;
};
export const PERSON_KEYS = Object.keys(PERSON_COLUMNS) as readonly PersonKey[];

/** The parts of a person that history keeps by date. */
const HISTORY_KEYS = [
  'name',
  'status',
  'grade',
  'rank',
  'position',
  'positionType',
  'unit',
  'agency',
] as const satisfies readonly PersonKey[];

/** The columns of a directory row, with how many cases are open on the person. */
export const EMPLOYEE_ROW_COLUMNS = `e.id, e.name, e.nip, e.nik, e.status, e.grade, e.rank, e.position, e.unit, e.agency,
  (SELECT count(DISTINCT r.case_id) FROM case_respondents r JOIN cases c ON c.id = r.case_id
    WHERE r.employee_id = e.id AND r.unlinked_at IS NULL AND c.status NOT IN ('selesai', 'dihentikan')) AS open_cases`;

export function employeeRowOf(row: SqlRow): EmployeeRow {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    nip: textOrNull(row, 'nip'),
    nik: textOrNull(row, 'nik'),
    status: employmentStatus.nullable().parse(textOrNull(row, 'status')),
    grade: textOrNull(row, 'grade'),
    rank: textOrNull(row, 'rank'),
    position: textOrNull(row, 'position'),
    unit: textOrNull(row, 'unit'),
    agency: textOrNull(row, 'agency'),
    openCases: numberOf(row, 'open_cases'),
  };
}

export function personOf(row: SqlRow): Person {
  const values = Object.fromEntries(PERSON_KEYS.map((key) => [key, textOrNull(row, PERSON_COLUMNS[key])])) as Record<
    PersonKey,
    string | null
  >;
  return { ...values, name: textOf(row, 'name'), searchName: textOf(row, 'search_name') };
}

/** EMPLOYEE_UNKNOWN when there is none of that id. */
export function employeeById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get(`SELECT e.*, ${EMPLOYEE_ROW_COLUMNS} FROM employees e WHERE e.id = ?`, [id]);
  if (!row) throw new AppError('EMPLOYEE_UNKNOWN', { id });
  return row;
}

export interface Stamp {
  readonly at: string;
  readonly importId: string | null;
}

export interface NewEmployee {
  readonly id: string;
  readonly person: Person;
}

/** Writes people and, in one statement after them all, the first state of each. */
export function insertEmployees(database: WritableDatabase, people: Iterable<NewEmployee>, stamp: Stamp): void {
  const before = database.get('SELECT coalesce(max(employee_key), 0) AS last FROM employees');
  for (const { id, person } of people) {
    const values: Record<string, string | null> = { id, import_id: stamp.importId, at: stamp.at };
    for (const key of PERSON_KEYS) values[PERSON_COLUMNS[key]] = person[key];
    database.run(INSERT_EMPLOYEE, values);
  }
  database.run(
    `INSERT INTO employee_history (employee_id, valid_from, name, status, grade, rank, position, position_type, unit, agency, import_id)
     SELECT id, created_at, name, status, grade, rank, position, position_type, unit, agency, last_import_id
     FROM employees WHERE employee_key > ? ORDER BY employee_key`,
    [before ? numberOf(before, 'last') : 0],
  );
  directoryChanged();
}

export function insertEmployee(database: WritableDatabase, id: string, person: Person, stamp: Stamp): void {
  insertEmployees(database, [{ id, person }], stamp);
}

const INSERT_EMPLOYEE = `INSERT INTO employees (id, ${Object.values(PERSON_COLUMNS).join(', ')}, last_import_id, created_at, updated_at)
  VALUES (@id, ${Object.values(PERSON_COLUMNS)
    .map((column) => `@${column}`)
    .join(', ')}, @import_id, @at, @at)`;

const UPDATE_EMPLOYEE = `UPDATE employees SET ${Object.values(PERSON_COLUMNS)
  .map((column) => `${column} = @${column}`)
  .join(', ')}, last_import_id = coalesce(@import_id, last_import_id), updated_at = @at WHERE id = @id`;

/** Writes the new state; a change that history keeps closes the state before and opens a new one. */
export function updateEmployee(
  database: WritableDatabase,
  id: string,
  before: Person,
  after: Person,
  stamp: Stamp,
): void {
  const values: Record<string, string | null> = { id, import_id: stamp.importId, at: stamp.at };
  for (const key of PERSON_KEYS) values[PERSON_COLUMNS[key]] = after[key];
  database.run(UPDATE_EMPLOYEE, values);
  directoryChanged();
  if (HISTORY_KEYS.every((key) => before[key] === after[key])) return;
  database.run('UPDATE employee_history SET valid_to = ? WHERE employee_id = ? AND valid_to IS NULL', [stamp.at, id]);
  addHistory(database, id, after, stamp);
}

function addHistory(database: WritableDatabase, id: string, person: Person, stamp: Stamp): void {
  database.run(
    `INSERT INTO employee_history (employee_id, valid_from, name, status, grade, rank, position, position_type, unit, agency, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      stamp.at,
      person.name,
      person.status,
      person.grade,
      person.rank,
      person.position,
      person.positionType,
      person.unit,
      person.agency,
      stamp.importId,
    ],
  );
}

/**
 * The state a person was in at an instant (ISO, UTC). Before the first known state, that first state: `known` is then
 * false, because nothing was recorded for that day.
 */
export function stateAt(
  database: ReadableDatabase,
  employeeId: string,
  instant: string,
): { row: SqlRow; known: boolean } {
  const at = database.get(
    'SELECT * FROM employee_history WHERE employee_id = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?) ORDER BY id DESC LIMIT 1',
    [employeeId, instant, instant],
  );
  if (at) return { row: at, known: true };
  const first = database.get('SELECT * FROM employee_history WHERE employee_id = ? ORDER BY id LIMIT 1', [employeeId]);
  if (!first) throw new AppError('EMPLOYEE_UNKNOWN', { id: employeeId });
  return { row: first, known: false };
}
