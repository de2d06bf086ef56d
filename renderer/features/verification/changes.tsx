/** What each revision after the first signature changes. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';

export function Changes({ verdict: { changes, signatures } }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  if (signatures.length === 0) return null;
  return (
    <Section title={t('verification.changes')}>
      {changes.length === 0 ? (
        <p className="n-quiet">{t('verification.noChanges')}</p>
      ) : (
        <ul className="n-rows n-card">
          {changes.map((change) => (
            <li key={`${change.revision}-${change.kind}-${change.what}`} className="n-plain-row">
              <Mark tone={change.allowed ? 'done' : 'problem'}>
                {t(change.allowed ? 'verification.allowed' : 'verification.notAllowed')}
              </Mark>{' '}
              {t('verification.revision', { n: change.revision })} · {t(`verification.kinds.${change.kind}`)} ·{' '}
              <span className="n-meta">{change.what}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
