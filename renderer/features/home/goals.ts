/** The list behind each number of the first page, with the filters that make it hold what was counted. */
import type { WorkLine } from '#shared/contract/home.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { cellGoal, seriesGoal } from '../../ui/list-goals.ts';
import type { ListGoal } from '../../ui/go-to-list.ts';

type Glance = OutputOf<'home.glance'>;

/** Behind a line of work; the backup has none, it is a page of the settings. */
export function workGoal({ kind, since, until }: WorkLine): ListGoal | null {
  switch (kind) {
    case 'deadlines':
      return { list: 'public-reports', to: '/aduan', view: { query: '', near: true } };
    case 'publicReports':
      return { list: 'public-reports', to: '/aduan', view: { query: '', openOnly: true } };
    case 'rounds':
      // Those to begin stand above the list, those under way in it.
      return { list: 'monitoring-rounds', to: '/pemantauan', view: { query: '', openOnly: true } };
    case 'capturesRed':
      return { list: 'evidence', to: '/bukti', view: { query: '', level: 'red', explained: false } };
    case 'queue':
      return { list: 'queue', to: '/antrean', view: {} };
    case 'hoaxes':
      return {
        list: 'hoaxes',
        to: '/hoaks',
        view: { query: '', openOnly: true, sort: 'firstSeen', descending: false },
      };
    case 'sessions':
      return {
        list: 'outreach',
        to: '/sosialisasi',
        view: { state: 'planned', ...daysOf(since, until), sort: 'day', descending: false },
      };
    case 'documentsUnsigned':
      return { list: 'documents', to: '/dokumen', view: { unsigned: true, sort: 'issuedAt', descending: false } };
    case 'backup':
      return null;
  }
}

function daysOf(from: string | null, to: string | null): { readonly from?: string; readonly to?: string } {
  return from === null || to === null ? {} : { from, to };
}

/** Behind the four figures of what there is. */
export const SUMMARY_GOALS = {
  openCases: { list: 'cases', to: '/kasus', view: { query: '', openOnly: true } },
  tray: { list: 'evidence', to: '/bukti', view: { query: '', where: 'tray' } },
  employees: { list: 'roster', to: '/pegawai', view: { query: '', sort: 'name', descending: false } },
  reports: { list: 'documents', to: '/dokumen', view: { drafts: false, sort: 'issuedAt', descending: true } },
} as const satisfies Record<string, ListGoal>;

/** Behind the cases of a stage. */
export const stageGoal = (status: string): ListGoal => ({ list: 'cases', to: '/kasus', view: { query: '', status } });

/** Behind the reports in a state. */
export const reportStateGoal = (state: string): ListGoal => ({
  list: 'public-reports',
  to: '/aduan',
  view: { query: '', state },
});

/** Behind a week's evidence. */
export const weekGoal = ({ from, to }: Glance['evidenceWeeks'][number]): ListGoal =>
  seriesGoal('evidence', { from, to });

/** Behind the staff looked at, or taught, since the year began. */
export const coverageGoal = (what: 'checked' | 'reached', { period, coverage }: Glance): ListGoal =>
  cellGoal(
    what === 'checked' ? 'monitoringByUnit' : 'outreachByUnit',
    { from: coverage.from, to: period.to },
    null,
    what,
  );
