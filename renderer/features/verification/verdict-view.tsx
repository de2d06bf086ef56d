/** What was found, the verdict first. */
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { indicationCode, verdictName } from '#shared/domain/signature/verdict-words.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Attachments } from './attachments.tsx';
import { Changes } from './changes.tsx';
import { Origin } from './origin.tsx';
import { Proofs } from './proofs.tsx';
import { SignatureCard } from './signature-card.tsx';

const LOOKS = {
  valid: { tone: 'done', icon: IconCircleCheck },
  indeterminate: { tone: 'waiting', icon: IconHelpCircle },
  invalid: { tone: 'problem', icon: IconCircleX },
} as const;

export function VerdictView({ verdict }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { tone, icon: Drawn } = LOOKS[verdict.verdict];
  return (
    <>
      <div className="n-verdict" data-tone={tone} role="status">
        <Drawn size={32} stroke={1.6} color="var(--tone)" />
        <div>
          <h2>{t(`verification.verdict.${verdictName(verdict)}`)}</h2>
          <p>{t(`verification.verdictText.${verdictName(verdict)}`)}</p>
          {verdict.indication !== null && (
            <p className="n-meta">EN 319 102-1: {indicationCode(verdict.indication, verdict.subIndication)}</p>
          )}
        </div>
      </div>
      <Reasons verdict={verdict} />
      <Origin verdict={verdict} />
      {verdict.signatures.length > 0 && (
        <Section title={t('verification.signatures')}>
          {verdict.signatures.map((signature) => (
            <SignatureCard key={`${signature.field} ${signature.revision ?? 0}`} signature={signature} />
          ))}
        </Section>
      )}
      <Proofs verdict={verdict} />
      <Changes verdict={verdict} />
      <Attachments verdict={verdict} />
      <Section title={t('verification.facts')}>
        <div className="n-card n-verdict-card">
          <Facts
            rows={[
              [t('verification.size'), format.bytes(verdict.bytes)],
              ['SHA-256', <Hash key="h" value={verdict.sha256} whole />],
            ]}
          />
          {verdict.trailingBytes > 0 && (
            <Notice tone="waiting">{t('verification.trailing', { n: format.number(verdict.trailingBytes) })}</Notice>
          )}
        </div>
      </Section>
    </>
  );
}

/** Each reason with what to do about it. */
function Reasons({ verdict: { reasons } }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Section title={t('verification.reasons')}>
      <ul className="n-rows n-card">
        {reasons.map((reason) => (
          <li key={reason} className="n-plain-row n-verdict-reason">
            <span>{t(`verification.reason.${reason}`)}</span>
            <span className="n-quiet">{t(`verification.todo.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
