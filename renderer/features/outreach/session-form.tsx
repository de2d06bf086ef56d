/** What a session is: topic, when, where, by whom. */
import { Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutreachSessionPage } from '#shared/contract/outreach.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';

interface SessionFormProps {
  /** Null plans a new one. */
  readonly session: OutreachSessionPage['session'] | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const BLANK = { topic: '', day: '', begins: '', ends: '', place: '', speakers: '', summary: '', note: '' };
type Fields = typeof BLANK;

/** The dialog. */
export function SessionForm({ session, onClose, onSaved }: SessionFormProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [fields, setFields] = useState<Fields>(() => (session === null ? BLANK : fieldsOf(session)));
  const [online, setOnline] = useState(session?.online ?? false);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const backwards = fields.begins !== '' && fields.ends !== '' && fields.ends <= fields.begins;
  const bound = (name: keyof Fields) => ({
    label: t(`outreach.form.${name}`),
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fields.topic.trim() === '' || fields.day === '' || backwards) return;
    void run(async () => {
      const saved = await call('outreach.save', {
        ...fields,
        id: session?.id ?? null,
        online,
        speakers: speakersOf(fields.speakers),
      });
      notify.done(t('outreach.form.saved', { number: saved.number }));
      onClose();
      onSaved(saved.id);
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t(session === null ? 'outreach.form.newTitle' : 'outreach.form.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            {...bound('topic')}
            withAsterisk
            error={tried && fields.topic.trim() === '' && t('outreach.form.topicNeeded')}
            maxLength={300}
            data-autofocus
          />
          <Group grow align="start">
            <TextInput
              {...bound('day')}
              withAsterisk
              type="date"
              error={tried && fields.day === '' && t('outreach.form.dayNeeded')}
            />
            <TextInput {...bound('begins')} type="time" />
            <TextInput {...bound('ends')} type="time" error={tried && backwards && t('outreach.form.endsWrong')} />
          </Group>
          <TextInput {...bound('place')} description={t('outreach.form.placeHelp')} maxLength={300} />
          <Checkbox
            label={t('outreach.form.online')}
            checked={online}
            onChange={(event) => setOnline(event.currentTarget.checked)}
          />
          <Textarea
            {...bound('speakers')}
            description={t('outreach.form.speakersHelp')}
            autosize
            minRows={2}
            maxRows={6}
          />
          <Textarea {...bound('summary')} autosize minRows={2} maxRows={8} />
          <Textarea {...bound('note')} autosize minRows={1} maxRows={4} />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}

function fieldsOf({
  topic,
  day,
  begins,
  ends,
  place,
  speakers,
  summary,
  note,
}: OutreachSessionPage['session']): Fields {
  const lines = speakers.map(({ name, office }) => (office === '' ? name : `${name}, ${office}`));
  return { topic, day, begins, ends, place, speakers: lines.join('\n'), summary, note };
}

/** A line is a person: the name up to the first comma, the office behind it. */
function speakersOf(text: string): { name: string; office: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.indexOf(',');
      return comma === -1
        ? { name: line, office: '' }
        : { name: line.slice(0, comma).trim(), office: line.slice(comma + 1).trim() };
    });
}
