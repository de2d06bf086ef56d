/** A session is planned, changed, held, cancelled and planned again; each with its custody entry, nothing is erased. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { refusalOf, sessionNumber, type TransitionRefusal } from '#shared/domain/outreach/session-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { nextInSequence } from '../next-in-sequence.ts';
import { sessionPage } from './session-page.ts';
import { sessionById } from './session-rows.ts';
import { todayOf } from './today.ts';

const REFUSALS: Readonly<Record<TransitionRefusal, ErrorCode>> = {
  'not-from-here': 'OUTREACH_NOT_FROM_HERE',
  'reason-needed': 'REASON_NEEDED',
  'day-ahead': 'OUTREACH_DAY_AHEAD',
  'has-attendance': 'OUTREACH_HAS_ATTENDANCE',
};

/** INVALID_INPUT when it ends before it begins; OUTREACH_NOT_FROM_HERE for a cancelled one; OUTREACH_DAY_AHEAD for a held one. */
export function saveSession(input: InputOf<'outreach.save'>, context: UseCaseContext): OutputOf<'outreach.save'> {
  if (input.begins !== '' && input.ends !== '' && input.ends <= input.begins)
    throw new AppError('INVALID_INPUT', { field: 'ends', problem: 'before-begins' });
  if (input.id !== null) return changeSession({ ...input, id: input.id }, context);
  const id = context.newId();
  return context.write(['outreach'], (database) => {
    const sequence = nextInSequence(database, 'outreach', '');
    database.run(
      `INSERT INTO outreach_sessions (id, sequence, topic, summary, speakers, place, online, day, begins, ends, state, note,
         created_at, created_by)
       VALUES (@id, @sequence, @topic, @summary, @speakers, @place, @online, @day, @begins, @ends, 'planned', @note, @at, @by)`,
      { ...columnsOf(input), id, sequence, at: context.now().toISOString(), by: context.actor.id },
    );
    writeState(database, id, 'planned', '', context);
    return {
      value: { id, number: sessionNumber(sequence) },
      entry: { action: 'outreach.planned', subjectKind: 'outreach', subjectId: id, facts: { day: input.day } },
    };
  });
}

function changeSession(
  input: InputOf<'outreach.save'> & { readonly id: string },
  context: UseCaseContext,
): OutputOf<'outreach.save'> {
  const session = sessionById(context.database, input.id);
  if (session.state === 'cancelled') throw new AppError('OUTREACH_NOT_FROM_HERE', { state: session.state });
  if (session.state === 'held' && input.day > todayOf(context)) throw new AppError('OUTREACH_DAY_AHEAD');
  return context.write(['outreach'], (database) => {
    database.run(
      `UPDATE outreach_sessions SET topic = @topic, summary = @summary, speakers = @speakers, place = @place, online = @online,
         day = @day, begins = @begins, ends = @ends, note = @note WHERE id = @id`,
      { ...columnsOf(input), id: input.id },
    );
    return {
      value: { id: session.id, number: session.number },
      entry: { action: 'outreach.changed', subjectKind: 'outreach', subjectId: session.id, facts: { day: input.day } },
    };
  });
}

/** As the rules of session-rules.ts refuse it; NOT_FOUND. */
export function setSessionState(
  input: InputOf<'outreach.setState'>,
  context: UseCaseContext,
): OutputOf<'outreach.setState'> {
  const session = sessionById(context.database, input.id);
  const { state, day, attended, guests } = session;
  const refusal = refusalOf({ state, day, attended: attended + guests }, input.state, input.reason, todayOf(context));
  if (refusal !== null) throw new AppError(REFUSALS[refusal], { state });
  return context.write(['outreach'], (database) => {
    database.run('UPDATE outreach_sessions SET state = ? WHERE id = ?', [input.state, input.id]);
    writeState(database, input.id, input.state, input.reason, context);
    return {
      value: sessionPage(database, input.id),
      entry: {
        action: 'outreach.state-set',
        subjectKind: 'outreach',
        subjectId: input.id,
        facts: { from: state, to: input.state },
      },
    };
  });
}

function columnsOf(input: InputOf<'outreach.save'>): Record<string, string | number> {
  const { topic, summary, place, day, begins, ends, note } = input;
  return {
    ...{ topic, summary, place, day, begins, ends, note },
    speakers: JSON.stringify(input.speakers),
    online: input.online ? 1 : 0,
  };
}

function writeState(database: WritableDatabase, id: string, state: string, reason: string, context: UseCaseContext) {
  database.run('INSERT INTO outreach_session_states (session_id, state, at, user_id, reason) VALUES (?, ?, ?, ?, ?)', [
    id,
    state,
    context.now().toISOString(),
    context.actor.id,
    reason,
  ]);
}
