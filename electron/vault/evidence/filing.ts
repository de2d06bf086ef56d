/** Filing evidence into cases: several cases may use one item; a misfiled item is moved or withdrawn, never deleted. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CustodyDraft, UseCaseContext, WritableDatabase } from '../kernel.ts';
import { numberOf } from '../rows.ts';
import { caseById } from '../cases/case-rows.ts';
import { evidenceById, evidenceRowOf } from './evidence-rows.ts';

export interface NewFiling {
  readonly evidenceId: string;
  readonly caseId: string;
  readonly where: string;
  readonly respondentId: string | null;
}

/** Inside a transaction; false when the item already is in that case. */
export function addFiling(database: WritableDatabase, context: UseCaseContext, filing: NewFiling): boolean {
  if (
    database.get('SELECT 1 FROM evidence_filings WHERE evidence_id = ? AND case_id = ? AND ended_at IS NULL', [
      filing.evidenceId,
      filing.caseId,
    ])
  )
    return false;
  database.run(
    'INSERT INTO evidence_filings (evidence_id, case_id, respondent_id, where_text, filed_at, filed_by) VALUES (?, ?, ?, ?, ?, ?)',
    [
      filing.evidenceId,
      filing.caseId,
      filing.respondentId,
      filing.where,
      context.now().toISOString(),
      context.actor.id,
    ],
  );
  return true;
}

export function filedEntry(evidenceId: string, caseId: string): CustodyDraft {
  return { action: 'evidence.filed', subjectKind: 'evidence', subjectId: evidenceId, facts: { case: caseId } };
}

/** Files an item, or changes the note of where on the picture to look. */
export function fileEvidence(input: InputOf<'evidence.file'>, context: UseCaseContext): OutputOf<'evidence.file'> {
  evidenceById(context.database, input.id);
  caseById(context.database, input.caseId);
  if (
    input.respondentId !== null &&
    !context.database.get('SELECT 1 FROM case_respondents WHERE id = ? AND case_id = ?', [
      input.respondentId,
      input.caseId,
    ])
  )
    throw new AppError('NOT_FOUND', { id: input.respondentId });
  return context.write(['evidence', 'cases'], (database) => {
    const added = addFiling(database, context, {
      evidenceId: input.id,
      caseId: input.caseId,
      where: input.where,
      respondentId: input.respondentId,
    });
    if (!added) {
      database.run(
        'UPDATE evidence_filings SET where_text = ?, respondent_id = ? WHERE evidence_id = ? AND case_id = ? AND ended_at IS NULL',
        [input.where, input.respondentId, input.id, input.caseId],
      );
    }
    const entry = added
      ? filedEntry(input.id, input.caseId)
      : { ...filedEntry(input.id, input.caseId), action: 'evidence.place-noted' };
    return { value: evidenceRowOf(context, evidenceById(database, input.id)), entry };
  });
}

export function moveEvidence(input: InputOf<'evidence.move'>, context: UseCaseContext): OutputOf<'evidence.move'> {
  evidenceById(context.database, input.id);
  const filing = context.database.get(
    'SELECT id FROM evidence_filings WHERE evidence_id = ? AND case_id = ? AND ended_at IS NULL',
    [input.id, input.fromCaseId],
  );
  if (!filing) throw new AppError('NOT_FOUND', { id: input.fromCaseId });
  if (input.toCaseId !== null) caseById(context.database, input.toCaseId);
  const filingId = numberOf(filing, 'id');
  return context.write(['evidence', 'cases'], (database) => {
    database.run('UPDATE evidence_filings SET ended_at = ?, end_reason = ? WHERE id = ?', [
      context.now().toISOString(),
      input.reason,
      filingId,
    ]);
    if (input.toCaseId !== null)
      addFiling(database, context, { evidenceId: input.id, caseId: input.toCaseId, where: '', respondentId: null });
    const facts = { filing: filingId, case: input.fromCaseId, to: input.toCaseId };
    return {
      value: evidenceRowOf(context, evidenceById(database, input.id)),
      entry: { action: 'evidence.moved', subjectKind: 'evidence', subjectId: input.id, facts },
    };
  });
}

export function withdrawEvidence(
  input: InputOf<'evidence.withdraw'>,
  context: UseCaseContext,
): OutputOf<'evidence.withdraw'> {
  evidenceById(context.database, input.id);
  return context.write(['evidence', 'cases'], (database) => {
    const changed = database.run(
      'UPDATE evidence SET withdrawn_at = ?, withdraw_reason = ? WHERE id = ? AND withdrawn_at IS NULL',
      [context.now().toISOString(), input.reason, input.id],
    );
    const value = evidenceRowOf(context, evidenceById(database, input.id));
    return {
      value,
      entry:
        changed.changes === 0
          ? null
          : { action: 'evidence.withdrawn', subjectKind: 'evidence', subjectId: input.id, facts: {} },
    };
  });
}
