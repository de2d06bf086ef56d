/** Reads an account with its reasons and the grade they carry. */
import { type AccountProof, type ProofReason, proofReason } from '#shared/contract/account-proof.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { accountOf } from '../roster/person-page.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { carriedBy, gradeIn, loweringRow, reasonKindOf, reasonRows } from './account-grade.ts';

/** NOT_FOUND when there is no account of that id. */
export function accountById(database: ReadableDatabase, id: string): SqlRow {
  const row = database.get('SELECT * FROM accounts WHERE id = ?', [id]);
  if (!row) throw new AppError('NOT_FOUND', { id });
  return row;
}

/** NOT_FOUND. An account without a person has no reasons yet. */
export function accountProofOf(database: ReadableDatabase, accountId: string): AccountProof {
  const row = accountById(database, accountId);
  const employeeId = textOrNull(row, 'employee_id');
  const reasons = employeeId === null ? [] : reasonRows(database, accountId, employeeId);
  const carried = carriedBy(reasons);
  const lowering = employeeId === null ? undefined : loweringRow(database, accountId, employeeId);
  const lowered = gradeIn(lowering);
  return {
    account: accountOf(database, row),
    reasons: reasons.map(reasonOf),
    carried: carried.grade,
    basis: carried.basis,
    lowered:
      lowering === undefined || lowered === null
        ? null
        : {
            grade: lowered,
            reason: textOf(lowering, 'reason'),
            at: textOf(lowering, 'at'),
            by: textOf(lowering, 'name'),
          },
  };
}

function reasonOf(row: SqlRow): ProofReason {
  const evidenceId = textOrNull(row, 'evidence_id');
  const field = textOrNull(row, 'record_field');
  const how = textOrNull(row, 'closed_how');
  return proofReason.parse({
    id: textOf(row, 'id'),
    kind: reasonKindOf(row),
    note: textOf(row, 'note'),
    evidence:
      evidenceId === null
        ? null
        : {
            id: evidenceId,
            number: evidenceNumber(numberOf(row, 'sequence')),
            title: textOf(row, 'title'),
            stands: textOrNull(row, 'evidence_withdrawn_at') === null,
          },
    record: field === null ? null : { field, value: textOf(row, 'record_value') },
    addedAt: textOf(row, 'added_at'),
    addedBy: textOf(row, 'added_name'),
    closed:
      how === null
        ? null
        : { how, reason: textOf(row, 'close_reason'), at: textOf(row, 'closed_at'), by: textOf(row, 'closed_name') },
  });
}
