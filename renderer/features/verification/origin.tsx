/** Whether the document is one of this vault's, and whether its printed head belongs to this vault's log. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { useFormat } from '../../ui/format.ts';
import { Notice, type Tone } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';

type Match = NonNullable<ReportVerdict['recognised']>['match'];
const TONES: Readonly<Record<Match, Tone>> = {
  same: 'done',
  extended: 'done',
  trailing: 'waiting',
  part: 'info',
  stripped: 'problem',
  altered: 'problem',
};

export function Origin({ verdict }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { issuedHere, recognised, custodyHead } = verdict;
  if (typeof issuedHere !== 'boolean') return null;
  return (
    <Section title={t('verification.origin')}>
      {recognised === null || recognised === undefined ? (
        <Notice tone="quiet">{t('verification.notIssuedHere')}</Notice>
      ) : (
        <Notice
          tone={
            recognised.match === 'part' && recognised.missingSigners.length > 0 ? 'waiting' : TONES[recognised.match]
          }
        >
          {t(`verification.matches.${recognised.match}`)}{' '}
          <span className="n-meta">
            {t('verification.issuedAs', {
              number: recognised.number === '' ? t('verification.noNumber') : recognised.number,
              time: format.instant(recognised.issuedAt),
            })}
            {recognised.caseNumber !== null && ` · ${recognised.caseNumber}`}
          </span>
          {recognised.missingSigners.length > 0 && (
            <div>{t('verification.missing', { names: recognised.missingSigners.join(', ') })}</div>
          )}
        </Notice>
      )}
      {custodyHead !== null && custodyHead !== undefined && (
        <Notice tone={custodyHead.ancestor ? 'done' : 'problem'}>
          {t(custodyHead.ancestor ? 'verification.head' : 'verification.headForeign', {
            n: format.number(custodyHead.sequence),
          })}
        </Notice>
      )}
    </Section>
  );
}
