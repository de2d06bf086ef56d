/** Reads rounds in the shape of the contract. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type RoundDetail, roundPlan, type RoundRow } from '#shared/contract/monitoring.ts';
import { CADENCES, ROUND_STATES, roundNumber } from '#shared/domain/monitoring/rules.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import type { ReadableDatabase, SqlRow, SqlValue } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

const SELECT = `SELECT r.*, a.name AS assignee, u.name AS creator, e.name AS ender
  FROM monitoring_rounds r JOIN users a ON a.id = r.assignee_id JOIN users u ON u.id = r.created_by
  LEFT JOIN users e ON e.id = r.ended_by`;
const COUNTS = `SELECT count(DISTINCT employee_id) AS persons, count(account_id) AS accounts,
    total(state = 'done') AS done, total(state IN ('open', 'again')) AS open, total(state = 'again') AS again,
    total(state = 'no-account') AS without, total(state = 'left') AS left_open, total(state = 'carried') AS carried
  FROM monitoring_items WHERE round_id = ?`;

/** Running rounds first, then the newest. */
export function listRounds(
  input: InputOf<'monitoring.rounds'>,
  database: ReadableDatabase,
): OutputOf<'monitoring.rounds'> {
  const conditions = ['true'];
  const parameters: Record<string, SqlValue> = {};
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(
      `(r.title LIKE @term${index} OR printf('R-%04d', r.sequence) LIKE @term${index} OR a.name LIKE @term${index})`,
    );
  });
  if (input.state !== undefined) {
    conditions.push('r.state = @state');
    parameters['state'] = input.state;
  }
  if (input.openOnly === true) conditions.push("r.state <> 'finished'");
  if (input.assigneeId !== undefined) {
    conditions.push('r.assignee_id = @assignee');
    parameters['assignee'] = input.assigneeId;
  }
  const where = `WHERE ${conditions.join(' AND ')}`;
  const total = database.get(
    `SELECT count(*) AS total FROM monitoring_rounds r JOIN users a ON a.id = r.assignee_id ${where}`,
    parameters,
  );
  return {
    total: total ? numberOf(total, 'total') : 0,
    rows: roundsWhere(database, `${where} ORDER BY r.state = 'finished', r.sequence DESC LIMIT @limit OFFSET @offset`, {
      ...parameters,
      limit: input.limit,
      offset: input.offset,
    }),
  };
}

/** Rounds by a condition and order of one's own over `r`. */
export function roundsWhere(
  database: ReadableDatabase,
  where: string,
  parameters: Record<string, SqlValue> = {},
): RoundRow[] {
  return database.all(`${SELECT} ${where}`, parameters).map((row) => roundRowOf(database, row));
}

/** NOT_FOUND when there is no round of that id. */
export function roundById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get(`${SELECT} WHERE r.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

/** The row of a list. NOT_FOUND. */
export function roundRow(database: ReadableDatabase, id: string): RoundRow {
  return roundRowOf(database, roundById(database, id));
}

function countsOf(database: ReadableDatabase, id: string): SqlRow {
  const counts = database.get(COUNTS, [id]);
  if (!counts) throw new Error('a count gave no row');
  return counts;
}

function roundRowOf(database: ReadableDatabase, row: SqlRow): RoundRow {
  const id = textOf(row, 'id');
  const counts = countsOf(database, id);
  return {
    id,
    number: roundNumber(numberOf(row, 'sequence')),
    title: textOf(row, 'title'),
    state: z.enum(ROUND_STATES).parse(row['state']),
    cadence: z.enum(CADENCES).parse(row['cadence']),
    assignee: { id: textOf(row, 'assignee_id'), name: textOf(row, 'assignee') },
    begunOn: textOf(row, 'begun_on'),
    nextOn: textOrNull(row, 'next_on'),
    createdAt: textOf(row, 'created_at'),
    endedAt: textOrNull(row, 'ended_at'),
    persons: numberOf(counts, 'persons'),
    accounts: numberOf(counts, 'accounts'),
    done: numberOf(counts, 'done'),
    open: numberOf(counts, 'open'),
    again: numberOf(counts, 'again'),
    withoutAccount: numberOf(counts, 'without'),
  };
}

/** One round with its plan and what came of it. NOT_FOUND. */
export function roundDetail(database: ReadableDatabase, id: string): RoundDetail {
  const row = roundById(database, id);
  const counts = countsOf(database, id);
  const outcomes = database.all(
    `SELECT o.outcome, count(*) AS n FROM monitoring_items i JOIN monitoring_outcomes o ON o.item_id = i.id
     WHERE i.round_id = ? AND o.undone_at IS NULL GROUP BY o.outcome`,
    [id],
  );
  const series = textOf(row, 'series_id');
  const first = database.get('SELECT series_ended_at FROM monitoring_rounds WHERE id = ?', [series]);
  const from = textOrNull(row, 'carried_from');
  return {
    ...roundRowOf(database, row),
    seriesId: series,
    plan: planOf(row),
    seed: textOf(row, 'seed'),
    seedGiven: flagOf(row, 'seed_given'),
    createdBy: textOf(row, 'creator'),
    endedBy: textOrNull(row, 'ender'),
    population: populationOf(row)?.length ?? null,
    outcomes: Object.fromEntries(outcomes.map((one) => [textOf(one, 'outcome'), numberOf(one, 'n')])),
    left: numberOf(counts, 'left_open'),
    carried: numberOf(counts, 'carried'),
    carriedFrom: from === null ? null : shortRound(database, 'id', from),
    carriedTo: shortRound(database, 'carried_from', id),
    seriesEnded: first !== undefined && textOrNull(first, 'series_ended_at') !== null,
  };
}

/** The plan as it was begun. */
export function planOf(row: SqlRow): RoundDetail['plan'] {
  return roundPlan.parse(JSON.parse(textOf(row, 'plan')));
}

/** Keys of everybody who fitted when a sample was drawn; null without one. */
export function populationOf(row: SqlRow): number[] | null {
  const text = textOrNull(row, 'population');
  return text === null ? null : z.array(z.number().int()).parse(JSON.parse(text));
}

function shortRound(
  database: ReadableDatabase,
  column: 'id' | 'carried_from',
  value: string,
): { id: string; number: string } | null {
  const row = database.get(`SELECT id, sequence FROM monitoring_rounds WHERE ${column} = ?`, [value]);
  return row ? { id: textOf(row, 'id'), number: roundNumber(numberOf(row, 'sequence')) } : null;
}
