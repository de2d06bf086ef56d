/** The imports that were carried out, the latest first; an undone one stays in the list. */
import type { OutputOf } from '#shared/contract/index.ts';
import type { ReadableDatabase } from '../../kernel.ts';
import { numberOf, textOf, textOrNull } from '../../rows.ts';

export function pastImports(database: ReadableDatabase): OutputOf<'roster.imports'> {
  const rows = database.all(
    `SELECT i.*, u.name AS user_name, w.name AS undone_name FROM roster_imports i JOIN users u ON u.id = i.user_id
       LEFT JOIN users w ON w.id = i.undone_by ORDER BY i.at DESC, i.id DESC`,
  );
  return {
    imports: rows.map((row) => ({
      id: textOf(row, 'id'),
      at: textOf(row, 'at'),
      asOf: textOf(row, 'as_of'),
      user: textOf(row, 'user_name'),
      fileName: textOf(row, 'file_name'),
      sha256: textOf(row, 'file_sha256'),
      read: numberOf(row, 'read_rows'),
      added: numberOf(row, 'added'),
      updated: numberOf(row, 'updated'),
      unchanged: numberOf(row, 'unchanged'),
      gone: numberOf(row, 'gone'),
      accounts: numberOf(row, 'accounts'),
      rejected: numberOf(row, 'rejected'),
      excluded: numberOf(row, 'excluded'),
      undoneAt: textOrNull(row, 'undone_at'),
      undoneBy: textOrNull(row, 'undone_name'),
    })),
  };
}
