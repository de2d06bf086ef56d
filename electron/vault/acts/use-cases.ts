import { caseById } from '../cases/case-rows.ts';
import type { UseCases } from '../kernel.ts';
import { caseActsOf } from './act-rows.ts';
import { saveAct, withdrawAct } from './change-acts.ts';
import { clearItem, fillItem, waiveItem } from './sheet-entries.ts';

/** The acts' use cases by operation. */
export const actsUseCases = {
  'cases.acts': ({ caseId }, { database }) => {
    caseById(database, caseId);
    return caseActsOf(database, caseId);
  },
  'cases.saveAct': saveAct,
  'cases.withdrawAct': withdrawAct,
  'cases.fillActItem': fillItem,
  'cases.waiveActItem': waiveItem,
  'cases.clearActItem': clearItem,
} satisfies Partial<UseCases>;
