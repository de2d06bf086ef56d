import { listCases } from '../cases/list-cases.ts';
import { electionsNamed, listCandidates, listReminders } from '../elections/look-at-elections.ts';
import { candidateLabel } from '../elections/election-rows.ts';
import { listDocuments } from '../documents/issued-documents.ts';
import { listEvidence } from '../evidence/list-evidence.ts';
import { listHoaxes } from '../hoaxes/list-hoaxes.ts';
import type { UseCaseContext, UseCases } from '../kernel.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { PHASE_WORDS, REMINDER_WORDS } from '#shared/domain/elections/kinds.ts';
import { ROUND_STATE_WORDS } from '#shared/domain/monitoring/words.ts';
import { listRounds } from '../monitoring/round-rows.ts';
import { listReports } from '../public-reports/list-reports.ts';
import { listEmployees } from '../roster/list-employees.ts';
import { listSessions } from '../outreach/session-rows.ts';
import { numberOf, textOf } from '../rows.ts';
import { trayCount } from '../evidence/list-evidence.ts';

/** Hits of each kind that the one box shows. */
const HITS = 8;

/** The one box over all records, and the home page's figures. */
export const searchUseCases = {
  'search.everything': searchEverything,
  'home.summary': (_input, context) => homeSummary(context),
} satisfies Partial<UseCases>;

function searchEverything(
  { query }: InputOf<'search.everything'>,
  context: UseCaseContext,
): OutputOf<'search.everything'> {
  if (query === '') return { hits: [] };
  const cases = listCases({ query, sort: 'openedAt', descending: true, offset: 0, limit: HITS }, context).rows;
  const employees = listEmployees({ query, sort: 'name', descending: false, offset: 0, limit: HITS }, context).rows;
  const sessions = listSessions(
    { query, sort: 'day', descending: true, offset: 0, limit: HITS },
    context.database,
  ).rows;
  const evidence = listEvidence({ query, where: 'all', offset: 0, limit: HITS }, context).rows;
  const rounds = listRounds({ query, offset: 0, limit: HITS }, context.database).rows;
  const hoaxes = listHoaxes(
    { query, openOnly: false, sort: 'firstSeen', descending: true, offset: 0, limit: HITS },
    context,
  ).rows;
  const candidates = listCandidates({ query, offset: 0, limit: HITS }, context).rows;
  const reports = listReports({ query, sort: 'receivedAt', descending: true, offset: 0, limit: HITS }, context).rows;
  const documents = listDocuments({ query, sort: 'issuedAt', descending: true, offset: 0, limit: HITS }, context).rows;
  const elections = electionsNamed(query, context).slice(0, HITS);
  const reminders = listReminders({ query, offset: 0, limit: HITS }, context).rows;
  return {
    hits: [
      ...cases.map((one) => ({
        kind: 'case' as const,
        id: one.id,
        title: `${one.number} ${one.title}`.trim(),
        detail: one.respondents,
      })),
      ...employees.map((one) => ({
        kind: 'employee' as const,
        id: one.id,
        title: one.name,
        detail: [one.nip, one.position, one.unit].filter((part) => part !== null).join(' · '),
      })),
      ...evidence.map((one) => ({
        kind: 'evidence' as const,
        id: one.id,
        title: `${one.number} ${one.title}`.trim(),
        detail: one.address,
      })),
      ...documents.map((one) => ({
        kind: 'document' as const,
        id: one.id,
        title: `${one.number} ${DOCUMENT_KINDS[one.document].label.id}`.trim(),
        detail: [one.caseNumber ?? '', one.issuedAt.slice(0, 10)].filter((part) => part !== '').join(' · '),
      })),
      ...rounds.map((one) => ({
        kind: 'round' as const,
        id: one.id,
        title: `${one.number} ${one.title}`,
        detail: `${one.assignee.name} · ${ROUND_STATE_WORDS.id[one.state]}`,
      })),
      ...elections.map((one) => ({
        kind: 'election' as const,
        id: one.id,
        title: one.name,
        detail: PHASE_WORDS[one.phase].id,
      })),
      ...candidates.map((one) => ({
        kind: 'candidate' as const,
        id: one.id,
        title: candidateLabel(one),
        detail: [one.electionName, one.region].filter((part) => part !== '').join(' · '),
      })),
      ...reminders.map((one) => ({
        kind: 'reminder' as const,
        id: one.id,
        title: one.text,
        detail: [REMINDER_WORDS[one.kind].id, one.about].filter((part) => part !== '').join(' · '),
      })),
      ...reports.map((one) => ({
        kind: 'public-report' as const,
        id: one.id,
        title: `${one.number} ${one.subject}`.trim(),
        detail: one.accused,
      })),
      ...hoaxes.map((one) => ({
        kind: 'hoax' as const,
        id: one.id,
        title: `${one.number} ${one.claim}`,
        detail: one.platforms.join(', '),
      })),
      ...sessions.map((one) => ({
        kind: 'outreach' as const,
        id: one.id,
        title: `${one.number} ${one.topic}`.trim(),
        detail: [one.day, one.place].filter((part) => part !== '').join(' · '),
      })),
    ],
  };
}

function homeSummary(context: UseCaseContext): OutputOf<'home.summary'> {
  const { database } = context;
  const count = (sql: string): number => {
    const row = database.get(sql);
    return row ? numberOf(row, 'count') : 0;
  };
  const recent = listCases({ query: '', sort: 'openedAt', descending: true, offset: 0, limit: 6 }, context).rows;
  const backup = database.get("SELECT value FROM meta WHERE key = 'last-backup-at'");
  return {
    employees: count('SELECT count(*) AS count FROM employees'),
    openCases: count("SELECT count(*) AS count FROM cases WHERE status NOT IN ('selesai', 'dihentikan')"),
    tray: trayCount(context).count,
    reports: count('SELECT count(*) AS count FROM issued_reports WHERE draft = 0'),
    casesByStatus: database
      .all('SELECT status, count(*) AS count FROM cases GROUP BY status ORDER BY count DESC')
      .map((row) => ({ status: textOf(row, 'status'), count: numberOf(row, 'count') })),
    recentCases: recent.map(({ id, number, title, status, missing }) => ({ id, number, title, status, missing })),
    lastBackupAt: backup ? textOf(backup, 'value') : null,
  };
}
