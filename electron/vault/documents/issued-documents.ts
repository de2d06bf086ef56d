/** The documents that were issued, of every kind, as they are kept. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type IssuedDocument, issuedDocument } from '#shared/contract/documents.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import type { ReadableDatabase, SqlRow, SqlValue, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

const FROM = `FROM issued_reports d JOIN users u ON u.id = d.issued_by LEFT JOIN cases c ON c.id = d.case_id LEFT JOIN public_reports p ON p.id = d.public_report_id
  LEFT JOIN report_signatures s ON s.report_id = d.id LEFT JOIN issued_reports older ON older.id = d.supersedes LEFT JOIN issued_reports newer ON newer.supersedes = d.id`;
const STATE = "CASE WHEN newer.id IS NOT NULL THEN 'digantikan' WHEN d.draft = 1 THEN 'draf' ELSE 'berlaku' END";
const SELECT = `SELECT d.*, coalesce(c.number, p.number) AS case_number, u.name AS user_name, ${STATE} AS state, coalesce(s.level, 'B-B') AS level,
  older.number AS older_number, newer.id AS newer_id, newer.number AS newer_number ${FROM}`;
/** Somebody besides the issuer is to sign and has not; what is a draft or was replaced waits for nobody. */
const UNSIGNED = `newer.id IS NULL AND d.draft = 0 AND json_array_length(d.expected_signers) - 1 >
  (SELECT count(*) FROM report_versions v WHERE v.report_id = d.id AND v.cause IN ('signed', 'outside'))`;
// Search words have lost the dots between digits.
const PLAIN_NUMBER = "replace(replace(replace(d.number, '.', ''), '-', ''), ' ', '')";
const SORT_COLUMNS = {
  number: 'd.number',
  issuedAt: 'd.issued_at',
  document: 'd.document',
  case: 'coalesce(c.number, p.number)',
} as const;

/** REPORT_UNKNOWN when there is none of that id. */
export function issuedDocumentById(database: ReadableDatabase, id: string): IssuedDocument {
  const row = database.get(`${SELECT} WHERE d.id = ?`, [id]);
  if (!row) throw new AppError('REPORT_UNKNOWN', { id });
  return issuedDocumentOf(row);
}

/** Searched over number, case, signer, user and what it hashes to. */
export function listDocuments(
  input: InputOf<'documents.list'>,
  { database }: Pick<UseCaseContext, 'database'>,
): OutputOf<'documents.list'> {
  const conditions: string[] = [];
  const parameters: Record<string, SqlValue> = {};
  searchTerms(input.query).forEach((term, index) => {
    parameters[`term${index}`] = `%${term}%`;
    conditions.push(
      `(${[
        'd.number',
        PLAIN_NUMBER,
        'c.number',
        'c.title',
        'p.number',
        'd.signer',
        'u.name',
        'd.sha256',
        'd.id',
        'd.day',
      ]
        .map((column) => `${column} LIKE @term${index}`)
        .join(' OR ')})`,
    );
  });
  const equal = (name: string, column: string, value: string | undefined): void => {
    if (value === undefined) return;
    parameters[name] = value;
    conditions.push(`${column} = @${name}`);
  };
  equal('document', 'd.document', input.document);
  equal('variant', 'd.kind', input.variant);
  equal('caseId', 'd.case_id', input.caseId);
  equal('publicReportId', 'd.public_report_id', input.publicReportId);
  equal('state', STATE, input.state);
  if (input.unsigned !== undefined) conditions.push(input.unsigned ? UNSIGNED : `NOT (${UNSIGNED})`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = database.get(`SELECT count(*) AS total ${FROM} ${where}`, parameters);
  const direction = input.descending ? 'DESC' : 'ASC';
  const rows = database.all(
    `${SELECT} ${where} ORDER BY ${SORT_COLUMNS[input.sort]} ${direction}, d.id ${direction} LIMIT @limit OFFSET @offset`,
    { ...parameters, limit: input.limit, offset: input.offset },
  );
  return { total: total ? numberOf(total, 'total') : 0, rows: rows.map(issuedDocumentOf) };
}

function issuedDocumentOf(row: SqlRow): IssuedDocument {
  const supersedes = textOrNull(row, 'supersedes');
  const newer = textOrNull(row, 'newer_id');
  const expectedSigners: unknown = JSON.parse(textOf(row, 'expected_signers'));
  return issuedDocument.parse({
    id: textOf(row, 'id'),
    document: row['document'],
    variant: row['kind'],
    caseId: textOrNull(row, 'case_id'),
    caseNumber: textOrNull(row, 'case_number'),
    publicReportId: textOrNull(row, 'public_report_id'),
    day: textOrNull(row, 'day'),
    number: textOf(row, 'number'),
    issuedAt: textOf(row, 'issued_at'),
    user: textOf(row, 'user_name'),
    sha256: textOf(row, 'sha256'),
    bytes: numberOf(row, 'bytes'),
    pages: numberOf(row, 'pages'),
    state: row['state'],
    signer: textOf(row, 'signer'),
    signerFingerprint: textOf(row, 'signer_fingerprint'),
    sealed: flagOf(row, 'sealed'),
    level: row['level'],
    expectedSigners,
    supersedes: supersedes === null ? null : { id: supersedes, number: textOf(row, 'older_number') },
    supersededBy: newer === null ? null : { id: newer, number: textOf(row, 'newer_number') },
  });
}
