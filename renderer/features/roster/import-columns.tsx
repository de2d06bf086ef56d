/** The proposed mapping, with the reason of each proposal, and what will not be taken. */
import { Button, Checkbox, Group, Select, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterSheet } from '#shared/contract/roster.ts';
import { ROSTER_FIELDS } from '#shared/domain/roster/fields.ts';
import { COLUMN_REASONS } from '#shared/domain/roster/headings.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { isReady, type SheetPlan, withField } from './import-plan.ts';

interface ColumnsProps {
  readonly sheets: readonly RosterSheet[];
  readonly plans: readonly SheetPlan[];
  readonly onChange: (plans: readonly SheetPlan[]) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** A tab for each sheet; the button at the top leads on when every taken sheet has its name column. */
export function ColumnsStep({ sheets, plans, onChange, onNext, onBack }: ColumnsProps): ReactNode {
  const { t } = useTranslation();
  const ready = isReady(plans);
  const change = (plan: SheetPlan): void => onChange(plans.map((other) => (other.name === plan.name ? plan : other)));
  const first = plans.find(({ taken }) => taken)?.name ?? sheets[0]?.name ?? '';
  return (
    <>
      <Group gap="xs">
        <Button onClick={onNext} disabled={!ready}>
          {t('roster.wizard.preview')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('roster.wizard.another')}
        </Button>
      </Group>
      {!ready && <Notice tone="waiting">{t('roster.wizard.nameNeeded')}</Notice>}
      <Tabs defaultValue={first} keepMounted={false}>
        <Tabs.List aria-label={t('roster.wizard.sheets')}>
          {sheets.map((sheet) => (
            <Tabs.Tab key={sheet.name} value={sheet.name}>
              {sheet.name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sheets.map((sheet) => {
          const plan = plans.find(({ name }) => name === sheet.name);
          return (
            <Tabs.Panel key={sheet.name} value={sheet.name} pt="md">
              {plan !== undefined && <SheetColumns sheet={sheet} plan={plan} onChange={change} />}
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
}

function SheetColumns({
  sheet,
  plan,
  onChange,
}: {
  sheet: RosterSheet;
  plan: SheetPlan;
  onChange: (plan: SheetPlan) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    t('common.rows', { n: format.number(sheet.rows) }),
    sheet.headerRow === null ? t('roster.wizard.noHeader') : t('roster.wizard.headerRow', { row: sheet.headerRow + 1 }),
  ];
  if (sheet.state !== 'visible') facts.push(t('roster.wizard.hidden'));
  return (
    <>
      <Group gap="lg" mb="sm">
        <Checkbox
          label={t('roster.wizard.sheets')}
          checked={plan.taken}
          disabled={sheet.headerRow === null}
          onChange={(event) => onChange({ ...plan, taken: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('roster.wizard.unitFromSheet')}
          checked={plan.unitFromSheetName}
          onChange={(event) => onChange({ ...plan, unitFromSheetName: event.currentTarget.checked })}
        />
        <span className="n-meta">{facts.join(' · ')}</span>
      </Group>
      <div className="n-card">
        <table className="n-table">
          <thead>
            <tr>
              <th>{t('roster.wizard.column')}</th>
              <th>{t('roster.wizard.sample')}</th>
              <th>{t('roster.wizard.field')}</th>
              <th>{t('roster.wizard.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.proposal.map((proposed) => (
              <ColumnRow key={proposed.column} proposed={proposed} sheet={sheet} plan={plan} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
      {sheet.notTaken.length > 0 && (
        <Group mt="md" gap="xs" align="flex-start" wrap="nowrap">
          <Notice tone="quiet">
            <b>{t('roster.wizard.notTaken')}: </b>
            {sheet.notTaken.join(', ')}.<div className="n-meta">{t('roster.wizard.notTakenText')}</div>
          </Notice>
        </Group>
      )}
    </>
  );
}

function ColumnRow({
  proposed,
  sheet,
  plan,
  onChange,
}: {
  proposed: RosterSheet['proposal'][number];
  sheet: RosterSheet;
  plan: SheetPlan;
  onChange: (plan: SheetPlan) => void;
}): ReactNode {
  const { t } = useTranslation();
  // The reader looks into a column only when it proposes to take it.
  const { field } = proposed;
  const sample = field === null ? undefined : sheet.sample.map((row) => row[field]).find((value) => value);
  const reason = COLUMN_REASONS.find((code) => code === proposed.reason);
  return (
    <tr>
      <td>{proposed.heading}</td>
      <td className="n-quiet">
        <div className="n-clip" style={{ maxWidth: 220 }}>
          {sample ?? '—'}
        </div>
      </td>
      <td>
        <Select
          aria-label={`${t('roster.wizard.field')}: ${proposed.heading}`}
          size="xs"
          w={200}
          clearable
          placeholder={t('roster.wizard.skip')}
          data={choices(ROSTER_FIELDS, (field) => t(`names.field.${field}`))}
          value={plan.fields.get(proposed.column) ?? null}
          onChange={(value) =>
            onChange(withField(plan, proposed.column, ROSTER_FIELDS.find((field) => field === value) ?? null))
          }
        />
      </td>
      <td className="n-meta">{reason === undefined ? proposed.reason : t(`roster.columnReason.${reason}`)}</td>
    </tr>
  );
}
