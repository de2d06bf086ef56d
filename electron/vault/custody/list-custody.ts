import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { CustodyRow } from '#shared/contract/custody.ts';
import { isActorKnown } from '#shared/domain/custody/actor.ts';
import type { ReadableDatabase, SqlRow, SqlValue } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { readFacts, readHead } from './log.ts';

/** What names a subject today, by its kind. */
const LABELS: Readonly<Record<string, string>> = {
  user: 'SELECT name AS label FROM users WHERE id = @id',
  case: 'SELECT number AS label FROM cases WHERE id = @id',
  employee: 'SELECT name AS label FROM employees WHERE id = @id',
  election: 'SELECT name AS label FROM elections WHERE id = @id',
  candidate: 'SELECT name AS label FROM candidates WHERE id = @id',
  evidence: "SELECT printf('B-%04d', sequence) AS label FROM evidence WHERE id = @id",
  queue: 'SELECT title AS label FROM capture_queues WHERE id = @id',
  hoax: "SELECT printf('H-%04d', sequence) AS label FROM hoaxes WHERE id = @id",
  import: 'SELECT file_name AS label FROM roster_imports WHERE id = @id',
  account: "SELECT platform || ' ' || handle AS label FROM accounts WHERE id = @id",
  package: 'SELECT case_number AS label FROM received_packages WHERE id = @id',
  round: "SELECT printf('R-%04d', sequence) || ' ' || title AS label FROM monitoring_rounds WHERE id = @id",
  'public-report': 'SELECT number AS label FROM public_reports WHERE id = @id',
  outreach: "SELECT printf('SOS-%04d', sequence) AS label FROM outreach_sessions WHERE id = @id",
  report: "SELECT coalesce(nullif(number, ''), kind) AS label FROM issued_reports WHERE id = @id",
};

/** A page of the log; `action` also fits a whole feature ("evidence"). */
export function listCustody(database: ReadableDatabase, input: InputOf<'custody.list'>): OutputOf<'custody.list'> {
  const { where, parameters } = conditions(input);
  const counted = database.get(`SELECT count(*) AS total FROM custody c ${where}`, parameters);
  const rows = database.all(
    `SELECT c.*, u.name AS user_name FROM custody c JOIN users u ON u.id = c.user_id ${where}
     ORDER BY c.sequence ${input.newestFirst ? 'DESC' : 'ASC'} LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return {
    total: counted ? numberOf(counted, 'total') : 0,
    head: readHead(database),
    rows: rows.map((row) => custodyRow(database, row)),
  };
}

/** How many of the entries up to this one tell of something that nobody is known to have done. */
export function countWithoutActor(database: ReadableDatabase, last: number): number {
  const row = database.get(
    "SELECT count(*) AS n FROM custody WHERE sequence <= ? AND json_extract(facts, '$.authenticated') = 0",
    [last],
  );
  return row ? numberOf(row, 'n') : 0;
}

function conditions(input: InputOf<'custody.list'>): { where: string; parameters: Record<string, SqlValue> } {
  const parts: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  if (input.action !== undefined && input.action !== '') {
    parts.push("(c.action = @action OR substr(c.action, 1, length(@action) + 1) = @action || '.')");
    parameters['action'] = input.action;
  }
  if (input.subjectKind !== undefined && input.subjectKind !== '') {
    parts.push('c.subject_kind = @subjectKind');
    parameters['subjectKind'] = input.subjectKind;
  }
  if (input.subjectId !== undefined && input.subjectId !== '') {
    parts.push('c.subject_id = @subjectId');
    parameters['subjectId'] = input.subjectId;
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, parameters };
}

function custodyRow(database: ReadableDatabase, row: SqlRow): CustodyRow {
  const subjectKind = textOrNull(row, 'subject_kind');
  const subjectId = textOrNull(row, 'subject_id');
  const facts = readFacts(textOf(row, 'facts'));
  const signedBy = textOf(row, 'user_name');
  return {
    sequence: numberOf(row, 'sequence'),
    at: textOf(row, 'at'),
    user: isActorKnown(facts) ? signedBy : null,
    signedBy,
    action: textOf(row, 'action'),
    subjectKind,
    subjectId,
    subjectLabel: labelOf(database, subjectKind, subjectId),
    hash: textOf(row, 'hash'),
    facts: { ...facts },
  };
}

function labelOf(database: ReadableDatabase, kind: string | null, id: string | null): string | null {
  const sql = kind === null ? undefined : LABELS[kind];
  if (sql === undefined || id === null) return null;
  const row = database.get(sql, { id });
  return row ? textOrNull(row, 'label') : null;
}
