/** The list of cases on the left, the chosen case beside it. */
import { Button } from '@mantine/core';
import { IconFolderPlus, IconFolders } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { caseSource, caseStatus, type CaseRow } from '#shared/contract/cases.ts';
import { type RecapCell, recapCell } from '#shared/contract/recap-cell.ts';
import { CASE_STATUSES } from '#shared/domain/cases/status.ts';
import { columnWords, periodWords, rowWords } from '#shared/domain/recap/words.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { CaseStatusMark } from '../../ui/case-status.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { MissingWords } from '../../ui/missing-words.tsx';
import { choices } from '../../ui/names.ts';
import { type PaperColumn, PrintList } from '../../ui/print-list.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type FilterChoice, Filters, SearchField } from '../../ui/tools.tsx';
import { CreateCase } from './create-case.tsx';
import './cases.css';

const view = z.object({
  query: z.string(),
  status: caseStatus.optional(),
  source: caseSource.optional(),
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
  const format = useFormat();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered('cases', view, INITIAL);
  const countedWords = useCountedWords();
  const list = useOperation('cases.list', { ...asked, limit: 1_000 }, { keep: true });
  const columns = useColumns();
  const filters: FilterChoice[] = [
    {
      label: t('cases.filter.status'),
      options: choices(CASE_STATUSES, (status) => t(`names.caseStatus.${status}`)),
      value: asked.status,
      onChange: (value) => setAsked({ ...asked, status: CASE_STATUSES.find((status) => status === value) }),
    },
    {
      label: t('cases.filter.source'),
      options: choices(SOURCES, (source) => t(`names.source.${source}`)),
      value: asked.source,
      onChange: (value) => setAsked({ ...asked, source: SOURCES.find((source) => source === value) }),
    },
    ...(asked.counted === undefined
      ? []
      : [
          {
            label: t('recap.title'),
            options: [{ value: 'counted', label: countedWords(asked.counted) }],
            value: 'counted',
            onChange: () => setAsked({ ...asked, counted: undefined }),
          },
        ]),
  ];
  return (
    <section className="n-case-list" aria-label={t('cases.title')}>
      <div className="n-case-list-head">
        <h1>{t('cases.title')}</h1>
        <span className="n-count" role="status">
          {format.number(list.data?.total ?? 0)}
        </span>
        <PrintList
          title={t('cases.title')}
          columns={columns}
          query={asked.query}
          filters={filters}
          load={(limit) => call('cases.list', { ...asked, limit })}
          disabled={(list.data?.total ?? 0) === 0}
          look="icon"
        />
        <ExportList selection={{ list: 'cases', ...asked }} disabled={(list.data?.total ?? 0) === 0} look="icon" />
        <Button
          size="compact-md"
          leftSection={<IconFolderPlus size={16} />}
          onClick={() => void navigate({ to: '/kasus', search: { baru: true } })}
        >
          {t('cases.new')}
        </Button>
      </div>
      <div className="n-case-list-tools" role="search">
        <SearchField
          value={asked.query}
          onChange={(query) => setAsked({ ...asked, query })}
          placeholder={t('cases.search')}
        />
        <Filters choices={filters} />
      </div>
      <div className="n-case-list-rows">
        <Answer of={list}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty
                icon={IconFolders}
                title={
                  asked.query === '' &&
                  asked.status === undefined &&
                  asked.source === undefined &&
                  asked.counted === undefined
                    ? t('cases.empty')
                    : t('cases.emptySearch')
                }
              >
                {t('cases.emptyText')}
              </Empty>
            ) : (
              <ul className="n-rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <CaseListRow row={row} active={row.id === selected} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </div>
    </section>
  );
}

/** On paper. */
function useColumns(): PaperColumn<CaseRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'number', title: t('documents.column.number'), cell: (row) => row.number },
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

/** A cell of the recap in words: "November 2026 · Dinas Contoh · Disiplin". */
function useCountedWords(): (cell: RecapCell) => string {
  const language = useLanguage();
  return ({ table, row, column, ...period }) =>
    [
      periodWords(period, language),
      ...(row === null ? [] : [rowWords(table, row, language)]),
      ...(column === null ? [] : [columnWords(table, column, language)]),
    ].join(' · ');
}

function CaseListRow({ row, active }: { row: CaseRow; active: boolean }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className="n-row n-case-row"
      data-active={active || undefined}
      aria-current={active ? 'true' : undefined}
      onClick={() => void navigate({ to: '/kasus/$id', params: { id: row.id } })}
    >
      <div className="n-row-text">
        <div className="n-case-row-top">
          <span className="n-mono n-meta n-clip">{row.number}</span>
          <CaseStatusMark status={row.status} />
        </div>
        <div className="n-clip n-case-row-title">{row.title === '' ? t('cases.untitled') : row.title}</div>
        <div className="n-meta n-clip">
          {row.respondents === '' ? t('cases.unknownPerson') : row.respondents} ·{' '}
          {t('cases.evidenceCount', { n: row.evidenceCount })}
        </div>
        {row.missing.length > 0 && (
          <div className="n-meta n-clip">
            <MissingWords codes={row.missing} />
          </div>
        )}
      </div>
    </button>
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
