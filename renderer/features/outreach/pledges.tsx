/** Who signed what and when: searched, filtered, noted by hand or from a file, withdrawn with a reason. */
import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus, IconSignature } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PledgeRow } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { type Column, DataGrid } from '../../ui/data-grid.tsx';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { PrintList } from '../../ui/print-list.tsx';
import { Bones, Empty, Problem } from '../../ui/states.tsx';
import { type FilterChoice, Filters, SearchField } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { OpenRowsSection } from './open-rows.tsx';
import { PledgeForm } from './pledge-form.tsx';

const view = z.object({ kind: z.string().optional(), agency: z.string().optional() });

/** The list. */
export function PledgesPart(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered('outreach-pledges', view, {});
  const [adding, setAdding] = useState<'people' | 'file' | null>(null);
  const [withdrawing, setWithdrawing] = useState<PledgeRow | null>(null);
  const kinds = useOperation('outreach.pledgeKinds', {});
  const facets = useOperation('roster.facets', {});
  const open = useOperation('outreach.openRows', { purpose: 'pledge' });
  const selection = { ...asked, query };
  const rows = useWindowedRows(['outreach.pledges', selection], (offset, limit) =>
    call('outreach.pledges', { ...selection, offset, limit }),
  );
  const columns = useColumns(setWithdrawing);
  const filters: FilterChoice[] = [
    {
      label: t('outreach.filter.kind'),
      options: (kinds.data?.rows ?? []).map(({ code, label }) => ({ value: code, label })),
      value: asked.kind,
      onChange: (kind) => setAsked({ ...asked, kind }),
    },
    {
      label: t('outreach.filter.agency'),
      options: (facets.data?.agencies ?? []).map((agency) => ({ value: agency, label: agency })),
      value: asked.agency,
      onChange: (agency) => setAsked({ ...asked, agency }),
    },
  ];
  return (
    <>
      <div className="n-tools">
        <SearchField value={query} onChange={setQuery} placeholder={t('outreach.pledges.search')} />
        <Filters choices={filters} />
        <span className="n-count" role="status">
          {t('common.found', { n: format.number(rows.total) })}
        </span>
        <PrintList
          title={t('outreach.part.ikrar')}
          columns={columns.filter(({ key }) => key !== 'scan')}
          query={query}
          filters={filters}
          load={(limit) => call('outreach.pledges', { ...selection, limit })}
          disabled={rows.total === 0}
          look={'icon'}
        />
        <ExportList selection={{ list: 'outreach-pledges', ...selection }} disabled={rows.total === 0} look="icon" />
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setAdding('file')}>
            {t('outreach.pledges.file')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding('people')}>
            {t('outreach.pledges.add')}
          </Button>
        </Group>
      </div>
      {(open.data?.rows.length ?? 0) > 0 && (
        <div className="n-outreach-open">
          <OpenRowsSection rows={open.data?.rows ?? []} />
        </div>
      )}
      {rows.error !== null && <Problem error={rows.error} />}
      {rows.waiting ? (
        <div className="n-tools">
          <Bones rows={8} />
        </div>
      ) : (
        <DataGrid
          label={t('outreach.part.ikrar')}
          list="outreach-pledges"
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          keyOf={(row) => row.id}
          onOpen={setWithdrawing}
          empty={
            <Empty icon={IconSignature} title={t('outreach.pledges.none')}>
              {t('outreach.pledges.noneText')}
            </Empty>
          }
        />
      )}
      {adding !== null && <PledgeForm by={adding} onClose={() => setAdding(null)} />}
      {withdrawing !== null && (
        <ReasonDialog
          title={`${t('outreach.pledges.withdraw')}: ${withdrawing.kindLabel}`}
          text={t('outreach.pledges.withdrawText', { name: withdrawing.name })}
          submitLabel={t('outreach.pledges.withdraw')}
          danger
          submit={(reason) => call('outreach.withdrawPledges', { ids: [withdrawing.id], reason })}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  );
}

function useColumns(onWithdraw: (row: PledgeRow) => void): Column<PledgeRow, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const save = ({ id, scan }: PledgeRow): void => {
    call('outreach.saveFile', { of: 'pledge', id, name: scan?.name ?? '' }).then(
      ({ saved, name }) => saved && notify.done(t('outreach.materials.saved', { name })),
      notify.failed,
    );
  };
  return [
    { key: 'name', title: t('outreach.column.name'), width: 120, grow: 2, always: true, cell: (row) => row.name },
    { key: 'nip', title: 'NIP', width: 164, cell: (row) => <Figure>{row.nip}</Figure> },
    {
      key: 'unit',
      title: t('outreach.column.unit'),
      width: 92,
      grow: 1.5,
      cell: (row) => row.unit ?? row.agency ?? '—',
    },
    { key: 'kind', title: t('outreach.column.kind'), width: 100, grow: 1, always: true, cell: (row) => row.kindLabel },
    {
      key: 'signed',
      title: t('outreach.column.signed'),
      width: 104,
      always: true,
      cell: (row) => format.calendar(row.signedOn),
    },
    {
      key: 'scan',
      title: t('outreach.column.scan'),
      width: 120,
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          {row.scan !== null && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('common.save')}: ${row.name}`}
              onClick={() => save(row)}
            >
              {t('common.save')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-label={`${t('outreach.pledges.withdraw')}: ${row.name}`}
            onClick={() => onWithdraw(row)}
          >
            {t('outreach.pledges.withdraw')}
          </Button>
        </Group>
      ),
    },
  ];
}
