/** Begins a round: whom it covers and in which order is settled once, by the plan and the seed, and kept. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { nextDay } from '#shared/domain/monitoring/rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { today } from '../capture-queue/days.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';
import { textOf, textOrNull } from '../rows.ts';
import { activeUser } from '../users/users.ts';
import { drawPeople, fittingPeople, type PlannedPerson, populationHash } from './plan-people.ts';
import { roundById, roundRow } from './round-rows.ts';

/** REASON_NEEDED, MONITORING_NOBODY, USER_UNKNOWN, MONITORING_STATE_NOT_ALLOWED. */
export function beginRound(input: InputOf<'monitoring.begin'>, context: UseCaseContext): OutputOf<'monitoring.begin'> {
  const { title, plan, cadence, assigneeId, follows } = input;
  activeUser(context.database, assigneeId);
  const id = context.newId();
  const seriesId = follows === null ? id : seriesToFollow(context.database, follows);
  const { people } = fittingPeople(plan, context);
  const given = plan.sample?.seed ?? null;
  // A UUIDv7: its last 74 bits are random.
  const seed = given ?? context.newId();
  const chosen = drawPeople(people, plan, seed);
  if (chosen.length === 0) throw new AppError('MONITORING_NOBODY');
  const population = plan.sample === null ? null : people.map(({ key }) => key);
  const begunOn = today(context);
  return context.write(['monitoring'], (database) => {
    insertRound(database, context, {
      id,
      seriesId,
      title,
      cadence,
      assigneeId,
      plan: JSON.stringify(plan),
      seed,
      seedGiven: given !== null,
      population: population === null ? null : JSON.stringify(population),
      begunOn,
      nextOn: nextDay(begunOn, cadence),
      follows,
      carriedFrom: null,
    });
    insertItems(database, context, id, chosen.flatMap(itemsOf));
    const value = roundRow(database, id);
    const facts = {
      persons: value.persons,
      accounts: value.accounts,
      withoutAccount: value.withoutAccount,
      byName: plan.persons.length,
      cadence,
      seed,
      sample: plan.sample?.size ?? null,
      population: population === null ? null : populationHash(population),
      follows,
    };
    return { value, entry: { action: 'monitoring.round-begun', subjectKind: 'round', subjectId: id, facts } };
  });
}

export interface NewRound {
  readonly id: string;
  readonly seriesId: string;
  readonly title: string;
  readonly cadence: string;
  readonly assigneeId: string;
  readonly plan: string;
  readonly seed: string;
  readonly seedGiven: boolean;
  readonly population: string | null;
  readonly begunOn: string;
  readonly nextOn: string | null;
  readonly follows: string | null;
  readonly carriedFrom: string | null;
}
export interface NewItem {
  readonly employeeId: string;
  readonly accountId: string | null;
  readonly job: string | null;
  readonly unit: string | null;
  readonly agency: string | null;
}

/** Inside the transaction that also appends its custody entry. It runs from the beginning. */
export function insertRound(database: WritableDatabase, context: UseCaseContext, round: NewRound): void {
  database.run(
    `INSERT INTO monitoring_rounds (id, sequence, series_id, title, state, cadence, assignee_id, plan, seed, seed_given, population,
       begun_on, next_on, created_at, created_by, follows, carried_from)
     VALUES (@id, @sequence, @seriesId, @title, 'running', @cadence, @assigneeId, @plan, @seed, @seedGiven, @population,
       @begunOn, @nextOn, @at, @by, @follows, @carriedFrom)`,
    {
      ...round,
      seedGiven: round.seedGiven ? 1 : 0,
      sequence: nextInSequence(database, 'monitoring-round', ''),
      at: context.now().toISOString(),
      by: context.actor.id,
    },
  );
}

/** Inside the same transaction: in the order of work. */
export function insertItems(
  database: WritableDatabase,
  context: UseCaseContext,
  roundId: string,
  items: readonly NewItem[],
): void {
  items.forEach(({ employeeId, accountId, job, unit, agency }, position) => {
    database.run(
      `INSERT INTO monitoring_items (id, round_id, position, employee_id, account_id, job, unit, agency, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        context.newId(),
        roundId,
        position,
        employeeId,
        accountId,
        job,
        unit,
        agency,
        accountId === null ? 'no-account' : 'open',
      ],
    );
  });
}

function itemsOf({ id, accounts, position, unit, agency }: PlannedPerson): NewItem[] {
  const known: readonly (string | null)[] = accounts.length === 0 ? [null] : accounts;
  return known.map((accountId) => ({ employeeId: id, accountId, job: position, unit, agency }));
}

/** A round is followed once, by its cadence, for as long as its plan goes on. */
function seriesToFollow(database: ReadableDatabase, id: string): string {
  const row: SqlRow = roundById(database, id);
  const series = textOf(row, 'series_id');
  const followed = database.get('SELECT 1 FROM monitoring_rounds WHERE follows = ?', [id]);
  const first = roundById(database, series);
  if (textOrNull(row, 'next_on') === null || followed || textOrNull(first, 'series_ended_at') !== null)
    throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  return series;
}
