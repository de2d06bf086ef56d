/** Reads the items of rounds, the looks at them, and the evidence that looks name. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Look, outcome, type RoundItem } from '#shared/contract/monitoring.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { ITEM_STATES } from '#shared/domain/monitoring/rules.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import type { ReadableDatabase, SqlRow, SqlValue } from '../kernel.ts';
import { accountGrade } from '../proof/account-grade.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { roundById } from './round-rows.ts';

/** The last outcome of an item that stands. */
export const LAST_LOOK = `(SELECT n.id FROM monitoring_outcomes n WHERE n.item_id = i.id AND n.undone_at IS NULL
  ORDER BY n.at DESC, n.rowid DESC LIMIT 1)`;

const FROM = `FROM monitoring_items i JOIN employees e ON e.id = i.employee_id LEFT JOIN accounts a ON a.id = i.account_id
  LEFT JOIN monitoring_outcomes l ON l.id = ${LAST_LOOK}`;

/** The items of one round in the order of work. NOT_FOUND when there is no such round. */
export function listItems(
  input: InputOf<'monitoring.items'>,
  database: ReadableDatabase,
): OutputOf<'monitoring.items'> {
  roundById(database, input.roundId);
  const conditions = ['i.round_id = @round'];
  const parameters: Record<string, SqlValue> = { round: input.roundId };
  if (input.state !== undefined) {
    conditions.push('i.state = @state');
    parameters['state'] = input.state;
  }
  if (input.outcome !== undefined) {
    conditions.push('l.outcome = @outcome');
    parameters['outcome'] = input.outcome;
  }
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(
      `(e.search_name LIKE @term${index} OR e.nip LIKE @term${index} OR a.handle LIKE @term${index} OR a.platform LIKE @term${index}
        OR a.url LIKE @term${index} OR i.unit LIKE @term${index} OR i.agency LIKE @term${index} OR l.note LIKE @term${index})`,
    );
  });
  const where = `${FROM} WHERE ${conditions.join(' AND ')}`;
  const total = database.get(`SELECT count(*) AS total ${where}`, parameters);
  const rows = database.all(`SELECT i.* ${where} ORDER BY i.position LIMIT @limit OFFSET @offset`, {
    ...parameters,
    limit: input.limit,
    offset: input.offset,
  });
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map((row) => itemOf(database, row)) };
}

/** NOT_FOUND when there is no item of that id. */
export function itemById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM monitoring_items WHERE id = ?', [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

/** An item with its person as planned, its account as known today, and its last look. */
export function itemOf(database: ReadableDatabase, item: SqlRow): RoundItem {
  const employee = database.get('SELECT id, name FROM employees WHERE id = ?', [textOf(item, 'employee_id')]);
  if (!employee) throw new Error('an item without its person');
  const accountId = textOrNull(item, 'account_id');
  const account = accountId === null ? undefined : database.get('SELECT * FROM accounts WHERE id = ?', [accountId]);
  const last = database.get(`SELECT ${LAST_LOOK} AS id FROM monitoring_items i WHERE i.id = ?`, [textOf(item, 'id')]);
  const lastId = last ? textOrNull(last, 'id') : null;
  return {
    id: textOf(item, 'id'),
    position: numberOf(item, 'position'),
    employee: {
      id: textOf(employee, 'id'),
      name: textOf(employee, 'name'),
      position: textOrNull(item, 'job'),
      unit: textOrNull(item, 'unit'),
      agency: textOrNull(item, 'agency'),
    },
    account:
      account === undefined
        ? null
        : {
            id: textOf(account, 'id'),
            platform: textOf(account, 'platform'),
            handle: textOf(account, 'handle'),
            url: textOf(account, 'url'),
            confidence: accountGrade(database, account),
          },
    state: z.enum(ITEM_STATES).parse(item['state']),
    last: lastId === null ? null : lookById(database, lastId),
  };
}

const LOOKS = 'SELECT o.*, u.name AS user_name FROM monitoring_outcomes o JOIN users u ON u.id = o.by';

/** NOT_FOUND when there is no outcome of that id. */
export function lookById(database: ReadableDatabase, id: string): Look {
  const row = database.get(`${LOOKS} WHERE o.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return lookOf(database, row);
}

/** The last outcome of a round that stands, with its item; null when there is none. */
export function latestLook(
  database: ReadableDatabase,
  roundId: string,
): { readonly look: Look; readonly item: SqlRow } | null {
  const row = database.get(
    `${LOOKS} JOIN monitoring_items i ON i.id = o.item_id WHERE i.round_id = ? AND o.undone_at IS NULL
     ORDER BY o.at DESC, o.rowid DESC LIMIT 1`,
    [roundId],
  );
  return row ? { look: lookOf(database, row), item: itemById(database, textOf(row, 'item_id')) } : null;
}

/** A row of `monitoring_outcomes` with its user's name as `user_name`. */
export function lookOf(database: ReadableDatabase, row: SqlRow): Look {
  const evidenceId = textOrNull(row, 'evidence_id');
  return {
    id: textOf(row, 'id'),
    outcome: outcome.parse(row['outcome']),
    at: textOf(row, 'at'),
    by: textOf(row, 'user_name'),
    note: textOf(row, 'note'),
    evidence: evidenceId === null ? null : evidenceOf(database, evidenceId),
    undoneAt: textOrNull(row, 'undone_at'),
  };
}

/** An item of evidence as a look names it, with the case it lies in now. */
export function evidenceOf(database: ReadableDatabase, id: string): NonNullable<Look['evidence']> {
  const row = database.get(
    `SELECT e.id, e.sequence, e.title, (SELECT c.number FROM evidence_filings f JOIN cases c ON c.id = f.case_id
       WHERE f.evidence_id = e.id AND f.ended_at IS NULL ORDER BY f.id LIMIT 1) AS case_number
     FROM evidence e WHERE e.id = ?`,
    [id],
  );
  if (!row) throw new AppError('EVIDENCE_UNKNOWN', { id });
  return {
    id: textOf(row, 'id'),
    number: evidenceNumber(numberOf(row, 'sequence')),
    title: textOf(row, 'title'),
    caseNumber: textOrNull(row, 'case_number'),
  };
}
