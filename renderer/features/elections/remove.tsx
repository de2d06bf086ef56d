/** Taking a row out of the lists: asked by name, and brought back by one click while the message stands. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useNotify } from '../../ui/notify.tsx';

/** How long it can be brought back from the message, milliseconds. */
const UNDO = 10_000;

interface RemoveDialogProps {
  readonly what: InputOf<'elections.setRemoved'>['what'];
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRemoved?: () => void;
}

export function RemoveDialog({ what, id, name, onClose, onRemoved }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const restore = (message: string): void => {
    notifications.hide(message);
    void call('elections.setRemoved', { what, id, removed: false }).then(
      () => notify.done(t('elections.restored', { what: name })),
      notify.failed,
    );
  };
  return (
    <ConfirmDialog
      title={t('elections.removeTitle')}
      text={t('elections.removeText', { what: name })}
      submitLabel={t('elections.remove')}
      submit={async () => {
        await call('elections.setRemoved', { what, id, removed: true });
        const message = `elections-${id}`;
        notifications.show({
          id: message,
          message: (
            <>
              {t('elections.removed', { what: name })}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => restore(message)}>
                {t('elections.undo')}
              </Button>
            </>
          ),
          autoClose: UNDO,
          closeButtonProps: { 'aria-label': t('common.close') },
        });
        onRemoved?.();
      }}
      onClose={onClose}
    />
  );
}
