/** The directory: ten thousand people in a grid, the chosen one beside it. */
import { Button, Group } from '@mantine/core';
import { IconUpload, IconUserPlus, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { employmentStatus, type EmployeeRow } from '#shared/contract/roster.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { Figure } from '../../ui/mono.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { choices } from '../../ui/names.ts';
import { Page } from '../../ui/page.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { AddPerson } from './add-person.tsx';
import { PersonName } from './person-name.tsx';
import { PersonPanel } from './person.tsx';

const SORTS = ['name', 'nip', 'position', 'unit', 'grade', 'status'] as const;
/** What is left beside a person's page. */
const NARROW = ['name', 'nip'];
type Sort = (typeof SORTS)[number];
const view = z.object({
  query: z.string(),
  unit: z.string().optional(),
  status: employmentStatus.optional(),
  grade: z.string().optional(),
  withCases: z.literal(true).optional(),
  inRoster: z.boolean().optional(),
  sort: z.enum(SORTS),
  descending: z.boolean(),
});
type View = z.infer<typeof view>;
const INITIAL: View = { query: '', sort: 'name', descending: false };

interface DirectoryPageProps {
  readonly selected: string | undefined;
  /** Whose an account is: another feature's part, put in by the routes. */
  readonly proofOf: (accountId: string) => ReactNode;
}

/** Pegawai. `selected` is the person whose page is open beside the list. */
export function DirectoryPage({ selected, proofOf }: DirectoryPageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useRemembered('roster', view, INITIAL);
  const [adding, setAdding] = useState(false);
  const rows = useWindowedRows(['roster.list', asked], (offset, limit) =>
    call('roster.list', { ...asked, offset, limit }),
  );
  const select = (id: string | undefined): void =>
    void navigate({ to: '/pegawai', search: id === undefined ? {} : { pilih: id } });
  const exporting = (look: 'button' | 'icon'): ReactNode => (
    <ExportList selection={{ list: 'roster', ...asked }} disabled={rows.total === 0} look={look} />
  );
  return (
    <div className={selected === undefined ? 'n-page' : 'n-split'}>
      <Page
        title={t('roster.title')}
        flush
        actions={
          <Group gap="xs">
            {selected === undefined && exporting('button')}
            <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
              {t('roster.add')}
            </Button>
            <Button leftSection={<IconUpload size={16} />} onClick={() => void navigate({ to: '/pegawai/impor' })}>
              {t('roster.import')}
            </Button>
          </Group>
        }
      >
        <Tools asked={asked} onChange={setAsked} total={rows.total}>
          {selected !== undefined && exporting('icon')}
        </Tools>
        <Grid
          asked={asked}
          onChange={setAsked}
          rows={rows}
          selected={selected}
          onOpen={select}
          narrow={selected !== undefined}
        />
      </Page>
      {selected !== undefined && (
        <PersonPanel key={selected} id={selected} proofOf={proofOf} onClose={() => select(undefined)} />
      )}
      {adding && (
        <AddPerson
          onClose={() => setAdding(false)}
          onAdded={(person) => {
            setAdding(false);
            select(person.id);
          }}
        />
      )}
    </div>
  );
}

interface ToolsProps {
  readonly asked: View;
  readonly onChange: (view: View) => void;
  readonly total: number;
  readonly children: ReactNode;
}

function Tools({ asked, onChange, total, children }: ToolsProps): ReactNode {
  const { t } = useTranslation();
  const facets = useOperation('roster.facets', {});
  const columns = useColumns();
  const same = (values: readonly string[] | undefined): { value: string; label: string }[] =>
    choices(values ?? [], (value) => value);
  const filters: FilterChoice[] = [
    {
      label: t('roster.filter.unit'),
      options: same(facets.data?.units),
      value: asked.unit,
      onChange: (unit) => onChange({ ...asked, unit }),
    },
    {
      label: t('roster.filter.status'),
      options: choices(facets.data?.statuses ?? [], (status) => t(`names.employment.${status}`)),
      value: asked.status,
      onChange: (status) => onChange({ ...asked, status: EMPLOYMENT_STATUSES.find((listed) => listed === status) }),
    },
    {
      label: t('roster.filter.grade'),
      options: same(facets.data?.grades),
      value: asked.grade,
      onChange: (grade) => onChange({ ...asked, grade }),
    },
    {
      label: t('roster.filter.cases'),
      options: [{ value: 'yes', label: t('roster.withCases') }],
      value: asked.withCases === true ? 'yes' : undefined,
      onChange: (value) => onChange({ ...asked, withCases: value === undefined ? undefined : true }),
    },
    {
      label: t('roster.filter.listed'),
      options: choices(['yes', 'no'] as const, (value) => t(`roster.listed.${value}`)),
      value: asked.inRoster === undefined ? undefined : asked.inRoster ? 'yes' : 'no',
      onChange: (value) => onChange({ ...asked, inRoster: value === undefined ? undefined : value === 'yes' }),
    },
  ];
  return (
    <ListTools
      title={t('roster.title')}
      search={{
        value: asked.query,
        onChange: (query) => onChange({ ...asked, query }),
        placeholder: t('roster.search'),
      }}
      filters={filters}
      total={total}
      columns={columns}
      load={(limit) => call('roster.list', { ...asked, limit })}
      icons
    >
      {children}
    </ListTools>
  );
}

interface GridProps {
  readonly asked: View;
  readonly onChange: (view: View) => void;
  readonly rows: ReturnType<typeof useWindowedRows<EmployeeRow>>;
  readonly selected: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly narrow: boolean;
}

function Grid({ asked, onChange, rows, selected, onOpen, narrow }: GridProps): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <ListRows
      label={t('roster.title')}
      list="roster"
      columns={columns}
      only={narrow ? NARROW : undefined}
      rows={rows}
      keyOf={(row) => row.id}
      selectedKey={selected}
      onOpen={(row) => onOpen(row.id)}
      sort={{ by: asked.sort, descending: asked.descending }}
      onSort={(sort, descending) => onChange({ ...asked, sort, descending })}
      empty={<NoPeople asked={asked} onClear={() => onChange(INITIAL)} />}
    />
  );
}

function useColumns(): Column<EmployeeRow, Sort>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('roster.column.name'),
        width: 140,
        grow: 2.2,
        always: true,
        sort: 'name',
        cell: (row) => <PersonName row={row} />,
      },
      {
        key: 'nip',
        title: t('roster.column.nip'),
        width: 160,
        sort: 'nip',
        cell: (row) => <Figure>{row.nip ?? row.nik}</Figure>,
      },
      {
        key: 'position',
        title: t('roster.column.position'),
        width: 104,
        grow: 2,
        sort: 'position',
        cell: (row) => row.position ?? '—',
      },
      {
        key: 'unit',
        title: t('roster.column.unit'),
        width: 104,
        grow: 2,
        sort: 'unit',
        cell: (row) => row.unit ?? row.agency ?? '—',
      },
      { key: 'grade', title: t('roster.column.grade'), width: 48, sort: 'grade', cell: (row) => row.grade ?? '—' },
      {
        key: 'status',
        title: t('roster.column.status'),
        width: 72,
        sort: 'status',
        cell: (row) => (row.status === null ? '—' : t(`names.employment.${row.status}`)),
      },
      {
        key: 'cases',
        title: t('roster.column.cases'),
        width: 44,
        cell: (row) => (row.openCases === 0 ? '' : row.openCases),
      },
    ],
    [t],
  );
}

function NoPeople({ asked, onClear }: { asked: View; onClear: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const searching =
    asked.query !== '' ||
    asked.unit !== undefined ||
    asked.status !== undefined ||
    asked.grade !== undefined ||
    asked.withCases === true ||
    asked.inRoster !== undefined;
  if (searching) {
    return (
      <Empty
        icon={IconUserSearch}
        title={t('roster.emptySearch')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('common.clear')}
          </Button>
        }
      >
        {t('roster.emptySearchText')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={IconUsers}
      title={t('roster.empty')}
      action={<Button onClick={() => void navigate({ to: '/pegawai/impor' })}>{t('roster.import')}</Button>}
    >
      {t('roster.emptyText')}
    </Empty>
  );
}
