/** Cakupan: who was looked at, when and how often; by group with how evenly, or person by person. */
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OutputOf } from '#shared/contract/index.ts';
import { type CoverageBy, coverageBy } from '#shared/contract/monitoring.ts';
import { useRemembered } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ExportList } from '../../ui/export-list.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { type PaperTable, PrintTables } from '../../ui/print-list.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { CoverageGroups } from './coverage-groups.tsx';
import { CoveragePersons, type PersonsView, personsView } from './coverage-persons.tsx';
import { PersonHistory } from './person-history.tsx';

export interface Period {
  readonly from: string;
  readonly to: string;
}

const remembered = z.object({ by: coverageBy, part: z.enum(['groups', 'persons']), persons: personsView });
type Remembered = z.infer<typeof remembered>;
const INITIAL: Remembered = { by: 'agency', part: 'groups', persons: { query: '', sort: 'name', descending: false } };
const DAYS = 90;

export function CoverageView({
  person,
  asked,
}: {
  person: string | undefined;
  /** The period that a number of the recap is of; the last days without. */
  asked?: Period | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [view, setView] = useRemembered('monitoring-coverage', remembered, INITIAL);
  const [period, setPeriod] = useState<Period>(asked ?? lastDays);
  const open = (orang: string | undefined): void =>
    void navigate({ to: '/pemantauan', search: { cakupan: true, ...(orang !== undefined && { orang }) } });
  return (
    <div className={person === undefined ? 'n-page' : 'n-split'}>
      <div className="n-page">
        <div className="n-tools n-mon-period">
          <SegmentedControl
            size="xs"
            aria-label={t('monitoring.coverage.part.label')}
            data={choices(['groups', 'persons'] as const, (value) => t(`monitoring.coverage.part.${value}`))}
            value={view.part}
            onChange={(part) => setView({ ...view, part })}
          />
          <Day
            label={t('monitoring.coverage.from')}
            value={period.from}
            most={period.to}
            onChange={(from) => setPeriod({ ...period, from })}
          />
          <Day
            label={t('monitoring.coverage.to')}
            value={period.to}
            least={period.from}
            onChange={(to) => setPeriod({ ...period, to })}
          />
          {view.part === 'groups' && (
            <>
              <Select
                size="xs"
                w={116}
                aria-label={t('monitoring.coverage.by')}
                data={choices(coverageBy.options, (by) => t(`monitoring.coverage.groupBy.${by}`))}
                value={view.by}
                allowDeselect={false}
                onChange={(value) => setView({ ...view, by: coverageBy.options.find((by) => by === value) ?? view.by })}
              />
              <span className="n-count" />
              <PrintGroups by={view.by} period={period} />
              <ExportList
                selection={{ list: 'monitoring-coverage', by: view.by, ...period }}
                disabled={false}
                look="icon"
              />
            </>
          )}
        </div>
        {view.part === 'groups' ? (
          <Groups
            by={view.by}
            period={period}
            onPersons={(persons) => setView({ ...view, part: 'persons', persons: { ...INITIAL.persons, ...persons } })}
          />
        ) : (
          <CoveragePersons
            period={period}
            view={view.persons}
            onView={(persons) => setView({ ...view, persons })}
            selected={person}
            onOpen={open}
            onLeave={() => open(undefined)}
          />
        )}
      </div>
      {person !== undefined && <PersonHistory key={person} employeeId={person} onClose={() => open(undefined)} />}
    </div>
  );
}

function Groups({
  by,
  period,
  onPersons,
}: {
  by: CoverageBy;
  period: Period;
  onPersons: (view: Partial<PersonsView>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const coverage = useOperation('monitoring.coverage', { by, ...period }, { keep: true });
  return (
    <div className="n-mon-coverage">
      <Answer of={coverage}>
        {(value) =>
          value.total.persons === 0 ? (
            <Empty
              icon={IconUsers}
              title={t('monitoring.coverage.empty')}
              action={
                <Button variant="default" component={Link} to="/pegawai/impor">
                  {t('home.import')}
                </Button>
              }
            >
              {t('monitoring.coverage.emptyText')}
            </Empty>
          ) : (
            <CoverageGroups coverage={value} by={by} onPersons={onPersons} />
          )
        }
      </Answer>
    </div>
  );
}

function PrintGroups({ by, period }: { by: CoverageBy; period: Period }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useOperation('monitoring.coverage', { by, ...period }, { keep: true });
  const words = t('monitoring.coverage.even');
  return (
    <PrintTables
      title={`${words}: ${format.calendar(period.from)} – ${format.calendar(period.to)}`}
      load={() => Promise.resolve([tableOf(data?.groups ?? [])])}
      disabled={data === undefined || data.groups.length === 0}
    />
  );

  function tableOf(groups: OutputOf<'monitoring.coverage'>['groups']): PaperTable {
    return {
      headings: [
        t(`monitoring.coverage.groupBy.${by}`),
        t('monitoring.coverage.persons'),
        t('monitoring.coverage.without'),
        t('monitoring.coverage.checked'),
        t('monitoring.coverage.never'),
        t('monitoring.coverage.overdue'),
        t('monitoring.coverage.range'),
        t('monitoring.coverage.standOut'),
      ],
      rows: groups.map((group) => [
        group.name === '' ? t('monitoring.coverage.unnamed') : group.name,
        format.number(group.persons),
        format.number(group.withoutAccount),
        format.number(group.checked),
        format.number(group.never),
        format.number(group.overdue),
        t('monitoring.coverage.rangeText', {
          least: group.least,
          median: format.number(group.median),
          most: group.most,
        }),
        format.number(group.standOut),
      ]),
      total: groups.length,
    };
  }
}

function Day({
  label,
  value,
  least,
  most,
  onChange,
}: {
  label: string;
  value: string;
  least?: string;
  most?: string;
  onChange: (day: string) => void;
}): ReactNode {
  return (
    <label className="n-mon-day">
      <span>{label}</span>
      <TextInput
        type="date"
        size="xs"
        value={value}
        min={least}
        max={most}
        onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value)}
      />
    </label>
  );
}

/** The last ninety days. */
function lastDays(): Period {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.now() - DAYS * 86_400_000), to: day(Date.now()) };
}
