/** What an import does, or did: the tally, the changes, and every refused row with its reason. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterImportResult, RowProblem } from '#shared/contract/roster.ts';
import { ROSTER_FIELDS } from '#shared/domain/roster/fields.ts';
import { ROW_CODES } from '#shared/domain/roster/row-sentences.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Figure } from '../../ui/mono.tsx';
import { Section } from '../../ui/page.tsx';

/** As many changes as an answer lists at most. */
const CHANGES_LISTED = 200;

/** The same for the preview and for the result. */
export function ImportOutcome({ result }: { result: RosterImportResult }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = {
    read: result.read,
    added: result.added,
    updated: result.updated,
    unchanged: result.unchanged,
    rejected: result.rejected.length,
  };
  return (
    <div>
      <div className="n-card n-tally">
        {(['read', 'added', 'updated', 'unchanged', 'rejected'] as const).map((key) => (
          <div key={key}>
            <b>{format.number(figures[key])}</b>
            <span>{t(`roster.wizard.counts.${key}`)}</span>
          </div>
        ))}
      </div>
      {result.rejected.length > 0 && <Problems title={t('roster.wizard.rejected')} rows={result.rejected} />}
      {result.warnings.length > 0 && <Problems title={t('roster.wizard.warnings')} rows={result.warnings} />}
      {result.changes.length > 0 && <Changes changes={result.changes} />}
    </div>
  );
}

function Problems({ title, rows }: { title: string; rows: readonly RowProblem[] }): ReactNode {
  const { t } = useTranslation();
  const words = useRowWords();
  return (
    <Section title={`${title} (${rows.length})`}>
      <div
        className="n-card"
        style={{ maxHeight: 360, overflow: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={title}
      >
        <table className="n-table">
          <thead>
            <tr>
              <th>{t('roster.wizard.row')}</th>
              <th>{t('roster.wizard.cell')}</th>
              <th>{t('roster.wizard.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.sheet}-${row.row}-${row.code}-${row.column ?? ''}`}>
                <td className="n-quiet" style={{ whiteSpace: 'nowrap' }}>
                  {row.sheet} · {row.row}
                </td>
                <td>
                  <Figure>{row.value}</Figure>
                </td>
                <td>{words(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Changes({ changes }: { changes: RosterImportResult['changes'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section
      title={t('roster.wizard.changes')}
      actions={changes.length >= CHANGES_LISTED && <span className="n-meta">{t('roster.wizard.changesNote')}</span>}
    >
      <div
        className="n-card"
        style={{ maxHeight: 360, overflow: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={t('roster.wizard.changes')}
      >
        <table className="n-table">
          <tbody>
            {changes.map((change) => (
              <tr key={change.identity + change.name}>
                <td style={{ width: 120 }}>
                  <Mark tone={change.kind === 'added' ? 'done' : 'info'}>
                    {t(`roster.wizard.counts.${change.kind}`)}
                  </Mark>
                </td>
                <td>
                  {change.name}
                  <div className="n-meta">
                    <Figure>{change.identity}</Figure>
                  </div>
                </td>
                <td className="n-quiet">{change.kind === 'updated' && <FieldChanges fields={change.fields} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function FieldChanges({ fields }: { fields: RosterImportResult['changes'][number]['fields'] }): ReactNode {
  const { t } = useTranslation();
  return fields.map(({ field, before, after }) => {
    const known = ROSTER_FIELDS.find((listed) => listed === field);
    return (
      <div key={field}>
        {known === undefined ? field : t(`names.field.${known}`)}: {after ?? '—'}{' '}
        <span className="n-meta">({t('roster.wizard.before', { value: before ?? '—' })})</span>
      </div>
    );
  });
}

/** The sentence of a row's code; a code of a newer reader is shown as it is. */
function useRowWords(): (row: RowProblem) => string {
  const { t } = useTranslation();
  return (row) => {
    const known = ROW_CODES.find((code) => code === row.code);
    return known === undefined ? row.code : t(`roster.rowCode.${known}`);
  };
}
