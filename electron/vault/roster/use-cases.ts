import type { UseCases } from '../kernel.ts';
import { addPerson } from './add-person.ts';
import { applyImport } from './import/apply-import.ts';
import { importDependents } from './import/dependents.ts';
import { pastImports } from './import/past-imports.ts';
import { planImport } from './import/plan-import.ts';
import { planRows } from './import/plan-rows.ts';
import { undoImport } from './import/undo-import.ts';
import { inspectRoster, openRoster } from './inspect-roster.ts';
import { listEmployees, rosterFacets } from './list-employees.ts';
import { personPage } from './person-page.ts';
import { saveAccount } from './save-account.ts';

/** The roster's use cases by operation. */
export const rosterUseCases = {
  'roster.inspect': inspectRoster,
  'roster.open': openRoster,
  'roster.plan': planImport,
  'roster.planRows': planRows,
  'roster.apply': applyImport,
  'roster.imports': (_input, context) => pastImports(context.database),
  'roster.undoCheck': ({ importId }, context) => importDependents(context.database, importId),
  'roster.undo': undoImport,
  'roster.list': listEmployees,
  'roster.facets': (_input, context) => rosterFacets(context.database),
  'roster.get': personPage,
  'roster.addPerson': addPerson,
  'roster.saveAccount': saveAccount,
} satisfies Partial<UseCases>;
