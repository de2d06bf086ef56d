/** The list behind a number of the first page or of the recap, with the filters that make it hold what was counted. */
import type { Period } from '#shared/domain/recap/periods.ts';
import {
  NONE,
  type RecapSeries,
  type RecapTableKey,
  TO_CASES,
  TO_HOAXES,
  TO_REPORTS,
} from '#shared/domain/recap/tables.ts';
import type { ListGoal } from './go-to-list.ts';

/** Behind how many there were of a thing in a period. */
export function seriesGoal(key: RecapSeries, { from, to }: Period): ListGoal {
  switch (key) {
    case 'cases':
      return {
        list: 'cases',
        to: '/kasus',
        view: { query: '', counted: { table: 'casesByStage', from, to, row: null, column: null } },
      };
    case 'evidence':
      return { list: 'evidence', to: '/bukti', view: { query: '', withdrawn: false, from, to } };
    case 'reports':
      return { list: 'public-reports', to: '/aduan', view: { query: '', from, to } };
    case 'hoaxes':
      return { list: 'hoaxes', to: '/hoaks', view: { query: '', from, to, sort: 'firstSeen', descending: true } };
    case 'sessions':
      return { list: 'outreach', to: '/sosialisasi', view: { state: 'held', from, to, sort: 'day', descending: true } };
    case 'looks':
      return coverageGoal({ from, to }, {});
    case 'documents':
      return {
        list: 'documents',
        to: '/dokumen',
        view: { from, to, drafts: false, sort: 'issuedAt', descending: true },
      };
  }
}

/** Behind a cell of a table; null rows and columns are totals. */
export function cellGoal(
  key: RecapTableKey,
  { from, to }: Period,
  row: string | null,
  column: string | null,
): ListGoal {
  const counted = { from, to, row, column };
  const ofCases = TO_CASES.find((one) => one === key);
  if (ofCases !== undefined)
    return { list: 'cases', to: '/kasus', view: { query: '', counted: { table: ofCases, ...counted } } };
  const ofReports = TO_REPORTS.find((one) => one === key);
  if (ofReports !== undefined)
    return { list: 'public-reports', to: '/aduan', view: { query: '', counted: { table: ofReports, ...counted } } };
  const ofHoaxes = TO_HOAXES.find((one) => one === key);
  if (ofHoaxes !== undefined)
    return {
      list: 'hoaxes',
      to: '/hoaks',
      view: { query: '', counted: { table: ofHoaxes, ...counted }, sort: 'firstSeen', descending: true },
    };
  const agency = row === null || row === NONE ? undefined : row;
  if (key === 'monitoringByUnit')
    return coverageGoal({ from, to }, { agency, ...(column === 'checked' && { which: 'checked' }) });
  return {
    list: 'outreach-coverage',
    to: '/sosialisasi',
    view: { from, to, agency, reach: column === null ? undefined : column === 'reached' ? 'yes' : 'no' },
    search: { bagian: 'cakupan' },
  };
}

function coverageGoal({ from, to }: Period, persons: Readonly<Record<string, unknown>>): ListGoal {
  return {
    list: 'monitoring-coverage',
    to: '/pemantauan',
    view: {
      by: 'agency',
      part: Object.keys(persons).length === 0 ? 'groups' : 'persons',
      persons: { query: '', sort: 'name', descending: false, ...persons },
    },
    search: { cakupan: true, dari: from, sampai: to },
  };
}
