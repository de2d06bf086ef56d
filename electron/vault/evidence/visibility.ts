/** Who saw a capture, whether the public sees it, and what officers said beside: read together, written one by one. */
import { z } from 'zod';
import {
  type CaptureRecordSummary,
  type CaptureVisibility,
  captureOutcome,
  type PublicLook,
} from '#shared/contract/capture.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { PUBLIC_ANSWERS, PUBLIC_BASES } from '#shared/domain/capture/public-view.ts';
import { carriesPageData, mayHoldAccountData, SEEN_BY_ANSWERS } from '#shared/domain/capture/seen-by.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { numberOf, numberOrNull, textOf } from '../rows.ts';
import { captureOf, evidenceById, evidenceRowOf, userName } from './evidence-rows.ts';

/** Of a capture, everything that stands beside its record about who sees it. */
export function visibilityOf(
  database: ReadableDatabase,
  evidenceId: string,
  capture: Pick<CaptureRecordSummary, 'seenBy'>,
): CaptureVisibility {
  const statement = statementOf(database, evidenceId);
  const first = database.get(
    'SELECT e.id, e.sequence FROM public_looks l JOIN evidence e ON e.id = l.evidence_id WHERE l.look_id = ?',
    [evidenceId],
  );
  return {
    statement,
    accountData: mayHoldAccountData(capture.seenBy, statement?.answer ?? null),
    looks: looksOf(database, evidenceId),
    remark: remarkOf(database, evidenceId),
    lookOf: first ? { id: textOf(first, 'id'), number: evidenceNumber(numberOf(first, 'sequence')) } : null,
  };
}

/** Whether an artefact of this item stays in the vault unless somebody chooses that its account data go with it. */
export function holdsAccountData(database: ReadableDatabase, evidenceId: string, kind: string): boolean {
  if (!carriesPageData(kind)) return false;
  const capture = captureOf(evidenceById(database, evidenceId));
  if (capture === null) return false;
  return mayHoldAccountData(capture.seenBy, statementOf(database, evidenceId)?.answer ?? null);
}

/** EVIDENCE_UNKNOWN where there is nothing to ask: the window itself knew who saw it. */
export function stateSeenBy(
  { id, answer }: InputOf<'evidence.stateSeenBy'>,
  context: UseCaseContext,
): OutputOf<'evidence.stateSeenBy'> {
  if (captureById(context.database, id).seenBy?.how !== 'uncertain') throw new AppError('EVIDENCE_UNKNOWN', { id });
  return context.write(['evidence'], (database) => {
    database.run('INSERT INTO seen_by_statements (evidence_id, answer, written_at, written_by) VALUES (?, ?, ?, ?)', [
      id,
      answer,
      context.now().toISOString(),
      context.actor.id,
    ]);
    const facts = { answer };
    const entry = { action: 'evidence.seen-by-stated', subjectKind: 'evidence', subjectId: id, facts } as const;
    return { value: evidenceRowOf(context, evidenceById(database, id)), entry };
  });
}

/** EVIDENCE_UNKNOWN when it is no capture. */
export function remarkPublic(
  { id, text }: InputOf<'evidence.remarkPublic'>,
  context: UseCaseContext,
): OutputOf<'evidence.remarkPublic'> {
  captureById(context.database, id);
  return context.write(['evidence'], (database) => {
    database.run('INSERT INTO public_remarks (evidence_id, text, written_at, written_by) VALUES (?, ?, ?, ?)', [
      id,
      text,
      context.now().toISOString(),
      context.actor.id,
    ]);
    const facts = { looks: looksOf(database, id).length };
    const entry = { action: 'evidence.public-remarked', subjectKind: 'evidence', subjectId: id, facts } as const;
    return { value: evidenceRowOf(context, evidenceById(database, id)), entry };
  });
}

function captureById(database: ReadableDatabase, id: string): CaptureRecordSummary {
  const capture = captureOf(evidenceById(database, id));
  if (capture === null) throw new AppError('EVIDENCE_UNKNOWN', { id });
  return capture;
}

function looksOf(database: ReadableDatabase, evidenceId: string): PublicLook[] {
  return database
    .all(
      `SELECT l.*, e.sequence, json_extract(e.capture_summary, '$.outcome') AS outcome FROM public_looks l
       JOIN evidence e ON e.id = l.look_id WHERE l.evidence_id = ? ORDER BY e.sequence`,
      [evidenceId],
    )
    .map((row) => ({
      evidenceId: textOf(row, 'look_id'),
      number: evidenceNumber(numberOf(row, 'sequence')),
      lookedAt: textOf(row, 'looked_at'),
      outcome: captureOutcome.parse(row['outcome']),
      answer: z.enum(PUBLIC_ANSWERS).parse(row['answer']),
      basis: z.enum(PUBLIC_BASES).parse(row['basis']),
      share: numberOrNull(row, 'share'),
    }));
}

function statementOf(database: ReadableDatabase, evidenceId: string): CaptureVisibility['statement'] {
  const row = last(database, 'seen_by_statements', evidenceId);
  return row && { answer: z.enum(SEEN_BY_ANSWERS).parse(row['answer']), ...saidIn(database, row) };
}

function remarkOf(database: ReadableDatabase, evidenceId: string): CaptureVisibility['remark'] {
  const row = last(database, 'public_remarks', evidenceId);
  return row && { text: textOf(row, 'text'), ...saidIn(database, row) };
}

function last(
  database: ReadableDatabase,
  table: 'seen_by_statements' | 'public_remarks',
  evidenceId: string,
): SqlRow | null {
  const sql = `SELECT * FROM ${table} WHERE evidence_id = ? ORDER BY id DESC LIMIT 1`;
  return database.get(sql, [evidenceId]) ?? null;
}

function saidIn(database: ReadableDatabase, row: SqlRow): { at: string; by: string } {
  return { at: textOf(row, 'written_at'), by: userName(database, textOf(row, 'written_by')) };
}
