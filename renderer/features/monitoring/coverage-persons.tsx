/** Coverage person by person: last checked, how often within the period, in which rounds, overdue, beside the peers of the unit. */
import { IconUserSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CoveragePerson } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import type { Period } from './coverage.tsx';

const WHICH = ['checked', 'never', 'overdue', 'no-account', 'stands-out'] as const;
const SORTS = ['name', 'looks', 'lastChecked'] as const;
type Sort = (typeof SORTS)[number];

/** What the list remembers. */
export const personsView = z.object({
  query: z.string(),
  agency: z.string().optional(),
  unit: z.string().optional(),
  position: z.string().optional(),
  which: z.enum(WHICH).optional(),
  sort: z.enum(SORTS),
  descending: z.boolean(),
});
export type PersonsView = z.infer<typeof personsView>;

interface CoveragePersonsProps {
  readonly period: Period;
  readonly view: PersonsView;
  readonly onView: (view: PersonsView) => void;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onLeave: () => void;
}

/** What is left beside a person's history. */
const NARROW = ['name', 'looks', 'lastChecked'];

export function CoveragePersons({ period, view, onView, selected, onOpen, onLeave }: CoveragePersonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: offered } = useOperation('monitoring.choices', {});
  const asked = { ...period, ...view };
  const rows = useWindowedRows(['monitoring.persons', asked], (offset, limit) =>
    call('monitoring.persons', { ...asked, offset, limit }),
  );
  const columns = useColumns();
  const narrow = selected !== undefined;
  const among = (field: 'agency' | 'unit' | 'position', names: readonly string[] | undefined) => ({
    label: t(`monitoring.filter.${field}`),
    options: choices([...new Set([...(names ?? []), ...(view[field] === undefined ? [] : [view[field]])])], (name) =>
      name === '' ? t('monitoring.coverage.unnamed') : name,
    ),
    value: view[field],
    onChange: (value: string | undefined) => onView({ ...view, [field]: value }),
  });
  const filters: FilterChoice[] = [
    {
      label: t('monitoring.filter.which'),
      options: choices(WHICH, (which) => t(`monitoring.coverage.which.${which}`)),
      value: view.which,
      onChange: (value) => onView({ ...view, which: WHICH.find((which) => which === value) }),
    },
    among('agency', offered?.agencies),
    among('unit', offered?.units),
    among('position', offered?.positions),
  ];
  return (
    <>
      <ListTools
        title={`${t('monitoring.view.coverage')}: ${format.calendar(period.from)} – ${format.calendar(period.to)}`}
        search={{
          value: view.query,
          onChange: (query) => onView({ ...view, query }),
          placeholder: t('monitoring.coverage.search'),
        }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('monitoring.persons', { ...asked, limit })}
        selection={{ list: 'monitoring-persons', ...asked }}
        narrow={narrow}
      />
      <ListRows
        label={t('monitoring.coverage.part.persons')}
        list="monitoring-persons"
        columns={columns}
        only={narrow ? NARROW : undefined}
        rows={rows}
        keyOf={(row) => row.id}
        selectedKey={selected}
        onOpen={(row) => onOpen(row.id)}
        onLeave={narrow ? onLeave : undefined}
        sort={{ by: view.sort, descending: view.descending }}
        onSort={(sort, descending) => onView({ ...view, sort, descending })}
        empty={<Empty icon={IconUserSearch} title={t('monitoring.coverage.noPersons')} />}
      />
    </>
  );
}

function useColumns(): Column<CoveragePerson, Sort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('monitoring.column.person'),
      width: 124,
      grow: 1,
      always: true,
      sort: 'name',
      cell: (row) => row.name,
    },
    {
      key: 'unit',
      title: t('monitoring.column.unit'),
      width: 80,
      grow: 1,
      cell: (row) => row.unit ?? row.agency ?? '—',
    },
    {
      key: 'lastChecked',
      title: t('monitoring.column.lastChecked'),
      width: 120,
      grow: 1,
      sort: 'lastChecked',
      cell: (row) =>
        row.accounts === 0
          ? t('monitoring.item.no-account')
          : row.lastCheckedAt === null
            ? '—'
            : format.brief(row.lastCheckedAt),
    },
    {
      key: 'looks',
      title: t('monitoring.column.looks'),
      width: 56,
      sort: 'looks',
      cell: (row) => (row.standsOut ? <Mark tone="info">{row.looks}</Mark> : row.looks),
    },
    { key: 'peers', title: t('monitoring.column.peers'), width: 88, cell: (row) => format.number(row.peers) },
    {
      key: 'rounds',
      title: t('monitoring.column.rounds'),
      width: 60,
      grow: 1,
      cell: (row) => <span className="n-mono">{row.rounds.join(', ')}</span>,
    },
    { key: 'outside', title: t('monitoring.column.outside'), width: 74, cell: (row) => row.outside },
    {
      key: 'overdue',
      title: t('monitoring.column.overdue'),
      width: 88,
      cell: (row) => (row.overdueSince === null ? '—' : format.day(row.overdueSince)),
    },
  ];
}
