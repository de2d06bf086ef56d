/** What is asked of a report: rows that come with the program, with the office's own over them, and what each report has of it. */
import { z } from 'zod';
import seed from '../../../resources/public-reports/requirements.json' with { type: 'json' };
import { type Requirement, type RequirementCheck, requirement } from '#shared/contract/public-reports.ts';
import { CHECK_STATES, type ReportFacts, stateByFacts } from '#shared/domain/public-reports/requirements.ts';
import { localDayOf } from '../documents/days.ts';
import type { ReadableDatabase, UseCaseContext } from '../kernel.ts';
import { numberOf, textOf, textOrNull } from '../rows.ts';
import { holidaysOf } from './due-days.ts';
import { reportById } from './report-rows.ts';
import { readReporter } from './reporter-rows.ts';

const STANDARD: readonly Requirement[] = z.array(requirement).parse(seed);

/** Every row in its order: the program's, each as the office changed it, then the office's own. */
export function requirementsOf(database: ReadableDatabase): Requirement[] {
  const own = new Map(
    database
      .all('SELECT key, body FROM public_report_requirements ORDER BY position')
      .map((row) => [textOf(row, 'key'), requirement.parse(JSON.parse(textOf(row, 'body')))]),
  );
  const standard = STANDARD.map((row) => own.get(row.key) ?? row);
  return [...standard, ...[...own.values()].filter(({ key }) => !STANDARD.some((row) => row.key === key))];
}

/** The rows that apply to the report, with what it has of each. */
export function checksOf(context: Pick<UseCaseContext, 'database' | 'settings'>, reportId: string): RequirementCheck[] {
  const { database } = context;
  const row = reportById(database, reportId);
  const settings = context.settings();
  const holidays = holidaysOf(settings.publicReports);
  const regime = textOrNull(row, 'regime');
  const facts = factsOf(database, reportId, localDayOf(new Date(textOf(row, 'received_at')), settings.timeZone));
  const said = new Map(
    database
      .all('SELECT requirement, state, note FROM public_report_checks WHERE report_id = ?', [reportId])
      .map((one) => [
        textOf(one, 'requirement'),
        { state: z.enum(CHECK_STATES).parse(one['state']), note: textOf(one, 'note') },
      ]),
  );
  return requirementsOf(database)
    .filter((one) => one.active && (one.regime === null || one.regime === regime))
    .map((one): RequirementCheck => {
      const officer = said.get(one.key);
      if (officer !== undefined) return { requirement: one, by: 'officer', ...officer };
      const byFields = stateByFacts(one.fact, facts.of, one.limit, holidays);
      const state = byFields === 'belum' && one.namedOnly && facts.anonymous ? 'tidak_perlu' : byFields;
      return { requirement: one, state, by: 'fields', note: '' };
    });
}

function factsOf(
  database: ReadableDatabase,
  reportId: string,
  receivedDay: string,
): { readonly of: ReportFacts; readonly anonymous: boolean } {
  const row = reportById(database, reportId);
  const reporter = readReporter(database, reportId);
  const files = database.get(
    'SELECT count(*) AS n FROM public_report_files WHERE report_id = ? AND removed_at IS NULL',
    [reportId],
  );
  const has = (column: string): boolean => textOf(row, column).trim() !== '';
  return {
    anonymous: reporter === null,
    of: {
      reporterName: reporter !== null && reporter.name !== '',
      reporterAddress: reporter !== null && reporter.address !== '',
      accused: textOrNull(row, 'employee_id') !== null || has('accused_text') || has('account_text'),
      knownDay: textOrNull(row, 'known_day'),
      receivedDay,
      eventTime: textOrNull(row, 'event_day') !== null || has('event_time_text'),
      eventPlace: has('event_place') || has('address') || has('account_text'),
      description: has('description'),
      files: files ? numberOf(files, 'n') : 0,
    },
  };
}
