/** Settings of reports from the public: number, deadlines, free days, and what is asked of a report. */
import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportDeadline } from '#shared/contract/public-reports-settings.ts';
import type { Requirement } from '#shared/contract/public-reports.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { DAY_UNITS } from '#shared/domain/public-reports/deadlines.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { RequirementDialog } from './requirement-dialog.tsx';
import './public-reports.css';

type Values = Settings['publicReports'];

/** Pengaturan → Aduan. */
export function PublicReportSettings(): ReactNode {
  const settings = useOperation('settings.get', {});
  return (
    <>
      <Answer of={settings}>{(value) => <Numbers settings={value.publicReports} />}</Answer>
      <Requirements />
    </>
  );
}

function Numbers({ settings }: { settings: Values }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [value, setValue] = useState(settings);
  const [days, setDays] = useState(settings.holidays.map(({ day, name }) => `${day} ${name}`.trim()).join('\n'));
  const wrong = linesOf(days).find((line) => holidayOf(line) === null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong !== undefined) return;
    const holidays = linesOf(days).flatMap((line) => holidayOf(line) ?? []);
    void run(async () => {
      await call('settings.set', { publicReports: { ...value, holidays } });
      notify.done(t('publicReports.settings.saved'));
    });
  };
  return (
    <form onSubmit={submit}>
      <Section title={t('publicReports.settings.numbers')}>
        <Stack gap="sm">
          <TextInput
            label={t('publicReports.settings.template')}
            description={t('settings.numbers.example', {
              example: renderNumber(value.numberTemplate, { sequence: 7, month: 10, year: 2027 }),
            })}
            inputWrapperOrder={['label', 'input', 'description']}
            classNames={{ input: 'n-mono' }}
            value={value.numberTemplate}
            onChange={(event) => setValue({ ...value, numberTemplate: event.currentTarget.value })}
          />
          {(['review', 'completion'] as const).map((which) => (
            <Deadline
              key={which}
              label={t(`publicReports.settings.${which}`)}
              value={value[which]}
              onChange={(deadline) => setValue({ ...value, [which]: deadline })}
            />
          ))}
          <Textarea
            label={t('publicReports.settings.holidays')}
            description={t('publicReports.settings.holidaysHint')}
            error={wrong === undefined ? undefined : t('publicReports.settings.holidaysWrong', { line: wrong })}
            autosize
            minRows={2}
            maxRows={12}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
          {error !== null && <Problem error={error} />}
          <Group>
            <Button type="submit" loading={busy} disabled={value.numberTemplate.trim() === '' || wrong !== undefined}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** "2026-12-25 Hari Raya Natal"; null for a line that does not begin with a day. */
function holidayOf(line: string): Values['holidays'][number] | null {
  const [day = '', ...name] = line.split(/\s+/);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return real ? { day, name: name.join(' ') } : null;
}

function Deadline({
  label,
  value,
  onChange,
}: {
  label: string;
  value: PublicReportDeadline;
  onChange: (deadline: PublicReportDeadline) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" grow>
      <NumberInput
        label={label}
        min={1}
        max={365}
        value={value.days}
        onChange={(days) => onChange({ ...value, days: typeof days === 'number' ? days : value.days })}
      />
      <Select
        label={t('publicReports.settings.unit')}
        allowDeselect={false}
        data={choices(DAY_UNITS, (unit) => t(`publicReports.settings.units.${unit}`))}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit: DAY_UNITS.find((one) => one === unit) ?? value.unit })}
      />
      <TextInput
        label={`${t('publicReports.settings.basis')} (${t(`names.verification.${value.verification}`)})`}
        value={value.basis}
        onChange={(event) => onChange({ ...value, basis: event.currentTarget.value })}
      />
    </Group>
  );
}

function Requirements(): ReactNode {
  const { t } = useTranslation();
  const table = useOperation('publicReports.requirements', {});
  const [editing, setEditing] = useState<Requirement | null>(null);
  return (
    <Section title={t('publicReports.settings.requirements')}>
      <p className="n-quiet">{t('publicReports.settings.requirementsText')}</p>
      <Answer of={table}>
        {({ rows }) => (
          <ul className="n-rows n-card">
            {rows.map((row) => (
              <li key={row.key} className="n-report-line">
                <div className="n-row-text">
                  <div>{row.text}</div>
                  <div className="n-meta">
                    {t(`publicReports.checks.group.${row.group}`)} · {row.basis}
                  </div>
                </div>
                {!row.active && <Mark tone="quiet">{t('publicReports.settings.inactive')}</Mark>}
                <Mark tone={row.verification === 'diverifikasi' ? 'done' : 'waiting'}>
                  {t(`names.verification.${row.verification}`)}
                </Mark>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => setEditing(row)}
                  aria-label={`${t('common.edit')} ${row.text}`}
                >
                  {t('common.edit')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {editing !== null && <RequirementDialog key={editing.key} row={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
