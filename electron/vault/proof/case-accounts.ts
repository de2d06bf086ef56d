/** The accounts that a case is about: of its respondents' own records, linked and unlinked, never erased. */
import type { AccountProof, CaseAccounts } from '#shared/contract/account-proof.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { caseById } from '../cases/case-rows.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { accountOf } from '../roster/person-page.ts';
import { textOf, textOrNull } from '../rows.ts';
import { accountById, accountProofOf } from './proof-rows.ts';

/** CASE_UNKNOWN. */
export function caseAccountsOf(database: ReadableDatabase, caseId: string): CaseAccounts {
  caseById(database, caseId);
  const accounts = database
    .all(
      `SELECT c.*, r.employee_id FROM case_accounts c JOIN case_respondents r ON r.id = c.respondent_id
       WHERE c.case_id = ? ORDER BY c.linked_at, c.id`,
      [caseId],
    )
    .map((row) => ({
      id: textOf(row, 'id'),
      respondentId: textOf(row, 'respondent_id'),
      proof: proofFor(database, textOf(row, 'account_id'), textOrNull(row, 'employee_id')),
      linkedAt: textOf(row, 'linked_at'),
      unlinkedAt: textOrNull(row, 'unlinked_at'),
      unlinkReason: textOrNull(row, 'unlink_reason'),
    }));
  const offered = database
    .all(
      `SELECT a.*, r.id AS respondent_id FROM case_respondents r JOIN accounts a ON a.employee_id = r.employee_id
       WHERE r.case_id = @case AND r.unlinked_at IS NULL AND NOT EXISTS
         (SELECT 1 FROM case_accounts c WHERE c.respondent_id = r.id AND c.account_id = a.id AND c.unlinked_at IS NULL)
       ORDER BY a.created_at, a.id`,
      { case: caseId },
    )
    .map((row) => ({ respondentId: textOf(row, 'respondent_id'), account: accountOf(database, row) }));
  return { accounts, offered };
}

/** Once the account is held to be somebody else's, its reasons say nothing of this respondent. */
function proofFor(database: ReadableDatabase, accountId: string, employeeId: string | null): AccountProof {
  const proof = accountProofOf(database, accountId);
  if (proof.account.employeeId === employeeId) return proof;
  const account = { ...proof.account, confidence: 'belum' as const };
  return { account, reasons: [], carried: 'belum', basis: 'NO_REASON', lowered: null };
}

/** NOT_FOUND for a respondent who is not in the case or an account of somebody else; ALREADY_LINKED. */
export function linkAccount(
  input: InputOf<'cases.linkAccount'>,
  context: UseCaseContext,
): OutputOf<'cases.linkAccount'> {
  const { database } = context;
  const account = accountById(database, input.accountId);
  const respondent = database.get(
    'SELECT employee_id FROM case_respondents WHERE id = ? AND case_id = ? AND unlinked_at IS NULL',
    [input.respondentId, input.caseId],
  );
  if (!respondent) throw new AppError('NOT_FOUND', { id: input.respondentId });
  if (textOrNull(respondent, 'employee_id') !== textOrNull(account, 'employee_id'))
    throw new AppError('NOT_FOUND', { id: input.accountId });
  const standing = database.get(
    'SELECT 1 FROM case_accounts WHERE respondent_id = ? AND account_id = ? AND unlinked_at IS NULL',
    [input.respondentId, input.accountId],
  );
  if (standing) throw new AppError('ALREADY_LINKED', {});
  return context.write(['cases'], (writable) => {
    writable.run(
      'INSERT INTO case_accounts (id, case_id, respondent_id, account_id, linked_at, linked_by) VALUES (?, ?, ?, ?, ?, ?)',
      [
        context.newId(),
        input.caseId,
        input.respondentId,
        input.accountId,
        context.now().toISOString(),
        context.actor.id,
      ],
    );
    return {
      value: caseAccountsOf(writable, input.caseId),
      entry: {
        action: 'case.account-linked',
        subjectKind: 'case',
        subjectId: input.caseId,
        facts: { respondent: input.respondentId, account: input.accountId },
      },
    };
  });
}

export function unlinkAccount(
  input: InputOf<'cases.unlinkAccount'>,
  context: UseCaseContext,
): OutputOf<'cases.unlinkAccount'> {
  return context.write(['cases'], (database) => {
    const changed = database.run(
      'UPDATE case_accounts SET unlinked_at = ?, unlinked_by = ?, unlink_reason = ? WHERE id = ? AND case_id = ? AND unlinked_at IS NULL',
      [context.now().toISOString(), context.actor.id, input.reason, input.linkId, input.caseId],
    );
    if (changed.changes === 0) throw new AppError('NOT_FOUND', { id: input.linkId });
    return {
      value: caseAccountsOf(database, input.caseId),
      entry: {
        action: 'case.account-unlinked',
        subjectKind: 'case',
        subjectId: input.caseId,
        facts: { account: input.linkId },
      },
    };
  });
}
