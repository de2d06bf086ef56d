/** Respondents whose block, as it is frozen in a case, was taken from what an import wrote about somebody known before. */
import type { ReadableDatabase, SqlRow } from '../../kernel.ts';
import { numberOf, textOf, textOrNull } from '../../rows.ts';
import { stateAt } from '../history.ts';

/**
 * The latest block of every linked respondent whom the import changed. What was frozen before the import was applied cannot
 * come from it. NIP and NIK are those of the person as it stands, whatever the day of the block.
 */
const BLOCKS = `SELECT e.id, e.name, k.number AS detail, b.as_of,
    json_type(c.before, '$.columns.nip') IS NOT NULL OR json_type(c.before, '$.columns.nik') IS NOT NULL AS identified
  FROM roster_import_changes c JOIN roster_imports i ON i.id = c.import_id
    JOIN employees e ON e.employee_key = c.employee_key
    JOIN case_respondents r ON r.employee_id = e.id AND r.unlinked_at IS NULL
    JOIN cases k ON k.id = r.case_id
    JOIN person_blocks b ON b.id = (SELECT max(id) FROM person_blocks WHERE respondent_id = r.id)
  WHERE c.import_id = ? AND b.frozen_at >= i.at ORDER BY k.number`;

/**
 * Rows of id and name (the person) and detail (the case's number). Which state a block was taken from is asked again by the
 * rule that froze it: whatever has changed a person's states since stands in the way of the undo itself.
 */
export function frozenFrom(database: ReadableDatabase, importId: string): SqlRow[] {
  return database
    .all(BLOCKS, [importId])
    .filter(
      (row) =>
        numberOf(row, 'identified') === 1 ||
        textOrNull(stateAt(database, textOf(row, 'id'), textOf(row, 'as_of')).row, 'import_id') === importId,
    );
}
