/** A hoax goes on its path: by the rules of shared/domain/hoaxes/states.ts and by nothing else. */
import type { HoaxPage, HoaxRow } from '#shared/contract/hoaxes.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { type HoaxState, isReopening, needsReason, refusalOf } from '#shared/domain/hoaxes/states.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { hoaxPageOf } from './hoax-page.ts';
import { hoaxById } from './hoax-rows.ts';
import { hoaxEntry } from './record-hoax.ts';

/** Shortest reason that says something. */
const SHORTEST_REASON = 3;

/** HOAX_STEP_REFUSED; INVALID_INPUT where a reason is needed and none is given. A reopening ends the conclusion in force. */
export function setHoaxState({ id, state, reason }: InputOf<'hoaxes.setState'>, context: UseCaseContext): HoaxPage {
  const hoax = hoaxById(context.database, id);
  refuseStep(hoax, state);
  if (needsReason(hoax.state, state) && reason.length < SHORTEST_REASON)
    throw new AppError('INVALID_INPUT', { field: 'reason', problem: 'needed' });
  return context.write(['hoaxes'], (database) => {
    if (isReopening(hoax.state, state)) endConclusion(database, id, context);
    enter(database, hoax, { state, reason }, context);
    return {
      value: hoaxPageOf(database, id),
      entry: hoaxEntry('state-set', id, { from: hoax.state, state }),
    };
  });
}

/** HOAX_STEP_REFUSED, HOAX_NEEDS_GROUNDS, and INVALID_INPUT for a hoax without its kind. */
export function concludeHoax({ id, ...conclusion }: InputOf<'hoaxes.conclude'>, context: UseCaseContext): HoaxPage {
  const { hoax, sources, captures } = hoaxPageOf(context.database, id);
  refuseStep({ ...hoax, verdict: conclusion.verdict }, 'disimpulkan');
  if (sources.length === 0 && captures.every(({ withdrawn }) => withdrawn))
    throw new AppError('HOAX_NEEDS_GROUNDS', { number: hoax.number });
  if (conclusion.verdict === 'hoaks' && conclusion.kind === null)
    throw new AppError('INVALID_INPUT', { field: 'kind', problem: 'needed' });
  return context.write(['hoaxes'], (database) => {
    database.run(
      `INSERT INTO hoax_conclusions (id, hoax_id, verdict, kind, facts, advice, checked_on, checked_by, written_at, written_by)
       VALUES (@conclusion, @id, @verdict, @kind, @facts, @advice, @checkedOn, @checkedBy, @at, @by)`,
      { conclusion: context.newId(), id, ...conclusion, at: context.now().toISOString(), by: context.actor.id },
    );
    enter(database, hoax, { state: 'disimpulkan', reason: '' }, context);
    return {
      value: hoaxPageOf(database, id),
      entry: hoaxEntry('concluded', id, { verdict: conclusion.verdict, kind: conclusion.kind }),
    };
  });
}

function refuseStep({ number, state: from, verdict, followUps }: HoaxRow, to: HoaxState): void {
  const problem = refusalOf(from, to, { verdict, followUps });
  if (problem !== null) throw new AppError('HOAX_STEP_REFUSED', { number, from, to, problem });
}

function endConclusion(database: WritableDatabase, id: string, context: UseCaseContext): void {
  database.run('UPDATE hoax_conclusions SET ended_at = ? WHERE hoax_id = ? AND ended_at IS NULL', [
    context.now().toISOString(),
    id,
  ]);
}

function enter(
  database: WritableDatabase,
  { id }: HoaxRow,
  { state, reason }: { readonly state: HoaxState; readonly reason: string },
  context: UseCaseContext,
): void {
  database.run('UPDATE hoaxes SET state = ? WHERE id = ?', [state, id]);
  database.run('INSERT INTO hoax_states (hoax_id, state, at, user_id, reason) VALUES (?, ?, ?, ?, ?)', [
    id,
    state,
    context.now().toISOString(),
    context.actor.id,
    reason,
  ]);
}
