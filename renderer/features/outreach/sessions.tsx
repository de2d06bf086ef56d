/** Every session: searched, filtered, opened; a new one is planned here. */
import { Button } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type OutreachSessionRow, outreachState } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { usePeriodFilter } from '../../ui/recap-filters.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { SessionForm } from './session-form.tsx';
import { SessionState } from './session-state.tsx';

const SORTS = ['day', 'topic', 'number', 'attended'] as const;
type Sort = (typeof SORTS)[number];
const view = z.object({
  state: outreachState.optional(),
  withOpenRows: z.boolean().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(SORTS).default('day'),
  descending: z.boolean().default(true),
});
type View = z.infer<typeof view>;

/** The list; `onOpen` is given the session's id. */
export function SessionsPart({ onOpen }: { onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered<View>('outreach', view, { sort: 'day', descending: true });
  const [planning, setPlanning] = useState(false);
  const columns = useColumns();
  const periodFilter = usePeriodFilter();
  const selection = { ...asked, query };
  const rows = useWindowedRows(['outreach.list', selection], (offset, limit) =>
    call('outreach.list', { ...selection, offset, limit }),
  );
  const unfiltered =
    query === '' && asked.state === undefined && asked.withOpenRows !== true && asked.from === undefined;
  const plan = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setPlanning(true)}>
      {t('outreach.new')}
    </Button>
  );
  const filters: FilterChoice[] = [
    {
      label: t('outreach.filter.state'),
      options: choices(outreachState.options, (state) => t(`outreach.state.${state}`)),
      value: asked.state,
      onChange: (value) => setAsked({ ...asked, state: outreachState.options.find((state) => state === value) }),
    },
    {
      label: t('outreach.filter.open'),
      options: [{ value: 'open', label: t('outreach.filter.openOnly') }],
      value: asked.withOpenRows === true ? 'open' : undefined,
      onChange: (value) => setAsked({ ...asked, withOpenRows: value === 'open' ? true : undefined }),
    },
    ...periodFilter(asked.from, asked.to, () => setAsked({ ...asked, from: undefined, to: undefined })),
  ];
  return (
    <>
      <ListTools
        title={t('outreach.part.sesi')}
        search={{ value: query, onChange: setQuery, placeholder: t('outreach.search') }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('outreach.list', { ...selection, limit })}
        selection={{ list: 'outreach', ...selection }}
        icons
      >
        {plan}
      </ListTools>
      <ListRows
        label={t('outreach.part.sesi')}
        list="outreach"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        sort={{ by: asked.sort, descending: asked.descending }}
        onSort={(sort, descending) => setAsked({ ...asked, sort, descending })}
        empty={
          <Empty icon={IconSpeakerphone} title={t(unfiltered ? 'outreach.empty' : 'outreach.emptySearch')}>
            {t('outreach.emptyText')}
          </Empty>
        }
      />
      {planning && <SessionForm session={null} onClose={() => setPlanning(false)} onSaved={onOpen} />}
    </>
  );
}

function useColumns(): Column<OutreachSessionRow, Sort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      title: t('outreach.column.number'),
      width: 92,
      sort: 'number',
      cell: (row) => <span className="n-mono">{row.number}</span>,
    },
    {
      key: 'topic',
      title: t('outreach.column.topic'),
      width: 170,
      grow: 2,
      sort: 'topic',
      always: true,
      cell: (row) => row.topic,
    },
    {
      key: 'day',
      title: t('outreach.column.day'),
      width: 116,
      sort: 'day',
      always: true,
      cell: (row) => format.day(row.day),
    },
    {
      key: 'place',
      title: t('outreach.column.place'),
      width: 110,
      grow: 2.5,
      cell: (row) => [row.place, row.online ? t('outreach.online') : ''].filter((part) => part !== '').join(' · '),
    },
    {
      key: 'attended',
      title: t('outreach.column.attended'),
      width: 92,
      sort: 'attended',
      cell: (row) =>
        [format.number(row.attended), row.guests > 0 ? t('outreach.guests', { n: format.number(row.guests) }) : '']
          .filter((part) => part !== '')
          .join(' · '),
    },
    {
      key: 'state',
      title: t('outreach.column.state'),
      width: 128,
      always: true,
      cell: (row) => <SessionState state={row.state} />,
    },
  ];
}
