/** Undoes an import as one action: whom it added is removed, whom it changed is put back, in one transaction. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import type { UseCaseContext, WritableDatabase } from '../../kernel.ts';
import { numberOf, textOf, textOrNull } from '../../rows.ts';
import { directoryChanged } from '../directory-index.ts';
import { PERSON_COLUMNS } from '../employees.ts';
import { removePlacing } from '../history.ts';
import { importById, importDependents } from './dependents.ts';

const RESTORED_COLUMNS = [
  ...Object.values(PERSON_COLUMNS),
  'last_import_id',
  'stated_on',
  'gone_since',
  'updated_at',
] as const;

const replacedSchema = z.strictObject({
  columns: z.partialRecord(z.enum(RESTORED_COLUMNS), z.string().nullable()),
  inserted: z.array(z.number().int()),
  closed: z.array(z.strictObject({ id: z.number().int(), validTo: z.string().nullable() })),
});

/** ROSTER_IMPORT_UNDONE, ROSTER_IMPORT_IN_USE (see roster.undoCheck), NOT_FOUND. */
export function undoImport({ importId }: InputOf<'roster.undo'>, context: UseCaseContext): OutputOf<'roster.undo'> {
  return context.write(['roster'], (database) => {
    if (textOrNull(importById(database, importId), 'undone_at') !== null) throw new AppError('ROSTER_IMPORT_UNDONE');
    const { total } = importDependents(database, importId);
    if (total > 0) throw new AppError('ROSTER_IMPORT_IN_USE', { dependents: total });
    const accounts = database.run('DELETE FROM accounts WHERE import_id = ?', [importId]).changes;
    const restored = restoreChanged(database, importId);
    forgetConfirmed(database, importId);
    const removed = removeAdded(database, importId);
    database.run('UPDATE roster_imports SET undone_at = ?, undone_by = ? WHERE id = ?', [
      context.now().toISOString(),
      context.actor.id,
      importId,
    ]);
    directoryChanged();
    const facts = { removed, restored, accounts };
    const entry = { action: 'roster.import-undone', subjectKind: 'import', subjectId: importId, facts } as const;
    return { value: { removed, restored }, entry };
  });
}

function restoreChanged(database: WritableDatabase, importId: string): number {
  const rows = database.all('SELECT employee_key, before FROM roster_import_changes WHERE import_id = ?', [importId]);
  for (const row of rows) {
    const { columns, ...placing } = replacedSchema.parse(JSON.parse(textOf(row, 'before')));
    const names = Object.keys(columns);
    database.run(
      `UPDATE employees SET ${names.map((name) => `${name} = @${name}`).join(', ')} WHERE employee_key = @key`,
      { ...columns, key: numberOf(row, 'employee_key') },
    );
    removePlacing(database, placing);
  }
  database.run('DELETE FROM roster_import_changes WHERE import_id = ?', [importId]);
  return rows.length;
}

/** What was noted about people whom the import only confirmed, unless a later one has noted something since. */
function forgetConfirmed(database: WritableDatabase, importId: string): void {
  database.run(
    `UPDATE employees SET last_import_id = c.last_import_id, stated_on = c.stated_on
     FROM (SELECT j.value AS employee_key, g.last_import_id, g.stated_on
       FROM roster_import_confirmed g, json_each(g.employee_keys) j WHERE g.import_id = @import) c
     WHERE employees.employee_key = c.employee_key AND employees.last_import_id = @import`,
    { import: importId },
  );
  database.run('DELETE FROM roster_import_confirmed WHERE import_id = ?', [importId]);
}

function removeAdded(database: WritableDatabase, importId: string): number {
  database.run(
    'DELETE FROM employee_history WHERE employee_id IN (SELECT id FROM employees WHERE first_import_id = ?)',
    [importId],
  );
  return database.run('DELETE FROM employees WHERE first_import_id = ?', [importId]).changes;
}
