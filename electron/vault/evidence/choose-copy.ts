/** Which working copy masked reports show, and taking a copy back; the copy itself never changes and is never deleted. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext } from '../kernel.ts';
import { copiesOf, copyById } from './copy-rows.ts';
import { evidenceById } from './evidence-rows.ts';
import { leaveOthersUnused } from './make-copy.ts';

/** EVIDENCE_UNKNOWN; NOT_FOUND for a copy that was withdrawn. */
export function chooseCopy(
  { id, copyId }: InputOf<'evidence.chooseCopy'>,
  context: UseCaseContext,
): OutputOf<'evidence.chooseCopy'> {
  evidenceById(context.database, id);
  if (copyId !== null && copyById(context.database, id, copyId).withdrawn !== null)
    throw new AppError('NOT_FOUND', { id: copyId });
  return context.write(['evidence'], (database) => {
    const before = copiesOf(database, id).find((copy) => copy.usedInMasked)?.id ?? null;
    leaveOthersUnused(database, id);
    if (copyId !== null) database.run('UPDATE working_copies SET used_in_masked = 1 WHERE artefact_id = ?', [copyId]);
    const facts = { copy: copyId ?? before, used: copyId !== null };
    return {
      value: { copies: copiesOf(database, id) },
      entry:
        before === copyId ? null : { action: 'evidence.copy-chosen', subjectKind: 'evidence', subjectId: id, facts },
    };
  });
}

/** EVIDENCE_UNKNOWN. Withdrawing what is withdrawn already changes nothing. */
export function withdrawCopy(
  { id, copyId, reason }: InputOf<'evidence.withdrawCopy'>,
  context: UseCaseContext,
): OutputOf<'evidence.withdrawCopy'> {
  copyById(context.database, id, copyId);
  return context.write(['evidence'], (database) => {
    const { changes } = database.run(
      'UPDATE working_copies SET withdrawn_at = ?, withdraw_reason = ?, used_in_masked = 0 WHERE artefact_id = ? AND withdrawn_at IS NULL',
      [context.now().toISOString(), reason, copyId],
    );
    const facts = { copy: copyId };
    return {
      value: { copies: copiesOf(database, id) },
      entry:
        changes === 0 ? null : { action: 'evidence.copy-withdrawn', subjectKind: 'evidence', subjectId: id, facts },
    };
  });
}
