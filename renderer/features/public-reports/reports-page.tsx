/** The list of reports from the public on the left, the chosen one beside it. */
import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
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
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { type PaperColumn, PrintList } from '../../ui/print-list.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type FilterChoice, Filters, SearchField } from '../../ui/tools.tsx';
import { CreateReport } from './create-report.tsx';
import { IntakeDialog } from './intake/intake-dialog.tsx';
import { DueMark, StateMark } from './state-mark.tsx';
import './public-reports.css';

const view = z.object({
  query: z.string(),
  state: publicReportState.optional(),
  topic: publicReportTopic.optional(),
  channel: publicReportChannel.optional(),
  anonymous: z.boolean().optional(),
  overdue: z.boolean().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
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
  const list = useOperation('publicReports.list', { ...asked, limit: 1_000 }, { keep: true });
  const total = list.data?.total ?? 0;
  const [reading, setReading] = useState(false);
  const filters = useFilterChoices(asked, setAsked);
  const columns = useColumns();
  const filtered = JSON.stringify(asked) !== JSON.stringify(INITIAL);
  return (
    <section className="n-case-list" aria-label={t('publicReports.title')}>
      <div className="n-case-list-head">
        <h1>{t('publicReports.title')}</h1>
        <span className="n-count" role="status">
          {format.number(total)}
        </span>
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
        <ExportList selection={{ list: 'public-reports', ...asked }} disabled={total === 0} look="icon" />
        <Button
          size="compact-md"
          leftSection={<IconMessagePlus size={16} />}
          onClick={() => void navigate({ to: '/aduan', search: { baru: true } })}
        >
          {t('publicReports.new')}
        </Button>
      </div>
      <div className="n-case-list-tools" role="search">
        <SearchField
          value={asked.query}
          onChange={(query) => setAsked({ ...asked, query })}
          placeholder={t('publicReports.search')}
        />
        <Filters choices={filters} />
        <Period asked={asked} onChange={setAsked} />
      </div>
      <div className="n-case-list-rows">
        <Answer of={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty
                icon={IconMessageReport}
                title={filtered ? t('publicReports.emptySearch') : t('publicReports.empty')}
              >
                {t('publicReports.emptyText')}
              </Empty>
            ) : (
              <ul className="n-rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <ReportListRow row={row} active={row.id === selected} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
      {reading && (
        <IntakeDialog
          onFile={async (filing) => {
            await runJob('publicReports.fileIntake', filing, intakeFiled);
            setReading(false);
          }}
          onClose={() => setReading(false)}
        />
      )}
    </section>
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
      options: choices(states, (state) => t(`publicReports.value.state.${state}`)),
      value: asked.state,
      onChange: (value) => setAsked({ ...asked, state: states.find((one) => one === value) }),
    },
    {
      label: t('publicReports.filter.topic'),
      options: choices(topics, (topic) => t(`publicReports.value.topic.${topic}`)),
      value: asked.topic,
      onChange: (value) => setAsked({ ...asked, topic: topics.find((one) => one === value) }),
    },
    {
      label: t('publicReports.filter.due'),
      options: choices(['late', 'inTime'] as const, (one) => t(`publicReports.filter.${one}`)),
      value: asked.overdue === undefined ? undefined : asked.overdue ? 'late' : 'inTime',
      onChange: (value) => setAsked({ ...asked, overdue: value === undefined ? undefined : value === 'late' }),
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
    { key: 'number', title: t('documents.column.number'), cell: (row) => row.number },
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

/** Days between which reports were received. */
function Period({ asked, onChange }: { asked: View; onChange: (view: View) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" className="n-report-period">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          aria-label={t(`publicReports.filter.${end}`)}
          title={t(`publicReports.filter.${end}`)}
          value={asked[end] ?? ''}
          onChange={(event) => onChange({ ...asked, [end]: event.currentTarget.value || undefined })}
        />
      ))}
    </Group>
  );
}

function ReportListRow({ row, active }: { row: PublicReportRow; active: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const facts = [
    row.accused === '' ? t('publicReports.noAccused') : row.accused,
    t('publicReports.files', { n: row.files }),
    ...(row.linked > 0 ? [t('publicReports.linked', { n: row.linked })] : []),
  ];
  return (
    <button
      type="button"
      className="n-row n-case-row"
      data-active={active || undefined}
      aria-current={active ? 'true' : undefined}
      onClick={() => void navigate({ to: '/aduan/$id', params: { id: row.id }, search: {} })}
    >
      <div className="n-row-text">
        <div className="n-case-row-top">
          <span className="n-mono n-meta n-clip">{row.number}</span>
          <StateMark state={row.state} />
        </div>
        <div className="n-clip n-case-row-title">{row.subject}</div>
        <div className="n-meta n-clip">{facts.join(' · ')}</div>
        <div className="n-report-row-foot">
          <span className="n-meta">
            {format.brief(row.receivedAt)} · {t(`publicReports.value.channel.${row.channel}`)}
            {row.anonymous && ` · ${t('publicReports.anonymous')}`}
          </span>
          {row.overdue && <Mark tone="problem">{t('publicReports.overdue')}</Mark>}
          {!row.overdue && <DueMark of={row} />}
        </div>
      </div>
    </button>
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
