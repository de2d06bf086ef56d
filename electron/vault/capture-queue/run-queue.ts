/**
 * What the process with the capture window is told to do next. It asks for one item at a time, so an item that is marked as
 * running when it asks was cut short: by the lock, by closing, by a kill. Such an item is done again; what was committed is
 * never running any more, since its row was finished in the transaction that kept it.
 */
import type { QueueNext } from '#shared/contract/vault-protocol.ts';
import { chooseNext, MOST_INTERRUPTIONS, retryPause } from '#shared/domain/capture/queue-rules.ts';
import type { CustodyDraft, ReadableDatabase, SqlRow, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';
import { compareOutstanding } from './compare-looks.ts';
import { attemptsOf, endIfDone, releaseLooks } from './queue-rows.ts';

const ITEM = `SELECT i.*, q.delay_seconds, q.retries, q.reload, q.state AS queue_state
  FROM capture_queue_items i JOIN capture_queues q ON q.id = i.queue_id`;

/** Codes after which going on with any address would fail in the same way: the queue rests until a person resumes it. */
const STOPPING: readonly string[] = [
  'DISK_FULL',
  'DISK_NEARLY_FULL',
  'CAPTURE_WINDOW_CLOSED',
  'CANCELLED',
  'NOT_ALLOWED_IN_THIS_RUNTIME',
];

/** Marks the next item as begun and names it, or says how long to wait; of one queue, or of all that run (null). */
export async function nextOfQueues(context: UseCaseContext, queueId: string | null = null): Promise<QueueNext> {
  await compareOutstanding(context);
  for (const item of context.database.all(`${ITEM} WHERE i.state = 'running'`)) settleInterrupted(item, context);
  const now = context.now().getTime();
  const choice = chooseNext(waitingItems(context.database, queueId), now, (host) => lastOf(context.database, host));
  if ('nothing' in choice) return { item: null, wait: null };
  if ('wait' in choice) return { item: null, wait: choice.wait };
  return { item: begin(choice.take.row, context), wait: null };
}

/** Whether the item is still to be captured: neither left out nor cancelled meanwhile. */
export function isWanted(itemId: string, context: UseCaseContext): boolean {
  return (
    context.database.get("SELECT 1 FROM capture_queue_items WHERE id = ? AND state = 'running'", [itemId]) !== undefined
  );
}

/** An attempt came to nothing: again later, or failed for good. Nothing when the item was left out meanwhile. */
export function attemptFailed(
  { itemId, code, reason }: { readonly itemId: string; readonly code: string; readonly reason: string | null },
  context: UseCaseContext,
): void {
  const item = context.database.get(`${ITEM} WHERE i.id = ? AND i.state = 'running'`, [itemId]);
  if (!item) return;
  const tries = numberOf(item, 'attempts') - numberOf(item, 'interruptions');
  const facts = { queueItem: itemId, attempt: attemptsOf(item), code, reason };
  record(item, facts, context, (database, now) => {
    if (STOPPING.includes(code)) {
      // The attempt says nothing about the address: it does not count.
      wait(database, itemId, { error: code, notBefore: null, attempts: numberOf(item, 'attempts') - 1 });
      database.run("UPDATE capture_queues SET state = 'paused', paused_by = ? WHERE id = ? AND state = 'running'", [
        code,
        textOf(item, 'queue_id'),
      ]);
    } else if (code === 'ADDRESS_NOT_ALLOWED') end(database, item, 'refused', code, now);
    else if (tries > numberOf(item, 'retries')) end(database, item, 'failed', code, now);
    else {
      const notBefore = new Date(context.now().getTime() + retryPause(tries)).toISOString();
      wait(database, itemId, { error: code, notBefore, attempts: numberOf(item, 'attempts') });
      database.run('UPDATE capture_queue_items SET ended_at = ? WHERE id = ?', [now, itemId]);
    }
  });
}

function settleInterrupted(item: SqlRow, context: UseCaseContext): void {
  const id = textOf(item, 'id');
  const interruptions = numberOf(item, 'interruptions') + 1;
  const facts = { queueItem: id, attempt: attemptsOf(item), code: 'CAPTURE_INTERRUPTED' };
  record(item, facts, context, (database, now) => {
    database.run('UPDATE capture_queue_items SET interruptions = ? WHERE id = ?', [interruptions, id]);
    if (interruptions >= MOST_INTERRUPTIONS) end(database, item, 'failed', 'CAPTURE_INTERRUPTED', now);
    else wait(database, id, { error: 'CAPTURE_INTERRUPTED', notBefore: null, attempts: numberOf(item, 'attempts') });
  });
}

function record(
  item: SqlRow,
  facts: CustodyDraft['facts'],
  context: UseCaseContext,
  change: (database: WritableDatabase, now: string) => void,
): void {
  context.write(['queue'], (database) => {
    change(database, context.now().toISOString());
    const subjectId = textOf(item, 'queue_id');
    return { value: undefined, entry: { action: 'queue.item-failed', subjectKind: 'queue', subjectId, facts } };
  });
}

function wait(
  database: WritableDatabase,
  id: string,
  { error, notBefore, attempts }: { error: string; notBefore: string | null; attempts: number },
): void {
  database.run(
    "UPDATE capture_queue_items SET state = 'waiting', error = ?, not_before = ?, attempts = ? WHERE id = ?",
    [error, notBefore, attempts, id],
  );
}

function end(database: WritableDatabase, item: SqlRow, state: 'failed' | 'refused', code: string, now: string): void {
  database.run('UPDATE capture_queue_items SET state = ?, error = ?, ended_at = ? WHERE id = ?', [
    state,
    code,
    now,
    textOf(item, 'id'),
  ]);
  releaseLooks(database, textOf(item, 'queue_id'));
  endIfDone(database, textOf(item, 'queue_id'), now);
}

function* waitingItems(database: ReadableDatabase, queueId: string | null) {
  const rows = database.all(
    `${ITEM} WHERE i.state = 'waiting' AND q.state = 'running' AND (@queue IS NULL OR q.id = @queue)
     ORDER BY q.created_at, q.rowid, i.position`,
    { queue: queueId },
  );
  for (const row of rows) {
    const notBefore = textOrNull(row, 'not_before');
    yield {
      id: textOf(row, 'id'),
      host: textOf(row, 'host'),
      delaySeconds: numberOf(row, 'delay_seconds'),
      notBefore: notBefore === null ? null : Date.parse(notBefore),
      row,
    };
  }
}

function lastOf(database: ReadableDatabase, host: string): number | null {
  // What was left out before it began has touched no page.
  const row = database.get(
    "SELECT max(ended_at) AS last FROM capture_queue_items WHERE host = ? AND (attempts > 0 OR state <> 'skipped')",
    [host],
  );
  const last = row ? textOrNull(row, 'last') : null;
  return last === null ? null : Date.parse(last);
}

function begin(item: SqlRow, context: UseCaseContext): QueueNext['item'] {
  const id = textOf(item, 'id');
  const attempt = numberOf(item, 'attempts') + 1;
  return context.write(['queue'], (database) => {
    database.run("UPDATE capture_queue_items SET state = 'running', attempts = ? WHERE id = ?", [attempt, id]);
    const subjectId = textOf(item, 'queue_id');
    return {
      value: {
        id,
        address: textOf(item, 'address'),
        caseId: textOrNull(item, 'case_id'),
        reload: flagOf(item, 'reload'),
        lastAttempt: attempt - numberOf(item, 'interruptions') > numberOf(item, 'retries'),
      },
      entry: {
        action: 'queue.item-begun',
        subjectKind: 'queue',
        subjectId,
        facts: { queueItem: id, attempt: attemptsOf(item) + 1 },
      },
    };
  });
}
