/** Asks what an identity is looked at for, before it is shown. */
import { Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { revealPurpose } from '#shared/contract/public-reports.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';

interface RevealDialogProps {
  readonly id: string;
  readonly onShown: (revealed: OutputOf<'publicReports.revealReporter'>) => void;
  readonly onClose: () => void;
}

export function RevealDialog({ id, onShown, onClose }: RevealDialogProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const purposes = choices(revealPurpose.options, (purpose) => t(`publicReports.value.purpose.${purpose}`));
  const [purpose, setPurpose] = useState<(typeof purposes)[number]['value'] | null>(null);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (purpose === null) return;
    void run(async () => {
      onShown(await call('publicReports.revealReporter', { id, purpose, note }));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publicReports.reporter.showTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('publicReports.reporter.showText')}
          </Text>
          <Select
            label={t('publicReports.reporter.purpose')}
            data={purposes}
            value={purpose}
            onChange={(chosen) => setPurpose(purposes.find(({ value }) => value === chosen)?.value ?? null)}
            allowDeselect={false}
            data-autofocus
          />
          <TextInput
            label={t('publicReports.reporter.purposeNote')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={purpose === null}
          label={t('publicReports.reporter.show')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
