/** Whom outreach has reached in a period, by OPD and by person, and the list of those to invite. */
import { Button, TextInput } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { employmentStatus } from '#shared/contract/roster.ts';
import type { OutreachCoverage, OutreachPerson } from '#shared/contract/outreach-coverage.ts';
import { call } from '../../bridge/call.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { ExportList } from '../../ui/export-list.tsx';
import { type Format, useFormat } from '../../ui/format.ts';
import { Figure } from '../../ui/mono.tsx';
import { choices } from '../../ui/names.ts';
import { PrintTables } from '../../ui/print-list.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';
import { InviteDialog } from './invite-dialog.tsx';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const yesNo = z.enum(['yes', 'no']);
const view = z.object({
  from: day,
  to: day,
  agency: z.string().optional(),
  status: employmentStatus.optional(),
  reach: yesNo.optional(),
  sign: yesNo.optional(),
});
type View = z.infer<typeof view>;

/** The part; the period is this year until another is chosen. */
export function CoveragePart({ onSession }: { onSession: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const year = new Date().getFullYear();
  const [asked, setAsked] = useRemembered<View>('outreach-coverage', view, {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    reach: 'no',
  });
  const backwards = asked.to < asked.from;
  const set = (name: 'from' | 'to') => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    if (day.safeParse(value).success) setAsked({ ...asked, [name]: value });
  };
  return (
    <div className="n-outreach-coverage">
      <div className="n-outreach-period">
        <TextInput type="date" label={t('outreach.coverage.from')} value={asked.from} onChange={set('from')} />
        <TextInput
          type="date"
          label={t('outreach.coverage.to')}
          value={asked.to}
          onChange={set('to')}
          error={backwards && t('outreach.coverage.periodWrong')}
        />
        <Figures period={asked} />
      </div>
      <Persons asked={asked} onAsked={setAsked} onSession={onSession} />
    </div>
  );
}

function Figures({ period: { from, to } }: { period: View }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const coverage = useOperation('outreach.coverage', { from, to }, { keep: true });
  return (
    <Answer of={coverage} rows={2}>
      {(value) => (
        <>
          <dl className="n-outreach-figures">
            {(['reached', 'signed'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`outreach.coverage.${name}`)}</dt>
                <dd>
                  {format.number(value[name])}
                  <small>
                    {t('outreach.coverage.ofPeople', {
                      share: shareOf(value[name], value.people, format),
                      n: format.number(value.people),
                    })}
                  </small>
                </dd>
              </div>
            ))}
            <div>
              <dt>{t('outreach.coverage.sessions')}</dt>
              <dd>
                {format.number(value.sessions)}
                <small>{t('outreach.coverage.guests', { n: format.number(value.guests) })}</small>
              </dd>
            </div>
          </dl>
          <Agencies coverage={value} />
        </>
      )}
    </Answer>
  );
}

function shareOf(part: number, whole: number, format: Format): string {
  return whole === 0 ? '–' : `${format.number(Math.round((1_000 * part) / whole) / 10)}%`;
}

const HEADINGS = [
  'outreach.column.agency',
  'outreach.column.people',
  'outreach.column.reached',
  'outreach.coverage.signed',
] as const;

/** The least reached first: that is where to go next. */
function Agencies({ coverage: { agencies, period } }: { coverage: OutreachCoverage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (agencies.length === 0) return null;
  const rows = [...agencies].sort((one, other) => one.reached / one.people - other.reached / other.people);
  return (
    <details className="n-outreach-agencies" open={rows.length <= 6}>
      <summary>{t('outreach.coverage.byAgency')}</summary>
      <div className="n-outreach-table">
        <table>
          <thead>
            <tr>
              {HEADINGS.map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ agency, people, reached, signed }) => (
              <tr key={agency ?? ''}>
                <td>{agency ?? t('outreach.coverage.noAgency')}</td>
                <td>{format.number(people)}</td>
                <td>
                  {format.number(reached)} <span className="n-meta">{shareOf(reached, people, format)}</span>
                  <progress value={reached} max={people} aria-hidden="true" />
                </td>
                <td>
                  {format.number(signed)} <span className="n-meta">{shareOf(signed, people, format)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PrintTables
        title={`${t('outreach.coverage.byAgency')}: ${format.calendar(period.from)} – ${format.calendar(period.to)}`}
        load={() =>
          Promise.resolve([
            {
              headings: HEADINGS.map((key) => t(key)),
              rows: rows.map(({ agency, people, reached, signed }) => [
                agency ?? t('outreach.coverage.noAgency'),
                format.number(people),
                `${format.number(reached)} (${shareOf(reached, people, format)})`,
                `${format.number(signed)} (${shareOf(signed, people, format)})`,
              ]),
              total: rows.length,
            },
          ])
        }
        disabled={false}
      />
      <ExportList selection={{ list: 'outreach-coverage', ...period }} disabled={false} look="quiet" />
    </details>
  );
}

interface PersonsProps {
  readonly asked: View;
  readonly onAsked: (view: View) => void;
  readonly onSession: (id: string) => void;
}

function Persons({ asked, onAsked, onSession }: PersonsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const [inviting, setInviting] = useState(false);
  const facets = useOperation('roster.facets', {});
  const { reach, sign, ...rest } = asked;
  const filter = {
    ...rest,
    query,
    ...(reach !== undefined && { reached: reach === 'yes' }),
    ...(sign !== undefined && { signed: sign === 'yes' }),
  };
  const rows = useWindowedRows(['outreach.persons', filter], (offset, limit) =>
    call('outreach.persons', { ...filter, offset, limit }),
  );
  const yesNoFilter = (name: 'reach' | 'sign') => ({
    label: t(`outreach.coverage.${name}.label`),
    options: choices(yesNo.options, (value) => t(`outreach.coverage.${name}.${value}`)),
    value: asked[name],
    onChange: (value: string | undefined) =>
      onAsked({ ...asked, [name]: yesNo.options.find((option) => option === value) }),
  });
  const columns = useColumns();
  const filters: FilterChoice[] = [
    yesNoFilter('reach'),
    yesNoFilter('sign'),
    {
      label: t('outreach.filter.agency'),
      options: (facets.data?.agencies ?? []).map((agency) => ({ value: agency, label: agency })),
      value: asked.agency,
      onChange: (agency) => onAsked({ ...asked, agency }),
    },
    {
      label: t('outreach.coverage.status'),
      options: choices(facets.data?.statuses ?? [], (status) => t(`names.employment.${status}`)),
      value: asked.status,
      onChange: (value) => onAsked({ ...asked, status: employmentStatus.options.find((status) => status === value) }),
    },
  ];
  return (
    <>
      <ListTools
        title={`${t('outreach.coverage.byPerson')}: ${format.calendar(asked.from)} – ${format.calendar(asked.to)}`}
        search={{ value: query, onChange: setQuery, placeholder: t('outreach.coverage.search') }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('outreach.persons', { ...filter, limit })}
        selection={{ list: 'outreach-persons', ...filter }}
        icons
      >
        <Button leftSection={<IconUserPlus size={16} />} disabled={rows.total === 0} onClick={() => setInviting(true)}>
          {t('outreach.coverage.invite', { n: format.number(rows.total) })}
        </Button>
      </ListTools>
      <ListRows
        label={t('outreach.coverage.byPerson')}
        list="outreach-persons"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.employeeId}
        empty={
          facets.data?.total === 0 ? (
            <Empty
              icon={IconUsers}
              title={t('outreach.coverage.noRoster')}
              action={
                <Button variant="default" component={Link} to="/pegawai/impor">
                  {t('home.import')}
                </Button>
              }
            >
              {t('outreach.coverage.noRosterText')}
            </Empty>
          ) : (
            <Empty icon={IconUsers} title={t('outreach.coverage.nobody')}>
              {t('outreach.coverage.nobodyText')}
            </Empty>
          )
        }
      />
      {inviting && (
        <InviteDialog filter={filter} total={rows.total} onClose={() => setInviting(false)} onDone={onSession} />
      )}
    </>
  );
}

function useColumns(): Column<OutreachPerson, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'name', title: t('outreach.column.name'), width: 116, grow: 1, always: true, cell: (row) => row.name },
    { key: 'nip', title: 'NIP', width: 164, cell: (row) => <Figure>{row.nip}</Figure> },
    { key: 'unit', title: t('outreach.column.unit'), width: 96, grow: 1, cell: (row) => row.unit ?? '—' },
    { key: 'agency', title: t('outreach.column.agency'), width: 88, grow: 1.5, cell: (row) => row.agency ?? '—' },
    {
      key: 'last',
      title: t('outreach.column.last'),
      width: 124,
      always: true,
      cell: (row) =>
        row.lastDay === null ? (
          <span className="n-quiet">{t('outreach.coverage.never')}</span>
        ) : (
          <span title={row.lastTopic ?? ''}>
            {format.day(row.lastDay)} <span className="n-meta">({format.number(row.sessions)})</span>
          </span>
        ),
    },
    {
      key: 'signed',
      title: t('outreach.column.signed'),
      width: 108,
      cell: (row) =>
        row.signedOn === null ? (
          <span className="n-quiet">{t('outreach.coverage.unsigned')}</span>
        ) : (
          <span title={row.signedKind ?? ''}>{format.day(row.signedOn)}</span>
        ),
    },
  ];
}
