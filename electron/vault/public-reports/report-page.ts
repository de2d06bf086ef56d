/** One report with everything that hangs on it; of the reporter only what there is, none of it. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { answerWay, revealPurpose } from '#shared/contract/public-reports.ts';
import { documentKindName } from '#shared/contract/document-model.ts';
import { electionRegime } from '#shared/contract/cases.ts';
import { evidenceNumber } from '#shared/domain/evidence/evidence-number.ts';
import { employeeById } from '../roster/employees.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { flagOf, numberOf, textOf, textOrNull } from '../rows.ts';
import { checksOf } from './checklist.ts';
import { reportById, reportRow, reportRows } from './report-rows.ts';
import { readReporter } from './reporter-rows.ts';
import { stepsOf } from './step-rows.ts';

export function getReport(
  { id }: InputOf<'publicReports.get'>,
  context: UseCaseContext,
): OutputOf<'publicReports.get'> {
  return reportPage(context, id);
}

/** PUBLIC_REPORT_UNKNOWN. */
export function reportPage(context: UseCaseContext, id: string): PublicReportPage {
  const { database } = context;
  const row = reportById(database, id);
  const employeeId = textOrNull(row, 'employee_id');
  const employee = employeeId === null ? null : employeeById(database, employeeId);
  return {
    report: {
      ...reportRow(context, id),
      description: textOf(row, 'description'),
      regime: electionRegime.nullable().parse(row['regime']),
      accusedText: textOf(row, 'accused_text'),
      employee:
        employee === null
          ? null
          : { id: textOf(employee, 'id'), name: textOf(employee, 'name'), unit: textOrNull(employee, 'unit') },
      accountText: textOf(row, 'account_text'),
      address: textOf(row, 'address'),
      eventDay: textOrNull(row, 'event_day'),
      eventTimeText: textOf(row, 'event_time_text'),
      eventPlace: textOf(row, 'event_place'),
      knownDay: textOrNull(row, 'known_day'),
      registeredAt: textOf(row, 'registered_at'),
      registeredBy: userName(database, textOf(row, 'registered_by')),
    },
    reporter: reporterMarks(database, id),
    reveals: revealsOf(database, id),
    checks: checksOf(context, id),
    files: filesOf(database, id),
    steps: stepsOf(database, id),
    answers: answersOf(database, id),
    links: linksOf(context, id),
    documents: documentsOf(database, id),
  };
}

const MARKS = ['name', 'identityNumber', 'phone', 'email', 'address', 'note'] as const;

/** That somebody reported and what is known, so that an officer sees whether looking is worth an entry in the log. */
function reporterMarks(database: ReadableDatabase, id: string): PublicReportPage['reporter'] {
  const reporter = readReporter(database, id);
  const sources = database.get('SELECT count(*) AS n FROM public_report_sources WHERE report_id = ?', [id]);
  const count = sources ? numberOf(sources, 'n') : 0;
  if (reporter === null && count === 0) return null;
  return {
    confidential: reporter?.confidential ?? true,
    has: reporter === null ? [] : MARKS.filter((mark) => reporter[mark] !== ''),
    replacedIn: database
      .all('SELECT DISTINCT field FROM public_report_originals WHERE report_id = ? ORDER BY field', [id])
      .map((row) => textOf(row, 'field')),
    sources: count,
  };
}

function revealsOf(database: ReadableDatabase, id: string): PublicReportPage['reveals'] {
  return database
    .all(
      `SELECT v.*, u.name AS user_name FROM public_report_reveals v JOIN users u ON u.id = v.by
       WHERE v.report_id = ? ORDER BY v.at DESC, v.id DESC`,
      [id],
    )
    .map((row) => ({
      at: textOf(row, 'at'),
      user: textOf(row, 'user_name'),
      purpose: revealPurpose.parse(row['purpose']),
      note: textOf(row, 'note'),
    }));
}

function filesOf(database: ReadableDatabase, id: string): PublicReportPage['files'] {
  return database
    .all(
      `SELECT f.evidence_id, f.added_at, e.sequence, e.title, e.main_sha256, r.case_id IS NOT NULL AND EXISTS
         (SELECT 1 FROM evidence_filings g WHERE g.evidence_id = e.id AND g.case_id = r.case_id AND g.ended_at IS NULL) AS in_case
       FROM public_report_files f JOIN evidence e ON e.id = f.evidence_id JOIN public_reports r ON r.id = f.report_id
       WHERE f.report_id = ? AND f.removed_at IS NULL ORDER BY f.id`,
      [id],
    )
    .map((row) => ({
      evidenceId: textOf(row, 'evidence_id'),
      number: evidenceNumber(numberOf(row, 'sequence')),
      title: textOf(row, 'title'),
      sha256: textOf(row, 'main_sha256'),
      addedAt: textOf(row, 'added_at'),
      inCase: flagOf(row, 'in_case'),
    }));
}

function answersOf(database: ReadableDatabase, id: string): PublicReportPage['answers'] {
  return database
    .all(
      `SELECT a.*, u.name AS user_name, d.number AS document_number FROM public_report_answers a
       JOIN users u ON u.id = a.by LEFT JOIN issued_reports d ON d.id = a.document_id
       WHERE a.report_id = ? ORDER BY a.answered_at, a.id`,
      [id],
    )
    .map((row) => {
      const document = textOrNull(row, 'document_id');
      const withdrawnAt = textOrNull(row, 'withdrawn_at');
      return {
        id: textOf(row, 'id'),
        answeredAt: textOf(row, 'answered_at'),
        way: answerWay.parse(row['way']),
        text: textOf(row, 'text'),
        document: document === null ? null : { id: document, number: textOf(row, 'document_number') },
        user: textOf(row, 'user_name'),
        withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: textOf(row, 'withdraw_reason') },
      };
    });
}

function linksOf(context: UseCaseContext, id: string): PublicReportPage['links'] {
  const links = context.database.all(
    `SELECT l.*, u.name AS user_name, CASE WHEN l.report_id = @id THEN l.other_id ELSE l.report_id END AS linked_report
     FROM public_report_links l JOIN users u ON u.id = l.linked_by
     WHERE (l.report_id = @id OR l.other_id = @id) AND l.unlinked_at IS NULL ORDER BY l.linked_at, l.id`,
    { id },
  );
  if (links.length === 0) return [];
  const rows = reportRows(context, 'WHERE r.id IN (SELECT value FROM json_each(@ids))', {
    ids: JSON.stringify(links.map((link) => textOf(link, 'linked_report'))),
  });
  return links.flatMap((link) => {
    const report = rows.find((row) => row.id === textOf(link, 'linked_report'));
    if (report === undefined) return [];
    const [reason, linkedAt, user] = [textOf(link, 'reason'), textOf(link, 'linked_at'), textOf(link, 'user_name')];
    return [{ report, reason, linkedAt, user }];
  });
}

function documentsOf(database: ReadableDatabase, id: string): PublicReportPage['documents'] {
  return database
    .all('SELECT * FROM issued_reports WHERE public_report_id = ? ORDER BY issued_at DESC, id DESC', [id])
    .map((row) => ({
      id: textOf(row, 'id'),
      document: documentKindName.parse(row['document']),
      number: textOf(row, 'number'),
      issuedAt: textOf(row, 'issued_at'),
      draft: flagOf(row, 'draft'),
    }));
}

function userName(database: ReadableDatabase, id: string): string {
  const row = database.get('SELECT name FROM users WHERE id = ?', [id]);
  return row ? textOf(row, 'name') : '';
}
