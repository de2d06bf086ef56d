/** The documents that were issued, as they are. */
import type { IssuedReport } from '#shared/contract/reports.ts';
import { issuedReport } from '#shared/contract/reports.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReadableDatabase, SqlRow, UseCaseContext } from '../kernel.ts';
import { openDocument } from '../signatures/document-versions.ts';
import { flagOf, numberOf, textOf } from '../rows.ts';

const SELECT =
  'SELECT r.*, c.number AS case_number, u.name AS user_name FROM issued_reports r JOIN cases c ON c.id = r.case_id JOIN users u ON u.id = r.issued_by';

/** REPORT_UNKNOWN when there is none of that id. */
export function issuedReportById(database: ReadableDatabase, id: string): IssuedReport {
  const row = database.get(`${SELECT} WHERE r.id = ?`, [id]);
  if (!row) throw new AppError('REPORT_UNKNOWN', { id });
  return issuedReportOf(row);
}

export function listIssuedReports(input: InputOf<'reports.list'>, context: UseCaseContext): OutputOf<'reports.list'> {
  const rows =
    input.caseId === undefined
      ? context.database.all(`${SELECT} ORDER BY r.issued_at DESC`)
      : context.database.all(`${SELECT} WHERE r.case_id = ? ORDER BY r.issued_at DESC`, [input.caseId]);
  return { rows: rows.map(issuedReportOf) };
}

export function viewIssuedReport(input: InputOf<'reports.view'>, context: UseCaseContext): OutputOf<'reports.view'> {
  const report = issuedReportById(context.database, input.id);
  const reader = openDocument(context, report.id);
  context.write(['custody'], () => ({
    value: null,
    entry: { action: 'report.viewed', subjectKind: 'report', subjectId: input.id, facts: { sha256: reader.sha256 } },
  }));
  return {
    handle: context.views.open({
      mime: 'application/pdf',
      bytes: reader.bytes,
      read: (offset, length) => reader.read(offset, length),
    }),
    bytes: reader.bytes,
  };
}

function issuedReportOf(row: SqlRow): IssuedReport {
  return issuedReport.parse({
    id: textOf(row, 'id'),
    caseId: textOf(row, 'case_id'),
    caseNumber: textOf(row, 'case_number'),
    kind: row['kind'],
    number: textOf(row, 'number'),
    issuedAt: textOf(row, 'issued_at'),
    user: textOf(row, 'user_name'),
    sha256: textOf(row, 'sha256'),
    bytes: numberOf(row, 'bytes'),
    pages: numberOf(row, 'pages'),
    draft: flagOf(row, 'draft'),
    signer: textOf(row, 'signer'),
    signerFingerprint: textOf(row, 'signer_fingerprint'),
    sealed: flagOf(row, 'sealed'),
  });
}
