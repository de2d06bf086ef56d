/** Every step of a report with what it led to, and each look at the identity. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportPage } from '#shared/contract/public-reports.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Thread } from '../../ui/thread.tsx';

/** Riwayat. */
export function HistorySection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const texts = new Map(file.checks.map(({ requirement }) => [requirement.key, requirement.text]));
  const ledTo = (step: PublicReportPage['steps'][number]): string =>
    [
      step.reason,
      step.missing.length === 0
        ? ''
        : t('publicReports.history.missing', { what: step.missing.map((key) => texts.get(key) ?? key).join(', ') }),
      step.watched === '' ? '' : t('publicReports.history.watched', { what: step.watched }),
      step.case?.number ?? '',
      step.forwardedTo === null ? '' : t(`publicReports.value.forwardedTo.${step.forwardedTo}`),
      step.closeReason === null ? '' : t(`publicReports.value.closeReason.${step.closeReason}`),
      step.dueDay === null ? '' : t('publicReports.history.due', { when: format.calendar(step.dueDay) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Section id={id} title={t('publicReports.sections.history')}>
      <Thread
        label={t('publicReports.sections.history')}
        knots={file.steps.map((step, index) => ({
          key: index,
          title: t(`publicReports.value.state.${step.to}`),
          detail: ledTo(step),
          meta: `${format.instant(step.at)} · ${step.user}`,
        }))}
      />
      {file.reveals.length > 0 && (
        <>
          <h3 className="n-subheading">{t('publicReports.reporter.reveals', { n: file.reveals.length })}</h3>
          <Thread
            label={t('publicReports.reporter.showTitle')}
            knots={file.reveals.map((look) => ({
              key: look.at,
              title: t(`publicReports.value.purpose.${look.purpose}`),
              ...(look.note !== '' && { detail: look.note }),
              meta: `${format.instant(look.at)} · ${look.user}`,
            }))}
          />
        </>
      )}
    </Section>
  );
}
