/** The documents that were issued, of every kind, as they are kept. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type IssuedDocument, issuedDocument } from '#shared/contract/documents.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { DOCUMENT_KIND_NAMES } from '#shared/domain/issuing/document-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { searchTerms } from '#shared/domain/text/search-terms.ts';
import { formatDay } from '#shared/domain/text/local-time.ts';
import { boundsOf } from './days.ts';
import type { ReadableDatabase, SqlRow, SqlValue, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';

const FROM = `FROM issued_reports d JOIN users u ON u.id = d.issued_by LEFT JOIN cases c ON c.id = d.case_id LEFT JOIN public_reports p ON p.id = d.public_report_id
  LEFT JOIN report_signatures s ON s.report_id = d.id LEFT JOIN issued_reports older ON older.id = d.supersedes LEFT JOIN issued_reports newer ON newer.supersedes = d.id
  LEFT JOIN issued_reports twin ON twin.masked_of = d.id AND NOT EXISTS (SELECT 1 FROM issued_reports n WHERE n.supersedes = twin.id)`;
const STATE = "CASE WHEN newer.id IS NOT NULL THEN 'digantikan' WHEN d.draft = 1 THEN 'draf' ELSE 'berlaku' END";
const SELECT = `SELECT d.*, coalesce(c.number, p.number) AS case_number, u.name AS user_name, ${STATE} AS state, coalesce(s.level, 'B-B') AS level,
  older.number AS older_number, newer.id AS newer_id, newer.number AS newer_number, twin.id AS twin_id ${FROM}`;
/** Somebody besides the issuer is to sign and has not; what is a draft or was replaced waits for nobody. */
const UNSIGNED = `newer.id IS NULL AND d.draft = 0 AND json_array_length(d.expected_signers) - 1 >
  (SELECT count(*) FROM report_versions v WHERE v.report_id = d.id AND v.cause IN ('signed', 'outside'))`;
// Search words have lost the dots between digits.
const PLAIN_NUMBER = "replace(replace(replace(d.number, '.', ''), '-', ''), ' ', '')";
const PLAIN_ID = "replace(d.id, '-', '')";
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

/** The day of its issue as documents print it, without the name of the day. */
export function issuedDayOf({ issuedAt }: IssuedDocument, { settings }: Pick<UseCaseContext, 'settings'>): string {
  return formatDay(new Date(issuedAt), settings().timeZone).replace(/^[^,]*, /, '');
}

/** Searched over number, kind, case, signer, user and what it hashes to. */
export function listDocuments(
  input: InputOf<'documents.list'>,
  { database, settings }: Pick<UseCaseContext, 'database' | 'settings'>,
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
        PLAIN_ID,
        'd.day',
      ]
        .map((column) => `${column} LIKE @term${index}`)
        .join(' OR ')} OR d.document IN (${kindsNamed(term)}))`,
    );
  });
  const equal = (name: string, column: string, value: string | undefined): void => {
    if (value === undefined) return;
    parameters[name] = value;
    conditions.push(`${column} = @${name}`);
  };
  equal('id', 'd.id', input.id);
  equal('document', 'd.document', input.document);
  equal('variant', 'd.kind', input.variant);
  equal('caseId', 'd.case_id', input.caseId);
  equal('publicReportId', 'd.public_report_id', input.publicReportId);
  equal('state', STATE, input.state);
  const { timeZone } = settings();
  const compare = (name: string, condition: string, value: string | undefined): void => {
    if (value === undefined) return;
    parameters[name] = value;
    conditions.push(condition);
  };
  compare('from', 'd.issued_at >= @from', input.from && boundsOf(input.from, input.from, timeZone).from);
  compare('until', 'd.issued_at < @until', input.to && boundsOf(input.to, input.to, timeZone).until);
  if (input.drafts !== undefined) conditions.push(`d.draft = ${input.drafts ? 1 : 0}`);
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

/** Kinds whose own name has the word, as a list for SQL: "berita" finds every berita acara. */
function kindsNamed(term: string): string {
  return DOCUMENT_KIND_NAMES.filter((name) => searchTerms(DOCUMENT_KINDS[name].label.id).join(' ').includes(term))
    .map((name) => `'${name}'`)
    .join(', ');
}

function issuedDocumentOf(row: SqlRow): IssuedDocument {
  const supersedes = textOrNull(row, 'supersedes');
  const newer = textOrNull(row, 'newer_id');
  const number = textOf(row, 'number');
  const other = (column: string): { id: string; number: string } | null => {
    const id = textOrNull(row, column);
    return id === null ? null : { id, number };
  };
  const expectedSigners: unknown = JSON.parse(textOf(row, 'expected_signers'));
  return issuedDocument.parse({
    id: textOf(row, 'id'),
    document: row['document'],
    variant: row['kind'],
    caseId: textOrNull(row, 'case_id'),
    caseNumber: textOrNull(row, 'case_number'),
    publicReportId: textOrNull(row, 'public_report_id'),
    day: textOrNull(row, 'day'),
    number,
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
    // A twin carries the number of the full document.
    maskedOf: other('masked_of'),
    maskedBy: other('twin_id'),
  });
}
