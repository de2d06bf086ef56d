/** Hoaks: the list of claims, the chosen one beside it. */
import { Button } from '@mantine/core';
import { IconAlertOctagon, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { followUpKind, hoaxKind, type HoaxRow, hoaxState, hoaxVerdict } from '#shared/contract/hoaxes.ts';
import { SOCIAL_PLATFORMS } from '#shared/domain/roster/account-text.ts';
import { FOLLOW_UP_WORDS, HOAX_STATE_WORDS, HOAX_VERDICT_WORDS } from '#shared/domain/hoaxes/words.ts';
import { hoaxCell } from '#shared/contract/recap-cell.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { Page } from '../../ui/page.tsx';
import { useCountedFilter, usePeriodFilter } from '../../ui/recap-filters.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { HoaxPanel } from './hoax-page.tsx';
import { HoaxForm } from './hoax-form.tsx';
import './hoaxes.css';
import { HoaxStateMark, useAnswerWords, useKinds, VerdictMark } from './words.tsx';

const SORTS = ['number', 'firstSeen', 'claim', 'state', 'answerDays'] as const;
type Sort = (typeof SORTS)[number];
/** What is left beside a hoax's page. */
const NARROW = ['number', 'claim'];
const view = z.object({
  query: z.string(),
  state: hoaxState.optional(),
  openOnly: z.literal(true).optional(),
  kind: hoaxKind.optional(),
  verdict: hoaxVerdict.optional(),
  followUp: followUpKind.optional(),
  platform: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  counted: hoaxCell.optional(),
  sort: z.enum(SORTS),
  descending: z.boolean(),
});
type View = z.infer<typeof view>;
const INITIAL: View = { query: '', sort: 'firstSeen', descending: true };

interface HoaxesPageProps {
  readonly selected: string | undefined;
  readonly recording: boolean;
  /** The public report that a new item begins with. */
  readonly reportId: string | undefined;
}

/** Hoaks. */
export function HoaxesPage({ selected, recording, reportId }: HoaxesPageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered('hoaxes', view, INITIAL);
  const rows = useWindowedRows(['hoaxes.list', asked], (offset, limit) =>
    call('hoaxes.list', { ...asked, offset, limit }),
  );
  const select = (id: string | undefined): void =>
    void navigate({ to: '/hoaks', search: id === undefined ? {} : { pilih: id } });
  const record = (): void =>
    void navigate({ to: '/hoaks', search: { baru: true, ...(selected !== undefined && { pilih: selected }) } });
  return (
    <div className={selected === undefined ? 'n-page' : 'n-split n-hoax-split'}>
      <Page
        title={t('hoaxes.title')}
        flush
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={record}>
            {t('hoaxes.new')}
          </Button>
        }
      >
        <Tools asked={asked} onChange={setAsked} total={rows.total} narrow={selected !== undefined} />
        <Grid
          rows={rows}
          asked={asked}
          onSort={setAsked}
          selected={selected}
          onOpen={select}
          onLeave={() => select(undefined)}
          onRecord={record}
        />
      </Page>
      {selected !== undefined && <HoaxPanel key={selected} id={selected} onClose={() => select(undefined)} />}
      {recording && (
        <HoaxForm hoax={null} reportId={reportId} onClose={() => select(selected)} onRecorded={(id) => select(id)} />
      )}
    </div>
  );
}

interface ToolsProps {
  readonly asked: View;
  readonly onChange: (view: View) => void;
  readonly total: number;
  readonly narrow: boolean;
}

function Tools({ asked, onChange, total, narrow }: ToolsProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kinds, nameOf } = useKinds();
  const periodFilter = usePeriodFilter();
  const countedFilter = useCountedFilter();
  const columns = useColumns();
  const one = <Value extends string>(values: readonly Value[], value: string | undefined): Value | undefined =>
    values.find((listed) => listed === value);
  const filters: FilterChoice[] = [
    {
      label: t('hoaxes.filter.open'),
      options: [{ value: 'ya', label: t('hoaxes.filter.openYes') }],
      value: asked.openOnly === true ? 'ya' : undefined,
      onChange: (value) => onChange({ ...asked, openOnly: value === undefined ? undefined : true }),
    },
    {
      label: t('hoaxes.filter.state'),
      options: choices(hoaxState.options, (state) => HOAX_STATE_WORDS[state][language]),
      value: asked.state,
      onChange: (value) => onChange({ ...asked, state: one(hoaxState.options, value) }),
    },
    {
      label: t('hoaxes.filter.kind'),
      options: kinds.map(({ code }) => ({ value: code, label: nameOf(code) })),
      value: asked.kind,
      onChange: (value) => onChange({ ...asked, kind: one(hoaxKind.options, value) }),
    },
    {
      label: t('hoaxes.filter.verdict'),
      options: choices(hoaxVerdict.options, (verdict) => HOAX_VERDICT_WORDS[verdict][language]),
      value: asked.verdict,
      onChange: (value) => onChange({ ...asked, verdict: one(hoaxVerdict.options, value) }),
    },
    {
      label: t('hoaxes.filter.followUp'),
      options: choices(followUpKind.options, (kind) => FOLLOW_UP_WORDS[kind][language]),
      value: asked.followUp,
      onChange: (value) => onChange({ ...asked, followUp: one(followUpKind.options, value) }),
    },
    {
      label: t('hoaxes.filter.platform'),
      options: choices(SOCIAL_PLATFORMS, (platform) => platform),
      value: asked.platform,
      onChange: (platform) => onChange({ ...asked, platform }),
    },
    ...periodFilter(asked.from, asked.to, () => onChange({ ...asked, from: undefined, to: undefined })),
    ...countedFilter(asked.counted, () => onChange({ ...asked, counted: undefined })),
  ];
  return (
    <ListTools
      title={t('hoaxes.title')}
      search={{
        value: asked.query,
        onChange: (query) => onChange({ ...asked, query }),
        placeholder: t('hoaxes.search'),
      }}
      filters={filters}
      total={total}
      columns={columns}
      load={(limit) => call('hoaxes.list', { ...asked, limit })}
      selection={{ list: 'hoaxes', ...asked }}
      narrow={narrow}
    />
  );
}

interface GridProps {
  readonly rows: ReturnType<typeof useWindowedRows<HoaxRow>>;
  readonly asked: View;
  readonly onSort: (view: View) => void;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onLeave: () => void;
  readonly onRecord: () => void;
}

function Grid({ rows, asked, onSort, selected, onOpen, onLeave, onRecord }: GridProps): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  const { query, sort: _sort, descending: _descending, ...filters } = asked;
  const plain = query === '' && Object.values(filters).every((value) => value === undefined);
  return (
    <ListRows
      label={t('hoaxes.title')}
      list="hoaxes"
      columns={columns}
      only={selected === undefined ? undefined : NARROW}
      rows={rows}
      keyOf={(row) => row.id}
      selectedKey={selected}
      onOpen={(row) => onOpen(row.id)}
      onLeave={selected === undefined ? undefined : onLeave}
      sort={{ by: asked.sort, descending: asked.descending }}
      onSort={(by, descending) => onSort({ ...asked, sort: by, descending })}
      empty={
        <Empty
          icon={IconAlertOctagon}
          title={plain ? t('hoaxes.empty') : t('hoaxes.emptySearch')}
          {...(plain && {
            action: (
              <Button variant="default" onClick={onRecord}>
                {t('hoaxes.new')}
              </Button>
            ),
          })}
        >
          {t('hoaxes.emptyText')}
        </Empty>
      }
    />
  );
}

function useColumns(): Column<HoaxRow, Sort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useKinds();
  const answer = useAnswerWords();
  return [
    {
      key: 'number',
      title: t('hoaxes.column.number'),
      width: 70,
      sort: 'number',
      always: true,
      cell: (row) => <span className="n-mono">{row.number}</span>,
    },
    {
      key: 'claim',
      title: t('hoaxes.column.claim'),
      width: 166,
      grow: 3,
      sort: 'claim',
      always: true,
      cell: (row) => row.claim,
    },
    {
      key: 'state',
      title: t('hoaxes.column.state'),
      width: 146,
      sort: 'state',
      cell: (row) => <HoaxStateMark state={row.state} />,
    },
    {
      key: 'kind',
      title: t('hoaxes.column.kind'),
      width: 116,
      grow: 1.5,
      cell: (row) =>
        row.verdict !== null && row.verdict !== 'hoaks' ? (
          <VerdictMark verdict={row.verdict} />
        ) : (
          nameOf(row.kind) || '—'
        ),
    },
    {
      key: 'firstSeen',
      title: t('hoaxes.column.firstSeen'),
      width: 128,
      sort: 'firstSeen',
      cell: (row) => format.day(row.firstSeen),
    },
    {
      key: 'answer',
      title: t('hoaxes.column.answer'),
      width: 96,
      sort: 'answerDays',
      cell: (row) => answer(row) ?? <span className="n-quiet">{t('hoaxes.notYet')}</span>,
    },
  ];
}
