/** What is worth noticing on a day: candidates with their marks, words, hashtags, gestures. For the eye; nobody is judged by it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, Reminder } from '#shared/contract/elections.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { PHASE_WORDS, REMINDER_KINDS, REMINDER_WORDS, STANDING_WORDS } from '#shared/domain/elections/kinds.ts';
import { useOperation } from '../bridge/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { useFormat } from './format.ts';
import { Mark } from './marks.tsx';
import { Answer } from './states.tsx';

interface ReminderListProps {
  /** YYYY-MM-DD; today where left out. */
  readonly day?: string;
  readonly electionId?: string;
}

/** The panel; asks the vault itself. */
export function ReminderList({ day, electionId }: ReminderListProps): ReactNode {
  const { t } = useTranslation();
  const asked = useOperation('elections.reminders', {
    ...(day !== undefined && { day }),
    ...(electionId !== undefined && { electionId }),
  });
  return (
    <section className="n-reminders" aria-label={t('elections.list.title')}>
      <h3>{t('elections.list.title')}</h3>
      <Answer of={asked} rows={4}>
        {(found) => <Found found={found} />}
      </Answer>
      <p className="n-meta">{t('elections.list.onlyMarks')}</p>
    </section>
  );
}

function Found({ found }: { found: OutputOf<'elections.reminders'> }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <>
      <p className="n-meta">{t('elections.list.day', { day: format.calendar(found.day) })}</p>
      {found.elections.length === 0 && <p className="n-meta">{t('elections.list.none')}</p>}
      {found.elections.map(({ id, name, phase }) => (
        <p key={id}>
          {name} <Mark tone="info">{PHASE_WORDS[phase][language]}</Mark>
        </p>
      ))}
      <div className="n-reminder-kinds">
        {found.candidates.length > 0 && (
          <div>
            <h4>{t('elections.list.candidates')}</h4>
            <ul>
              {found.candidates.map((candidate) => (
                <li key={candidate.id}>
                  <CandidateMarks candidate={candidate} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {REMINDER_KINDS.map((kind) => (
          <OfKind key={kind} kind={kind} rows={found.reminders.filter((row) => row.kind === kind)} />
        ))}
      </div>
    </>
  );
}

function CandidateMarks({ candidate }: { candidate: Candidate }): ReactNode {
  const language = useLanguage();
  const { number, name, partnerName, tags, symbols, colours, accounts, standing } = candidate;
  const marks = [...tags, ...symbols, ...colours, ...accounts.map(({ handle, url }) => (handle === '' ? url : handle))];
  return (
    <>
      <b>
        {number !== '' && `${number}. `}
        {[name, partnerName].filter((part) => part !== '').join(' – ')}
      </b>{' '}
      <span className="n-meta">{STANDING_WORDS[standing][language]}</span>
      {marks.length > 0 && <div className="n-meta">{marks.join(' · ')}</div>}
    </>
  );
}

function OfKind({ kind, rows }: { kind: Reminder['kind']; rows: readonly Reminder[] }): ReactNode {
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <div>
      <h4>{REMINDER_WORDS[kind][language]}</h4>
      <ul>
        {rows.map(({ id, text, note, about }) => (
          <li key={id} title={note}>
            {text}
            {about !== '' && <span className="n-meta"> · {about}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
