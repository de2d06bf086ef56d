/** One hoax: what is claimed and what is missing, then its sections in the order of the work. */
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import { HOAX_STATE_WORDS } from '#shared/domain/hoaxes/words.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { MissingStrip } from '../../ui/marks.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { Thread } from '../../ui/thread.tsx';
import { CapturesSection } from './captures.tsx';
import { ClarificationSection } from './clarification.tsx';
import { ConclusionSection } from './conclusion.tsx';
import { FollowUpsSection } from './follow-ups.tsx';
import { HoaxForm } from './hoax-form.tsx';
import { isClosed } from './part.tsx';
import { ReportsSection } from './reports.tsx';
import { SourcesSection } from './sources.tsx';
import { SpreadsSection } from './spreads.tsx';
import { StepButtons } from './steps.tsx';
import { HoaxStateMark, useAnswerWords, useKinds, VerdictMark } from './words.tsx';

/** Beside the list. */
export function HoaxPanel({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const page = useOperation('hoaxes.get', { id });
  return (
    <aside
      className="n-side n-hoax"
      aria-label={page.data?.hoax.number ?? t('hoaxes.title')}
      onKeyDown={({ key, target, currentTarget }) => {
        // A dialog that was opened from here is no part of the panel's element, and has its own Escape.
        if (key === 'Escape' && target instanceof Node && currentTarget.contains(target)) onClose();
      }}
    >
      <Answer of={page}>{(value) => <Filled page={value} onClose={onClose} />}</Answer>
    </aside>
  );
}

function Filled({ page, onClose }: { page: HoaxPage; onClose: () => void }): ReactNode {
  const { hoax } = page;
  return (
    <>
      <Head page={page} onClose={onClose} />
      <div className="n-hoax-body">
        <AboutSection page={page} />
        <SpreadsSection page={page} />
        <CapturesSection page={page} />
        <ReportsSection page={page} />
        <SourcesSection page={page} />
        <ConclusionSection page={page} />
        <FollowUpsSection page={page} />
        <ClarificationSection key={hoax.verdict ?? ''} page={page} />
        <HistorySection page={page} />
      </div>
    </>
  );
}

function Head({ page, onClose }: { page: HoaxPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { hoax } = page;
  const lacking = lacksOf(page);
  return (
    <header className="n-hoax-head">
      <div className="n-hoax-head-top">
        <span className="n-mono n-quiet">{hoax.number}</span>
        <HoaxStateMark state={hoax.state} />
        {hoax.verdict !== null && <VerdictMark verdict={hoax.verdict} />}
        <ActionIcon className="n-hoax-close" aria-label={t('hoaxes.close')} title={t('hoaxes.close')} onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </div>
      <h2>{hoax.claim}</h2>
      <StepButtons page={page} />
      {!isClosed(hoax) && (
        <MissingStrip
          label={t('hoaxes.missing')}
          complete={t('hoaxes.complete')}
          items={lacking.map((code) => ({ code, words: t(`hoaxes.lacks.${code}`) }))}
        />
      )}
    </header>
  );
}

type Lack = 'spread' | 'capture' | 'source' | 'followUp' | 'answer';

/** What the work so far still wants. */
function lacksOf({ hoax, spreads, captures, sources, followUps }: HoaxPage): Lack[] {
  const lacks: Lack[] = [];
  if (spreads.length === 0) lacks.push('spread');
  if (captures.every(({ withdrawn }) => withdrawn)) lacks.push('capture');
  if (sources.length === 0) lacks.push('source');
  if (hoax.verdict === 'hoaks' && followUps.length === 0) lacks.push('followUp');
  if (followUps.some(({ kind, answeredOn }) => ANSWERED.includes(kind) && answeredOn === null)) lacks.push('answer');
  return lacks;
}
/** Follow-ups that somebody answers. */
const ANSWERED: readonly HoaxPage['followUps'][number]['kind'][] = [
  'diteruskan_bawaslu',
  'diteruskan_komdigi',
  'permintaan_takedown',
];

function AboutSection({ page: { hoax } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { kinds, nameOf } = useKinds();
  const answer = useAnswerWords()(hoax);
  const [editing, setEditing] = useState(false);
  const kind = kinds.find(({ code }) => code === hoax.kind);
  const closed = hoax.state === 'selesai' || hoax.state === 'dihentikan';
  return (
    <Section
      title={t('hoaxes.sections.about')}
      actions={
        !closed && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {t('hoaxes.edit')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [
            t('hoaxes.facts.kind'),
            kind === undefined ? null : (
              <span title={t('hoaxes.facts.explanation', { source: kind.source })}>
                {nameOf(hoax.kind)} <span className="n-quiet">· {kind.explanation[language]}</span>
              </span>
            ),
          ],
          [t('hoaxes.facts.disorder'), hoax.disorder === null ? null : t(`hoaxes.disorder.${hoax.disorder}`)],
          [t('hoaxes.facts.firstSeen'), format.calendar(hoax.firstSeen)],
          [
            t('hoaxes.facts.answer'),
            answer === null || hoax.clarifiedOn === null
              ? t('hoaxes.facts.notClarified')
              : t('hoaxes.facts.answerText', { days: answer, day: format.calendar(hoax.clarifiedOn) }),
          ],
          [t('hoaxes.facts.recorded'), `${format.instant(hoax.recordedAt)} · ${hoax.recordedBy}`],
          ...(hoax.notes === '' ? [] : [[t('hoaxes.facts.notes'), hoax.notes] as const]),
        ]}
      />
      {editing && <HoaxForm hoax={hoax} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function HistorySection({ page: { history } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <Section title={t('hoaxes.sections.history')}>
      <Thread
        label={t('hoaxes.sections.history')}
        knots={history.map(({ state, at, user, reason }, index) => ({
          key: index,
          title: HOAX_STATE_WORDS[state][language],
          ...(reason !== '' && { detail: reason }),
          meta: `${format.instant(at)} · ${user}`,
        }))}
      />
    </Section>
  );
}
