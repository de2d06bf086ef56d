/** Small messages at the edge of the window. */
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useErrorWords } from '../i18n/errors.ts';

/** Says that something is done, and that something failed, in the words of its code. */
export function useNotify(): { done: (message: string) => void; failed: (error: unknown) => void } {
  const words = useErrorWords();
  return useMemo(
    () => ({
      done: (message: string) =>
        void notifications.show({ message, icon: <IconCheck size={16} />, color: 'teal', autoClose: 4_000 }),
      failed: (error: unknown) =>
        void notifications.show({
          message: words(error),
          icon: <IconAlertTriangle size={16} />,
          color: 'brick',
          autoClose: 10_000,
        }),
    }),
    [words],
  );
}
