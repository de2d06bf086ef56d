/** The rows over the data as they were found: letterhead, headings, column numbers. Why this header was taken, or none. */
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterSheet } from '#shared/contract/roster-import.ts';

/** Baris judul. */
export function SheetTop({ sheet }: { sheet: RosterSheet }): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  if (sheet.top.length === 0) return null;
  const title = sheet.headerRow === null ? 'roster.wizard.sheets.topRows' : 'roster.wizard.sheets.topFound';
  return (
    <section className="n-import-top">
      <div className="n-import-list-head">
        <h4 id={name}>{t(title)}</h4>
      </div>
      <div className="n-card n-import-scroll" role="region" tabIndex={0} aria-labelledby={name}>
        <table className="n-table n-import-top-table">
          <tbody>
            {sheet.top.map(({ row, part, texts }) => (
              <tr key={row} data-part={part}>
                <th scope="row" className="n-meta">
                  {row}
                </th>
                <td className="n-meta">{sheet.headerRow !== null && t(`roster.wizard.sheets.topPart.${part}`)}</td>
                <td>{texts.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
