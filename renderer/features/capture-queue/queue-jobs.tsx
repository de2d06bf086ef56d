/** Running queues among the app's other work: how far they are, and the way to pause them. */
import { ActionIcon, Progress } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { useQueueTitle } from './queue-title.ts';

/** The queues that run now. */
export function useRunningQueues(): readonly CaptureQueueRow[] {
  const { data } = useOperation('queue.list', {});
  return (data?.queues ?? []).filter(({ state }) => state === 'running');
}

/** Lines for the list of jobs. */
export function QueueJobs({ queues }: { queues: readonly CaptureQueueRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const titleOf = useQueueTitle();
  return queues.map((queue) => (
    <li key={queue.id} className="n-job">
      <div className="n-job-line">
        <div className="n-row-text">
          <div>{t('captureQueue.jobs')}</div>
          <div className="n-meta n-clip">{titleOf(queue)}</div>
        </div>
        <ActionIcon
          size={28}
          aria-label={`${t('captureQueue.action.pause')}: ${titleOf(queue)}`}
          onClick={() => void call('queue.act', { id: queue.id, action: 'pause' }).catch(notify.failed)}
        >
          <IconPlayerPause size={16} />
        </ActionIcon>
      </div>
      <Progress value={(100 * queue.finished) / Math.max(1, queue.total)} size={4} aria-label={titleOf(queue)} />
      <div className="n-meta">
        {format.number(queue.finished)} {t('common.of')} {format.number(queue.total)}
      </div>
    </li>
  ));
}
