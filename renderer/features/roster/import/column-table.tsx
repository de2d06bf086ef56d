/** The columns of a sheet: what each would be taken as, and why; what is not taken, and why not. */
import { Button, Select } from '@mantine/core';
import { memo, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterSheet } from '#shared/contract/roster-import.ts';
import { ROSTER_FIELDS, type RosterField } from '#shared/domain/roster/fields.ts';
import { COLUMN_REASONS } from '#shared/domain/roster/headings.ts';
import { useFormat } from '../../../ui/format.ts';
import { useGradually } from '../../../ui/gradually.ts';
import type { LiveSample } from './live-sample.ts';
import { columnLetters, type SheetChoice, withField } from './choices.ts';

type Proposed = RosterSheet['proposal'][number];
type Group = 'taken' | 'open' | 'left';
const GROUPS: readonly Group[] = ['taken', 'open', 'left'];

interface TableProps {
  readonly sheet: RosterSheet;
  readonly choice: SheetChoice;
  readonly sample: LiveSample;
  readonly onChange: (choice: SheetChoice) => void;
}

/** Three groups by the proposal: rows stay where they are while their field is changed. */
export function ColumnTable(props: TableProps): ReactNode {
  const { t } = useTranslation();
  const { sheet, choice } = props;
  if (choice.headerRow === null) return null;
  if (sheet.proposal.length === 0) return <p className="n-quiet">{t('roster.wizard.sheets.none')}</p>;
  return GROUPS.map((group) => {
    const columns = sheet.proposal.filter((column) => groupOf(column) === group);
    return columns.length > 0 && <ColumnGroup key={group} {...props} group={group} columns={columns} />;
  });
}

function groupOf({ field, reason }: Proposed): Group {
  if (field !== null) return 'taken';
  return reason === 'UNKNOWN_HEADING' || reason === 'FIELD_TAKEN' ? 'open' : 'left';
}

function ColumnGroup({
  group,
  columns,
  ...props
}: TableProps & { group: Group; columns: readonly Proposed[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useId();
  const anyTaken = group !== 'taken' && columns.some(({ column }) => props.choice.fields.has(column));
  const [open, setOpen] = useState(group === 'taken' || (group === 'open' && columns.length <= 6) || anyTaken);
  return (
    <section className="n-import-columns" aria-labelledby={name}>
      <div className="n-import-list-head">
        <h4 id={name}>
          {t(`roster.wizard.sheets.groups.${group}`)} <span className="n-meta">{format.number(columns.length)}</span>
        </h4>
        {group !== 'taken' && (
          <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open
              ? t('roster.wizard.sheets.hideGroup')
              : t('roster.wizard.sheets.showGroup', { n: format.number(columns.length) })}
          </Button>
        )}
      </div>
      {group === 'left' && (
        <p className="n-meta n-import-left">
          {t('roster.wizard.sheets.leftText')}
          {!open &&
            ` ${columns
              .map(({ heading }) => heading)
              .filter((heading) => heading !== '')
              .join(', ')}.`}
        </p>
      )}
      {open && (
        <div className="n-card">
          <table className="n-table n-import-column-table">
            <thead>
              <tr>
                <th>{t('roster.wizard.sheets.column')}</th>
                <th>{t('roster.wizard.sheets.sample')}</th>
                <th>{t('roster.wizard.sheets.field')}</th>
              </tr>
            </thead>
            <Rows columns={columns} choice={props.choice} sample={props.sample} onChange={props.onChange} />
          </table>
        </div>
      )}
    </section>
  );
}

type RowProps = Omit<TableProps, 'sheet'>;

/** A list of choices in each row is what is heavy here: they come one by one. */
function Rows({ columns, ...props }: RowProps & { columns: readonly Proposed[] }): ReactNode {
  const ready = useGradually(columns.length, 1);
  return (
    <tbody>
      {columns.map((proposed, place) => (
        <ColumnRow key={proposed.column} proposed={proposed} ready={place < ready} {...props} />
      ))}
    </tbody>
  );
}

const ColumnRow = memo(function ColumnRow({
  proposed,
  ready,
  choice,
  sample,
  onChange,
}: RowProps & { proposed: Proposed; ready: boolean }): ReactNode {
  const { t } = useTranslation();
  const field = choice.fields.get(proposed.column) ?? null;
  const letter = columnLetters(proposed.column);
  const heading = proposed.heading === '' ? t('roster.wizard.sheets.unnamed', { letter }) : proposed.heading;
  // The reader looks only into columns that are taken.
  const values = field === null ? [] : (sample.values[field] ?? []);
  return (
    <tr data-taken={field !== null || undefined}>
      <td>
        <div className="n-import-column-name">
          <span className="n-import-letter">{letter}</span>
          <div>
            {heading}
            <div className="n-meta">
              <Reason proposed={proposed} field={field} />
            </div>
          </div>
        </div>
      </td>
      <td className="n-quiet">
        <div className="n-clip" title={values.join(' · ')}>
          {values.length === 0 ? '—' : values.join(' · ')}
        </div>
      </td>
      <td>
        {ready ? (
          <FieldSelect {...{ proposed, heading, field, choice, onChange }} />
        ) : (
          <div className="n-import-field-place" />
        )}
      </td>
    </tr>
  );
});

function FieldSelect({
  proposed,
  heading,
  field,
  choice,
  onChange,
}: Omit<RowProps, 'sample'> & { proposed: Proposed; heading: string; field: RosterField | null }): ReactNode {
  const { t } = useTranslation();
  const data = useFieldChoices();
  return (
    <Select
      aria-label={`${t('roster.wizard.sheets.field')}: ${heading}`}
      size="xs"
      clearable
      searchable
      placeholder={t('roster.wizard.sheets.skip')}
      data={data}
      value={field}
      onChange={(value) => onChange(withField(choice, proposed.column, fieldNamed(value)))}
      clearButtonProps={{ 'aria-label': `${t('roster.wizard.sheets.skip')}: ${heading}` }}
    />
  );
}

function Reason({ proposed, field }: { proposed: Proposed; field: RosterField | null }): ReactNode {
  const { t } = useTranslation();
  const changed = field !== proposed.field;
  const reason = changed ? 'CHOSEN' : COLUMN_REASONS.find((code) => code === proposed.reason);
  const words = reason === undefined ? proposed.reason : t(`roster.columnReason.${reason}`);
  if (changed || field === null || reason === 'CHOSEN') return words;
  const sure = proposed.score >= 0.9 ? 'high' : proposed.score >= 0.7 ? 'medium' : 'low';
  return (
    <>
      {words} · <span data-sure={sure}>{t(`roster.wizard.sheets.sure.${sure}`)}</span>
    </>
  );
}

function fieldNamed(value: string | null): RosterField | null {
  return ROSTER_FIELDS.find((field) => field === value) ?? null;
}

const FIELD_GROUPS = {
  person: ['name', 'titleFront', 'titleBack', 'nip', 'nik', 'nipOrNik', 'nipLama', 'sex', 'birthDate'],
  service: ['status', 'cpnsMark', 'grade', 'rank', 'position', 'positionType', 'unit', 'agency'],
  contact: ['workEmail', 'workPhone'],
  account: ROSTER_FIELDS.filter((field) => field.startsWith('account')),
} as const satisfies Record<string, readonly RosterField[]>;

function useFieldChoices(): { group: string; items: { value: string; label: string }[] }[] {
  const { t } = useTranslation();
  return (['person', 'service', 'contact', 'account'] as const).map((group) => ({
    group: t(`roster.wizard.sheets.fieldGroups.${group}`),
    items: FIELD_GROUPS[group].map((field) => ({ value: field, label: t(`names.field.${field}`) })),
  }));
}
