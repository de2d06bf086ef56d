/** The receipt of one package, saved where the person says. */
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/call.ts';
import { useNotify } from '../../ui/notify.tsx';

/** Asks where to, saves, and says so. */
export function useSaveReceipt(): (of: 'made' | 'received', id: string) => void {
  const { t } = useTranslation();
  const notify = useNotify();
  return (of, id) =>
    void call('handover.saveReceipt', { of, id }).then(
      ({ saved, name }) => saved && notify.done(t('handover.saved', { name })),
      notify.failed,
    );
}
