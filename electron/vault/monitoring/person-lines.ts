/** Everything that monitoring did about one person: planned, looked at (nothing found included), taken back, and outside rounds. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PersonLine } from '#shared/contract/monitoring.ts';
import { roundNumber } from '#shared/domain/monitoring/rules.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { employeeById } from '../roster/employees.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { evidenceOf, lookOf } from './item-rows.ts';
import { OUTSIDE } from './look-facts.ts';
import { planOf } from './round-rows.ts';

/** EMPLOYEE_UNKNOWN. */
export function personLines(
  input: InputOf<'monitoring.person'>,
  context: UseCaseContext,
): OutputOf<'monitoring.person'> {
  const { database } = context;
  const employee = employeeById(database, input.employeeId);
  const lines = [
    ...looks(database, input.employeeId),
    ...outside(database, input.employeeId),
    ...planned(database, input.employeeId),
  ];
  // The sort keeps the order above among lines of one moment.
  lines.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return {
    employee: {
      id: input.employeeId,
      name: textOf(employee, 'name'),
      nip: textOrNull(employee, 'nip'),
      unit: textOrNull(employee, 'unit') ?? textOrNull(employee, 'agency'),
    },
    total: lines.length,
    rows: lines.slice(input.offset, input.offset + input.limit),
  };
}

const ACCOUNT = "coalesce(a.platform || ' ' || coalesce(nullif(a.handle, ''), a.url), '') AS account";

function roundOf(row: SqlRow): NonNullable<PersonLine['round']> {
  return { id: textOf(row, 'round_id'), number: roundNumber(numberOf(row, 'sequence')), title: textOf(row, 'title') };
}

function planned(database: ReadableDatabase, employeeId: string): PersonLine[] {
  return database
    .all(
      `SELECT i.round_id, r.sequence, r.title, r.plan, r.created_at, ${ACCOUNT} FROM monitoring_items i
         JOIN monitoring_rounds r ON r.id = i.round_id LEFT JOIN accounts a ON a.id = i.account_id
       WHERE i.employee_id = ? ORDER BY i.position`,
      [employeeId],
    )
    .map((row) => ({
      at: textOf(row, 'created_at'),
      kind: 'planned',
      round: roundOf(row),
      plan: planOf(row),
      account: textOf(row, 'account'),
      look: null,
      evidence: null,
    }));
}

function looks(database: ReadableDatabase, employeeId: string): PersonLine[] {
  return database
    .all(
      `SELECT o.*, u.name AS user_name, i.round_id, r.sequence, r.title, ${ACCOUNT} FROM monitoring_items i
         JOIN monitoring_outcomes o ON o.item_id = i.id JOIN users u ON u.id = o.by JOIN monitoring_rounds r ON r.id = i.round_id
         LEFT JOIN accounts a ON a.id = i.account_id
       WHERE i.employee_id = ? ORDER BY o.rowid DESC`,
      [employeeId],
    )
    .map((row) => ({
      at: textOf(row, 'at'),
      kind: 'look',
      round: roundOf(row),
      plan: null,
      account: textOf(row, 'account'),
      look: lookOf(database, row),
      evidence: null,
    }));
}

function outside(database: ReadableDatabase, employeeId: string): PersonLine[] {
  return database
    .all(`SELECT DISTINCT e.id, e.captured_at, e.address ${OUTSIDE} AND c.employee_id = ?`, [employeeId])
    .map((row) => ({
      at: textOf(row, 'captured_at'),
      kind: 'outside',
      round: null,
      plan: null,
      account: textOf(row, 'address'),
      look: null,
      evidence: evidenceOf(database, textOf(row, 'id')),
    }));
}
