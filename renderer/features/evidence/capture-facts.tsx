/** What a capture recorded: addresses, redirects, certificate, time, what was done to the page, what was removed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import type { Artefact } from '#shared/contract/evidence.ts';
import { certificateWords } from '#shared/domain/capture/certificate.ts';
import { actionsSummary, actionWords, recordingWords } from '#shared/domain/capture/scroll-words.ts';
import { preparationWords, timeWindowWords, verdictWords } from '#shared/domain/capture/record-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useCaptureWarningWords } from '../../ui/capture-words.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { CapturedMediaList } from './captured-media.tsx';
import { CaptureMeter } from './capture-meter.tsx';
import { StatedByPage } from './stated-by-page.tsx';
import { RelatedCaptures } from './related-captures.tsx';
import { WebArchiveFacts } from './web-archive-facts.tsx';
import { VisibilitySection } from './visibility.tsx';

type Row = readonly [label: string, value: ReactNode];

/** The record in words; the whole of it is the artefact "Catatan pengambilan". */
export function CaptureFacts({
  record,
  artefacts,
}: {
  record: CaptureOnFile;
  artefacts: readonly Artefact[];
}): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const verdict = record.assessment?.verdict ?? null;
  return (
    <>
      <Section title={t('evidence.capturing.title')}>
        {verdict !== null && (
          <Notice tone="problem">
            {t('evidence.capturing.verdict')} {verdictWords(verdict.kind, language)}
          </Notice>
        )}
        {record.addressReachedInPage && <Notice tone="waiting">{t('evidence.capturing.inPage')}</Notice>}
        <RecordFacts record={record} />
        <Steps record={record} />
      </Section>
      <StatedByPage record={record} />
      <CapturedMediaList record={record} artefacts={artefacts} />
      <VisibilitySection record={record} />
      <CaptureMeter record={record} />
      <WebArchiveFacts record={record} />
      <RelatedCaptures record={record} />
    </>
  );
}

function RecordFacts({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const words = useCaptureWarningWords();
  const assessed = useAssessedRows(record);
  const recorded = useRecordedRows(record);
  const { certificate } = record;
  const language = useLanguage();
  const none = t('evidence.capturing.none');
  const redirects = record.redirects.map(({ url, status }) => `${status} ${url}`).join(' → ');
  const rows: readonly Row[] = [
    [
      t('evidence.capturing.outcome'),
      <Mark key="o" tone={record.outcome === 'captured' ? 'done' : 'waiting'} plain>
        {t(`names.outcome.${record.outcome}`)}
      </Mark>,
    ],
    [t('evidence.capturing.requested'), record.requestedUrl],
    [t('evidence.capturing.document'), record.documentUrl],
    [t('evidence.capturing.shown'), record.shownUrl],
    [t('evidence.capturing.redirects'), redirects || none],
    [t('evidence.capturing.status'), joined([record.status, record.protocol, record.ip])],
    [
      t('evidence.capturing.certificate'),
      certificate === null
        ? none
        : joined([certificateWords(certificate.statement, language), certificate.subject, certificate.issuer]),
    ],
    ...assessed,
    ...recorded,
    [t('evidence.capturing.removed'), record.removedHeaders.join(', ') || none],
    [t('evidence.capturing.warnings'), record.warnings.map(words).join(' ') || none],
  ];
  return <Facts rows={rows} />;
}

/** What captures since the second format know besides. */
function useAssessedRows({ assessment }: CaptureOnFile): readonly Row[] {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const language = useLanguage();
  if (assessment === null) return [];
  return [[t('evidence.capturing.window'), timeWindowWords(assessment.timeWindow, zone, language)]];
}

/** The scroll recording, and what the officer did in the page before the capture. */
function useRecordedRows({ scrollRecording, userActions }: CaptureOnFile): readonly Row[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const frames: readonly Row[] = scrollRecording
    ? [
        [
          t('evidence.recording.title'),
          <Mark key="r" tone={scrollRecording.gaps === 0 ? 'done' : 'problem'} plain>
            {recordingWords(scrollRecording, language)}
          </Mark>,
        ],
      ]
    : [];
  if (userActions === undefined) return frames;
  return [...frames, [t('evidence.recording.actions'), actionsSummary(userActions, language)]];
}

/** What the program did to the page, and what the officer did in it, each as a list in its order. */
function Steps({ record: { assessment, userActions } }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const language = useLanguage();
  return (
    <>
      <StepList
        title={t('evidence.capturing.preparation')}
        steps={(assessment?.preparation ?? []).map((step) => preparationWords(step, language))}
      />
      <StepList
        title={t('evidence.recording.actions')}
        steps={(userActions?.list ?? []).map((action) => actionWords(action, zone, language))}
      />
    </>
  );
}

function StepList({ title, steps }: { title: string; steps: readonly string[] }): ReactNode {
  if (steps.length === 0) return null;
  return (
    <>
      <div className="n-steps-title">{title}</div>
      <ol className="n-steps" aria-label={title}>
        {steps.map((step, index) => (
          // The same step may be taken twice; their order is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a record never changes
          <li key={index}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function joined(parts: readonly (string | number | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}
