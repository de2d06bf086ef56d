/** Dialogs that several screens use: a reason for what cannot be undone silently, and a plain confirmation by name. */
import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from './states.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly submitLabel: string;
  readonly danger?: boolean;
  /** More fields above the reason. */
  readonly children?: ReactNode;
  readonly ready?: boolean;
  /** Resolves when it is done; what it throws is shown in the dialog, which then stays open. */
  readonly submit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a reason (at least 3 letters), which goes into custody, and then acts. */
export function ReasonDialog({
  title,
  text,
  submitLabel,
  danger = false,
  children,
  ready = true,
  submit,
  onClose,
}: ReasonDialogProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const short = reason.trim().length < 3;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (short || !ready) return;
    void run(async () => {
      await submit(reason.trim());
      onClose();
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={onSubmit}>
        {text !== undefined && (
          <Text size="sm" c="dimmed" mb="md">
            {text}
          </Text>
        )}
        {children}
        <Textarea
          label={t('common.reason')}
          description={t('common.reasonHelp')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && short ? t('common.reasonShort') : undefined}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus={children === undefined || undefined}
        />
        {error !== null && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons busy={busy} danger={danger} label={submitLabel} disabled={!ready} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** The row of buttons at the end of a dialog's form. */
export function DialogButtons({
  busy,
  danger = false,
  disabled = false,
  label,
  onClose,
  children,
}: {
  busy: boolean;
  danger?: boolean;
  disabled?: boolean;
  label: string;
  onClose: () => void;
  /** What else can be done with the thing, at the other end. */
  children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs" className="n-dialog-foot">
      {children !== undefined && <div className="n-dialog-foot-start">{children}</div>}
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled} color={danger ? 'brick' : 'teal'}>
        {label}
      </Button>
    </Group>
  );
}

/** Room above what follows a form's fields. */
export function Below({ children }: { children: ReactNode }): ReactNode {
  return <div style={{ marginTop: 12 }}>{children}</div>;
}

/** Runs an action with its busy state and its error, for buttons and forms. */
export function useAction(): {
  busy: boolean;
  error: unknown;
  run: (action: () => Promise<void>) => Promise<void>;
  clear: () => void;
} {
  const [state, set] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const run = async (action: () => Promise<void>): Promise<void> => {
    set({ busy: true, error: null });
    try {
      await action();
      set({ busy: false, error: null });
    } catch (error) {
      set({ busy: false, error });
    }
  };
  return { ...state, run, clear: () => set({ busy: false, error: null }) };
}
