/** What a queue is called on the screen. */
import { useTranslation } from 'react-i18next';
import type { CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import { localParts } from '#shared/domain/text/local-time.ts';
import { useFormat } from '../../ui/format.ts';

/** The name that a person gave it; a queue of second looks is named by its day, in the language of the app. */
export function useQueueTitle(): (queue: Pick<CaptureQueueRow, 'kind' | 'title' | 'createdAt'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, title, createdAt }) => {
    if (kind !== 'second-look') return title;
    const { year, month, day } = localParts(new Date(createdAt), format.zone);
    const iso = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
    return `${t('captureQueue.kind.second-look')} ${format.calendar(iso)}`;
  };
}
