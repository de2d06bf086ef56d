/** The work in a round: what a look came to, taking the last one back, and where it goes on. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Look, Work } from '#shared/contract/monitoring.ts';
import { hostOf } from '#shared/domain/capture/address-list.ts';
import { roundNumber } from '#shared/domain/monitoring/rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { evidenceById } from '../evidence/evidence-rows.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { evidenceOf, itemById, itemOf, latestLook, lookById, lookOf } from './item-rows.ts';
import { roundById, roundRow } from './round-rows.ts';

/** Earlier looks and captures that are shown beside an account. */
const SHOWN = 5;
/** Captures since the last outcome that are gone through for those of the account's site. */
const CAPTURES = 50;

/** Where the work goes on, or the item that was chosen. NOT_FOUND. */
export function workOn(
  { roundId, itemId }: { readonly roundId: string; readonly itemId?: string | undefined },
  database: ReadableDatabase,
): Work {
  const round = roundById(database, roundId);
  const latest = latestLook(database, roundId);
  const chosen = itemId === undefined ? nextItem(database, round) : chosenItem(database, roundId, itemId);
  const item = textOf(round, 'state') === 'running' ? chosen : undefined;
  return {
    round: roundRow(database, roundId),
    item: item === undefined ? null : shownItem(database, round, item, latest?.look ?? null),
    latest: latest === null ? null : { look: latest.look, item: itemOf(database, latest.item) },
  };
}

/** MONITORING_STATE_NOT_ALLOWED, EVIDENCE_UNKNOWN, INVALID_INPUT (see the contract). */
export function recordLook(
  input: InputOf<'monitoring.record'>,
  context: UseCaseContext,
): OutputOf<'monitoring.record'> {
  const { itemId, outcome, note, evidenceId } = input;
  const item = itemById(context.database, itemId);
  const roundId = textOf(item, 'round_id');
  requireRunning(context.database, roundId);
  if (!['open', 'again'].includes(textOf(item, 'state'))) throw new AppError('MONITORING_STATE_NOT_ALLOWED');
  requireEvidence(context.database, outcome, evidenceId);
  return context.write(['monitoring'], (database) => {
    database.run(
      'INSERT INTO monitoring_outcomes (id, item_id, outcome, at, by, note, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [context.newId(), itemId, outcome, context.now().toISOString(), context.actor.id, note, evidenceId],
    );
    setPlace(database, item, outcome === 'again' ? 'again' : 'done', numberOf(item, 'position') + 1);
    const facts = {
      round: roundId,
      employee: textOf(item, 'employee_id'),
      outcome,
      evidence: evidenceId,
    };
    return {
      value: workOn({ roundId }, database),
      entry: { action: 'monitoring.looked', subjectKind: 'account', subjectId: textOrNull(item, 'account_id'), facts },
    };
  });
}

/** NOT_FOUND when nothing was recorded; MONITORING_STATE_NOT_ALLOWED when the round does not run. */
export function undoLook(
  { roundId }: InputOf<'monitoring.undo'>,
  context: UseCaseContext,
): OutputOf<'monitoring.undo'> {
  requireRunning(context.database, roundId);
  const latest = latestLook(context.database, roundId);
  if (latest === null) throw new AppError('NOT_FOUND', { id: roundId });
  const { item, look } = latest;
  const itemId = textOf(item, 'id');
  return context.write(['monitoring'], (database) => {
    database.run('UPDATE monitoring_outcomes SET undone_at = ?, undone_by = ? WHERE id = ?', [
      context.now().toISOString(),
      context.actor.id,
      look.id,
    ]);
    // Only "look again" leaves an item for another outcome: what stands below the one that was taken back is that.
    const stands = database.get('SELECT 1 FROM monitoring_outcomes WHERE item_id = ? AND undone_at IS NULL', [itemId]);
    setPlace(database, item, stands ? 'again' : 'open', numberOf(item, 'position'));
    const facts = { round: roundId, employee: textOf(item, 'employee_id'), outcome: look.outcome };
    return {
      value: workOn({ roundId, itemId }, database),
      entry: {
        action: 'monitoring.look-undone',
        subjectKind: 'account',
        subjectId: textOrNull(item, 'account_id'),
        facts,
      },
    };
  });
}

/** NOT_FOUND, also for an outcome that was taken back; EVIDENCE_UNKNOWN, INVALID_INPUT. */
export function amendLook(
  { lookId, note, evidenceId }: InputOf<'monitoring.amend'>,
  context: UseCaseContext,
): OutputOf<'monitoring.amend'> {
  const before = lookById(context.database, lookId);
  if (before.undoneAt !== null) throw new AppError('NOT_FOUND', { id: lookId });
  if (evidenceId !== before.evidence?.id) requireEvidence(context.database, before.outcome, evidenceId);
  return context.write(['monitoring'], (database) => {
    database.run('UPDATE monitoring_outcomes SET note = ?, evidence_id = ? WHERE id = ?', [note, evidenceId, lookId]);
    const row = database.get(
      `SELECT i.account_id, i.round_id FROM monitoring_outcomes o JOIN monitoring_items i ON i.id = o.item_id WHERE o.id = ?`,
      [lookId],
    );
    if (!row) throw new AppError('NOT_FOUND', { id: lookId });
    const facts = { round: textOf(row, 'round_id'), evidence: evidenceId, noted: note !== before.note };
    return {
      value: lookById(database, lookId),
      entry: {
        action: 'monitoring.look-amended',
        subjectKind: 'account',
        subjectId: textOrNull(row, 'account_id'),
        facts,
      },
    };
  });
}

function requireRunning(database: ReadableDatabase, roundId: string): void {
  if (textOf(roundById(database, roundId), 'state') !== 'running') throw new AppError('MONITORING_STATE_NOT_ALLOWED');
}

function requireEvidence(database: ReadableDatabase, outcome: Look['outcome'], evidenceId: string | null): void {
  if (evidenceId === null) return;
  if (outcome !== 'captured') throw new AppError('INVALID_INPUT', { field: 'evidenceId', problem: 'not-captured' });
  if (textOrNull(evidenceById(database, evidenceId), 'withdrawn_at') !== null)
    throw new AppError('EVIDENCE_UNKNOWN', { id: evidenceId });
}

function setPlace(database: WritableDatabase, item: SqlRow, state: 'open' | 'again' | 'done', place: number): void {
  database.run('UPDATE monitoring_items SET state = ? WHERE id = ?', [state, textOf(item, 'id')]);
  database.run('UPDATE monitoring_rounds SET place = ? WHERE id = ?', [place, textOf(item, 'round_id')]);
}

/** The first open item from the round's place on, then from its beginning, then what is to be looked at again, longest ago first. */
function nextItem(database: ReadableDatabase, round: SqlRow): SqlRow | undefined {
  const id = textOf(round, 'id');
  return (
    database.get(
      `SELECT * FROM monitoring_items WHERE round_id = @id AND state = 'open' ORDER BY position < @place, position LIMIT 1`,
      { id, place: numberOf(round, 'place') },
    ) ??
    database.get(
      `SELECT i.* FROM monitoring_items i WHERE i.round_id = @id AND i.state = 'again'
       ORDER BY (SELECT max(o.at) FROM monitoring_outcomes o WHERE o.item_id = i.id AND o.undone_at IS NULL), i.position LIMIT 1`,
      { id },
    )
  );
}

/** One that can be looked at; what is answered already is no work. */
function chosenItem(database: ReadableDatabase, roundId: string, itemId: string): SqlRow | undefined {
  const item = itemById(database, itemId);
  if (textOf(item, 'round_id') !== roundId) throw new AppError('NOT_FOUND', { id: itemId });
  return ['open', 'again'].includes(textOf(item, 'state')) ? item : nextItem(database, roundById(database, roundId));
}

function shownItem(database: ReadableDatabase, round: SqlRow, row: SqlRow, latest: Look | null): Work['item'] {
  const item = itemOf(database, row);
  const since = latest?.at ?? textOf(round, 'created_at');
  return {
    ...item,
    earlier: earlierLooks(database, textOf(row, 'employee_id'), textOrNull(row, 'account_id')),
    captures: capturesSince(database, item.account?.url ?? '', since),
  };
}

function earlierLooks(
  database: ReadableDatabase,
  employeeId: string,
  accountId: string | null,
): NonNullable<Work['item']>['earlier'] {
  return database
    .all(
      `SELECT o.*, u.name AS user_name, r.sequence FROM monitoring_outcomes o JOIN users u ON u.id = o.by
         JOIN monitoring_items i ON i.id = o.item_id JOIN monitoring_rounds r ON r.id = i.round_id
       WHERE i.account_id = ? AND i.employee_id = ? AND o.undone_at IS NULL ORDER BY o.at DESC, o.rowid DESC LIMIT ${SHOWN}`,
      [accountId, employeeId],
    )
    .map((row) => ({ ...lookOf(database, row), round: roundNumber(numberOf(row, 'sequence')) }));
}

/** Captures of the account's site that no outcome names; of any site where the account has no address. */
function capturesSince(database: ReadableDatabase, url: string, since: string): NonNullable<Work['item']>['captures'] {
  const site = siteOf(url);
  return database
    .all(
      `SELECT e.id, e.address, e.captured_at FROM evidence e WHERE e.origin = 'capture' AND e.withdrawn_at IS NULL AND e.captured_at > ?
         AND NOT EXISTS (SELECT 1 FROM monitoring_outcomes o WHERE o.evidence_id = e.id AND o.undone_at IS NULL)
       ORDER BY e.captured_at DESC, e.sequence DESC LIMIT ${CAPTURES}`,
      [since],
    )
    .filter((row) => site === '' || siteOf(textOf(row, 'address')) === site)
    .slice(0, SHOWN)
    .map((row) => ({ ...evidenceOf(database, textOf(row, 'id')), capturedAt: textOf(row, 'captured_at') }));
}

/** The host without what tells a site's own versions apart. */
function siteOf(address: string): string {
  return hostOf(address).replace(/^(?:www|m|mobile|web)\./, '');
}
