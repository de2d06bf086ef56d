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

/** The columns of a directory row, with how many cases are open on the person. */
export const EMPLOYEE_ROW_COLUMNS = `e.id, e.name, e.nip, e.nik, e.status, e.grade, e.rank, e.position, e.unit, e.agency,
  e.gone_since,
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
    goneSince: textOrNull(row, 'gone_since'),
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

/** When something is written down, which import says it, and the day for which it is said. */
export interface Stamp {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly importId: string | null;
  /** YYYY-MM-DD in the office's time zone. */
  readonly day: string;
  /** From when it held: ISO instant, UTC. */
  readonly from: string;
}

export interface NewEmployee {
  readonly id: string;
  readonly person: Person;
}

/** Writes people; each one's first state stands in the person itself (see history.ts). */
export function insertEmployees(database: WritableDatabase, people: Iterable<NewEmployee>, stamp: Stamp): void {
  const { importId, day, from, at } = stamp;
  const stamped = [importId, day, from, at];
  let values: (string | null)[] = [...stamped];
  let rows = 0;
  for (const { id, person } of people) {
    values.push(id);
    for (const key of PERSON_KEYS) values.push(person[key]);
    rows += 1;
    if (rows < AT_ONCE) continue;
    database.run(INSERT_MANY, values);
    values = [...stamped];
    rows = 0;
  }
  for (let start = stamped.length; start < values.length; start += ROW_VALUES)
    database.run(INSERT_ONE, [...stamped, ...values.slice(start, start + ROW_VALUES)]);
  directoryChanged();
}

export function insertEmployee(database: WritableDatabase, id: string, person: Person, stamp: Stamp): void {
  insertEmployees(database, [{ id, person }], stamp);
}

/** People written by one statement: a statement costs about as much as the row it writes. */
const AT_ONCE = 50;
/** The id and the person's columns. */
const ROW_VALUES = PERSON_KEYS.length + 1;
const INSERT_ONE = insertStatement(1);
const INSERT_MANY = insertStatement(AT_ONCE);

/** Takes the import, day, beginning and time of writing once, then each person's values. */
function insertStatement(people: number): string {
  const row = `(?${', ?'.repeat(ROW_VALUES - 1)})`;
  const columns = Array.from({ length: ROW_VALUES }, (_, index) => `column${index + 1}`).join(', ');
  return `WITH stamp (import, day, beginning, at) AS (VALUES (?, ?, ?, ?))
    INSERT INTO employees (id, ${Object.values(PERSON_COLUMNS).join(', ')},
      first_import_id, last_import_id, stated_on, known_from, created_at, updated_at)
    SELECT ${columns}, import, import, day, beginning, at, at
    FROM (VALUES ${Array.from({ length: people }, () => row).join(', ')}), stamp`;
}
