/** Asks once more before something that cannot be taken back, where no reason is needed. */
import { Modal, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Below, DialogButtons, useAction } from './dialogs.tsx';
import { Problem } from './states.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly submitLabel: string;
  /** What it throws is shown in the dialog, which then stays open. */
  readonly submit: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** The dialog; its button is the dangerous one. */
export function ConfirmDialog({ title, text, submitLabel, submit, onClose }: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await submit();
      onClose();
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={onSubmit}>
        <Text size="sm">{text}</Text>
        {error !== null && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons busy={busy} danger label={submitLabel} onClose={onClose} />
      </form>
    </Modal>
  );
}
