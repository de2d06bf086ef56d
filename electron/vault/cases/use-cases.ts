import type { UseCases } from '../kernel.ts';
import { casePageOf } from './case-rows.ts';
import { addAllegation, setCaseStatus, updateCase, withdrawAllegation } from './change-case.ts';
import { createCase } from './create-case.ts';
import { legalReferences, saveLegalReference } from './legal-references.ts';
import { listCases } from './list-cases.ts';
import { linkRespondent, refreezePerson, unlinkRespondent } from './respondents.ts';

/** The cases' use cases by operation. */
export const casesUseCases = {
  'cases.list': listCases,
  'cases.get': (input, context) => casePageOf(context.database, input.id),
  'cases.create': createCase,
  'cases.update': updateCase,
  'cases.setStatus': setCaseStatus,
  'cases.linkRespondent': linkRespondent,
  'cases.unlinkRespondent': unlinkRespondent,
  'cases.refreezePerson': refreezePerson,
  'cases.addAllegation': addAllegation,
  'cases.withdrawAllegation': withdrawAllegation,
  'cases.legalReferences': (_input, context) => ({ rows: legalReferences(context.database) }),
  'cases.saveLegalReference': saveLegalReference,
} satisfies Partial<UseCases>;
