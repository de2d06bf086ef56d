/** The list of reports from the public on the left, the chosen one beside it. */
import { ActionIcon, Button } from '@mantine/core';
import { IconFileImport, IconMessagePlus, IconMessageReport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  intakeFiled,
  publicReportChannel,
  type PublicReportRow,
  publicReportState,
  publicReportTopic,
} from '#shared/contract/public-reports.ts';
import { reportCell } from '#shared/contract/recap-cell.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { runJob } from '../../bridge/jobs.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { choices } from '../../ui/names.ts';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { type PaperColumn, PrintList } from '../../ui/print-list.tsx';
import { useCountedFilter } from '../../ui/recap-filters.ts';
import { SideList, SideRow } from '../../ui/side-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { CreateReport } from './create-report.tsx';
import { IntakeDialog } from './intake/intake-dialog.tsx';
import { PurposeDialog } from './purpose-dialog.tsx';
import { ReceivedFilter } from './received-filter.tsx';
import { DueMark, StateMark } from './state-mark.tsx';
import './public-reports.css';

const view = z.object({
  query: z.string(),
  state: publicReportState.optional(),
  topic: publicReportTopic.optional(),
  channel: publicReportChannel.optional(),
  anonymous: z.boolean().optional(),
  overdue: z.boolean().optional(),
  near: z.literal(true).optional(),
  openOnly: z.literal(true).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  counted: reportCell.optional(),
});
type View = z.infer<typeof view>;
const INITIAL: View = { query: '' };

interface ReportsPageProps {
  readonly selected: string | undefined;
  readonly creating: boolean;
  /** The page of the chosen report. */
  readonly children: ReactNode;
}

/** Aduan. */
export function PublicReportsPage({ selected, creating, children }: ReportsPageProps): ReactNode {
  const navigate = useNavigate();
  const open = (id: string | undefined): void =>
    void (id === undefined
      ? navigate({ to: '/aduan', search: {} })
      : navigate({ to: '/aduan/$id', params: { id }, search: {} }));
  return (
    <div className="n-split n-split-list">
      <ReportList selected={selected} />
      <div className="n-case-pane">{children}</div>
      {creating && <CreateReport onClose={() => open(selected)} onCreated={open} />}
    </div>
  );
}

function ReportList({ selected }: { selected: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered('public-reports', view, INITIAL);
  const rows = usePagedRows(['publicReports.list', asked], (offset, limit) =>
    call('publicReports.list', { ...asked, offset, limit }),
  );
  const { total } = rows;
  const notify = useNotify();
  const [reading, setReading] = useState(false);
  const [naming, setNaming] = useState(false);
  const countedFilter = useCountedFilter();
  const filters = [
    ...useFilterChoices(asked, setAsked),
    ...countedFilter(asked.counted, () => setAsked({ ...asked, counted: undefined })),
  ];
  const columns = useColumns();
  const filtered = JSON.stringify(asked) !== JSON.stringify(INITIAL);
  return (
    <>
      <SideList
        title={t('publicReports.title')}
        rows={rows}
        actions={
          <>
            <PrintList
              title={t('publicReports.title')}
              columns={columns}
              query={asked.query}
              filters={[
                ...filters,
                ...(['from', 'to'] as const).map((end) => ({
                  label: t(`publicReports.filter.${end}`),
                  options: [],
                  value: asked[end] === undefined ? undefined : format.calendar(asked[end]),
                })),
              ]}
              load={(limit) => call('publicReports.list', { ...asked, limit })}
              disabled={total === 0}
              look="icon"
            />
            <ActionIcon
              size={28}
              aria-label={t('publicReports.read')}
              title={t('publicReports.read')}
              onClick={() => setReading(true)}
            >
              <IconFileImport size={16} stroke={1.6} />
            </ActionIcon>
            <ExportList
              selection={{ list: 'public-reports', ...asked }}
              disabled={total === 0}
              look="icon"
              more={{ label: t('publicReports.exportNamed.action'), onPress: () => setNaming(true) }}
            />
            <Button
              size="compact-md"
              leftSection={<IconMessagePlus size={16} />}
              onClick={() => void navigate({ to: '/aduan', search: { baru: true } })}
            >
              {t('publicReports.new')}
            </Button>
          </>
        }
        search={{
          value: asked.query,
          onChange: (query) => setAsked({ ...asked, query }),
          placeholder: t('publicReports.search'),
        }}
        filters={filters}
        filter={<ReceivedFilter from={asked.from} to={asked.to} onChange={(days) => setAsked({ ...asked, ...days })} />}
        empty={
          <Empty icon={IconMessageReport} title={filtered ? t('publicReports.emptySearch') : t('publicReports.empty')}>
            {t('publicReports.emptyText')}
          </Empty>
        }
      >
        {(row) => (
          <SideRow
            active={row.id === selected}
            number={row.number}
            mark={<StateMark state={row.state} />}
            title={row.subject}
            onOpen={() => void navigate({ to: '/aduan/$id', params: { id: row.id }, search: {} })}
          >
            <ReportFacts row={row} />
          </SideRow>
        )}
      </SideList>
      {naming && (
        <PurposeDialog
          title={t('publicReports.exportNamed.title')}
          text={t('publicReports.exportNamed.text')}
          label={t('publicReports.exportNamed.save')}
          submit={async (reporters) => {
            const selection = { list: 'public-reports', ...asked, reporters } as const;
            const { saved, name, rows } = await call('lists.export', { selection, format: 'xlsx' });
            if (saved) notify.done(t('common.exported.list', { name, n: format.number(rows) }));
          }}
          onClose={() => setNaming(false)}
        />
      )}
      {reading && (
        <IntakeDialog
          onFile={async (filing, onState) => {
            const { created, stopped } = await runJob('publicReports.fileIntake', filing, intakeFiled, onState);
            setReading(false);
            const [first] = created;
            if (first === undefined) return;
            notify.done(
              t(created.length === 1 ? 'publicReports.create.created' : 'publicReports.create.createdAll', {
                number: first.number,
                n: format.number(created.length),
              }),
            );
            if (stopped !== null) notify.failed(new AppError(stopped));
            void navigate({ to: '/aduan/$id', params: { id: first.id }, search: {} });
          }}
          onClose={() => setReading(false)}
        />
      )}
    </>
  );
}

function useFilterChoices(asked: View, setAsked: (view: View) => void): FilterChoice[] {
  const { t } = useTranslation();
  const states = publicReportState.options;
  const topics = publicReportTopic.options;
  const channels = publicReportChannel.options;
  return [
    {
      label: t('publicReports.filter.state'),
      options: [
        { value: 'waiting', label: t('publicReports.filter.waiting') },
        ...choices(states, (state) => t(`publicReports.value.state.${state}`)),
      ],
      value: asked.openOnly === true ? 'waiting' : asked.state,
      onChange: (value) =>
        setAsked({
          ...asked,
          state: states.find((one) => one === value),
          openOnly: value === 'waiting' ? true : undefined,
        }),
    },
    {
      label: t('publicReports.filter.topic'),
      options: choices(topics, (topic) => t(`publicReports.value.topic.${topic}`)),
      value: asked.topic,
      onChange: (value) => setAsked({ ...asked, topic: topics.find((one) => one === value) }),
    },
    {
      label: t('publicReports.filter.due'),
      options: choices(['near', 'late', 'inTime'] as const, (one) => t(`publicReports.filter.${one}`)),
      value: asked.near === true ? 'near' : asked.overdue === undefined ? undefined : asked.overdue ? 'late' : 'inTime',
      onChange: (value) =>
        setAsked({
          ...asked,
          near: value === 'near' ? true : undefined,
          overdue: value === 'late' || value === 'inTime' ? value === 'late' : undefined,
        }),
    },
    {
      label: t('publicReports.filter.channel'),
      options: choices(channels, (channel) => t(`publicReports.value.channel.${channel}`)),
      value: asked.channel,
      onChange: (value) => setAsked({ ...asked, channel: channels.find((one) => one === value) }),
    },
    {
      label: t('publicReports.filter.reporter'),
      options: [
        { value: 'named', label: t('publicReports.filter.named') },
        { value: 'anonymous', label: t('publicReports.anonymous') },
      ],
      value: asked.anonymous === undefined ? undefined : asked.anonymous ? 'anonymous' : 'named',
      onChange: (value) => setAsked({ ...asked, anonymous: value === undefined ? undefined : value === 'anonymous' }),
    },
  ];
}

/** On paper; never who reported. */
function useColumns(): PaperColumn<PublicReportRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'number', title: t('documents.column.number'), cell: (row) => <Figure>{row.number}</Figure> },
    { key: 'received', title: t('publicReports.content.received'), cell: (row) => format.brief(row.receivedAt) },
    { key: 'subject', title: t('publicReports.content.subject'), cell: (row) => row.subject },
    { key: 'accused', title: t('publicReports.content.accusedText'), cell: (row) => row.accused },
    {
      key: 'state',
      title: t('publicReports.filter.state'),
      cell: (row) => t(`publicReports.value.state.${row.state}`),
    },
    {
      key: 'due',
      title: t('publicReports.filter.due'),
      cell: (row) => (row.dueDay === null ? '' : format.calendar(row.dueDay)),
    },
  ];
}

function ReportFacts({ row }: { row: PublicReportRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    row.accused === '' ? t('publicReports.noAccused') : row.accused,
    t('publicReports.files', { n: row.files }),
    ...(row.linked > 0 ? [t('publicReports.linked', { n: row.linked })] : []),
  ];
  return (
    <>
      <div className="n-meta n-clip">{facts.join(' · ')}</div>
      <div className="n-report-row-foot">
        <span className="n-meta">
          {format.brief(row.receivedAt)} · {t(`publicReports.value.channel.${row.channel}`)}
          {row.anonymous && ` · ${t('publicReports.anonymous')}`}
        </span>
        {row.overdue && <Mark tone="problem">{t('publicReports.overdue')}</Mark>}
        {!row.overdue && <DueMark of={row} />}
      </div>
    </>
  );
}

/** Shown beside the list while no report is chosen. */
export function NoReportChosen(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Empty
      icon={IconMessageReport}
      title={t('publicReports.pick')}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/aduan', search: { baru: true } })}>
          {t('publicReports.new')}
        </Button>
      }
    >
      {t('publicReports.emptyText')}
    </Empty>
  );
}
