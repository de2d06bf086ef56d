/** The first rows of a sheet as they would be taken; refused ones are marked with the reason. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROSTER_FIELDS, type RosterField } from '#shared/domain/roster/fields.ts';
import { rowSentence } from '#shared/domain/roster/row-sentences.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { Mark } from '../../../ui/marks.tsx';
import { groupedNumber } from '../../../ui/mono.tsx';
import { Problem } from '../../../ui/states.tsx';
import type { LiveSample } from './live-sample.ts';

const FIGURES: readonly RosterField[] = ['nip', 'nik', 'nipOrNik', 'nipLama'];

/** Pratinjau. */
export function SampleTable({ sample }: { sample: LiveSample }): ReactNode {
  const { t } = useTranslation();
  const fields = ROSTER_FIELDS.filter((field) => sample.rows.some((row) => row[field] !== undefined));
  return (
    <section className="n-import-sample">
      <div className="n-import-list-head">
        <h4>{t('roster.wizard.sheets.preview')}</h4>
        <span className="n-meta" role="status">
          {sample.updating && t('roster.wizard.sheets.previewing')}
        </span>
      </div>
      {sample.error !== null && <Problem error={sample.error} />}
      {sample.rows.length === 0 ? (
        <p className="n-quiet">{t('roster.wizard.sheets.previewNone')}</p>
      ) : (
        <div
          className="n-card n-import-scroll"
          role="region"
          tabIndex={0}
          aria-label={t('roster.wizard.sheets.preview')}
          data-updating={sample.updating || undefined}
        >
          <table className="n-table n-import-sample-table">
            <thead>
              <tr>
                <th>{t('roster.wizard.sheets.previewRow')}</th>
                {fields.map((field) => (
                  <th key={field}>{t(`names.field.${field}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.rows.map((row, place) => (
                <SampleRow key={row['row'] ?? place} row={row} fields={fields} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function SampleRow({ row, fields }: { row: LiveSample['rows'][number]; fields: readonly RosterField[] }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const rejected = row['rejected'];
  return (
    <>
      <tr data-refused={rejected !== undefined || undefined}>
        <td className="n-meta">{row['row']}</td>
        {fields.map((field) => {
          const written = row[field] ?? '';
          const status = field === 'status' ? EMPLOYMENT_STATUSES.find((known) => known === written) : undefined;
          const value = status === undefined ? written : t(`names.employment.${status}`);
          return (
            <td key={field} className={FIGURES.includes(field) ? 'n-mono' : undefined}>
              {FIGURES.includes(field) ? groupedNumber(value) : value}
            </td>
          );
        })}
      </tr>
      {rejected !== undefined && (
        <tr data-reason>
          <td />
          <td colSpan={fields.length}>
            <Mark tone="problem" plain>
              {t('roster.wizard.sheets.previewRefused')}: {rowSentence(language, rejected)}
            </Mark>
          </td>
        </tr>
      )}
    </>
  );
}
