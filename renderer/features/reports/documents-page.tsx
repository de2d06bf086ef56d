/** Every issued document, kept with its bytes and hash: searched, filtered, read, saved, replaced. */
import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconEye,
  IconFileCertificate,
  IconFileCheck,
  IconFilePlus,
  IconFiles,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { documentKindName } from '#shared/contract/document-model.ts';
import { documentState, documentVariant, type IssuedDocument } from '#shared/contract/documents.ts';
import { OFFICE_KINDS } from '#shared/domain/issuing/office-kinds.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer, Bones, Empty, Problem } from '../../ui/states.tsx';
import { Filters, SearchField } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { RaiseWaitingButton, SignatureState } from './document-signatures.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { kindNamed, useKindChoices, useKindWords } from './kind-words.ts';
import './reports.css';

const SORTS = ['number', 'issuedAt', 'document', 'case'] as const;
type Sort = (typeof SORTS)[number];
const view = z.object({
  document: documentKindName.optional(),
  variant: documentVariant.optional(),
  state: documentState.optional(),
  sort: z.enum(SORTS).default('issuedAt'),
  descending: z.boolean().default(true),
});
type View = z.infer<typeof view>;

/** Dokumen. */
export function DocumentsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered<View>('documents', view, { sort: 'issuedAt', descending: true });
  const [reading, setReading] = useState<IssuedDocument | null>(null);
  const [batch, setBatch] = useState(false);
  const selection = { ...asked, query };
  const rows = useWindowedRows(['documents.list', selection], (offset, limit) =>
    call('documents.list', { ...selection, offset, limit }),
  );
  return (
    <Page
      title={t('reports.title')}
      flush
      actions={
        <Group gap="xs" wrap="nowrap">
          <RaiseWaitingButton />
          <Button
            variant="default"
            leftSection={<IconFileCheck size={16} />}
            onClick={() => void navigate({ to: '/dokumen/verifikasi' })}
          >
            {t('reports.verify')}
          </Button>
          <Button variant="default" leftSection={<IconFiles size={16} />} onClick={() => setBatch(true)}>
            {t('documents.batch')}
          </Button>
          <Button
            leftSection={<IconFileCertificate size={16} />}
            onClick={() => void navigate({ to: '/dokumen/buat' })}
          >
            {t('documents.make')}
          </Button>
        </Group>
      }
    >
      <Tools query={query} onQuery={setQuery} asked={asked} onChange={setAsked} total={rows.total} />
      {rows.error !== null && <Problem error={rows.error} />}
      {rows.waiting ? (
        <div className="n-tools">
          <Bones rows={8} />
        </div>
      ) : (
        <Grid rows={rows} asked={asked} onSort={setAsked} onOpen={setReading} />
      )}
      {reading !== null && (
        <DocumentViewer report={reading} actions={<ViewerActions of={reading} />} onClose={() => setReading(null)} />
      )}
      {batch && <BatchDialog onClose={() => setBatch(false)} />}
    </Page>
  );
}

interface ToolsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly asked: View;
  readonly onChange: (view: View) => void;
  readonly total: number;
}

function Tools({ query, onQuery, asked, onChange, total }: ToolsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = useKindChoices();
  return (
    <div className="n-tools">
      <SearchField value={query} onChange={onQuery} placeholder={t('documents.search')} />
      <Filters
        choices={[
          {
            label: t('documents.filter.document'),
            options: kinds,
            value: asked.document,
            onChange: (document) => onChange({ ...asked, document: kindNamed(document) }),
          },
          {
            label: t('documents.filter.variant'),
            options: choices(documentVariant.options, (variant) => t(`names.reportKind.${variant}`)),
            value: asked.variant,
            onChange: (value) =>
              onChange({ ...asked, variant: documentVariant.options.find((variant) => variant === value) }),
          },
          {
            label: t('documents.filter.state'),
            options: choices(documentState.options, (state) => t(`documents.state.${state}`)),
            value: asked.state,
            onChange: (value) => onChange({ ...asked, state: documentState.options.find((state) => state === value) }),
          },
        ]}
      />
      <span className="n-count" role="status">
        {t('common.found', { n: format.number(total) })}
      </span>
      <ExportList selection={{ list: 'documents', ...asked, query }} disabled={total === 0} look="quiet" />
    </div>
  );
}

interface GridProps {
  readonly rows: ReturnType<typeof useWindowedRows<IssuedDocument>>;
  readonly asked: View;
  readonly onSort: (view: View) => void;
  readonly onOpen: (row: IssuedDocument) => void;
}

function Grid({ rows, asked, onSort, onOpen }: GridProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <DataGrid
      label={t('reports.title')}
      list="documents"
      columns={useColumns()}
      total={rows.total}
      rowAt={rows.rowAt}
      onRange={rows.onRange}
      keyOf={(row) => row.id}
      onOpen={onOpen}
      sort={{ by: asked.sort, descending: asked.descending }}
      onSort={(by, descending) => onSort({ ...asked, sort: by, descending })}
      empty={
        <Empty
          icon={IconFileCertificate}
          title={t('documents.empty')}
          action={
            <Button variant="default" onClick={() => void navigate({ to: '/dokumen/buat' })}>
              {t('documents.make')}
            </Button>
          }
        >
          {t('documents.emptyText')}
        </Empty>
      }
    />
  );
}

function useColumns(): Column<IssuedDocument, Sort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      title: t('documents.column.number'),
      width: 132,
      grow: 1.4,
      sort: 'number',
      always: true,
      cell: (row) => <Number of={row} />,
    },
    {
      key: 'document',
      title: t('documents.column.document'),
      width: 150,
      grow: 2.4,
      sort: 'document',
      always: true,
      cell: (row) => <Kind of={row} />,
    },
    {
      key: 'case',
      title: t('documents.column.case'),
      width: 116,
      grow: 1,
      sort: 'case',
      cell: (row) => row.caseNumber ?? (row.day === null ? '—' : format.calendar(row.day)),
    },
    { key: 'state', title: t('documents.column.state'), width: 108, cell: (row) => <State of={row} /> },
    { key: 'signer', title: t('documents.column.signer'), width: 100, cell: (row) => <Level of={row} /> },
    {
      key: 'issued',
      title: t('documents.column.issued'),
      width: 128,
      sort: 'issuedAt',
      cell: (row) => format.brief(row.issuedAt),
    },
  ];
}

/** What it is; a masked one says so. */
function Kind({ of: { document, variant } }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  const kind = useKindWords();
  if (variant === 'lengkap') return kind(document);
  return (
    <>
      {kind(document)} <span className="n-quiet">· {t('names.reportKind.disamarkan')}</span>
    </>
  );
}

function Number({ of }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  return of.number === '' ? <span className="n-quiet">{t('reports.noNumber')}</span> : of.number;
}

function State({ of: { state } }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  const tone = ({ draf: 'waiting', berlaku: 'sealed', digantikan: 'quiet' } as const)[state];
  return <Mark tone={tone}>{t(`documents.state.${state}`)}</Mark>;
}

/** Whose signature it carries, and how strong it is. */
function Level({ of: { sealed, level } }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  return t(sealed ? 'documents.level.seal' : 'documents.level.p12', { level });
}

/** What can be done with a document while it is read. */
function ViewerActions({ of }: { of: IssuedDocument }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSave();
  const others = of.expectedSigners.slice(1).map(({ name }) => name);
  return (
    <Group gap="xs" mb="sm">
      {of.supersedes !== null && (
        <span className="n-meta">
          {t('documents.replaces', { number: of.supersedes.number || t('reports.noNumber') })}
        </span>
      )}
      {of.supersededBy !== null && (
        <Mark tone="waiting">
          {t('documents.replacedBy', { number: of.supersededBy.number || t('reports.noNumber') })}
        </Mark>
      )}
      {others.length > 0 && <span className="n-meta">{t('documents.waitingFor', { names: others.join(', ') })}</span>}
      <Hash value={of.sha256} />
      <SignatureState reportId={of.id} name={of.number || t('reports.noNumber')} />
      <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => save(of)}>
        {t('reports.save')}
      </Button>
      {of.supersededBy === null && (
        <Button
          variant="default"
          onClick={() =>
            void navigate(
              of.caseId === null
                ? { to: '/dokumen/buat', search: { jenis: of.document, ganti: of.id } }
                : {
                    to: '/dokumen/buat/$caseId',
                    params: { caseId: of.caseId },
                    search: { jenis: of.document, ganti: of.id },
                  },
            )
          }
        >
          {t('documents.reissue')}
        </Button>
      )}
    </Group>
  );
}

function useSave(): (document: IssuedDocument) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return ({ id }) =>
    void call('reports.save', { id }).then(
      ({ saved, name }) => saved && notify.done(t('reports.savedAs', { name })),
      notify.failed,
    );
}

/** The documents of one case with the menu that makes further ones, as a part of the case's page. */
export function CaseDocuments({ caseId }: { caseId: string }): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('documents.list', { caseId, limit: 1_000 });
  const [reading, setReading] = useState<IssuedDocument | null>(null);
  return (
    <div className="n-card">
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={IconFileCertificate} title={t('reports.empty')} action={<MakeMenu caseId={caseId} />}>
              {t('reports.emptyText')}
            </Empty>
          ) : (
            <>
              <ul className="n-rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <DocumentRow row={row} onRead={() => setReading(row)} />
                  </li>
                ))}
              </ul>
              <div className="n-document-make">
                <MakeMenu caseId={caseId} />
              </div>
            </>
          )
        }
      </Answer>
      {reading !== null && (
        <DocumentViewer report={reading} actions={<ViewerActions of={reading} />} onClose={() => setReading(null)} />
      )}
    </div>
  );
}

/** Every kind that is about a case. */
function MakeMenu({ caseId }: { caseId: string }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kinds = useKindChoices().filter(({ value }) => OFFICE_KINDS[value].about === 'case');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilePlus size={16} />} rightSection={<IconChevronDown size={14} />}>
          {t('documents.make')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map(({ value, label }) => (
          <Menu.Item
            key={value}
            onClick={() => void navigate({ to: '/dokumen/buat/$caseId', params: { caseId }, search: { jenis: value } })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function DocumentRow({ row, onRead }: { row: IssuedDocument; onRead: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const kind = useKindWords();
  const save = useSave();
  const name = row.number === '' ? t('reports.noNumber') : row.number;
  return (
    <div className="n-document">
      <div className="n-row-text">
        <div className="n-clip">
          {kind(row.document)} <span className="n-quiet">· {name}</span>
        </div>
        <div className="n-meta n-clip">
          {format.brief(row.issuedAt)} · {row.user} · {t(`names.reportKind.${row.variant}`)} · {row.pages}{' '}
          {t('reports.column.pages')} · <Hash value={row.sha256} />
        </div>
      </div>
      <State of={row} />
      <SignatureState reportId={row.id} name={name} />
      <Tooltip label={t('reports.view')}>
        <ActionIcon onClick={onRead} aria-label={`${t('reports.view')}: ${name}`}>
          <IconEye size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('reports.save')}>
        <ActionIcon onClick={() => save(row)} aria-label={`${t('reports.save')}: ${name}`}>
          <IconDownload size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
