/** What proves a time, oldest first. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Thread } from '../../ui/thread.tsx';

export function Proofs({ verdict: { proofs } }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (proofs.length === 0) return null;
  return (
    <Section title={t('verification.proofs')}>
      <div className="n-card n-verdict-card">
        <Thread
          label={t('verification.proofs')}
          knots={proofs.map(({ time, kind, field, by, proven }) => ({
            key: `${time} ${kind} ${field} ${by}`,
            title: t(`verification.proofKinds.${kind}`),
            detail: by,
            meta: `${format.instant(time)} · ${t(proven ? 'verification.proven' : 'verification.notProven')}`,
          }))}
        />
      </div>
    </Section>
  );
}
