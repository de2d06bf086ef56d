/** Other captures of the same address: a vanished post leads to what it was, and what it was to its vanishing. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';

/** Nothing where there is no other. */
export function RelatedCaptures({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { related, outcome, capturedAt } = record;
  if (related.length === 0) return null;
  const before = related.filter((one) => one.outcome === 'captured' && one.capturedAt < capturedAt);
  const after = related.filter((one) => one.outcome === 'gone' && one.capturedAt > capturedAt);
  const numbers = (of: typeof related): { numbers: string } => ({ numbers: of.map((one) => one.number).join(', ') });
  return (
    <Section title={t('evidence.capturing.related')}>
      {outcome === 'gone' && before.length > 0 && (
        <Notice tone="info">{t('evidence.capturing.seenBefore', numbers(before))}</Notice>
      )}
      {outcome === 'captured' && after.length > 0 && (
        <Notice tone="waiting">{t('evidence.capturing.goneSince', numbers(after))}</Notice>
      )}
      <ul className="n-rows">
        {related.map((one) => (
          <li key={one.id}>
            <Link to="/bukti" search={{ lihat: one.id }}>
              <span className="n-mono">{one.number}</span>
            </Link>{' '}
            <span className="n-meta">
              {format.brief(one.capturedAt)} · {t(`names.outcome.${one.outcome}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
