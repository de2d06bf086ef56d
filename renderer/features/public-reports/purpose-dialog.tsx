/** Asks what an identity is needed for, before anything of it leaves its place. */
import { Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type revealFor, revealPurpose } from '#shared/contract/public-reports.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';

interface PurposeDialogProps {
  readonly title: string;
  readonly text: string;
  /** Of the button. */
  readonly label: string;
  /** What it throws is shown, and the dialog stays open. */
  readonly submit: (asked: z.output<typeof revealFor>) => Promise<void>;
  readonly onClose: () => void;
}

export function PurposeDialog({ title, text, label, submit: act, onClose }: PurposeDialogProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const purposes = choices(revealPurpose.options, (purpose) => t(`publicReports.value.purpose.${purpose}`));
  const [purpose, setPurpose] = useState<(typeof purposes)[number]['value'] | null>(null);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (purpose === null) return;
    void run(async () => {
      await act({ purpose, note });
      onClose();
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {text}
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
        <DialogButtons busy={busy} disabled={purpose === null} label={label} onClose={onClose} />
      </form>
    </Modal>
  );
}
