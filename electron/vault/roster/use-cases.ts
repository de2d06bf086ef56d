import type { OutputOf } from '#shared/contract/index.ts';
import type { UseCaseContext, UseCases } from '../kernel.ts';
import { numberOf, textOf } from '../rows.ts';
import { addPerson } from './add-person.ts';
import { importRoster } from './import-roster.ts';
import { inspectRoster } from './inspect-roster.ts';
import { listEmployees, rosterFacets } from './list-employees.ts';
import { personPage } from './person-page.ts';
import { saveAccount } from './save-account.ts';

/** The roster's use cases by operation. */
export const rosterUseCases = {
  'roster.inspect': inspectRoster,
  'roster.import': importRoster,
  'roster.list': listEmployees,
  'roster.facets': (_input, context) => rosterFacets(context.database),
  'roster.get': personPage,
  'roster.addPerson': addPerson,
  'roster.saveAccount': saveAccount,
  'roster.imports': (_input, context) => pastImports(context),
} satisfies Partial<UseCases>;

function pastImports(context: UseCaseContext): OutputOf<'roster.imports'> {
  const rows = context.database.all(
    'SELECT i.*, u.name AS user_name FROM roster_imports i JOIN users u ON u.id = i.user_id ORDER BY i.at DESC, i.id DESC',
  );
  return {
    imports: rows.map((row) => ({
      id: textOf(row, 'id'),
      at: textOf(row, 'at'),
      user: textOf(row, 'user_name'),
      fileName: textOf(row, 'file_name'),
      sha256: textOf(row, 'file_sha256'),
      read: numberOf(row, 'read_rows'),
      added: numberOf(row, 'added'),
      updated: numberOf(row, 'updated'),
      unchanged: numberOf(row, 'unchanged'),
      rejected: numberOf(row, 'rejected'),
    })),
  };
}
