/** A word of explanation about what a capture does not have: printed beside it in the report. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { textOf } from '../rows.ts';
import { captureOf, evidenceById, evidenceRowOf, userName } from './evidence-rows.ts';

/** EVIDENCE_UNKNOWN when there is no such capture: what came as a file has no meter. */
export function explainCapture(
  { id, text }: InputOf<'evidence.explain'>,
  context: UseCaseContext,
): OutputOf<'evidence.explain'> {
  const row = evidenceById(context.database, id);
  const capture = captureOf(row);
  if (capture === null) throw new AppError('EVIDENCE_UNKNOWN', { id });
  return context.write(['evidence'], (database) => {
    database.run('INSERT INTO capture_explanations (evidence_id, text, written_at, written_by) VALUES (?, ?, ?, ?)', [
      id,
      text,
      context.now().toISOString(),
      context.actor.id,
    ]);
    const facts = { level: capture.assessment?.level ?? null };
    const entry = { action: 'evidence.explained', subjectKind: 'evidence', subjectId: id, facts } as const;
    return { value: evidenceRowOf(context, evidenceById(database, id)), entry };
  });
}

/** The explanation that holds; null when none was given. */
export function explanationOf(database: ReadableDatabase, evidenceId: string): CaptureOnFile['explanation'] {
  const row = database.get('SELECT * FROM capture_explanations WHERE evidence_id = ? ORDER BY id DESC LIMIT 1', [
    evidenceId,
  ]);
  if (!row) return null;
  return {
    text: textOf(row, 'text'),
    at: textOf(row, 'written_at'),
    by: userName(database, textOf(row, 'written_by')),
  };
}
