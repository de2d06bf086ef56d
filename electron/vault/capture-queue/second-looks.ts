/** Second looks: a capture's address once more on a set day. Planned, listed when due, made into a queue, compared. */
import { captureComparison, type SecondLook } from '#shared/contract/capture-queue.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { DELAY_SECONDS, RETRIES } from '#shared/domain/capture/queue-rules.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { formatCalendarDay } from '#shared/domain/text/local-time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { z } from 'zod';
import { artefactsOf, captureOf, evidenceById, userName } from '../evidence/evidence-rows.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { comparedPicture } from './compare-looks.ts';
import { insertQueue } from './create-queue.ts';
import { today } from './days.ts';
import { insertLook } from './finish-item.ts';

const STATES = ['planned', 'queued', 'captured', 'compared', 'cancelled'] as const;

/** EVIDENCE_UNKNOWN for what is no capture of an address; INVALID_INPUT for a day that is over; ALREADY_PLANNED. */
export function planLook(
  { evidenceId, dueOn }: InputOf<'secondLooks.plan'>,
  context: UseCaseContext,
): OutputOf<'secondLooks.plan'> {
  const evidence = evidenceById(context.database, evidenceId);
  if (
    captureOf(evidence) === null ||
    textOf(evidence, 'address') === '' ||
    textOrNull(evidence, 'withdrawn_at') !== null
  )
    throw new AppError('EVIDENCE_UNKNOWN', { id: evidenceId });
  if (dueOn < today(context)) throw new AppError('INVALID_INPUT', { field: 'dueOn' });
  const open = context.database.get(
    "SELECT 1 FROM second_looks WHERE evidence_id = ? AND due_on = ? AND state IN ('planned', 'queued')",
    [evidenceId, dueOn],
  );
  if (open) throw new AppError('SECOND_LOOK_PLANNED');
  const id = context.newId();
  return context.write(['queue', 'evidence'], (database) => {
    insertLook(database, context, { id, evidenceId, dueOn });
    const facts = { secondLook: id, due: dueOn };
    return {
      value: lookById(database, id),
      entry: { action: 'evidence.second-look-planned', subjectKind: 'evidence', subjectId: evidenceId, facts },
    };
  });
}

/** NOT_FOUND for one that is not planned any more. */
export function cancelLook(
  { id }: InputOf<'secondLooks.cancel'>,
  context: UseCaseContext,
): OutputOf<'secondLooks.cancel'> {
  const row = context.database.get("SELECT evidence_id FROM second_looks WHERE id = ? AND state = 'planned'", [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return context.write(['queue', 'evidence'], (database) => {
    database.run("UPDATE second_looks SET state = 'cancelled' WHERE id = ?", [id]);
    const subjectId = textOf(row, 'evidence_id');
    return {
      value: {},
      entry: {
        action: 'evidence.second-look-cancelled',
        subjectKind: 'evidence',
        subjectId,
        facts: { secondLook: id },
      },
    };
  });
}

/** Both those that look at this item again and the one that it came of; cancelled ones are left out. */
export function looksOf(
  { evidenceId }: InputOf<'secondLooks.of'>,
  context: UseCaseContext,
): OutputOf<'secondLooks.of'> {
  return { looks: looksAt(context.database, evidenceId) };
}

/** The looks of `looksOf`, for whoever has only a database. */
export function looksAt(database: ReadableDatabase, evidenceId: string): SecondLook[] {
  const rows = database.all(
    `SELECT * FROM second_looks WHERE (evidence_id = @id OR result_evidence_id = @id) AND state <> 'cancelled'
     ORDER BY due_on, planned_at`,
    { id: evidenceId },
  );
  return rows.map((row) => lookOf(database, row));
}

/** What is due today or was before. Withdrawn evidence is not looked at again. */
export function dueLooks(context: UseCaseContext): OutputOf<'secondLooks.due'> {
  const { database } = context;
  const due = dueRows(context).map((row) => lookOf(database, row));
  const later = database.get(
    `SELECT count(*) AS n, min(s.due_on) AS next FROM second_looks s JOIN evidence e ON e.id = s.evidence_id
     WHERE s.state = 'planned' AND s.due_on > ? AND e.withdrawn_at IS NULL`,
    [today(context)],
  );
  return { due, later: later ? numberOf(later, 'n') : 0, nextOn: later ? textOrNull(later, 'next') : null };
}

/** One queue of all that are due. NOT_FOUND when none is. */
export function runDueLooks(context: UseCaseContext): OutputOf<'secondLooks.run'> {
  const rows = dueRows(context);
  if (rows.length === 0) throw new AppError('NOT_FOUND');
  const id = context.newId();
  return context.write(['queue', 'evidence'], (database) => {
    insertQueue(database, context, {
      id,
      title: `Ambil ulang ${formatCalendarDay(today(context))}`,
      kind: 'second-look',
      delaySeconds: DELAY_SECONDS.usual,
      retries: RETRIES.usual,
      reload: false,
      secondLookDays: null,
      items: rows.map((row) => ({
        row: null,
        address: textOf(row, 'address'),
        caseId: null,
        note: '',
        secondLookId: textOf(row, 'id'),
      })),
    });
    for (const row of rows) database.run("UPDATE second_looks SET state = 'queued' WHERE id = ?", [textOf(row, 'id')]);
    const facts = { count: rows.length };
    return { value: { id }, entry: { action: 'queue.created', subjectKind: 'queue', subjectId: id, facts } };
  });
}

/** As many as one queue takes; the others are due the next time. */
const MOST_DUE = 500;

function dueRows(context: UseCaseContext): SqlRow[] {
  return context.database.all(
    `SELECT s.*, e.address FROM second_looks s JOIN evidence e ON e.id = s.evidence_id
     WHERE s.state = 'planned' AND s.due_on <= ? AND e.withdrawn_at IS NULL ORDER BY s.due_on, s.planned_at LIMIT ${MOST_DUE}`,
    [today(context)],
  );
}

function lookById(database: ReadableDatabase, id: string): SecondLook {
  const row = database.get('SELECT * FROM second_looks WHERE id = ?', [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return lookOf(database, row);
}

function lookOf(database: ReadableDatabase, row: SqlRow): SecondLook {
  const [beforeId, afterId] = [textOf(row, 'evidence_id'), textOrNull(row, 'result_evidence_id')];
  const comparison = textOrNull(row, 'comparison');
  return {
    id: textOf(row, 'id'),
    dueOn: textOf(row, 'due_on'),
    state: z.enum(STATES).parse(row['state']),
    plannedAt: textOf(row, 'planned_at'),
    plannedBy: userName(database, textOf(row, 'planned_by')),
    comparedAt: textOrNull(row, 'compared_at'),
    before: sideOf(database, beforeId, afterId),
    after: afterId === null ? null : sideOf(database, afterId, beforeId),
    comparison: comparison === null ? null : captureComparison.parse(JSON.parse(comparison)),
  };
}

function sideOf(database: ReadableDatabase, id: string, otherId: string | null): SecondLook['before'] {
  const row = evidenceById(database, id);
  const own = artefactsOf(database, id);
  return {
    id,
    number: evidenceNumber(numberOf(row, 'sequence')),
    title: textOf(row, 'title'),
    address: textOf(row, 'address'),
    capturedAt: textOf(row, 'captured_at'),
    outcome: captureOf(row)?.outcome ?? 'captured',
    pictureId: comparedPicture(own, otherId === null ? own : artefactsOf(database, otherId))?.id ?? null,
  };
}
