/** A report as documents read it: in the shape of a case, under its own number, and without who reported unless that was chosen. */
import type { DocumentDraft } from '#shared/contract/documents.ts';
import type { CasePage, Respondent } from '#shared/contract/cases.ts';
import type { RequirementCheck, Reporter } from '#shared/contract/public-reports.ts';
import { neutralText } from '#shared/domain/public-reports/neutral-text.ts';
import type { DocumentData } from '#shared/documents/kinds.ts';
import { actInstant } from '../cases/act-instant.ts';
import { personBlockAt } from '../cases/respondents.ts';
import { localDayOf } from '../documents/days.ts';
import type { SqlRow, UseCaseContext } from '../kernel.ts';
import { type CaseMaterial, custodyOf, materialItem } from '../reports/case-material.ts';
import { textOf, textOrNull } from '../rows.ts';
import { checksOf } from './checklist.ts';
import { reportById } from './report-rows.ts';
import { readReporter } from './reporter-rows.ts';
import { stepsOf } from './step-rows.ts';

/** Who and what it is about with its files, as if it were a case. PUBLIC_REPORT_UNKNOWN. */
export function readReportMaterial(context: UseCaseContext, reportId: string): CaseMaterial {
  const { database } = context;
  const row = reportById(database, reportId);
  const items = database
    .all(
      `SELECT e.* FROM public_report_files f JOIN evidence e ON e.id = f.evidence_id
       WHERE f.report_id = ? AND f.removed_at IS NULL AND e.withdrawn_at IS NULL ORDER BY e.sequence`,
      [reportId],
    )
    .map((one) => materialItem(context, one, null));
  return {
    page: pageOf(context, row, items.length),
    items,
    acts: [],
    accounts: { accounts: [], offered: [] },
    custody: custodyOf(context, [reportId, ...items.map(({ evidence }) => evidence.id)]),
  };
}

function pageOf(context: UseCaseContext, row: SqlRow, evidenceCount: number): CasePage {
  const respondents = respondentsOf(context, row);
  const named = readReporter(context.database, textOf(row, 'id')) !== null;
  const regime = textOrNull(row, 'regime');
  return {
    case: {
      id: textOf(row, 'id'),
      number: textOf(row, 'number'),
      title: textOf(row, 'subject'),
      status: 'terdaftar',
      source: named ? 'laporan' : 'aduan',
      openedAt: textOf(row, 'received_at'),
      respondents: respondents.map(({ person, accountText }) => person?.name ?? accountText ?? '').join(', '),
      evidenceCount,
      allegationCodes: [],
      missing: [],
      narrative: textOf(row, 'description'),
      notes: '',
      actDate: textOrNull(row, 'event_day'),
      actDateText: textOf(row, 'event_time_text'),
      candidateStatus: 'tidak_diketahui',
      regime: regime === 'PEMILU' || regime === 'PILKADA' ? regime : null,
      accountText: textOf(row, 'account_text'),
    },
    respondents,
    allegations: [],
    statusHistory: [],
    thread: [],
    missing: [],
  };
}

/** The person of the roster as of the day of the act; else what the reporter called whoever it was. */
function respondentsOf(context: UseCaseContext, row: SqlRow): Respondent[] {
  const employeeId = textOrNull(row, 'employee_id');
  const told = [textOf(row, 'accused_text'), textOf(row, 'account_text')].filter((part) => part !== '').join(', ');
  if (employeeId === null && told === '') return [];
  const asOf = actInstant(textOrNull(row, 'event_day')) ?? context.now().toISOString();
  return [
    {
      id: textOf(row, 'id'),
      employeeId,
      person: employeeId === null ? null : personBlockAt(context.database, employeeId, asOf),
      accountText: told,
      linkedAt: textOf(row, 'registered_at'),
      reason: 'Menurut laporan',
      unlinkedAt: null,
      unlinkReason: null,
      earlierBlocks: [],
    },
  ];
}

/** What documents about a report say besides. */
export interface ReportForDocument {
  readonly subject: string;
  /** YYYY-MM-DD. */
  readonly receivedDay: string;
  /** Requirements that are asked for or not met, in words. */
  readonly missing: readonly string[];
  readonly checklist: Pick<DocumentData<'formulir_laporan'>, 'formal' | 'material'>;
  /** Why nobody is named. */
  readonly reporterNote: string;
  /** Fields about the reporter; all empty unless naming was chosen. */
  readonly identity: Readonly<Record<string, string>>;
  /** Words that must stand nowhere in the document; none where the reporter is named. */
  readonly words: readonly string[];
  /** A text that an officer typed, without the reporter. */
  neutral(text: string): string;
}

/** A masked document names nobody, whatever was chosen. */
export function reportForDocument(reportId: string, draft: DocumentDraft, context: UseCaseContext): ReportForDocument {
  const { database } = context;
  const row = reportById(database, reportId);
  const reporter = readReporter(database, reportId);
  const checks = checksOf(context, reportId);
  const named = draft.reporter !== null && draft.variant === 'lengkap' ? reporter : null;
  const hidden = named === null ? reporter : null;
  return {
    subject: textOf(row, 'subject'),
    receivedDay: localDayOf(new Date(textOf(row, 'received_at')), context.settings().timeZone),
    missing: missingWords(checks, reportId, context),
    checklist: { formal: groupOf(checks, 'formil'), material: groupOf(checks, 'materiil') },
    reporterNote:
      reporter === null
        ? 'Pelapor tidak menyebutkan identitas'
        : 'Identitas pelapor dirahasiakan; tersimpan terpisah pada nomor registrasi ini',
    identity: {
      reporterName: named?.name ?? '',
      reporterAddress: named?.address ?? '',
      reporterContact: named === null ? '' : [named.phone, named.email].filter((part) => part !== '').join(', '),
      reporterConfidential: reporter?.confidential === false ? 'tidak' : 'ya',
    },
    words: hidden === null ? [] : wordsOfReporter(hidden),
    neutral: (text) => (hidden === null ? text : neutralText(text, hidden)),
  };
}

/** Words that would tell who reported, the longest first. */
export function wordsOfReporter({ name, phone, email, identityNumber, aliases }: Reporter): string[] {
  return [name, phone, email, identityNumber, ...aliases]
    .filter((word) => word.trim().length >= SHORTEST)
    .sort((one, other) => other.length - one.length);
}

/** Shorter words would be found in words that mean nothing. */
const SHORTEST = 3;

/** What the last step asked for; else what nobody has found yet. */
function missingWords(checks: readonly RequirementCheck[], reportId: string, { database }: UseCaseContext): string[] {
  const asked = stepsOf(database, reportId).findLast((step) => step.to === 'kurang')?.missing ?? [];
  return checks
    .filter(({ requirement, state }) => (asked.length > 0 ? asked.includes(requirement.key) : state === 'belum'))
    .map(({ requirement }) => requirement.text);
}

function groupOf(
  checks: readonly RequirementCheck[],
  group: RequirementCheck['requirement']['group'],
): DocumentData<'formulir_laporan'>['formal'] {
  return checks
    .filter(({ requirement }) => requirement.group === group)
    .map(({ requirement, state, note }) => ({ item: requirement.text, state, note: note === '' ? null : note }));
}
