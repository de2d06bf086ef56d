/** One queue: how far it is, what can be done with it, and its addresses. */
import { Button, Group, Modal, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import type { CallOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { errorCode } from '../../bridge/jobs.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { QueueMark } from '../../ui/queue-marks.tsx';
import { QueueItems } from './queue-items.tsx';
import { useQueueTitle } from './queue-title.ts';

/** Head and items. */
export function OneQueue({ queue }: { queue: CaptureQueueRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useQueueTitle()(queue);
  const progress = t('captureQueue.progress', {
    done: format.number(queue.finished),
    total: format.number(queue.total),
  });
  return (
    <section className="n-queue" aria-label={title}>
      <div className="n-queue-head">
        <div className="n-queue-title">
          <h2 className="n-clip" title={title}>
            {title}
          </h2>
          <QueueMark state={queue.state} />
          <Actions queue={queue} />
        </div>
        <Progress
          value={queue.total === 0 ? 100 : (100 * queue.finished) / queue.total}
          size={4}
          aria-label={progress}
        />
        <p className="n-meta">
          <span role="status">{progress}</span>
          {queue.kind === 'second-look' && ` · ${t('captureQueue.kind.second-look')}`} ·{' '}
          {t('captureQueue.settings', { delay: queue.delaySeconds, retries: queue.retries })}
          {queue.reload && ` · ${t('captureQueue.withReload')}`} ·{' '}
          {t('captureQueue.madeBy', { when: format.brief(queue.createdAt), who: queue.createdBy })}
        </p>
        <Rests queue={queue} />
      </div>
      <QueueItems queueId={queue.id} />
    </section>
  );
}

/** Why it does not go on. */
function Rests({ queue }: { queue: CaptureQueueRow }): ReactNode {
  const { t } = useTranslation();
  const words = useErrorWords();
  if (queue.state !== 'paused') return null;
  if ((queue.counts['running'] ?? 0) > 0) return <Notice tone="info">{t('captureQueue.pausing')}</Notice>;
  const { pausedBy } = queue;
  if (pausedBy === null) return null;
  const closed = pausedBy === 'CANCELLED' || pausedBy === 'CAPTURE_WINDOW_CLOSED';
  return (
    <Notice tone="waiting">
      {closed
        ? t('captureQueue.windowClosed')
        : `${t('captureQueue.pausedBy')} ${words(new AppError(errorCode(pausedBy)))}`}
    </Notice>
  );
}

function Actions({ queue }: { queue: CaptureQueueRow }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [cancelling, setCancelling] = useState(false);
  const act = (action: CallOf<'queue.act'>['action']): void =>
    void run(async () => {
      try {
        await call('queue.act', { id: queue.id, action });
      } catch (error) {
        notify.failed(error);
      }
    });
  const open = queue.state === 'running' || queue.state === 'paused';
  return (
    <Group gap="xs" wrap="nowrap">
      {(queue.counts['failed'] ?? 0) > 0 && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconRefresh size={14} />}
          disabled={busy}
          onClick={() => act('retry-failed')}
        >
          {t('captureQueue.action.retry-failed')}
        </Button>
      )}
      {queue.state === 'running' && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlayerPause size={14} />}
          disabled={busy}
          onClick={() => act('pause')}
        >
          {t('captureQueue.action.pause')}
        </Button>
      )}
      {queue.state === 'paused' && (
        <Button size="xs" leftSection={<IconPlayerPlay size={14} />} disabled={busy} onClick={() => act('resume')}>
          {t('captureQueue.action.resume')}
        </Button>
      )}
      {open && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconX size={14} />}
          disabled={busy}
          onClick={() => setCancelling(true)}
        >
          {t('captureQueue.action.cancel')}
        </Button>
      )}
      {cancelling && (
        <Modal
          opened
          onClose={() => setCancelling(false)}
          title={t('captureQueue.cancelTitle')}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <p className="n-modal-text">{t('captureQueue.cancelText', { n: queue.total - queue.finished })}</p>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setCancelling(false)} data-autofocus>
              {t('captureQueue.cancelKeep')}
            </Button>
            <Button
              color="brick"
              onClick={() => {
                setCancelling(false);
                act('cancel');
              }}
            >
              {t('captureQueue.cancelTitle')}
            </Button>
          </Group>
        </Modal>
      )}
    </Group>
  );
}
