/** The completeness meter: what was seen of what the page declares; red asks for a word or a second try. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { type CompletenessLevel } from '#shared/domain/capture/completeness.ts';
import { findingWords } from '#shared/domain/capture/record-words.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ReasonDialog } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice, type Tone } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';

const TONES: Readonly<Record<CompletenessLevel, Tone>> = { green: 'done', amber: 'waiting', red: 'problem' };

/** One line for each thing the page declares. */
export function CaptureMeter({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const lines = useMeterLines(record);
  const level = record.assessment?.level ?? null;
  return (
    <Section title={t('evidence.capturing.meter')}>
      {level !== null && (
        <Mark tone={TONES[level]} plain>
          {t(`evidence.capturing.level.${level}`)}
        </Mark>
      )}
      <ul className="n-rows" aria-label={t('evidence.capturing.meter')} lang={language}>
        {lines.map(({ key, tone, words }) => (
          <li key={key}>
            <Mark tone={tone} plain>
              {words}
            </Mark>
          </li>
        ))}
      </ul>
      <Explanation record={record} />
    </Section>
  );
}

function useMeterLines({ assessment, completeness }: CaptureOnFile): { key: string; tone: Tone; words: string }[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  if (assessment !== null)
    return assessment.findings.map((one) => ({
      key: one.item,
      tone: TONES[one.level],
      words: findingWords(one, language),
    }));
  const { heightSeen, documentHeight, imagesLoaded, imagesDeclared, joinsClean } = completeness;
  const line = (key: string, whole: boolean, words: string): { key: string; tone: Tone; words: string } => ({
    key,
    tone: whole ? 'done' : 'waiting',
    words,
  });
  const height = { seen: format.number(heightSeen), all: format.number(documentHeight) };
  const images = { loaded: imagesLoaded, declared: imagesDeclared };
  return [
    line('height', heightSeen >= documentHeight, t('evidence.capturing.height', height)),
    line('images', imagesLoaded >= imagesDeclared, t('evidence.capturing.images', images)),
    ...(joinsClean === null
      ? []
      : [line('joins', joinsClean, t(joinsClean ? 'evidence.capturing.joins' : 'evidence.capturing.joinsBad'))]),
  ];
}

function Explanation({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { explanation, assessment, evidenceId } = record;
  const red = assessment?.level === 'red';
  if (!red && explanation === null) return null;
  return (
    <>
      {explanation === null ? (
        <Notice tone="problem">{t('evidence.capturing.redText')}</Notice>
      ) : (
        <p>
          <b>{t('evidence.capturing.explanation')}:</b>{' '}
          {t('evidence.capturing.explainedBy', {
            text: explanation.text,
            by: explanation.by,
            at: format.brief(explanation.at),
          })}
        </p>
      )}
      <div className="n-details-actions">
        <Button variant="default" size="xs" onClick={() => setAsking(true)}>
          {t(explanation === null ? 'evidence.capturing.explain' : 'evidence.capturing.explainAgain')}
        </Button>
        {red && (
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              void call('capture.openWindow', { caseId: null, address: record.requestedUrl }).catch(notify.failed)
            }
          >
            {t('evidence.capturing.again')}
          </Button>
        )}
      </div>
      {asking && (
        <ReasonDialog
          title={t('evidence.capturing.explainTitle')}
          text={t('evidence.capturing.explainText')}
          submitLabel={t('evidence.capturing.explain')}
          submit={(text) => call('evidence.explain', { id: evidenceId, text })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
