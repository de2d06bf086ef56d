/** What was built on an import and would lose its ground if the import were undone. */
import type { OutputOf } from '#shared/contract/index.ts';
import type { ImportDependent } from '#shared/contract/roster-import.ts';
import { importDependent } from '#shared/contract/roster-import.ts';
import { RECORD_FIELDS } from '#shared/domain/roster/account-proof.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow } from '../../kernel.ts';
import { numberOf, textOrNull } from '../../rows.ts';
import { PERSON_COLUMNS } from '../employees.ts';
import { frozenFrom } from './frozen-from.ts';

/** How many are listed; all are counted. */
const LISTED = 200;

/** People whom the import added or changed, and who they are to it. */
const TOUCHED = `SELECT e.employee_key, e.id, e.name, e.last_import_id, e.updated_at,
    e.first_import_id IS @import AS added
  FROM employees e
  WHERE e.first_import_id = @import
    OR e.employee_key IN (SELECT employee_key FROM roster_import_changes WHERE import_id = @import)`;

/** The person's column that a reason quotes. */
const QUOTED = `CASE r.record_field ${RECORD_FIELDS.map((field) => `WHEN '${field}' THEN '${PERSON_COLUMNS[field]}'`).join(' ')} END`;

/** Each kind with its query: who, and the detail that names it. */
const QUERIES: readonly (readonly [kind: ImportDependent['kind'], sql: string])[] = [
  [
    'case',
    `SELECT DISTINCT t.id, t.name, c.number AS detail FROM (${TOUCHED}) t
       JOIN case_respondents r ON r.employee_id = t.id JOIN cases c ON c.id = r.case_id WHERE t.added ORDER BY c.number`,
  ],
  [
    // One that merely found the person as this import left them counts too: it was told of a state, or of a person, that
    // would be gone while it stands, and putting back the columns would wipe out what it noted (last_import_id, stated_on).
    'later-import',
    `SELECT t.id, t.name, i.file_name AS detail FROM (${TOUCHED}) t JOIN roster_imports i ON i.id = t.last_import_id
     WHERE t.last_import_id <> @import ORDER BY i.at, t.name`,
  ],
  [
    // Added by hand to one of its people, or one of its own that somebody has worked on since: changed it, gave reasons
    // whose it is, or named it in a case.
    'account',
    `SELECT a.employee_id AS id, coalesce(e.name, '') AS name, a.platform AS detail FROM accounts a LEFT JOIN employees e ON e.id = a.employee_id
     WHERE (e.first_import_id = @import AND a.import_id IS NOT @import) OR (a.import_id = @import AND a.updated_at <> a.created_at)
       OR (a.import_id = @import AND (EXISTS (SELECT 1 FROM account_reasons r WHERE r.account_id = a.id)
         OR EXISTS (SELECT 1 FROM account_lowerings l WHERE l.account_id = a.id)
         OR EXISTS (SELECT 1 FROM case_accounts c WHERE c.account_id = a.id)))
     ORDER BY a.created_at`,
  ],
  [
    // The account has gone to somebody else since; what was said about this person stays.
    'account',
    `SELECT DISTINCT t.id, t.name, a.platform AS detail FROM (${TOUCHED}) t JOIN accounts a ON a.employee_id IS NOT t.id
     WHERE t.added AND (EXISTS (SELECT 1 FROM account_reasons r WHERE r.account_id = a.id AND r.employee_id = t.id)
       OR EXISTS (SELECT 1 FROM account_lowerings l WHERE l.account_id = a.id AND l.employee_id = t.id))
       AND a.import_id IS NOT @import ORDER BY t.name`,
  ],
  [
    // Quotes from the record of somebody known before what this import wrote there. A withdrawn reason quotes nothing any
    // more; accounts of the import itself are above.
    'account-reason',
    `SELECT DISTINCT e.id, e.name, a.platform AS detail FROM roster_import_changes c JOIN roster_imports i ON i.id = c.import_id
       JOIN employees e ON e.employee_key = c.employee_key JOIN account_reasons r ON r.employee_id = e.id
       JOIN accounts a ON a.id = r.account_id
     WHERE c.import_id = @import AND a.import_id IS NOT @import AND r.closed_how IS NOT 'withdrawn' AND r.added_at >= i.at
       AND json_type(c.before, '$.columns.' || ${QUOTED}) IS NOT NULL ORDER BY e.name, a.platform`,
  ],
  [
    // A round that covers a person whom the import added, or an account of the import.
    'monitoring',
    `SELECT DISTINCT e.id, e.name, printf('R-%04d', r.sequence) AS detail FROM monitoring_items i
       JOIN monitoring_rounds r ON r.id = i.round_id JOIN employees e ON e.id = i.employee_id LEFT JOIN accounts a ON a.id = i.account_id
     WHERE e.first_import_id = @import OR a.import_id = @import ORDER BY e.name, r.sequence`,
  ],
  [
    'edited-person',
    `SELECT t.id, t.name, '' AS detail FROM (${TOUCHED}) t JOIN roster_imports i ON i.id = @import
     WHERE t.last_import_id = @import AND t.updated_at <> i.at ORDER BY t.name`,
  ],
];

/** NOT_FOUND when there is no such import. */
export function importById(database: ReadableDatabase, importId: string): SqlRow {
  const row = database.get('SELECT * FROM roster_imports WHERE id = ?', [importId]);
  if (!row) throw new AppError('NOT_FOUND', { id: importId });
  return row;
}

/** Empty when the import can be undone, or was. */
export function importDependents(database: ReadableDatabase, importId: string): OutputOf<'roster.undoCheck'> {
  if (textOrNull(importById(database, importId), 'undone_at') !== null) return { dependents: [], total: 0 };
  const frozen = frozenFrom(database, importId);
  const dependents = frozen.slice(0, LISTED).map((row) => dependentOf('case', row));
  let total = frozen.length;
  for (const [kind, sql] of QUERIES) {
    const count = database.get(`SELECT count(*) AS count FROM (${sql})`, { import: importId });
    total += count ? numberOf(count, 'count') : 0;
    if (dependents.length >= LISTED) continue;
    const rows = database.all(`${sql} LIMIT ${LISTED - dependents.length}`, { import: importId });
    for (const row of rows) dependents.push(dependentOf(kind, row));
  }
  return { dependents, total };
}

function dependentOf(kind: ImportDependent['kind'], { id, name, detail }: SqlRow): ImportDependent {
  return importDependent.parse({ kind, employeeId: id, name, detail });
}
