/** The list as paper has it: what is shown now, without who reported. Seen only while printing. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PublicReportRow } from '#shared/contract/public-reports.ts';
import { useFormat } from '../../ui/format.ts';

export function PrintedList({ rows }: { rows: readonly PublicReportRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return createPortal(
    <div className="n-printed-list" aria-hidden>
      <h1>{t('publicReports.title')}</h1>
      <table>
        <thead>
          <tr>
            <th>{t('documents.column.number')}</th>
            <th>{t('publicReports.content.received')}</th>
            <th>{t('publicReports.content.subject')}</th>
            <th>{t('publicReports.content.accusedText')}</th>
            <th>{t('publicReports.filter.state')}</th>
            <th>{t('publicReports.filter.due')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.number}</td>
              <td>{format.brief(row.receivedAt)}</td>
              <td>{row.subject}</td>
              <td>{row.accused}</td>
              <td>{t(`publicReports.value.state.${row.state}`)}</td>
              <td>{row.dueDay === null ? '' : format.calendar(row.dueDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
