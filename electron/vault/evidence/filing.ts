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
  /** Where on the picture to look, for the case as a whole. */
  readonly where: string;
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
    'INSERT INTO evidence_filings (evidence_id, case_id, where_text, filed_at, filed_by) VALUES (?, ?, ?, ?, ?)',
    [filing.evidenceId, filing.caseId, filing.where, context.now().toISOString(), context.actor.id],
  );
  return true;
}

export function filedEntry(evidenceId: string, caseId: string): CustodyDraft {
  return { action: 'evidence.filed', subjectKind: 'evidence', subjectId: evidenceId, facts: { case: caseId } };
}

/** Files an item, or notes where on the picture to look: for the case, or for one of its respondents. */
export function fileEvidence(input: InputOf<'evidence.file'>, context: UseCaseContext): OutputOf<'evidence.file'> {
  const { id, caseId, respondentId, where } = input;
  evidenceById(context.database, id);
  caseById(context.database, caseId);
  if (respondentId !== null) requireRespondent(context, caseId, respondentId);
  return context.write(['evidence', 'cases'], (database) => {
    const added = addFiling(database, context, { evidenceId: id, caseId, where: respondentId === null ? where : '' });
    if (respondentId !== null) notePlace(database, { evidenceId: id, caseId, respondentId, where });
    else if (!added) {
      database.run(
        'UPDATE evidence_filings SET where_text = ? WHERE evidence_id = ? AND case_id = ? AND ended_at IS NULL',
        [where, id, caseId],
      );
    }
    const entry = added ? filedEntry(id, caseId) : { ...filedEntry(id, caseId), action: 'evidence.place-noted' };
    return { value: evidenceRowOf(context, evidenceById(database, id)), entry };
  });
}

function requireRespondent(context: UseCaseContext, caseId: string, respondentId: string): void {
  const found = context.database.get('SELECT 1 FROM case_respondents WHERE id = ? AND case_id = ?', [
    respondentId,
    caseId,
  ]);
  if (!found) throw new AppError('NOT_FOUND', { id: respondentId });
}

interface Place {
  readonly evidenceId: string;
  readonly caseId: string;
  readonly respondentId: string;
  readonly where: string;
}

function notePlace(database: WritableDatabase, place: Place): void {
  const { evidenceId, caseId, respondentId, where } = place;
  if (where === '') {
    database.run('DELETE FROM evidence_places WHERE evidence_id = ? AND case_id = ? AND respondent_id = ?', [
      evidenceId,
      caseId,
      respondentId,
    ]);
    return;
  }
  database.run(
    `INSERT INTO evidence_places (evidence_id, case_id, respondent_id, where_text) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET where_text = excluded.where_text`,
    [evidenceId, caseId, respondentId, where],
  );
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
      addFiling(database, context, { evidenceId: input.id, caseId: input.toCaseId, where: '' });
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
