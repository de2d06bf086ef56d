import type { UseCases } from '../kernel.ts';
import { caseAccountsOf, linkAccount, unlinkAccount } from './case-accounts.ts';
import { addReason, closeReason, lowerGrade } from './change-proof.ts';
import { accountProofOf } from './proof-rows.ts';

/** Whose an account is: the use cases by operation. */
export const proofUseCases = {
  'roster.proof': ({ accountId }, context) => accountProofOf(context.database, accountId),
  'roster.addProofReason': addReason,
  'roster.closeProofReason': closeReason,
  'roster.lowerGrade': lowerGrade,
  'cases.accounts': ({ caseId }, context) => caseAccountsOf(context.database, caseId),
  'cases.linkAccount': linkAccount,
  'cases.unlinkAccount': unlinkAccount,
} satisfies Partial<UseCases>;
