/** Finishes a queue's item in the transaction that keeps its capture: both are there, or neither. */
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import { itemStateOf } from '#shared/domain/capture/queue-rules.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { addFiling } from '../evidence/filing.ts';
import type { CustodyDraft, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOrNull, textOf, textOrNull } from '../rows.ts';
import { endIfDone } from './queue-rows.ts';
import { dayAfter, today } from './days.ts';

interface Finished {
  readonly itemId: string;
  readonly evidenceId: string;
  readonly summary: CaptureRecordSummary;
}

/** The facts that the capture's custody entry carries. CANCELLED when the item was left out meanwhile, or is finished already. */
export function finishItem(
  { itemId, evidenceId, summary }: Finished,
  database: WritableDatabase,
  context: UseCaseContext,
): CustodyDraft['facts'] {
  const item = database.get(
    `SELECT i.*, q.second_look_days FROM capture_queue_items i JOIN capture_queues q ON q.id = i.queue_id
     WHERE i.id = ? AND i.state = 'running'`,
    [itemId],
  );
  if (!item) throw new AppError('CANCELLED');
  const queueId = textOf(item, 'queue_id');
  const now = context.now().toISOString();
  database.run(
    'UPDATE capture_queue_items SET state = ?, evidence_id = ?, ended_at = ?, error = NULL, not_before = NULL WHERE id = ?',
    [itemStateOf(summary.outcome), evidenceId, now, itemId],
  );
  database.run('UPDATE evidence SET note = ? WHERE id = ?', [textOf(item, 'note'), evidenceId]);
  const lookId = textOrNull(item, 'second_look_id');
  if (lookId !== null) fulfilLook(lookId, evidenceId, database, context);
  const days = numberOrNull(item, 'second_look_days');
  const planned =
    days !== null && summary.outcome === 'captured' ? planLook(evidenceId, days, database, context) : null;
  endIfDone(database, queueId, now);
  return { queue: queueId, queueItem: itemId, secondLook: lookId ?? planned };
}

/** The second capture stands in the same cases as the first. */
function fulfilLook(lookId: string, evidenceId: string, database: WritableDatabase, context: UseCaseContext): void {
  database.run("UPDATE second_looks SET state = 'captured', result_evidence_id = ? WHERE id = ?", [evidenceId, lookId]);
  const cases = database.all(
    `SELECT f.case_id FROM evidence_filings f JOIN second_looks s ON s.evidence_id = f.evidence_id
     WHERE s.id = ? AND f.ended_at IS NULL ORDER BY f.id`,
    [lookId],
  );
  for (const row of cases) addFiling(database, context, { evidenceId, caseId: textOf(row, 'case_id'), where: '' });
}

function planLook(evidenceId: string, days: number, database: WritableDatabase, context: UseCaseContext): string {
  const id = context.newId();
  insertLook(database, context, { id, evidenceId, dueOn: dayAfter(today(context), days) });
  return id;
}

/** Inside the transaction that also appends its custody entry. */
export function insertLook(
  database: WritableDatabase,
  context: UseCaseContext,
  look: { readonly id: string; readonly evidenceId: string; readonly dueOn: string },
): void {
  database.run(
    "INSERT INTO second_looks (id, evidence_id, due_on, state, planned_at, planned_by) VALUES (?, ?, ?, 'planned', ?, ?)",
    [look.id, look.evidenceId, look.dueOn, context.now().toISOString(), context.actor.id],
  );
}
