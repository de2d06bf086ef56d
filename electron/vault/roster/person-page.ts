/** One person's page: current state (or the state on a given day), history, accounts, cases. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Account } from '#shared/contract/roster.ts';
import { account as accountSchema } from '#shared/contract/roster.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { employeeById, employeeRowOf, stateAt } from './employees.ts';

export function personPage(input: InputOf<'roster.get'>, context: UseCaseContext): OutputOf<'roster.get'> {
  const { database } = context;
  const row = employeeById(database, input.id);
  const current = employeeRowOf(row);
  const dated = input.asOf === undefined ? {} : datedFields(stateAt(database, input.id, input.asOf).row);
  const sex = textOrNull(row, 'sex');
  return {
    employee: {
      ...current,
      ...dated,
      positionType: textOrNull(row, 'position_type'),
      sex: sex === 'L' || sex === 'P' ? sex : null,
      birthDate: textOrNull(row, 'birth_date'),
      workEmail: textOrNull(row, 'work_email'),
      workPhone: textOrNull(row, 'work_phone'),
      inLastRoster: isInLastRoster(database, row),
    },
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

function datedFields(state: SqlRow): {
  name: string;
  rank: string | null;
  grade: string | null;
  position: string | null;
  unit: string | null;
  agency: string | null;
} {
  return {
    name: textOf(state, 'name'),
    rank: textOrNull(state, 'rank'),
    grade: textOrNull(state, 'grade'),
    position: textOrNull(state, 'position'),
    unit: textOrNull(state, 'unit'),
    agency: textOrNull(state, 'agency'),
  };
}

function isInLastRoster(database: ReadableDatabase, employee: SqlRow): boolean {
  const last = database.get('SELECT id FROM roster_imports ORDER BY at DESC, id DESC LIMIT 1');
  return last === undefined || textOrNull(employee, 'last_import_id') === textOf(last, 'id');
}

function historyOf(database: ReadableDatabase, employeeId: string): OutputOf<'roster.get'>['history'] {
  return database
    .all(
      'SELECT h.*, i.file_name FROM employee_history h LEFT JOIN roster_imports i ON i.id = h.import_id WHERE h.employee_id = ? ORDER BY h.id DESC',
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
  return database.all('SELECT * FROM accounts WHERE employee_id = ? ORDER BY created_at', [employeeId]).map(accountOf);
}

export function accountOf(row: SqlRow): Account {
  return accountSchema.parse({
    id: row['id'],
    employeeId: row['employee_id'],
    platform: row['platform'],
    handle: row['handle'],
    url: row['url'],
    confidence: row['confidence'],
    basis: row['basis'],
    createdAt: row['created_at'],
  });
}
