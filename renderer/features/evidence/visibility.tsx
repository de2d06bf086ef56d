/** Who saw a capture, whether somebody without log-in sees it, and the look that finds out. */
import { Button, Group, Loader } from '@mantine/core';
import { IconEye, IconWorldSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile, PublicLook } from '#shared/contract/capture.ts';
import type { PublicAnswer } from '#shared/domain/capture/public-view.ts';
import { SEEN_BY_ANSWERS } from '#shared/domain/capture/seen-by.ts';
import {
  publicAnswerWords,
  publicBasisWords,
  seenByAnswerWords,
  seenByWords,
} from '#shared/domain/capture/seen-by-words.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice, type Tone } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';

const TONES: Readonly<Record<PublicAnswer, Tone>> = { yes: 'done', no: 'problem', uncertain: 'waiting' };

/** The section on an item's page. */
export function VisibilitySection({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { visibility, seenBy } = record;
  if (visibility.lookOf !== null)
    return (
      <Section title={t('visibility.title')}>
        <Link to="/bukti" search={{ lihat: visibility.lookOf.id }}>
          {t('visibility.lookOf', { number: visibility.lookOf.number })}
        </Link>
      </Section>
    );
  return (
    <Section title={t('visibility.title')}>
      {visibility.accountData && <Notice tone="waiting">{t('visibility.accountData')}</Notice>}
      <Facts
        rows={[
          [t('visibility.seenBy'), seenByWords(seenBy, language)],
          [t('visibility.public'), <PublicAnswerMark key="p" record={record} />],
        ]}
      />
      <Question record={record} />
      <Looks looks={visibility.looks} />
      <LookButtons record={record} mayLook={record.outcome === 'captured'} />
    </Section>
  );
}

function PublicAnswerMark({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const last = record.visibility.looks.at(-1);
  if (last !== undefined)
    return (
      <Mark tone={TONES[last.answer]} plain>
        {publicAnswerWords(last.answer, language)}: {publicBasisWords(last, language)}
      </Mark>
    );
  if (record.outcome !== 'captured')
    return (
      <Mark tone={TONES.uncertain} plain>
        {t('visibility.notPost')}
      </Mark>
    );
  const own = record.seenBy?.how === 'without-login';
  return (
    <Mark tone={own ? 'done' : 'quiet'} plain>
      {t(own ? 'visibility.own' : 'visibility.unchecked')}
    </Mark>
  );
}

/** Where the window could not tell, the officer says it. */
function Question({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { busy, error, run } = useAction();
  const { seenBy, visibility, evidenceId } = record;
  if (seenBy?.how !== 'uncertain') return null;
  const { statement } = visibility;
  return (
    <>
      {statement === null ? (
        <Notice tone="waiting">
          <strong>{t('visibility.ask')}</strong> {t('visibility.askText')}
        </Notice>
      ) : (
        <p>
          {t('visibility.stated', {
            by: statement.by,
            at: format.brief(statement.at),
            answer: seenByAnswerWords(statement.answer, language),
          })}
        </p>
      )}
      <Group gap="xs" role="group" aria-label={t('visibility.ask')}>
        {SEEN_BY_ANSWERS.map((answer) => (
          <Button
            key={answer}
            variant="default"
            size="xs"
            disabled={busy}
            aria-pressed={statement?.answer === answer}
            onClick={() => void run(async () => void (await call('evidence.stateSeenBy', { id: evidenceId, answer })))}
          >
            {t(`visibility.answers.${answer}`)}
          </Button>
        ))}
      </Group>
      {error !== null && <Problem error={error} />}
    </>
  );
}

function Looks({ looks }: { looks: readonly PublicLook[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  if (looks.length === 0) return null;
  return (
    <ul className="n-rows" aria-label={t('visibility.looks')}>
      {looks.map((look) => (
        <li key={look.evidenceId}>
          <Link to="/bukti" search={{ lihat: look.evidenceId }}>
            <span className="n-mono">{look.number}</span>
          </Link>{' '}
          <span className="n-meta">
            {format.brief(look.lookedAt)} · {t(`names.outcome.${look.outcome}`)} ·{' '}
            {publicAnswerWords(look.answer, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LookButtons({ record, mayLook }: { record: CaptureOnFile; mayLook: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [asking, setAsking] = useState(false);
  const { visibility, evidenceId } = record;
  const look = async (): Promise<void> => {
    try {
      const { answer, number } = await call('capture.lookPublicly', { id: evidenceId });
      notify.done(t('visibility.done', { answer: publicAnswerWords(answer, language), number }));
    } catch (problem) {
      // Stopped by the officer: nothing was kept, as the button said.
      if (!(problem instanceof AppError) || problem.code !== 'CANCELLED') throw problem;
    }
  };
  return (
    <>
      {visibility.remark !== null && (
        <p>
          {t('visibility.remarked', {
            by: visibility.remark.by,
            at: format.brief(visibility.remark.at),
            text: visibility.remark.text,
          })}
        </p>
      )}
      {(mayLook || busy) && (
        <p className="n-meta" role="status">
          {busy ? (
            <>
              <Loader size={12} /> {t('visibility.looking')}
            </>
          ) : (
            t('visibility.lookText')
          )}
        </p>
      )}
      <div className="n-details-actions">
        {busy ? (
          <Button variant="default" size="xs" onClick={() => void call('capture.stopLook', {}).catch(notify.failed)}>
            {t('visibility.stop')}
          </Button>
        ) : (
          mayLook && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconWorldSearch size={14} />}
              onClick={() => void run(look)}
            >
              {t(visibility.looks.length === 0 ? 'visibility.look' : 'visibility.lookAgain')}
            </Button>
          )
        )}
        <Button variant="default" size="xs" leftSection={<IconEye size={14} />} onClick={() => setAsking(true)}>
          {t('visibility.remark')}
        </Button>
      </div>
      {error !== null && <Problem error={error} />}
      {asking && (
        <ReasonDialog
          title={t('visibility.remarkTitle')}
          text={t('visibility.remarkText')}
          submitLabel={t('visibility.remark')}
          submit={(text) => call('evidence.remarkPublic', { id: evidenceId, text })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
