/** What was done about it: through which channel, under what number, what was answered. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followUpKind, type HoaxChannel, type HoaxFollowUp, type HoaxPage } from '#shared/contract/hoaxes.ts';
import { followUpRefusal } from '#shared/domain/hoaxes/states.ts';
import { FOLLOW_UP_WORDS } from '#shared/domain/hoaxes/words.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { type DialogField, FieldsDialog, type Values } from './fields-dialog.tsx';
import { isClosed, Part } from './part.tsx';
import { PartsSection } from './parts-section.tsx';
import { today } from './today.ts';

/** Follow-ups that nobody answers. */
const UNANSWERED = ['klarifikasi_publik', 'dipantau', 'tanpa_tindak_lanjut'];

export function FollowUpsSection({ page: { hoax, followUps } }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [editing, setEditing] = useState<HoaxFollowUp | 'new' | null>(null);
  const possible = followUpKind.options.some((kind) => followUpRefusal(hoax.state, kind) === null);
  return (
    <PartsSection
      title={t('hoaxes.sections.followUps')}
      add={possible ? { label: t('hoaxes.followUp.add'), onAdd: () => setEditing('new') } : null}
      none={t('hoaxes.followUp.none')}
      rows={followUps}
      part={(done) => (
        <Part
          key={done.id}
          hoax={hoax}
          part="followUp"
          partId={done.id}
          name={FOLLOW_UP_WORDS[done.kind][language]}
          onEdit={() => setEditing(done)}
        >
          <Done of={done} />
        </Part>
      )}
    >
      {editing !== null && !isClosed(hoax) && (
        <FollowUpDialog hoax={hoax} done={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </PartsSection>
  );
}

function Done({ of }: { of: HoaxFollowUp }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <>
      <div className="n-hoax-marks">
        <b>{FOLLOW_UP_WORDS[of.kind][language]}</b>
        {of.answeredOn !== null && (
          <Mark tone="done">{t('hoaxes.followUp.answered', { day: format.calendar(of.answeredOn) })}</Mark>
        )}
        {of.answeredOn === null && !UNANSWERED.includes(of.kind) && (
          <Mark tone="waiting">{t('hoaxes.followUp.waiting')}</Mark>
        )}
      </div>
      <div className="n-meta">
        {[format.calendar(of.doneOn), of.channel, of.reference].filter((part) => part !== '').join(' · ')}
      </div>
      {of.note !== '' && <p className="n-hoax-prose">{of.note}</p>}
      {of.answer !== '' && <p className="n-hoax-prose n-quiet">{of.answer}</p>}
    </>
  );
}

interface FollowUpDialogProps {
  readonly hoax: HoaxPage['hoax'];
  readonly done: HoaxFollowUp | null;
  readonly onClose: () => void;
}

function FollowUpDialog({ hoax, done, onClose }: FollowUpDialogProps): ReactNode {
  const { t } = useTranslation();
  const fields = useFields(hoax);
  return (
    <FieldsDialog
      title={t(done === null ? 'hoaxes.followUp.add' : 'hoaxes.followUp.editTitle')}
      submitLabel={t('common.save')}
      fields={fields}
      initial={{
        kind: done?.kind ?? '',
        doneOn: done?.doneOn ?? today(),
        channel: done?.channel ?? '',
        reference: done?.reference ?? '',
        note: done?.note ?? '',
        answer: done?.answer ?? '',
        answeredOn: done?.answeredOn ?? '',
      }}
      submit={(value) =>
        call('hoaxes.saveFollowUp', {
          id: hoax.id,
          followUpId: done?.id ?? null,
          kind: followUpKind.parse(value('kind')),
          doneOn: value('doneOn'),
          channel: value('channel'),
          reference: value('reference'),
          note: value('note'),
          answer: value('answer'),
          answeredOn: value('answeredOn') || null,
        })
      }
      onClose={onClose}
    />
  );
}

function useFields(hoax: HoaxPage['hoax']): (values: Values) => DialogField[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const references = useOperation('hoaxes.references', {});
  const allowed = followUpKind.options.filter((kind) => followUpRefusal(hoax.state, kind) === null);
  const words = ({ name, contact, verification }: HoaxChannel): string =>
    verification === 'diverifikasi' ? `${name} ${contact}` : `${name} ${contact} (${t('hoaxes.followUp.unverified')})`;
  return (values) => [
    {
      name: 'kind',
      label: t('hoaxes.followUp.kind'),
      input: 'choice',
      required: true,
      options: choices(allowed, (kind) => FOLLOW_UP_WORDS[kind][language]),
    },
    { name: 'doneOn', label: t('hoaxes.followUp.doneOn'), input: 'day', required: true },
    {
      name: 'channel',
      label: t('hoaxes.followUp.channel'),
      hint: t('hoaxes.followUp.channelHint'),
      input: 'suggest',
      options: (references.data?.channels ?? [])
        .filter(({ active, serves }) => active && serves.some((kind) => kind === values['kind']))
        .map((channel) => ({ value: words(channel), label: words(channel) })),
    },
    { name: 'reference', label: t('hoaxes.followUp.reference'), input: 'line' },
    { name: 'note', label: t('hoaxes.followUp.note'), input: 'text' },
    { name: 'answer', label: t('hoaxes.followUp.answer'), input: 'text' },
    { name: 'answeredOn', label: t('hoaxes.followUp.answeredOn'), input: 'day' },
  ];
}
