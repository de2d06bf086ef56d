/** The accounts of a round as a list: searched, filtered, exported, printed; an open one is taken up, an answered one shows its note. */
import { IconListSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemState, outcome, type RoundDetail, type RoundItem } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { AmendDialog } from './latest-look.tsx';
import { ItemMark } from './round-marks.tsx';

interface View {
  readonly query: string;
  readonly state?: RoundItem['state'] | undefined;
  readonly outcome?: NonNullable<RoundItem['last']>['outcome'] | undefined;
}

export function RoundItems({ round, onTake }: { round: RoundDetail; onTake: (itemId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<View>({ query: '' });
  const [amending, setAmending] = useState<RoundItem | null>(null);
  const selection = { roundId: round.id, ...asked };
  const rows = useWindowedRows(['monitoring.items', selection], (offset, limit) =>
    call('monitoring.items', { ...selection, offset, limit }),
  );
  const columns = useColumns();
  const open = (item: RoundItem): void => {
    if (round.state === 'running' && (item.state === 'open' || item.state === 'again')) onTake(item.id);
    else if (item.last !== null) setAmending(item);
  };
  const filters: FilterChoice[] = [
    {
      label: t('monitoring.filter.state'),
      options: choices(itemState.options, (state) => t(`monitoring.item.${state}`)),
      value: asked.state,
      onChange: (value) => setAsked({ ...asked, state: itemState.options.find((one) => one === value) }),
    },
    {
      label: t('monitoring.filter.outcome'),
      options: choices(outcome.options, (one) => t(`monitoring.outcome.${one}`)),
      value: asked.outcome,
      onChange: (value) => setAsked({ ...asked, outcome: outcome.options.find((one) => one === value) }),
    },
  ];
  return (
    <>
      <ListTools
        title={`${round.number} ${round.title}`}
        search={{
          value: asked.query,
          onChange: (query) => setAsked({ ...asked, query }),
          placeholder: t('monitoring.items.search'),
        }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('monitoring.items', { ...selection, limit })}
        selection={{ list: 'monitoring-items', ...selection }}
      />
      <ListRows
        label={t('monitoring.tab.items')}
        list="monitoring-items"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={open}
        empty={<Empty icon={IconListSearch} title={t('monitoring.items.none')} />}
      />
      {amending?.last && <AmendDialog look={amending.last} onClose={() => setAmending(null)} />}
    </>
  );
}

function accountText({ account }: RoundItem): string {
  return account === null ? '—' : `${account.platform} ${account.handle === '' ? account.url : account.handle}`;
}

function useColumns(): Column<RoundItem, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'position',
      title: t('monitoring.column.position'),
      width: 40,
      always: true,
      cell: (row) => <span className="n-mono">{row.position + 1}</span>,
    },
    {
      key: 'person',
      title: t('monitoring.column.person'),
      width: 104,
      grow: 1,
      always: true,
      cell: (row) => row.employee.name,
    },
    { key: 'account', title: t('monitoring.column.account'), width: 100, grow: 1.5, cell: accountText },
    {
      key: 'outcome',
      title: t('monitoring.column.outcome'),
      width: 132,
      grow: 0.7,
      always: true,
      cell: (row) => <ItemMark item={row} />,
    },
    {
      key: 'at',
      title: t('monitoring.column.at'),
      width: 124,
      grow: 0.3,
      cell: (row) => (row.last === null ? '—' : format.brief(row.last.at)),
    },
    {
      key: 'evidence',
      title: t('monitoring.column.evidence'),
      width: 56,
      cell: ({ last }) => (last?.evidence ? <span className="n-mono">{last.evidence.number}</span> : '—'),
    },
    {
      key: 'unit',
      title: t('monitoring.column.unit'),
      width: 72,
      grow: 1.2,
      cell: (row) => row.employee.unit ?? row.employee.agency ?? '—',
    },
    { key: 'note', title: t('monitoring.column.note'), width: 56, cell: (row) => row.last?.note ?? '' },
  ];
}
