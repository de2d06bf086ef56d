/** The list of cases on the left, the chosen case beside it. */
import { Button } from '@mantine/core';
import { IconFolderPlus, IconFolders } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { caseSource, caseStatus, type CaseRow } from '#shared/contract/cases.ts';
import { recapCell } from '#shared/contract/recap-cell.ts';
import { CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { CaseStatusMark } from '../../ui/case-status.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { MissingWords } from '../../ui/missing-words.tsx';
import { Figure } from '../../ui/mono.tsx';
import { choices } from '../../ui/names.ts';
import { useCountedFilter } from '../../ui/recap-filters.ts';
import { usePagedRows } from '../../ui/paged-rows.ts';
import { type PaperColumn, PrintList } from '../../ui/print-list.tsx';
import { SideList, SideRow } from '../../ui/side-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { CreateCase } from './create-case.tsx';
import './cases.css';

const view = z.object({
  query: z.string(),
  status: caseStatus.optional(),
  source: caseSource.optional(),
  openOnly: z.literal(true).optional(),
  counted: recapCell.optional(),
});
type View = z.infer<typeof view>;
const INITIAL: View = { query: '' };
const SOURCES = ['temuan', 'laporan', 'aduan', 'penerusan'] as const;

interface CasesPageProps {
  readonly selected: string | undefined;
  readonly creating: boolean;
  /** The person a new case begins with. */
  readonly employeeId: string | undefined;
  /** The page of the chosen case. */
  readonly children: ReactNode;
}

/** Kasus. */
export function CasesPage({ selected, creating, employeeId, children }: CasesPageProps): ReactNode {
  const navigate = useNavigate();
  const back = (): void =>
    void (selected === undefined
      ? navigate({ to: '/kasus', search: {} })
      : navigate({ to: '/kasus/$id', params: { id: selected } }));
  return (
    <div className="n-split n-split-list">
      <CaseList selected={selected} />
      <div className="n-case-pane">{children}</div>
      {creating && (
        <CreateCase
          employeeId={employeeId}
          onClose={back}
          onCreated={(id) => void navigate({ to: '/kasus/$id', params: { id } })}
        />
      )}
    </div>
  );
}

function CaseList({ selected }: { selected: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered('cases', view, INITIAL);
  const countedFilter = useCountedFilter();
  const rows = usePagedRows(['cases.list', asked], (offset, limit) => call('cases.list', { ...asked, offset, limit }));
  const columns = useColumns();
  const filters: FilterChoice[] = [
    {
      label: t('cases.filter.status'),
      options: [
        { value: 'open', label: t('cases.filter.open') },
        ...choices(CASE_STATUSES, (status) => t(`names.caseStatus.${status}`)),
      ],
      value: asked.openOnly === true ? 'open' : asked.status,
      onChange: (value) =>
        setAsked({
          ...asked,
          status: CASE_STATUSES.find((status) => status === value),
          openOnly: value === 'open' ? true : undefined,
        }),
    },
    {
      label: t('cases.filter.source'),
      options: choices(SOURCES, (source) => t(`names.source.${source}`)),
      value: asked.source,
      onChange: (value) => setAsked({ ...asked, source: SOURCES.find((source) => source === value) }),
    },
    ...countedFilter(asked.counted, () => setAsked({ ...asked, counted: undefined })),
  ];
  return (
    <SideList
      title={t('cases.title')}
      rows={rows}
      actions={
        <>
          <PrintList
            title={t('cases.title')}
            columns={columns}
            query={asked.query}
            filters={filters}
            load={(limit) => call('cases.list', { ...asked, limit })}
            disabled={rows.total === 0}
            look="icon"
          />
          <ExportList selection={{ list: 'cases', ...asked }} disabled={rows.total === 0} look="icon" />
          <Button
            size="compact-md"
            leftSection={<IconFolderPlus size={16} />}
            onClick={() => void navigate({ to: '/kasus', search: { baru: true } })}
          >
            {t('cases.new')}
          </Button>
        </>
      }
      search={{
        value: asked.query,
        onChange: (query) => setAsked({ ...asked, query }),
        placeholder: t('cases.search'),
      }}
      filters={filters}
      empty={
        <Empty
          icon={IconFolders}
          title={JSON.stringify(asked) === JSON.stringify(INITIAL) ? t('cases.empty') : t('cases.emptySearch')}
        >
          {t('cases.emptyText')}
        </Empty>
      }
    >
      {(row) => (
        <SideRow
          active={row.id === selected}
          number={row.number}
          mark={<CaseStatusMark status={row.status} />}
          title={row.title === '' ? t('cases.untitled') : row.title}
          onOpen={() => void navigate({ to: '/kasus/$id', params: { id: row.id } })}
        >
          <CaseFacts row={row} />
        </SideRow>
      )}
    </SideList>
  );
}

/** On paper. */
function useColumns(): PaperColumn<CaseRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'number', title: t('documents.column.number'), cell: (row) => <Figure>{row.number}</Figure> },
    { key: 'title', title: t('cases.create.caseTitle'), cell: (row) => row.title || t('cases.untitled') },
    { key: 'status', title: t('cases.filter.status'), cell: (row) => <CaseStatusMark status={row.status} /> },
    { key: 'source', title: t('cases.filter.source'), cell: (row) => t(`names.source.${row.source}`) },
    { key: 'opened', title: t('cases.chronology.opened'), cell: (row) => format.brief(row.openedAt) },
    {
      key: 'respondents',
      title: t('cases.create.person'),
      cell: (row) => row.respondents || t('cases.unknownPerson'),
    },
    { key: 'evidence', title: t('evidence.title'), cell: (row) => row.evidenceCount },
  ];
}

function CaseFacts({ row }: { row: CaseRow }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="n-meta n-clip">
        {row.respondents === '' ? t('cases.unknownPerson') : row.respondents} ·{' '}
        {t('cases.evidenceCount', { n: row.evidenceCount })}
      </div>
      {row.missing.length > 0 && (
        <div className="n-meta n-clip">
          <MissingWords codes={row.missing} />
        </div>
      )}
    </>
  );
}

/** Shown beside the list while no case is chosen. */
export function NoCaseChosen(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Empty
      icon={IconFolders}
      title={t('cases.pick')}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/kasus', search: { baru: true } })}>
          {t('cases.new')}
        </Button>
      }
    >
      {t('cases.emptyText')}
    </Empty>
  );
}
