/** Reads queues and their items in the shape of the contract. */
import { completenessLevel, captureOutcome } from '#shared/contract/capture.ts';
import { type CaptureQueueItem, type CaptureQueueRow, queueItemState } from '#shared/contract/capture-queue.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { QUEUE_STATES } from '#shared/domain/capture/queue-rules.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import type { ReadableDatabase, SqlRow, SqlValue, WritableDatabase } from '../kernel.ts';
import { flagOf, numberOf, numberOrNull, textOf, textOrNull } from '../rows.ts';

/** Queues that are listed: those that have something to do, then the newest. */
const LISTED = 200;

const SELECT = 'SELECT q.*, u.name AS creator FROM capture_queues q JOIN users u ON u.id = q.created_by';

/** Those that run or rest first, then the newest. */
export function listQueues(database: ReadableDatabase): OutputOf<'queue.list'> {
  const rows = database.all(
    `${SELECT} ORDER BY q.state NOT IN ('running', 'paused'), q.created_at DESC, q.rowid DESC LIMIT ${LISTED}`,
  );
  return { queues: rows.map((row) => queueRowOf(database, row)) };
}

/** NOT_FOUND when there is none of that id. */
export function queueById(database: ReadableDatabase, id: string): CaptureQueueRow {
  const row = database.get(`${SELECT} WHERE q.id = ?`, [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return queueRowOf(database, row);
}

function queueRowOf(database: ReadableDatabase, row: SqlRow): CaptureQueueRow {
  const id = textOf(row, 'id');
  const counted = database.all(
    'SELECT state, count(*) AS n FROM capture_queue_items WHERE queue_id = ? GROUP BY state',
    [id],
  );
  const counts = Object.fromEntries(counted.map((one) => [textOf(one, 'state'), numberOf(one, 'n')]));
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return {
    id,
    title: textOf(row, 'title'),
    kind: z.enum(['addresses', 'second-look']).parse(row['kind']),
    state: z.enum(QUEUE_STATES).parse(row['state']),
    pausedBy: textOrNull(row, 'paused_by'),
    delaySeconds: numberOf(row, 'delay_seconds'),
    retries: numberOf(row, 'retries'),
    reload: flagOf(row, 'reload'),
    secondLookDays: numberOrNull(row, 'second_look_days'),
    createdAt: textOf(row, 'created_at'),
    createdBy: textOf(row, 'creator'),
    endedAt: textOrNull(row, 'ended_at'),
    total,
    finished: total - (counts['waiting'] ?? 0) - (counts['running'] ?? 0),
    counts,
  };
}

/** The items of one queue in its order. NOT_FOUND when there is no such queue. */
export function listItems(input: InputOf<'queue.items'>, database: ReadableDatabase): OutputOf<'queue.items'> {
  queueById(database, input.queueId);
  const conditions = ['i.queue_id = @queue'];
  const parameters: Record<string, SqlValue> = { queue: input.queueId };
  if (input.state !== undefined) {
    conditions.push('i.state = @state');
    parameters['state'] = input.state;
  }
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(
      `(i.address LIKE @term${index} OR i.note LIKE @term${index} OR c.number LIKE @term${index} OR printf('B-%04d', e.sequence) LIKE @term${index})`,
    );
  });
  const from = `FROM capture_queue_items i LEFT JOIN evidence e ON e.id = i.evidence_id LEFT JOIN cases c ON c.id = i.case_id
    WHERE ${conditions.join(' AND ')}`;
  const total = database.get(`SELECT count(*) AS total ${from}`, parameters);
  const rows = database.all(
    `SELECT i.*, e.sequence, e.capture_summary, c.number AS case_number ${from}
     ORDER BY i.position LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map(itemOf) };
}

/** Of a whole capture summary only what a list shows. */
const shownOfSummary = z.object({
  outcome: captureOutcome,
  assessment: z.object({ level: completenessLevel }).nullish(),
});

function itemOf(row: SqlRow): CaptureQueueItem {
  const state = queueItemState.parse(row['state']);
  const evidenceId = textOrNull(row, 'evidence_id');
  const text = textOrNull(row, 'capture_summary');
  const summary = text === null ? null : shownOfSummary.parse(JSON.parse(text));
  const open = state === 'waiting' || state === 'running';
  return {
    id: textOf(row, 'id'),
    position: numberOf(row, 'position'),
    row: numberOrNull(row, 'source_row'),
    address: textOf(row, 'address'),
    state,
    attempts: attemptsOf(row),
    caseNumber: textOrNull(row, 'case_number'),
    note: textOf(row, 'note'),
    notBefore: state === 'waiting' ? textOrNull(row, 'not_before') : null,
    endedAt: open ? null : textOrNull(row, 'ended_at'),
    evidence: evidenceId === null ? null : { id: evidenceId, number: evidenceNumber(numberOf(row, 'sequence')) },
    outcome: summary?.outcome ?? null,
    level: summary?.assessment?.level ?? null,
    error: textOrNull(row, 'error'),
  };
}

/** Every attempt at an item (a row of capture_queue_items), those before it was begun anew among them. */
export function attemptsOf(item: SqlRow): number {
  return numberOf(item, 'earlier_attempts') + numberOf(item, 'attempts');
}

/** Inside a transaction: a running queue with nothing left to do has ended; one with something to do again runs on. */
export function endIfDone(database: WritableDatabase, queueId: string, now: string): void {
  database.run(
    `UPDATE capture_queues SET state = 'ended', ended_at = @now WHERE id = @id AND state IN ('running', 'paused')
     AND NOT EXISTS (SELECT 1 FROM capture_queue_items i WHERE i.queue_id = @id AND i.state IN ('waiting', 'running'))`,
    { id: queueId, now },
  );
}

/** Inside a transaction: a second look whose capture will not be made is planned again. */
export function releaseLooks(database: WritableDatabase, queueId: string): void {
  database.run(
    `UPDATE second_looks SET state = 'planned' WHERE state = 'queued' AND id IN
       (SELECT second_look_id FROM capture_queue_items WHERE queue_id = ? AND state IN ('failed', 'refused', 'skipped'))`,
    [queueId],
  );
}
