/** Stopping, going on, ending, handing over a round, ending its plan, and repeating its draw. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { today } from '../capture-queue/days.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';
import { activeUser } from '../users/users.ts';
import { insertItems, insertRound } from './begin-round.ts';
import { drawPeople, populationHash } from './plan-people.ts';
import { planOf, populationOf, roundById, roundDetail, roundRow } from './round-rows.ts';

/** NOT_FOUND, MONITORING_STATE_NOT_ALLOWED. */
export function actOnRound(
  { id, action }: InputOf<'monitoring.act'>,
  context: UseCaseContext,
): OutputOf<'monitoring.act'> {
  const state = textOf(roundById(context.database, id), 'state');
  if (state !== (action === 'stop' ? 'running' : 'stopped')) throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  return context.write(['monitoring'], (database) => {
    database.run('UPDATE monitoring_rounds SET state = ? WHERE id = ?', [
      action === 'stop' ? 'stopped' : 'running',
      id,
    ]);
    const value = roundRow(database, id);
    const recorded = action === 'stop' ? 'monitoring.round-stopped' : 'monitoring.round-resumed';
    return { value, entry: { action: recorded, subjectKind: 'round', subjectId: id, facts: { open: value.open } } };
  });
}

/** NOT_FOUND, MONITORING_STATE_NOT_ALLOWED for one that is finished. */
export function finishRound(
  { id, remaining }: InputOf<'monitoring.finish'>,
  context: UseCaseContext,
): OutputOf<'monitoring.finish'> {
  if (textOf(roundById(context.database, id), 'state') === 'finished')
    throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  return context.write(['monitoring'], (database) => {
    const { open } = roundRow(database, id);
    const carriedTo = remaining === 'carry' && open > 0 ? carryOver(database, context, id) : null;
    database.run("UPDATE monitoring_items SET state = ? WHERE round_id = ? AND state IN ('open', 'again')", [
      carriedTo === null ? 'left' : 'carried',
      id,
    ]);
    database.run("UPDATE monitoring_rounds SET state = 'finished', ended_at = ?, ended_by = ? WHERE id = ?", [
      context.now().toISOString(),
      context.actor.id,
      id,
    ]);
    const facts = { remaining: open, carriedTo };
    return {
      value: { round: roundRow(database, id), carriedTo },
      entry: { action: 'monitoring.round-finished', subjectKind: 'round', subjectId: id, facts },
    };
  });
}

/** A round of one time with what is still open, in the same order. */
function carryOver(database: WritableDatabase, context: UseCaseContext, id: string): string {
  const row = roundById(database, id);
  const carriedTo = context.newId();
  insertRound(database, context, {
    id: carriedTo,
    seriesId: textOf(row, 'series_id'),
    title: textOf(row, 'title'),
    cadence: 'once',
    assigneeId: textOf(row, 'assignee_id'),
    plan: textOf(row, 'plan'),
    seed: textOf(row, 'seed'),
    seedGiven: row['seed_given'] === 1,
    population: null,
    begunOn: today(context),
    nextOn: null,
    follows: null,
    carriedFrom: id,
  });
  const open = database.all(
    "SELECT * FROM monitoring_items WHERE round_id = ? AND state IN ('open', 'again') ORDER BY position",
    [id],
  );
  insertItems(
    database,
    context,
    carriedTo,
    open.map((item) => ({
      employeeId: textOf(item, 'employee_id'),
      accountId: textOf(item, 'account_id'),
      job: textOrNull(item, 'job'),
      unit: textOrNull(item, 'unit'),
      agency: textOrNull(item, 'agency'),
    })),
  );
  return carriedTo;
}

/** NOT_FOUND, USER_UNKNOWN, MONITORING_STATE_NOT_ALLOWED for a finished round. */
export function assignRound(
  { id, assigneeId }: InputOf<'monitoring.assign'>,
  context: UseCaseContext,
): OutputOf<'monitoring.assign'> {
  if (textOf(roundById(context.database, id), 'state') === 'finished')
    throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  activeUser(context.database, assigneeId);
  return context.write(['monitoring'], (database) => {
    database.run('UPDATE monitoring_rounds SET assignee_id = ? WHERE id = ?', [assigneeId, id]);
    return {
      value: roundRow(database, id),
      entry: { action: 'monitoring.round-assigned', subjectKind: 'round', subjectId: id, facts: { user: assigneeId } },
    };
  });
}

/** NOT_FOUND; MONITORING_STATE_NOT_ALLOWED for a plan of one time or one that was ended. */
export function endSeries(
  { id }: InputOf<'monitoring.endSeries'>,
  context: UseCaseContext,
): OutputOf<'monitoring.endSeries'> {
  const { seriesId, seriesEnded, nextOn } = roundDetail(context.database, id);
  if (seriesEnded || nextOn === null) throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  return context.write(['monitoring'], (database) => {
    database.run('UPDATE monitoring_rounds SET series_ended_at = ? WHERE id = ?', [
      context.now().toISOString(),
      seriesId,
    ]);
    return {
      value: roundDetail(database, id),
      entry: { action: 'monitoring.series-ended', subjectKind: 'round', subjectId: seriesId, facts: {} },
    };
  });
}

/** Draws again from the list that was kept and compares with the persons of the round. NOT_FOUND for one without a sample. */
export function checkDraw(
  { id }: InputOf<'monitoring.checkDraw'>,
  context: UseCaseContext,
): OutputOf<'monitoring.checkDraw'> {
  const { database } = context;
  const row = roundById(database, id);
  const [plan, population] = [planOf(row), populationOf(row)];
  if (plan.sample === null || population === null) throw new AppError('NOT_FOUND', { id });
  const seed = textOf(row, 'seed');
  const kept = database
    .all(
      `SELECT e.employee_key AS key, min(i.position) AS first FROM monitoring_items i JOIN employees e ON e.id = i.employee_id
       WHERE i.round_id = ? GROUP BY e.employee_key ORDER BY first`,
      [id],
    )
    .map((item) => Number(item['key']));
  const people = population.map((key) => ({ id: '', key, position: null, unit: null, agency: null, accounts: [] }));
  const drawn = drawPeople(people, plan, seed).map(({ key }) => key);
  return {
    same: drawn.length === kept.length && drawn.every((key, index) => key === kept[index]),
    population: population.length,
    size: plan.sample.size,
    seed,
    populationSha256: populationHash(population),
  };
}
