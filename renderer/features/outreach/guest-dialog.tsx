/** A guest: somebody whom the roster does not list. */
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';

/** The dialog. */
export function GuestDialog({ sessionId, onClose }: { sessionId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    void run(async () => {
      await call('outreach.addGuest', { sessionId, name, office });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('outreach.attendance.guestTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('outreach.attendance.guestText')}
          </Text>
          <TextInput
            label={t('outreach.attendance.guestName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && name.trim() === '' && t('outreach.attendance.guestNameNeeded')}
            maxLength={200}
            data-autofocus
          />
          <TextInput
            label={t('outreach.attendance.guestOffice')}
            value={office}
            onChange={(event) => setOffice(event.currentTarget.value)}
            maxLength={300}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('outreach.attendance.submit')} onClose={onClose} />
      </form>
    </Modal>
  );
}
