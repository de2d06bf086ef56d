/** Every issued document, kept with its bytes and hash: searched, filtered, read, saved, replaced. */
import { Button, Group } from '@mantine/core';
import { IconFileCertificate, IconFileCheck, IconFiles } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { documentKindName } from '#shared/contract/document-model.ts';
import { documentState, documentVariant, type IssuedDocument } from '#shared/contract/documents.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { usePeriodFilter } from '../../ui/recap-filters.ts';
import { Page } from '../../ui/page.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { DocumentLevel, DocumentNumber, DocumentState, ViewerActions } from './document-marks.tsx';
import { RaiseWaitingButton } from './document-signatures.tsx';
import { DocumentViewer } from './document-viewer.tsx';
import { kindNamed, useKindChoices, useKindWords } from './kind-words.ts';
import './reports.css';

const SORTS = ['number', 'issuedAt', 'document', 'case'] as const;
type Sort = (typeof SORTS)[number];
const view = z.object({
  document: documentKindName.optional(),
  variant: documentVariant.optional(),
  state: documentState.optional(),
  unsigned: z.boolean().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  drafts: z.boolean().optional(),
  sort: z.enum(SORTS).default('issuedAt'),
  descending: z.boolean().default(true),
});
type View = z.infer<typeof view>;

interface DocumentsPageProps {
  /** The document that is open. */
  readonly looking: string | undefined;
  readonly onLook: (id: string | undefined) => void;
}

/** Dokumen. */
export function DocumentsPage({ looking, onLook }: DocumentsPageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered<View>('documents', view, { sort: 'issuedAt', descending: true });
  const found = useOperation(
    'documents.list',
    { ...(looking !== undefined && { id: looking }), limit: 1 },
    { enabled: looking !== undefined },
  );
  const reading = found.data?.rows.find(({ id }) => id === looking);
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
      <Grid rows={rows} asked={asked} looking={looking} onSort={setAsked} onOpen={({ id }) => onLook(id)} />
      {reading !== undefined && (
        <DocumentViewer report={reading} actions={<ViewerActions of={reading} />} onClose={() => onLook(undefined)} />
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
  const kinds = useKindChoices();
  const columns = useColumns();
  const periodFilter = usePeriodFilter();
  const filters: FilterChoice[] = [
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
      options: [
        { value: 'issued', label: t('documents.filter.issued') },
        ...choices(documentState.options, (state) => t(`documents.state.${state}`)),
      ],
      value: asked.state ?? (asked.drafts === false ? 'issued' : undefined),
      onChange: (value) =>
        onChange({
          ...asked,
          state: documentState.options.find((state) => state === value),
          drafts: value === 'issued' ? false : undefined,
        }),
    },
    {
      label: t('documents.filter.signing'),
      options: choices(['unsigned', 'signed'] as const, (one) => t(`documents.signing.${one}`)),
      value: asked.unsigned === undefined ? undefined : asked.unsigned ? 'unsigned' : 'signed',
      onChange: (value) => onChange({ ...asked, unsigned: value === undefined ? undefined : value === 'unsigned' }),
    },
    ...periodFilter(asked.from, asked.to, () => onChange({ ...asked, from: undefined, to: undefined })),
  ];
  return (
    <ListTools
      title={t('reports.title')}
      search={{ value: query, onChange: onQuery, placeholder: t('documents.search') }}
      filters={filters}
      total={total}
      columns={columns}
      load={(limit) => call('documents.list', { ...asked, query, limit })}
      selection={{ list: 'documents', ...asked, query }}
    />
  );
}

interface GridProps {
  readonly rows: ReturnType<typeof useWindowedRows<IssuedDocument>>;
  readonly asked: View;
  readonly looking: string | undefined;
  readonly onSort: (view: View) => void;
  readonly onOpen: (row: IssuedDocument) => void;
}

function Grid({ rows, asked, looking, onSort, onOpen }: GridProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ListRows
      label={t('reports.title')}
      list="documents"
      columns={useColumns()}
      rows={rows}
      keyOf={(row) => row.id}
      selectedKey={looking}
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
      cell: (row) => <DocumentNumber of={row} />,
    },
    {
      key: 'document',
      title: t('documents.column.document'),
      width: 142,
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
    { key: 'state', title: t('documents.column.state'), width: 108, cell: (row) => <DocumentState of={row} /> },
    { key: 'signer', title: t('documents.column.signer'), width: 100, cell: (row) => <DocumentLevel of={row} /> },
    {
      key: 'issued',
      title: t('documents.column.issued'),
      width: 120,
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
