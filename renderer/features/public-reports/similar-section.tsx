/** Reports of the same matter: linked ones, and those that seem to be, which an officer links or leaves. */
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportPage, PublicReportRow } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { StateMark } from './state-mark.tsx';

interface Asked {
  readonly other: PublicReportRow;
  readonly what: 'link' | 'unlink';
}

/** Aduan tentang hal yang sama. */
export function SimilarSection({ id, file }: { id: string; file: PublicReportPage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const similar = useOperation('publicReports.similar', { id: file.report.id });
  const suggested = similar.data?.rows ?? [];
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Section id={id} title={t('publicReports.sections.similar')}>
      {file.links.length === 0 && suggested.length === 0 && (
        <p className="n-quiet">{t('publicReports.similar.none')}</p>
      )}
      {file.links.length > 0 && (
        <ul className="n-rows n-card">
          {file.links.map(({ report, reason, linkedAt, user }) => (
            <li key={report.id} className="n-report-line">
              <OtherReport row={report} detail={`${reason} · ${format.brief(linkedAt)} · ${user}`} />
              <Button variant="subtle" size="compact-sm" onClick={() => setAsked({ other: report, what: 'unlink' })}>
                {t('publicReports.similar.unlink')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {suggested.length > 0 && (
        <>
          <h3 className="n-subheading">{t('publicReports.similar.suggested')}</h3>
          <ul className="n-rows n-card">
            {suggested.map(({ report, reasons, unlinked }) => (
              <li key={report.id} className="n-report-line">
                <OtherReport
                  row={report}
                  detail={[
                    ...reasons.map((reason) => t(`publicReports.value.similar.${reason}`)),
                    ...(unlinked ? [t('publicReports.similar.unlinkedOnce')] : []),
                  ].join(' · ')}
                />
                <Button variant="default" size="compact-sm" onClick={() => setAsked({ other: report, what: 'link' })}>
                  {t('publicReports.similar.link')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked !== null && <LinkDialog id={file.report.id} asked={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function OtherReport({ row, detail }: { row: PublicReportRow; detail: string }): ReactNode {
  const navigate = useNavigate();
  return (
    <div className="n-row-text">
      <Button
        variant="transparent"
        size="compact-sm"
        px={0}
        onClick={() => void navigate({ to: '/aduan/$id', params: { id: row.id }, search: {} })}
      >
        <span className="n-mono">{row.number}</span>
      </Button>{' '}
      <StateMark state={row.state} />
      <div className="n-clip">{row.subject}</div>
      <div className="n-meta">{detail}</div>
    </div>
  );
}

function LinkDialog({
  id,
  asked: { other, what },
  onClose,
}: {
  id: string;
  asked: Asked;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={t(`publicReports.similar.${what}`)}
      text={t(`publicReports.similar.${what}Text`, { number: other.number })}
      submitLabel={t(`publicReports.similar.${what}`)}
      submit={(reason) => call(`publicReports.${what}`, { id, otherId: other.id, reason })}
      onClose={onClose}
    />
  );
}
