/** How a table of reports is read: which sheet, which row has the headings, what each column is. */
import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  INTAKE_FIELDS,
  type IntakeField,
  type IntakeTable,
  type IntakeTableChoice,
} from '#shared/contract/report-intake-job.ts';

interface TableColumnsProps {
  readonly table: IntakeTable;
  readonly busy: boolean;
  /** Reads the file again by what was chosen. */
  readonly onRead: (choice: IntakeTableChoice) => void;
}

export function TableColumns({ table, busy, onRead }: TableColumnsProps): ReactNode {
  const { t } = useTranslation();
  const [fields, setFields] = useState<Readonly<Record<number, IntakeField | null>>>({});
  const fieldOf = (column: number): IntakeField | null => {
    const own = fields[column];
    return own === undefined ? (table.columns.find((one) => one.column === column)?.field ?? null) : own;
  };
  const give = (column: number, field: IntakeField | null): void => {
    // A field has one column: it leaves the one that had it.
    const freed = table.columns.filter(
      (one) => field !== null && one.column !== column && fieldOf(one.column) === field,
    );
    setFields({ ...fields, ...Object.fromEntries(freed.map((one) => [one.column, null])), [column]: field });
  };
  const columns = table.columns.flatMap(({ column }) => {
    const field = fieldOf(column);
    return field === null ? [] : [{ column, field }];
  });
  const read = (headerRow: number): void => onRead({ sheet: table.sheet, headerRow, columns });
  const changed = Object.keys(fields).length > 0;
  return (
    <section className="n-intake-columns" aria-label={t('reportIntake.columns')}>
      <div className="n-intake-pair">
        {table.sheets.length > 1 && (
          <Select
            label={t('reportIntake.sheet')}
            data={table.sheets}
            value={table.sheet}
            allowDeselect={false}
            onChange={(sheet) => sheet !== null && onRead({ sheet, headerRow: 1, columns: [] })}
          />
        )}
        <Select
          label={t('reportIntake.headerRow')}
          placeholder={t('reportIntake.headerRowNone')}
          data={table.top.map(({ row, texts }) => ({
            value: String(row),
            label: `${row}: ${texts.join(' · ').slice(0, 80)}`,
          }))}
          value={table.headerRow === null ? null : String(table.headerRow)}
          allowDeselect={false}
          onChange={(row) => row !== null && onRead({ sheet: table.sheet, headerRow: Number(row), columns: [] })}
        />
      </div>
      {table.remembered && <p className="n-meta">{t('reportIntake.remembered')}</p>}
      {table.columns.length > 0 && (
        <div className="n-intake-mapping">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('reportIntake.column')}</th>
                <th scope="col">{t('reportIntake.sample')}</th>
                <th scope="col">{t('reportIntake.means')}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map(({ column, heading, sample }) => (
                <tr key={column}>
                  <td>{heading === '' ? t('reportIntake.noHeading', { n: column + 1 }) : heading}</td>
                  <td className="n-meta">{sample}</td>
                  <td>
                    <Select
                      aria-label={t('reportIntake.meansOf', { heading: heading || String(column + 1) })}
                      size="xs"
                      clearable
                      placeholder={t('reportIntake.intoText')}
                      data={INTAKE_FIELDS.map((field) => ({
                        value: field,
                        label: t(`reportIntake.columnField.${field}`),
                      }))}
                      value={fieldOf(column)}
                      onChange={(value) => give(column, INTAKE_FIELDS.find((field) => field === value) ?? null)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changed && table.headerRow !== null && (
        <Button mt="sm" variant="default" loading={busy} onClick={() => read(table.headerRow ?? 1)}>
          {t('reportIntake.readAgain')}
        </Button>
      )}
    </section>
  );
}
