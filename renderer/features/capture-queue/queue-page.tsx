/** Antrean pengambilan: the queues, what is due to be looked at again, and one queue with what came of each address. */
import { Button } from '@mantine/core';
import { IconListCheck, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureQueueRow } from '#shared/contract/capture-queue.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DueLooks } from '../../ui/due-looks.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { QueueMark } from '../../ui/queue-marks.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { CreateQueue } from './create-queue.tsx';
import { OneQueue } from './one-queue.tsx';
import { useQueueTitle } from './queue-title.ts';
import './capture-queue.css';

interface QueuePageProps {
  readonly selected: string | undefined;
  readonly making: boolean;
}

/** The page; `making` shows the form for a new queue over it. */
export function QueuePage({ selected, making }: QueuePageProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useOperation('queue.list', {});
  const choose = (id: string | undefined): void =>
    void navigate({ to: '/antrean', search: id === undefined ? {} : { pilih: id } });
  const make = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => void navigate({ to: '/antrean', search: { buat: true } })}
    >
      {t('captureQueue.make')}
    </Button>
  );
  return (
    <Page title={t('captureQueue.title')} actions={make} flush>
      <Answer of={list}>
        {({ queues }) => {
          const shown = queues.find(({ id }) => id === selected) ?? queues[0];
          return (
            <div className="n-queues">
              <aside className="n-queues-list">
                <DueLooks />
                {queues.length > 0 && <QueueList queues={queues} shown={shown?.id} onChoose={choose} />}
              </aside>
              {shown === undefined ? (
                <Empty icon={IconListCheck} title={t('captureQueue.empty')}>
                  {t('captureQueue.emptyText')}
                </Empty>
              ) : (
                <OneQueue key={shown.id} queue={shown} />
              )}
            </div>
          );
        }}
      </Answer>
      {making && <CreateQueue onClose={() => choose(selected)} onMade={choose} />}
    </Page>
  );
}

function QueueList({
  queues,
  shown,
  onChoose,
}: {
  queues: readonly CaptureQueueRow[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useQueueTitle();
  return (
    <ul className="n-rows n-card" aria-label={t('captureQueue.list')}>
      {queues.map((queue) => (
        <li key={queue.id}>
          <button
            type="button"
            className="n-row"
            data-active={queue.id === shown || undefined}
            aria-current={queue.id === shown}
            onClick={() => onChoose(queue.id)}
          >
            <div className="n-row-text">
              <div className="n-clip">{titleOf(queue)}</div>
              <div className="n-meta">
                {format.number(queue.finished)}/{format.number(queue.total)} · {format.brief(queue.createdAt)}
              </div>
            </div>
            <QueueMark state={queue.state} />
          </button>
        </li>
      ))}
    </ul>
  );
}
