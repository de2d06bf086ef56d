/** Small messages at the edge of the window. */
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/errors.ts';

/** Takes all messages off the screen: they tell of the vault that was open. */
export function forgetMessages(): void {
  notifications.clean();
}

/** Says that something is done, and that something failed, in the words of its code. */
export function useNotify(): { done: (message: string) => void; failed: (error: unknown) => void } {
  const { t } = useTranslation();
  const words = useErrorWords();
  const close = t('common.close');
  return useMemo(
    () => ({
      done: (message: string) =>
        void notifications.show({
          message,
          icon: <IconCheck size={16} />,
          color: 'teal',
          autoClose: 4_000,
          closeButtonProps: { 'aria-label': close },
        }),
      failed: (error: unknown) =>
        void notifications.show({
          message: words(error),
          icon: <IconAlertTriangle size={16} />,
          color: 'brick',
          autoClose: 10_000,
          closeButtonProps: { 'aria-label': close },
        }),
    }),
    [words, close],
  );
}
