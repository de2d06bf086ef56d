/** One person's page: current state (or the state on a given day), history, accounts, cases. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Account } from '#shared/contract/roster.ts';
import { account as accountSchema, employmentStatus } from '#shared/contract/roster.ts';
import { actInstant } from '../cases/act-instant.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { accountGrade } from '../proof/account-grade.ts';
import { textOf, textOrNull } from '../rows.ts';
import { employeeById, employeeRowOf } from './employees.ts';
import { historyStateOf, stateAt } from './history.ts';

export function personPage(input: InputOf<'roster.get'>, context: UseCaseContext): OutputOf<'roster.get'> {
  const { database } = context;
  const row = employeeById(database, input.id);
  const on = input.asOf === undefined ? null : actInstant(input.asOf);
  const dated = on === null ? null : stateAt(database, input.id, on);
  const sex = textOrNull(row, 'sex');
  return {
    employee: {
      ...employeeRowOf(row),
      positionType: textOrNull(row, 'position_type'),
      ...(on !== null && dated ? datedFields(row, dated.row, on) : {}),
      sex: sex === 'L' || sex === 'P' ? sex : null,
      birthDate: textOrNull(row, 'birth_date'),
      workEmail: textOrNull(row, 'work_email'),
      workPhone: textOrNull(row, 'work_phone'),
    },
    known: dated?.known ?? true,
    history: historyOf(database, input.id),
    accounts: accountsOf(database, input.id),
    cases: database
      .all(
        `SELECT DISTINCT c.id, c.number, c.title, c.status FROM cases c JOIN case_respondents r ON r.case_id = c.id
         WHERE r.employee_id = ? AND r.unlinked_at IS NULL ORDER BY c.opened_at DESC`,
        [input.id],
      )
      .map((found) => ({
        id: textOf(found, 'id'),
        number: textOf(found, 'number'),
        title: textOf(found, 'title'),
        status: textOf(found, 'status'),
      })),
  };
}

/** What history keeps, as it was then; somebody who left later was still there. */
function datedFields(employee: SqlRow, state: SqlRow, instant: string): DatedFields {
  const gone = textOrNull(employee, 'gone_since');
  return {
    ...historyStateOf(state),
    status: employmentStatus.nullable().parse(textOrNull(state, 'status')),
    goneSince: gone !== null && gone <= instant ? gone : null,
  };
}
type DatedFields = Pick<
  OutputOf<'roster.get'>['employee'],
  'name' | 'status' | 'grade' | 'rank' | 'position' | 'positionType' | 'unit' | 'agency' | 'goneSince'
>;

function historyOf(database: ReadableDatabase, employeeId: string): OutputOf<'roster.get'>['history'] {
  return database
    .all(
      'SELECT h.*, i.file_name FROM employee_states h LEFT JOIN roster_imports i ON i.id = h.import_id WHERE h.employee_id = ? ORDER BY h.valid_from DESC, h.id DESC',
      [employeeId],
    )
    .map((row) => ({
      validFrom: textOf(row, 'valid_from'),
      validTo: textOrNull(row, 'valid_to'),
      position: textOrNull(row, 'position'),
      unit: textOrNull(row, 'unit'),
      agency: textOrNull(row, 'agency'),
      grade: textOrNull(row, 'grade'),
      status: textOrNull(row, 'status'),
      source: textOrNull(row, 'file_name') ?? '',
    }));
}

export function accountsOf(database: ReadableDatabase, employeeId: string): Account[] {
  return database
    .all('SELECT * FROM accounts WHERE employee_id = ? ORDER BY created_at', [employeeId])
    .map((row) => accountOf(database, row));
}

export function accountOf(database: ReadableDatabase, row: SqlRow): Account {
  return accountSchema.parse({
    id: row['id'],
    employeeId: row['employee_id'],
    platform: row['platform'],
    handle: row['handle'],
    url: row['url'],
    confidence: accountGrade(database, row),
    basis: row['basis'],
    createdAt: row['created_at'],
  });
}
