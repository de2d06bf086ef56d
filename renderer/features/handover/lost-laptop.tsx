/** Pengaturan → Bila laptop hilang: the deadline of the law with its state of verification, and the list made in advance. */
import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { verificationState } from '#shared/contract/cases.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Mark } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { PersonsOf } from './persons.tsx';
import './handover.css';

/** The section. */
export function LostLaptopSettings(): ReactNode {
  const { t } = useTranslation();
  const settings = useOperation('settings.get', {});
  return (
    <PersonsOf source={{ of: 'vault' }} title={t('handover.persons.title')}>
      <p className="n-quiet">{t('handover.persons.text')}</p>
      <Answer of={settings} rows={1}>
        {({ breachNotice }) => <Deadline notice={breachNotice} />}
      </Answer>
    </PersonsOf>
  );
}

type Notice = Settings['breachNotice'];

function Deadline({ notice }: { notice: Notice }): ReactNode {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const verified = notice.verification === 'diverifikasi';
  return (
    <div className="n-persons-deadline">
      <Text size="sm">{t('handover.persons.deadline', { hours: notice.hours, basis: notice.basis })}</Text>
      <Group gap="sm">
        <Mark tone={verified ? 'done' : 'waiting'}>
          {verified
            ? t('handover.persons.verified', { by: notice.verifiedBy ?? '' })
            : t('handover.persons.unverified')}
        </Mark>
        <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
          {t('handover.persons.edit')}
        </Button>
      </Group>
      {editing && <DeadlineDialog notice={notice} onClose={() => setEditing(false)} />}
    </div>
  );
}

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

function DeadlineDialog({ notice, onClose }: { notice: Notice; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [draft, setDraft] = useState(notice);
  const { busy, error, run } = useAction();
  const change = (part: Partial<Notice>): void => setDraft({ ...draft, ...part });
  const verified = draft.verification === 'diverifikasi';
  const unready =
    draft.basis.trim() === '' || (verified && (orNull(draft.verifiedBy) === null || orNull(draft.verifiedAt) === null));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { verifiedBy, verifiedAt, sourceUrl } = draft;
      const kept = { verifiedBy: orNull(verifiedBy), verifiedAt: orNull(verifiedAt), sourceUrl: orNull(sourceUrl) };
      await call('settings.set', { breachNotice: { ...draft, ...kept } });
      notify.done(t('handover.persons.deadlineSaved'));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('handover.persons.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NumberInput
            label={t('handover.persons.hours')}
            min={1}
            max={8_760}
            value={draft.hours}
            onChange={(value) => change({ hours: typeof value === 'number' ? value : draft.hours })}
          />
          <TextInput
            label={t('handover.persons.basis')}
            value={draft.basis}
            onChange={(event) => change({ basis: event.currentTarget.value })}
            required
          />
          <Select
            label={t('handover.persons.state')}
            data={verificationState.options.map((value) => ({ value, label: t(`names.verification.${value}`) }))}
            value={draft.verification}
            allowDeselect={false}
            onChange={(value) => change({ verification: verificationState.parse(value) })}
          />
          <TextInput
            label={t('handover.persons.by')}
            value={draft.verifiedBy ?? ''}
            onChange={(event) => change({ verifiedBy: event.currentTarget.value })}
            required={verified}
          />
          <TextInput
            type="date"
            label={t('handover.persons.at')}
            value={draft.verifiedAt ?? ''}
            onChange={(event) => change({ verifiedAt: event.currentTarget.value })}
            required={verified}
          />
          <TextInput
            label={t('handover.persons.sourceUrl')}
            value={draft.sourceUrl ?? ''}
            onChange={(event) => change({ sourceUrl: event.currentTarget.value })}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} disabled={unready} label={t('handover.persons.saveDeadline')} onClose={onClose} />
      </form>
    </Modal>
  );
}
