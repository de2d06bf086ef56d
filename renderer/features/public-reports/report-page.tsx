/** One report from the public: where it stands, what it lacks, then its parts, each one jump away. */
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportPage as ReportFile } from '#shared/contract/public-reports.ts';
import { useOperation } from '../../bridge/queries.ts';
import { Mark, MissingStrip } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ChecksSection } from './checks-section.tsx';
import { ContentSection } from './content-section.tsx';
import { FilesSection } from './files-section.tsx';
import { HistorySection } from './history-section.tsx';
import { ReporterSection } from './reporter-section.tsx';
import { SimilarSection } from './similar-section.tsx';
import { DueMark, StateMark } from './state-mark.tsx';
import { StepDialog } from './step-dialog.tsx';

const SECTIONS = ['content', 'reporter', 'checks', 'files', 'similar', 'answers', 'documents', 'history'] as const;
type SectionName = (typeof SECTIONS)[number];

/** Where what is missing can be mended, by what shows it. */
const MEND: Readonly<Record<string, SectionName>> = {
  'reporter-name': 'reporter',
  'reporter-address': 'reporter',
  evidence: 'files',
  officer: 'checks',
};

interface ReportPageProps {
  readonly id: string;
  /** Documents are another feature's part, put in by the routes. */
  readonly documents: ReactNode;
}

/** Aduan → one report. */
export function PublicReportPage({ id, documents }: ReportPageProps): ReactNode {
  const file = useOperation('publicReports.get', { id });
  return <Answer of={file}>{(value) => <Filled key={id} file={value} documents={documents} />}</Answer>;
}

function Filled({ file, documents }: { file: ReportFile; documents: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const jump = (section: SectionName): void =>
    body.current?.querySelector(`#aduan-${section}`)?.scrollIntoView({ block: 'start' });
  return (
    <div ref={body}>
      <Head file={file} onMend={jump} />
      <nav className="n-case-nav" aria-label={t('publicReports.title')}>
        {SECTIONS.map((section) => (
          <button key={section} type="button" onClick={() => jump(section)}>
            {t(`publicReports.jump.${section}`)}
          </button>
        ))}
      </nav>
      <div className="n-case-body">
        <ContentSection id="aduan-content" file={file} />
        <ReporterSection id="aduan-reporter" file={file} />
        <ChecksSection id="aduan-checks" file={file} />
        <FilesSection id="aduan-files" file={file} />
        <SimilarSection id="aduan-similar" file={file} />
        <AnswersSection id="aduan-answers" file={file} />
        <Section id="aduan-documents" title={t('publicReports.sections.documents')}>
          {documents}
        </Section>
        <HistorySection id="aduan-history" file={file} />
      </div>
    </div>
  );
}

function Head({ file, onMend }: { file: ReportFile; onMend: (section: SectionName) => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState(false);
  const { report } = file;
  const found = report.case;
  return (
    <header className="n-case-head">
      <div className="n-marks">
        <span className="n-mono n-quiet">{report.number}</span>
        <StateMark state={report.state} />
        <Mark tone="quiet">{t(report.anonymous ? 'publicReports.anonymous' : 'publicReports.protected')}</Mark>
        <DueMark of={report} />
      </div>
      <div className="n-case-head-top">
        <h2>{report.subject}</h2>
        {found !== null && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/kasus/$id', params: { id: found.id }, search: {} })}
          >
            {found.number}
          </Button>
        )}
        {report.state === 'hoaks' && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/hoaks', search: { baru: true, aduan: report.id } })}
          >
            {t('publicReports.step.toHoax')}
          </Button>
        )}
        <Button leftSection={<IconArrowRight size={16} />} onClick={() => setDeciding(true)}>
          {t('publicReports.step.action')}
        </Button>
      </div>
      <MissingStrip
        label={t('publicReports.missing')}
        complete={t('publicReports.complete')}
        items={file.checks
          .filter(({ state }) => state === 'belum')
          .map(({ requirement }) => ({
            code: requirement.key,
            words: requirement.text,
            mend: () => onMend(MEND[requirement.fact] ?? 'content'),
          }))}
      />
      {deciding && <StepDialog file={file} onClose={() => setDeciding(false)} />}
    </header>
  );
}
