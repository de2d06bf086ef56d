/** The steps of triage: each checked by the pure rule, kept with its reason, done in one transaction with all that it leads to. */
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { publicReportState } from '#shared/contract/public-reports.ts';
import { type PublicReportState, type StepFault, stepFault } from '#shared/domain/public-reports/states.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { caseById } from '../cases/case-rows.ts';
import { insertCase } from '../cases/create-case.ts';
import { addRespondent } from '../cases/respondents.ts';
import type { SqlRow, UseCaseContext, WrittenFeature, WritableDatabase } from '../kernel.ts';
import { employeeById } from '../roster/employees.ts';
import { textOf, textOrNull } from '../rows.ts';
import { checksOf } from './checklist.ts';
import { dueFrom } from './due-days.ts';
import { fileEvidenceOf } from './report-files.ts';
import { reportPage } from './report-page.ts';
import { reportById, todayOf } from './report-rows.ts';
import { keepNeutral, readReporter } from './reporter-rows.ts';
import { addStep } from './step-rows.ts';

type Step = InputOf<'publicReports.step'>;

const FAULTS: Readonly<Record<StepFault, ErrorCode>> = {
  NOT_ALLOWED: 'PUBLIC_REPORT_STEP_NOT_ALLOWED',
  MISSING_NEEDED: 'PUBLIC_REPORT_MISSING_NEEDED',
  DUE_DAY_NEEDED: 'PUBLIC_REPORT_DUE_DAY_NEEDED',
  WATCHED_NEEDED: 'PUBLIC_REPORT_WATCHED_NEEDED',
  CASE_NEEDED: 'PUBLIC_REPORT_CASE_NEEDED',
  RECEIVER_NEEDED: 'PUBLIC_REPORT_RECEIVER_NEEDED',
  CLOSE_REASON_NEEDED: 'PUBLIC_REPORT_CLOSE_REASON_NEEDED',
};

/** PUBLIC_REPORT_UNKNOWN, the faults above, CASE_UNKNOWN, EMPLOYEE_UNKNOWN, NOT_FOUND for a requirement that is not asked for. */
export function takeStep(input: Step, context: UseCaseContext): OutputOf<'publicReports.step'> {
  const { database } = context;
  const row = reportById(database, input.id);
  const from = publicReportState.parse(row['state']);
  const watched = watchedOf(input, row);
  const dueDay = dueDayOf(input, context);
  const fault = stepFault(from, {
    to: input.to,
    missing: input.missing,
    dueDay,
    watched: watched.employeeId !== null || watched.accountText !== '',
    hasCase: input.case !== null,
    forwardedTo: input.forwardedTo,
    closeReason: input.closeReason,
  });
  if (fault !== null) throw new AppError(FAULTS[fault], { from, to: input.to });
  if (watched.employeeId !== null) employeeById(database, watched.employeeId);
  checkMissing(input, context);
  const features: WrittenFeature[] = [
    'publicReports',
    ...(input.to === 'kasus' ? (['cases', 'evidence'] as const) : []),
  ];
  return context.write(features, (writable) => {
    const led = input.to === 'kasus' ? intoCase(writable, input, context) : NO_CASE;
    moveOn(writable, { input, from, dueDay, watched, caseId: led.caseId }, context);
    const facts = {
      from,
      to: input.to,
      ...(led.caseId !== null && { case: led.caseId, newCase: led.isNew, evidence: led.evidence }),
      ...(input.to === 'pemantauan' && { employee: watched.employeeId }),
      ...(input.to === 'diteruskan' && { receiver: input.forwardedTo }),
      ...(input.to === 'ditutup' && { why: input.closeReason }),
    };
    return {
      value: reportPage(context, input.id),
      entry: {
        action: input.to === 'kasus' ? 'public-report.to-case' : 'public-report.step',
        subjectKind: 'public-report',
        subjectId: input.id,
        facts,
      },
    };
  });
}

interface Watched {
  readonly employeeId: string | null;
  readonly accountText: string;
}

/** Who is to be looked at: whom the step names, else whom the report names. */
function watchedOf(input: Step, row: SqlRow): Watched {
  if (input.to !== 'pemantauan') return { employeeId: null, accountText: '' };
  if (input.employeeId !== null || input.accountText !== '')
    return { employeeId: input.employeeId, accountText: input.accountText };
  return {
    employeeId: textOrNull(row, 'employee_id'),
    accountText: textOf(row, 'account_text') || textOf(row, 'address'),
  };
}

/** What is asked for is due when the step says, else by the office's deadline; whatever is taken up (again) is due anew. */
function dueDayOf({ to, dueDay }: Step, context: UseCaseContext): string | null {
  const { publicReports } = context.settings();
  if (to === 'kurang') return dueDay ?? dueFrom(publicReports, 'completion', todayOf(context));
  return to === 'telaah' ? dueFrom(publicReports, 'review', todayOf(context)) : null;
}

function checkMissing({ id, to, missing }: Step, context: UseCaseContext): void {
  if (to !== 'kurang') return;
  const asked = checksOf(context, id).map(({ requirement }) => requirement.key);
  const unknown = missing.find((key) => !asked.includes(key));
  if (unknown !== undefined) throw new AppError('NOT_FOUND', { key: unknown });
}

interface Move {
  readonly input: Step;
  readonly from: PublicReportState;
  readonly dueDay: string | null;
  readonly watched: Watched;
  readonly caseId: string | null;
}

function moveOn(
  database: WritableDatabase,
  { input, from, dueDay, watched, caseId }: Move,
  context: UseCaseContext,
): void {
  const at = context.now().toISOString();
  const owner = { reportId: input.id, reporter: readReporter(database, input.id), at };
  database.run(
    `UPDATE public_reports SET state = @to, state_since = @at, due_day = @dueDay,
       case_id = CASE WHEN @to = 'telaah' THEN NULL ELSE coalesce(@caseId, case_id) END WHERE id = @id`,
    { id: input.id, to: input.to, at, dueDay, caseId },
  );
  addStep(database, context, {
    reportId: input.id,
    from,
    to: input.to,
    reason: keepNeutral(database, { ...owner, field: 'step', text: input.reason }),
    dueDay,
    missing: input.to === 'kurang' ? input.missing : [],
    caseId,
    employeeId: watched.employeeId,
    accountText: keepNeutral(database, { ...owner, field: 'step', text: watched.accountText }),
    forwardedTo: input.to === 'diteruskan' ? input.forwardedTo : null,
    closeReason: input.to === 'ditutup' ? input.closeReason : null,
  });
}

interface Led {
  readonly caseId: string | null;
  readonly isNew: boolean;
  /** Items that were filed into it. */
  readonly evidence: number;
}
const NO_CASE: Led = { caseId: null, isNew: false, evidence: 0 };

/** A new case of what the report says, or one that exists; the report's files go along as evidence, without being copied. */
function intoCase(database: WritableDatabase, input: Step, context: UseCaseContext): Led {
  if (input.case === null) return NO_CASE;
  const caseId = input.case.how === 'new' ? openCase(database, input, input.case.title, context) : input.case.caseId;
  if (input.case.how === 'join') joinCase(database, caseId, input.id, context);
  return {
    caseId,
    isNew: input.case.how === 'new',
    evidence: fileEvidenceOf(database, { reportId: input.id, caseId }, context),
  };
}

function openCase(database: WritableDatabase, { id }: Step, title: string, context: UseCaseContext): string {
  const row = reportById(database, id);
  const reporter = readReporter(database, id);
  const text = title || textOf(row, 'subject');
  const at = context.now().toISOString();
  return insertCase(
    database,
    {
      title: keepNeutral(database, { reportId: id, field: 'case', text, reporter, at }),
      // Who is named reports; what nobody signs is a complaint (domain.md 4).
      source: reporter === null ? 'aduan' : 'laporan',
      employeeId: textOrNull(row, 'employee_id'),
      accountText: textOf(row, 'account_text') || textOf(row, 'accused_text'),
      reason: reasonOf(row),
      actDate: textOrNull(row, 'event_day'),
      candidateStatus: 'tidak_diketahui',
      regime: regimeOf(row),
      narrative: textOf(row, 'description'),
    },
    context,
  ).id;
}

/** Adds whom the report names, unless the case is about that person already. */
function joinCase(database: WritableDatabase, caseId: string, reportId: string, context: UseCaseContext): void {
  caseById(database, caseId);
  const row = reportById(database, reportId);
  const employeeId = textOrNull(row, 'employee_id');
  if (employeeId === null) return;
  const there = database.get(
    'SELECT 1 FROM case_respondents WHERE case_id = ? AND employee_id = ? AND unlinked_at IS NULL',
    [caseId, employeeId],
  );
  if (there) return;
  const asOf = context.now().toISOString();
  addRespondent(database, context, { caseId, employeeId, accountText: '', reason: reasonOf(row), asOf });
}

function reasonOf(row: SqlRow): string {
  return `Disebut dalam laporan masyarakat ${textOf(row, 'number')}`;
}

function regimeOf(row: SqlRow): 'PEMILU' | 'PILKADA' | null {
  const regime = textOrNull(row, 'regime');
  return regime === 'PEMILU' || regime === 'PILKADA' ? regime : null;
}
