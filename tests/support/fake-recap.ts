/** The first page and the recap, as the fake bridge answers about them. */
import type { OutputOf } from '../../shared/contract/index.ts';
import type { RecapTable } from '../../shared/contract/recap.ts';
import { lastWeeks, monthsBetween, periodBefore } from '../../shared/domain/recap/periods.ts';
import { RECAP_SERIES } from '../../shared/domain/recap/tables.ts';
import type { FakeAnswers } from './fake-vault-states.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function fakeTable(key: RecapTable['key'], columns: string[], rows: Readonly<Record<string, number[]>>): RecapTable {
  const cells = Object.values(rows);
  return {
    key,
    columns,
    rows: Object.keys(rows).map((row) => ({ key: row, label: row.includes(' ') ? row : null })),
    cells,
    rowTotals: cells.map(sum),
    columnTotals: columns.map((_, column) => sum(cells.map((row) => row[column] ?? 0))),
    total: sum(cells.map(sum)),
  };
}

const TABLES = (): RecapTable[] => [
  fakeTable('casesByUnit', ['kode_etik', 'disiplin', '-'], {
    'Dinas Pendidikan': [4, 2, 0],
    'Dinas Kesehatan': [1, 0, 1],
    '+': [1, 0, 0],
  }),
  fakeTable('casesByPlatform', ['count'], { Facebook: [6], TikTok: [2], '-': [1] }),
  fakeTable('casesByStage', ['temuan', 'laporan', 'aduan', 'penerusan'], {
    terdaftar: [3, 1, 0, 0],
    telaah: [2, 0, 2, 1],
  }),
  fakeTable('monitoringByUnit', ['checked', 'unchecked'], {
    'Dinas Pendidikan': [400, 212],
    'Dinas Kesehatan': [320, 8],
  }),
];

export function fakeWork(): OutputOf<'home.work'> {
  return {
    lines: [
      { kind: 'deadlines', count: 3, oldest: 'ADU/003/XI/2026', since: '2026-11-19', until: null, overdue: 1 },
      { kind: 'capturesRed', count: 2, oldest: 'B-0012', since: '2026-11-18T03:00:00.000Z', until: null, overdue: 0 },
      {
        kind: 'documentsUnsigned',
        count: 1,
        oldest: '700/025/DKI/2026',
        since: '2026-11-17T03:00:00.000Z',
        until: null,
        overdue: 0,
      },
      { kind: 'backup', count: 1, oldest: '', since: null, until: null, overdue: 1 },
    ],
  };
}

export function fakeGlance(): OutputOf<'home.glance'> {
  return {
    period: { from: '2026-11-01', to: '2026-11-20' },
    before: { from: '2026-10-01', to: '2026-10-20' },
    figures: RECAP_SERIES.map((key, index) => ({ key, count: 20 - 2 * index, before: 11 + index })),
    evidenceWeeks: lastWeeks('2026-11-20', 12).map((week, index) => ({ ...week, count: (index * 7) % 23 })),
    reportsByState: [
      { state: 'baru', count: 4 },
      { state: 'kasus', count: 9 },
    ],
    coverage: { people: 940, checked: 720, reached: 388, from: '2026-01-01' },
  };
}

/** The public version leaves the small counts of a list out. */
export function fakeRecap({ from, to, audience }: Parameters<FakeAnswers['recap.get']>[0]): OutputOf<'recap.get'> {
  const months = monthsBetween('2025-12', '2026-11');
  const shown = (count: number): number | null => (audience === 'public' && count > 0 && count < 3 ? null : count);
  return {
    period: { from, to },
    before: periodBefore({ from, to }),
    audience,
    madeAt: '2026-11-20T03:00:00.000Z',
    overlaps: [],
    summary: RECAP_SERIES.map((key, index) => ({ key, count: shown(9 - index), before: shown(6 - index) })),
    tables: TABLES().map((table) => ({
      ...table,
      cells: table.cells.map((row) => row.map((count) => shown(count ?? 0))),
    })),
    trend: {
      months,
      series: RECAP_SERIES.map((key, index) => ({ key, counts: months.map((_, month) => shown((month + index) % 9)) })),
    },
  };
}

export function fakeRecapAnswers(): Pick<FakeAnswers, 'home.work' | 'home.glance' | 'recap.get' | 'recap.save'> {
  return {
    'home.work': fakeWork,
    'home.glance': fakeGlance,
    'recap.get': fakeRecap,
    'recap.save': ({ from }) => ({ saved: true, name: `rekapitulasi-${from}.xlsx` }),
  };
}
