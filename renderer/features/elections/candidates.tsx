/** Candidates and pairs: searched, filtered, opened with Enter, exported. */
import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Candidate, standing } from '#shared/contract/elections.ts';
import { OFFICE_WORDS, STANDING_WORDS } from '#shared/domain/elections/kinds.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { CandidateForm } from './candidate-form.tsx';

const view = z.object({ electionId: z.string().optional(), standing: standing.optional() });
type View = z.infer<typeof view>;

interface CandidatesProps {
  /** The candidate that is open; "baru" for a new one. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

export function Candidates({ selected, onSelect }: CandidatesProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [remembered, setAsked] = useRemembered<View>('candidates', view, {});
  const elections = useOperation('elections.list', {}).data?.rows ?? [];
  // An election that was taken out is no filter any more.
  const known = elections.some(({ id }) => id === remembered.electionId);
  const asked: View = { ...remembered, electionId: known ? remembered.electionId : undefined };
  const selection = { query, standing: asked.standing, electionId: asked.electionId };
  const rows = useWindowedRows(['elections.candidates', selection], (offset, limit) =>
    call('elections.candidates', { ...selection, offset, limit }),
  );
  const columns = useColumns();
  const plain = query === '' && asked.standing === undefined && asked.electionId === undefined;
  const add = (
    <Button size="compact-md" leftSection={<IconUserPlus size={16} />} onClick={() => onSelect('baru')}>
      {t('elections.candidates.add')}
    </Button>
  );
  const filters: FilterChoice[] = [
    {
      label: t('elections.candidates.filterElection'),
      options: elections.map(({ id, name }) => ({ value: id, label: name })),
      value: asked.electionId,
      onChange: (electionId) => setAsked({ ...asked, electionId }),
    },
    {
      label: t('elections.candidates.filterStanding'),
      options: choices(standing.options, (one) => STANDING_WORDS[one][language]),
      value: asked.standing,
      onChange: (value) => setAsked({ ...asked, standing: standing.options.find((one) => one === value) }),
    },
  ];
  return (
    <>
      <ListTools
        title={t('elections.candidates.title')}
        search={{ value: query, onChange: setQuery, placeholder: t('elections.candidates.search') }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('elections.candidates', { ...selection, limit })}
        selection={{ list: 'candidates', ...selection }}
      >
        {add}
      </ListTools>
      <ListRows
        label={t('elections.candidates.title')}
        list="candidates"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.id}
        selectedKey={selected}
        onOpen={(row) => onSelect(row.id)}
        empty={
          <Empty
            icon={IconUsers}
            title={t(plain ? 'elections.candidates.empty' : 'elections.candidates.emptySearch')}
            action={add}
          >
            {t('elections.candidates.emptyText')}
          </Empty>
        }
      />
      {selected !== undefined && <Opened id={selected} onClose={() => onSelect(undefined)} onSaved={onSelect} />}
    </>
  );
}

/** The form over the list; a candidate that is not there shows nothing. */
function Opened({
  id,
  onClose,
  onSaved,
}: {
  id: string;
  onClose: () => void;
  onSaved: (id: string) => void;
}): ReactNode {
  const all = useOperation('elections.candidates', { limit: 1_000 });
  const elections = useOperation('elections.list', {});
  if (all.data === undefined || elections.data === undefined) return null;
  const candidate = id === 'baru' ? null : all.data.rows.find((one) => one.id === id);
  if (candidate === undefined) return null;
  return (
    <CandidateForm key={id} candidate={candidate} elections={elections.data.rows} onClose={onClose} onSaved={onSaved} />
  );
}

function useColumns(): Column<Candidate, never>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    { key: 'number', title: t('elections.column.number'), width: 48, cell: (row) => row.number },
    {
      key: 'name',
      title: t('elections.column.name'),
      width: 160,
      grow: 3,
      always: true,
      cell: (row) => [row.name, row.partnerName].filter((part) => part !== '').join(' – '),
    },
    {
      key: 'standing',
      title: t('elections.column.standing'),
      width: 128,
      always: true,
      cell: (row) => <Standing of={row} />,
    },
    {
      key: 'office',
      title: t('elections.column.office'),
      width: 100,
      grow: 1,
      cell: (row) =>
        [OFFICE_WORDS[row.office][language], row.region, row.electionName].filter((part) => part !== '').join(' · '),
    },
    {
      key: 'parties',
      title: t('elections.column.parties'),
      width: 80,
      grow: 1,
      cell: (row) => row.parties.join(', '),
    },
    {
      key: 'marks',
      title: t('elections.column.marks'),
      width: 100,
      grow: 1.5,
      cell: (row) => [...row.tags, ...row.symbols].join(', '),
    },
    {
      key: 'accounts',
      title: t('elections.column.accounts'),
      width: 90,
      grow: 1.5,
      cell: (row) => row.accounts.map(({ handle, url }) => (handle === '' ? url : handle)).join(', '),
    },
  ];
}

function Standing({ of: { standing: value, candidateFrom, withdrawnOn } }: { of: Candidate }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const why =
    value === 'calon' && candidateFrom !== null
      ? t('elections.candidates.since', { day: format.calendar(candidateFrom) })
      : value === 'bakal_calon' && candidateFrom !== null
        ? t('elections.candidates.until', { day: format.calendar(candidateFrom) })
        : value === 'tidak_lagi' && withdrawnOn !== null
          ? t('elections.candidates.withdrawn', { day: format.calendar(withdrawnOn) })
          : undefined;
  return (
    <span title={why}>
      <Mark tone={value === 'calon' ? 'sealed' : value === 'bakal_calon' ? 'info' : 'quiet'}>
        {STANDING_WORDS[value][language]}
      </Mark>
    </span>
  );
}
