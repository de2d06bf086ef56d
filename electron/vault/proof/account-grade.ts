/** The grade of an account: what its standing reasons carry, or the officer's lower one. Asked for anew each time. */
import {
  effectiveGrade,
  type Grade,
  type GradeBasis,
  gradeOfReasons,
  GRADES,
  REASON_CODES,
  type ReasonFacts,
} from '#shared/domain/roster/account-proof.ts';
import type { ReadableDatabase, SqlRow } from '../kernel.ts';
import { textOf, textOrNull } from '../rows.ts';

/** Reasons of the pair of account and person, oldest first, with the evidence they point at. */
export function reasonRows(database: ReadableDatabase, accountId: string, employeeId: string): SqlRow[] {
  return database.all(
    `SELECT r.*, e.sequence, e.title, e.withdrawn_at AS evidence_withdrawn_at, a.name AS added_name, c.name AS closed_name
     FROM account_reasons r JOIN users a ON a.id = r.added_by LEFT JOIN users c ON c.id = r.closed_by
       LEFT JOIN evidence e ON e.id = r.evidence_id
     WHERE r.account_id = ? AND r.employee_id = ? ORDER BY r.added_at, r.id`,
    [accountId, employeeId],
  );
}

/** The kind of a reason as it was stored; one that this version does not know is a fault of ours. */
export function reasonKindOf(row: SqlRow): ReasonFacts['kind'] {
  const stored = textOf(row, 'kind');
  const kind = REASON_CODES.find((one) => one === stored);
  if (kind === undefined) throw new Error(`unknown kind of reason: ${stored}`);
  return kind;
}

/** What the rows carry. */
export function carriedBy(rows: readonly SqlRow[]): { readonly grade: Grade; readonly basis: GradeBasis } {
  return gradeOfReasons(
    rows.map((row) => {
      const how = textOrNull(row, 'closed_how');
      return {
        kind: reasonKindOf(row),
        backing: backingOf(row),
        state: how === 'withdrawn' || how === 'answered' ? how : 'open',
      };
    }),
  );
}

function backingOf(row: SqlRow): ReasonFacts['backing'] {
  if (textOrNull(row, 'evidence_id') !== null && textOrNull(row, 'evidence_withdrawn_at') === null) return 'evidence';
  return textOrNull(row, 'record_field') === null ? 'none' : 'record';
}

/** The last word of an officer on the grade, with who and when; undefined when there was none. */
export function loweringRow(database: ReadableDatabase, accountId: string, employeeId: string): SqlRow | undefined {
  return database.get(
    `SELECT l.*, u.name FROM account_lowerings l JOIN users u ON u.id = l.by
     WHERE l.account_id = ? AND l.employee_id = ? ORDER BY l.id DESC LIMIT 1`,
    [accountId, employeeId],
  );
}

export function gradeIn(row: SqlRow | undefined): Grade | null {
  const stored = row === undefined ? null : textOrNull(row, 'grade');
  return GRADES.find((one) => one === stored) ?? null;
}

/** The grade that holds for a row of accounts. An account without a person has none to be sure of. */
export function accountGrade(database: ReadableDatabase, account: SqlRow): Grade {
  const id = textOf(account, 'id');
  const employeeId = textOrNull(account, 'employee_id');
  if (employeeId === null) return 'belum';
  const { grade } = carriedBy(reasonRows(database, id, employeeId));
  return effectiveGrade(grade, gradeIn(loweringRow(database, id, employeeId)));
}

/** Respondents of a case who are persons and have an account of the case whose grade is at least "kuat". */
export function provenRespondents(database: ReadableDatabase, caseId: string): number {
  const rows = database.all(
    `SELECT a.*, c.respondent_id FROM case_accounts c JOIN accounts a ON a.id = c.account_id
       JOIN case_respondents r ON r.id = c.respondent_id
     WHERE c.case_id = ? AND c.unlinked_at IS NULL AND r.unlinked_at IS NULL AND r.employee_id IS NOT NULL
       AND r.employee_id = a.employee_id`,
    [caseId],
  );
  const proven = rows.filter((row) => ['kuat', 'terkonfirmasi'].includes(accountGrade(database, row)));
  return new Set(proven.map((row) => textOf(row, 'respondent_id'))).size;
}
