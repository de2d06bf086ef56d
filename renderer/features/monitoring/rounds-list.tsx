/** The rounds as a list: what is due above, searched, filtered, exported, printed; Enter opens one. */
import { Button } from '@mantine/core';
import { IconEyeCheck, IconListSearch, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type RoundRow, roundState } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { RoundMark } from './round-marks.tsx';

const view = z.object({
  query: z.string(),
  state: roundState.optional(),
  openOnly: z.literal(true).optional(),
  assigneeId: z.string().optional(),
});
type View = z.infer<typeof view>;

/** Due rounds, tools and grid. */
export function RoundsList(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered<View>('monitoring-rounds', view, { query: '' });
  const { data: offered } = useOperation('monitoring.choices', {});
  const rows = useWindowedRows(['monitoring.rounds', asked], (offset, limit) =>
    call('monitoring.rounds', { ...asked, offset, limit }),
  );
  const columns = useColumns();
  const filtered =
    asked.query !== '' || asked.state !== undefined || asked.openOnly === true || asked.assigneeId !== undefined;
  const filters: FilterChoice[] = [
    {
      label: t('monitoring.filter.state'),
      options: [
        { value: 'open', label: t('monitoring.filter.open') },
        ...choices(roundState.options, (state) => t(`monitoring.state.${state}`)),
      ],
      value: asked.openOnly === true ? 'open' : asked.state,
      onChange: (value) =>
        setAsked({
          ...asked,
          state: roundState.options.find((state) => state === value),
          openOnly: value === 'open' ? true : undefined,
        }),
    },
    {
      label: t('monitoring.filter.assignee'),
      options: (offered?.users ?? []).map(({ id, name }) => ({ value: id, label: name })),
      value: asked.assigneeId,
      onChange: (assigneeId) => setAsked({ ...asked, assigneeId }),
    },
  ];
  return (
    <>
      <DueRounds />
      <ListTools
        title={t('monitoring.view.rounds')}
        search={{
          value: asked.query,
          onChange: (query) => setAsked({ ...asked, query }),
          placeholder: t('monitoring.search'),
        }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('monitoring.rounds', { ...asked, limit })}
        selection={{ list: 'monitoring-rounds', ...asked }}
      />
      <ListRows
        label={t('monitoring.view.rounds')}
        list="monitoring-rounds"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/pemantauan', search: { ronde: row.id } })}
        empty={
          filtered ? (
            <Empty icon={IconListSearch} title={t('monitoring.emptySearch')} />
          ) : (
            <Empty
              icon={IconEyeCheck}
              title={t('monitoring.empty')}
              action={
                <Button onClick={() => void navigate({ to: '/pemantauan', search: { mulai: true } })}>
                  {t('monitoring.begin')}
                </Button>
              }
            >
              {t('monitoring.emptyText')}
            </Empty>
          )
        }
      />
    </>
  );
}

function useColumns(): Column<RoundRow, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      title: t('monitoring.column.number'),
      width: 56,
      always: true,
      cell: (row) => <span className="n-mono">{row.number}</span>,
    },
    { key: 'title', title: t('monitoring.column.round'), width: 134, grow: 3, always: true, cell: (row) => row.title },
    {
      key: 'state',
      title: t('monitoring.column.state'),
      width: 160,
      always: true,
      cell: (row) => <RoundMark state={row.state} />,
    },
    {
      key: 'progress',
      title: t('monitoring.column.progress'),
      width: 84,
      cell: (row) => `${format.number(row.done)} / ${format.number(row.accounts)}`,
    },
    {
      key: 'cadence',
      title: t('monitoring.column.cadence'),
      width: 96,
      cell: (row) => t(`monitoring.cadence.${row.cadence}`),
    },
    { key: 'assignee', title: t('monitoring.column.assignee'), width: 80, grow: 1, cell: (row) => row.assignee.name },
    {
      key: 'begun',
      title: t('monitoring.column.begun'),
      width: 96,
      grow: 1,
      cell: (row) => format.day(row.begunOn),
    },
  ];
}

/** Nothing where none is due. */
function DueRounds(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data } = useOperation('monitoring.due', {});
  if (data === undefined || data.due.length === 0) return null;
  return (
    <section className="n-mon-due" aria-label={t('monitoring.due.title')}>
      <h2>{t('monitoring.due.title')}</h2>
      <ul className="n-rows n-card">
        {data.due.map((round) => (
          <li key={round.id} className="n-mon-due-row">
            <div className="n-row-text">
              <div>
                {t('monitoring.due.text', { title: round.title, day: format.calendar(round.nextOn ?? round.begunOn) })}
              </div>
              {round.state !== 'finished' && round.open > 0 && (
                <div className="n-meta">{t('monitoring.due.open', { n: round.open, number: round.number })}</div>
              )}
            </div>
            <Button
              size="xs"
              variant="light"
              leftSection={<IconPlayerPlay size={14} />}
              onClick={() => void navigate({ to: '/pemantauan', search: { mulai: true, lanjut: round.id } })}
            >
              {t('monitoring.due.begin')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
