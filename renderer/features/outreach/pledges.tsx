/** Who signed what and when: searched, filtered, noted by hand or from a file, withdrawn with a reason. */
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconFileImport, IconListDetails, IconPlus, IconSignature } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PledgeRow } from '#shared/contract/outreach-pledges.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { OpenRowsSection } from './open-rows.tsx';
import { PledgeForm } from './pledge-form.tsx';
import { PledgeKindsDialog } from './pledge-kinds.tsx';
import { useOutreachFile } from './use-outreach-file.tsx';

const view = z.object({ kind: z.string().optional(), agency: z.string().optional() });

/** The list. */
export function PledgesPart(): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useRemembered('outreach-pledges', view, {});
  const [adding, setAdding] = useState<'people' | 'file' | 'kinds' | null>(null);
  const [withdrawing, setWithdrawing] = useState<PledgeRow | null>(null);
  const kinds = useOperation('outreach.pledgeKinds', {});
  const facets = useOperation('roster.facets', {});
  const open = useOperation('outreach.openRows', { purpose: 'pledge' });
  const selection = { ...asked, query };
  const rows = useWindowedRows(['outreach.pledges', selection], (offset, limit) =>
    call('outreach.pledges', { ...selection, offset, limit }),
  );
  const { look, viewer } = useOutreachFile();
  const lookAt = ({ id, scan }: PledgeRow): void => {
    if (scan !== null) look({ of: 'pledge', id, name: scan.name, mime: scan.mime });
  };
  const columns = useColumns(setWithdrawing, lookAt);
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
      <ListTools
        title={t('outreach.part.ikrar')}
        search={{ value: query, onChange: setQuery, placeholder: t('outreach.pledges.search') }}
        filters={filters}
        total={rows.total}
        columns={columns.filter(({ key }) => key !== 'scan' && key !== 'act')}
        load={(limit) => call('outreach.pledges', { ...selection, limit })}
        selection={{ list: 'outreach-pledges', ...selection }}
        icons
      >
        <ActionIcon
          size={28}
          variant="subtle"
          color="gray"
          aria-label={t('outreach.kinds.title')}
          title={t('outreach.kinds.title')}
          onClick={() => setAdding('kinds')}
        >
          <IconListDetails size={16} stroke={1.6} />
        </ActionIcon>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setAdding('file')}>
            {t('outreach.pledges.file')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding('people')}>
            {t('outreach.pledges.add')}
          </Button>
        </Group>
      </ListTools>
      {(open.data?.rows.length ?? 0) > 0 && (
        <div className="n-outreach-open">
          <OpenRowsSection rows={open.data?.rows ?? []} />
        </div>
      )}
      <ListRows
        label={t('outreach.part.ikrar')}
        list="outreach-pledges"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        onOpen={lookAt}
        empty={
          <Empty
            icon={IconSignature}
            title={t('outreach.pledges.none')}
            action={
              <Button variant="default" onClick={() => setAdding('people')}>
                {t('outreach.pledges.add')}
              </Button>
            }
          >
            {t('outreach.pledges.noneText')}
          </Empty>
        }
      />
      {viewer}
      {adding === 'kinds' && <PledgeKindsDialog onClose={() => setAdding(null)} />}
      {(adding === 'people' || adding === 'file') && <PledgeForm by={adding} onClose={() => setAdding(null)} />}
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

function useColumns(
  onWithdraw: (row: PledgeRow) => void,
  onLook: (row: PledgeRow) => void,
): Column<PledgeRow, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'name', title: t('outreach.column.name'), width: 108, grow: 2, always: true, cell: (row) => row.name },
    { key: 'nip', title: 'NIP', width: 164, cell: (row) => <Figure>{row.nip}</Figure> },
    {
      key: 'unit',
      title: t('outreach.column.unit'),
      width: 84,
      grow: 1.5,
      cell: (row) => row.unit ?? row.agency ?? '—',
    },
    { key: 'kind', title: t('outreach.column.kind'), width: 96, grow: 1, always: true, cell: (row) => row.kindLabel },
    {
      key: 'signed',
      title: t('outreach.column.signed'),
      width: 100,
      always: true,
      cell: (row) => format.day(row.signedOn),
    },
    {
      key: 'scan',
      title: t('outreach.column.scan'),
      width: 68,
      cell: (row) =>
        row.scan === null ? (
          '—'
        ) : (
          <RowButton label={`${t('outreach.look')}: ${row.name}`} onPress={() => onLook(row)}>
            {t('outreach.look')}
          </RowButton>
        ),
    },
    {
      key: 'act',
      title: t('outreach.column.act'),
      width: 72,
      cell: (row) => (
        <RowButton label={`${t('outreach.pledges.withdraw')}: ${row.name}`} onPress={() => onWithdraw(row)}>
          {t('outreach.pledges.withdraw')}
        </RowButton>
      ),
    },
  ];
}

/** A press on it is none on the row. */
function RowButton(props: { readonly label: string; readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      ml={-8}
      aria-label={props.label}
      onClick={(event) => {
        event.stopPropagation();
        props.onPress();
      }}
    >
      {props.children}
    </Button>
  );
}
