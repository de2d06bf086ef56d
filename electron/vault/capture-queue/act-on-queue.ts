/** What a person does with a queue and its items; each is recorded in custody with them. */
import type { CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { QueueState } from '#shared/domain/capture/queue-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext, WritableDatabase } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { endIfDone, queueById, releaseLooks } from './queue-rows.ts';

type Action = InputOf<'queue.act'>['action'];

/** In which states what may be done, what it is called in custody, and what it does. */
const ACTIONS: Readonly<
  Record<
    Action,
    {
      readonly from: readonly QueueState[];
      readonly recorded: string;
      readonly run: (database: WritableDatabase, id: string, now: string) => void;
    }
  >
> = {
  pause: {
    from: ['running'],
    recorded: 'queue.paused',
    run: (database, id) =>
      void database.run("UPDATE capture_queues SET state = 'paused', paused_by = NULL WHERE id = ?", [id]),
  },
  resume: {
    from: ['paused'],
    recorded: 'queue.resumed',
    run: (database, id) => runAgain(database, id),
  },
  cancel: {
    from: ['running', 'paused'],
    recorded: 'queue.cancelled',
    run: (database, id, now) => {
      database.run(
        "UPDATE capture_queue_items SET state = 'skipped', ended_at = ? WHERE queue_id = ? AND state IN ('waiting', 'running')",
        [now, id],
      );
      database.run("UPDATE capture_queues SET state = 'cancelled', paused_by = NULL, ended_at = ? WHERE id = ?", [
        now,
        id,
      ]);
      releaseLooks(database, id);
    },
  },
  'retry-failed': {
    from: ['running', 'paused', 'ended', 'cancelled'],
    recorded: 'queue.retried',
    run: (database, id) => {
      const items = database.all("SELECT id FROM capture_queue_items WHERE queue_id = ? AND state = 'failed'", [id]);
      if (items.length === 0) throw new AppError('NOT_FOUND', { id });
      for (const item of items) beginAnew(database, textOf(item, 'id'));
      runAgain(database, id);
    },
  },
};

/** NOT_FOUND; QUEUE_STATE_NOT_ALLOWED when the queue is in no state for it. */
export function actOnQueue({ id, action }: InputOf<'queue.act'>, context: UseCaseContext): CaptureQueueRow {
  const { state } = queueById(context.database, id);
  const { from, recorded, run } = ACTIONS[action];
  if (!from.includes(state)) throw new AppError('QUEUE_STATE_NOT_ALLOWED');
  return context.write(['queue'], (database) => {
    run(database, id, context.now().toISOString());
    const value = queueById(database, id);
    const facts = { count: value.total - value.finished };
    return { value, entry: { action: recorded, subjectKind: 'queue', subjectId: id, facts } };
  });
}

/** NOT_FOUND; QUEUE_STATE_NOT_ALLOWED for what is finished already, or was captured. */
export function actOnItem(
  { itemId, action }: InputOf<'queue.actOnItem'>,
  context: UseCaseContext,
): OutputOf<'queue.actOnItem'> {
  const item = context.database.get('SELECT queue_id, state FROM capture_queue_items WHERE id = ?', [itemId]);
  if (!item) throw new AppError('NOT_FOUND', { id: itemId });
  const [queue, state] = [textOf(item, 'queue_id'), textOf(item, 'state')];
  const open = state === 'waiting' || state === 'running';
  if (action === 'skip' ? !open : open || state === 'captured') throw new AppError('QUEUE_STATE_NOT_ALLOWED');
  return context.write(['queue'], (database) => {
    const now = context.now().toISOString();
    if (action === 'skip') {
      database.run("UPDATE capture_queue_items SET state = 'skipped', ended_at = ? WHERE id = ?", [now, itemId]);
      releaseLooks(database, queue);
      endIfDone(database, queue, now);
    } else {
      beginAnew(database, itemId);
      database.run(
        "UPDATE capture_queues SET state = 'running', ended_at = NULL WHERE id = ? AND state IN ('ended', 'cancelled')",
        [queue],
      );
    }
    const recorded = action === 'skip' ? 'queue.item-skipped' : 'queue.item-retried';
    return {
      value: {},
      entry: { action: recorded, subjectKind: 'queue', subjectId: queue, facts: { queueItem: itemId } },
    };
  });
}

function runAgain(database: WritableDatabase, queueId: string): void {
  database.run("UPDATE capture_queues SET state = 'running', paused_by = NULL, ended_at = NULL WHERE id = ?", [
    queueId,
  ]);
}

/** What an earlier attempt kept stays in the vault, and in the count; the item leads to what comes now, with all its retries. */
function beginAnew(database: WritableDatabase, itemId: string): void {
  database.run(
    `UPDATE capture_queue_items SET state = 'waiting', earlier_attempts = earlier_attempts + attempts, attempts = 0, interruptions = 0, not_before = NULL, error = NULL,
     evidence_id = NULL WHERE id = ?`,
    [itemId],
  );
  database.run(
    `UPDATE second_looks SET state = 'queued' WHERE state = 'planned'
     AND id = (SELECT second_look_id FROM capture_queue_items WHERE id = ?)`,
    [itemId],
  );
}
