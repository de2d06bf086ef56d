/** States of queues and their items as icon and word. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureQueueItem, CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import { Mark, type Tone } from './marks.tsx';

const QUEUE_TONES: Readonly<Record<CaptureQueueRow['state'], Tone>> = {
  running: 'info',
  paused: 'waiting',
  ended: 'done',
  cancelled: 'quiet',
};
const ITEM_TONES: Readonly<Record<CaptureQueueItem['state'], Tone>> = {
  waiting: 'quiet',
  running: 'info',
  captured: 'done',
  wall: 'waiting',
  gone: 'waiting',
  failed: 'problem',
  refused: 'problem',
  skipped: 'quiet',
};
const LEVEL_TONES: Readonly<Record<NonNullable<CaptureQueueItem['level']>, Tone>> = {
  green: 'done',
  amber: 'waiting',
  red: 'problem',
};

/** Whether a queue runs. */
export function QueueMark({ state }: { state: CaptureQueueRow['state'] }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={QUEUE_TONES[state]}>{t(`captureQueue.state.${state}`)}</Mark>;
}

/** What an item came to, and how complete its capture is. */
export function ItemMark({ state, level }: Pick<CaptureQueueItem, 'state' | 'level'>): ReactNode {
  const { t } = useTranslation();
  const complete = state === 'captured' ? level : null;
  return (
    <Mark tone={complete === null ? ITEM_TONES[state] : LEVEL_TONES[complete]} plain>
      {t(`captureQueue.item.${state}`)}
      {complete !== null && `, ${t(`evidence.capturing.level.${complete}`)}`}
    </Mark>
  );
}

/** How complete its capture is; nothing where none was kept. */
export function LevelMark({ level }: { level: CaptureQueueItem['level'] }): ReactNode {
  const { t } = useTranslation();
  if (level === null) return null;
  return (
    <Mark tone={LEVEL_TONES[level]} plain>
      {t(`evidence.capturing.level.${level}`)}
    </Mark>
  );
}
