/** What the fact check came to, and what it came to before. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxConclusion, HoaxPage } from '#shared/contract/hoaxes.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useKinds, VerdictMark } from './words.tsx';

export function ConclusionSection({ page: { conclusions } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const inForce = conclusions.find(({ endedAt }) => endedAt === null);
  const earlier = conclusions.filter(({ endedAt }) => endedAt !== null);
  return (
    <Section title={t('hoaxes.sections.conclusion')}>
      <div className="n-card">
        {inForce === undefined ? (
          <p className="n-plain-row n-quiet">{t('hoaxes.conclude.none')}</p>
        ) : (
          <Conclusion of={inForce} />
        )}
      </div>
      {earlier.length > 0 && (
        <details className="n-hoax-earlier">
          <summary>{t('hoaxes.conclude.earlier')}</summary>
          <div className="n-card">
            {earlier.map((one) => (
              <Conclusion key={one.id} of={one} />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}

function Conclusion({ of }: { of: HoaxConclusion }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useKinds();
  return (
    <div className="n-hoax-part" data-off={of.endedAt !== null || undefined}>
      <div>
        <div className="n-hoax-marks">
          <VerdictMark verdict={of.verdict} />
          {of.kind !== null && <span className="n-quiet">{nameOf(of.kind)}</span>}
        </div>
        <p className="n-hoax-prose">{of.facts}</p>
        {of.advice !== '' && <p className="n-hoax-prose n-quiet">{of.advice}</p>}
        <div className="n-meta">
          {t('hoaxes.conclude.by', { name: of.checkedBy, day: format.calendar(of.checkedOn) })}
          {of.endedAt !== null && ` · ${t('hoaxes.conclude.ended', { day: format.instant(of.endedAt) })}`}
        </div>
      </div>
    </div>
  );
}
