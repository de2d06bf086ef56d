/** The addresses of a queue as a list: searched, filtered, exported, each opened for what can be done with it. */
import { Button, Group, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconListSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaptureQueueItem, queueItemState } from '#shared/contract/capture-queue.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { errorCode } from '../../bridge/jobs.ts';
import { useErrorWords } from '../../i18n/errors.ts';
import type { Column } from '../../ui/data-grid.tsx';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Facts } from '../../ui/page.tsx';
import { ItemMark, LevelMark } from '../../ui/queue-marks.tsx';
import { ListRows, ListTools } from '../../ui/searched-list.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import type { FilterChoice } from '../../ui/tools.tsx';
import { useWindowedRows } from '../../ui/windowed-rows.ts';

interface View {
  readonly query: string;
  readonly state?: CaptureQueueItem['state'] | undefined;
}

/** Tools, grid, and the item that is open. */
export function QueueItems({ queueId }: { queueId: string }): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<View>({ query: '' });
  const [open, setOpen] = useState<string | null>(null);
  const selection = { queueId, ...asked };
  const rows = useWindowedRows(['queue.items', selection], (offset, limit) =>
    call('queue.items', { ...selection, offset, limit }),
  );
  const opened = Array.from({ length: rows.total }, (_, index) => rows.rowAt(index)).find((row) => row?.id === open);
  const columns = useColumns();
  const filters: FilterChoice[] = [
    {
      label: t('captureQueue.filter'),
      options: choices(queueItemState.options, (state) => t(`captureQueue.item.${state}`)),
      value: asked.state,
      onChange: (value) => setAsked({ ...asked, state: queueItemState.options.find((state) => state === value) }),
    },
  ];
  return (
    <>
      <ListTools
        title={t('captureQueue.title')}
        search={{
          value: asked.query,
          onChange: (query) => setAsked({ ...asked, query }),
          placeholder: t('captureQueue.search'),
        }}
        filters={filters}
        total={rows.total}
        columns={columns}
        load={(limit) => call('queue.items', { ...selection, limit })}
        selection={{ list: 'queue', ...selection }}
      />
      <Grid rows={rows} onOpen={(row) => setOpen(row.id)} />
      {opened !== undefined && <ItemDialog item={opened} onClose={() => setOpen(null)} />}
    </>
  );
}

function Grid({
  rows,
  onOpen,
}: {
  rows: ReturnType<typeof useWindowedRows<CaptureQueueItem>>;
  onOpen: (row: CaptureQueueItem) => void;
}): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <ListRows
      label={t('captureQueue.title')}
      list="queue"
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      onOpen={onOpen}
      empty={<Empty icon={IconListSearch} title={t('captureQueue.noItems')} />}
    />
  );
}

/** In a small window the day and the case wait in the menu of columns, so that nothing has to be scrolled to. */
function useColumns(): Column<CaptureQueueItem, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const wide = useMediaQuery('(min-width: 1300px)', false, { getInitialValueInEffect: false });
  return [
    {
      key: 'position',
      title: t('captureQueue.column.position'),
      width: 32,
      always: true,
      cell: (row) => <span className="n-mono">{row.position + 1}</span>,
    },
    { key: 'address', title: t('captureQueue.column.address'), width: 136, grow: 3, always: true, cell: addressOf },
    {
      key: 'state',
      title: t('captureQueue.column.state'),
      width: 172,
      always: true,
      cell: (row) => <ItemMark state={row.state} level={row.level} />,
    },
    {
      key: 'evidence',
      title: t('captureQueue.column.evidence'),
      width: 56,
      cell: (row) => <span className="n-mono">{row.evidence?.number ?? '—'}</span>,
    },
    { key: 'attempts', title: t('captureQueue.column.attempts'), width: 68, cell: (row) => row.attempts },
    {
      key: 'ended',
      title: t('captureQueue.column.ended'),
      width: 136,
      hidden: !wide,
      cell: (row) => (row.endedAt === null ? '—' : format.brief(row.endedAt)),
    },
    {
      key: 'case',
      title: t('captureQueue.column.case'),
      width: 100,
      grow: 1,
      hidden: !wide,
      cell: (row) => row.caseNumber ?? '—',
    },
  ];
}

/** Without the scheme: what tells one address from another stands in front. */
function addressOf({ address }: CaptureQueueItem): ReactNode {
  return <span title={address}>{address.replace(/^https?:\/\//i, '')}</span>;
}

function ItemDialog({ item, onClose }: { item: CaptureQueueItem; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const words = useErrorWords();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const open = item.state === 'waiting' || item.state === 'running';
  const act = (action: 'skip' | 'retry'): void =>
    void run(async () => {
      await call('queue.actOnItem', { itemId: item.id, action });
      onClose();
    });
  const copy = (): void =>
    void call('app.copyText', { text: item.address }).then(() => notify.done(t('common.copied')), notify.failed);
  const { evidence } = item;
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(`captureQueue.item.${item.state}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Facts
        rows={[
          [t('captureQueue.column.address'), item.address],
          [t('captureQueue.column.row'), item.row],
          [t('captureQueue.column.attempts'), item.attempts],
          [t('captureQueue.column.level'), <LevelMark key="l" level={item.state === 'captured' ? item.level : null} />],
          [t('captureQueue.column.reason'), item.error === null ? null : words(new AppError(errorCode(item.error)))],
          [t('captureQueue.column.again'), item.notBefore === null ? null : format.instant(item.notBefore)],
          [t('captureQueue.column.case'), item.caseNumber],
          [t('captureQueue.column.note'), item.note],
        ]}
      />
      {error !== null && <Problem error={error} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={copy}>
          {t('captureQueue.action.address')}
        </Button>
        {open && (
          <Button variant="default" loading={busy} onClick={() => act('skip')}>
            {t('captureQueue.action.skip')}
          </Button>
        )}
        {!open && item.state !== 'captured' && (
          <Button variant="default" loading={busy} onClick={() => act('retry')}>
            {t('captureQueue.action.retry')}
          </Button>
        )}
        {evidence !== null && (
          <Button data-autofocus onClick={() => void navigate({ to: '/bukti', search: { lihat: evidence.id } })}>
            {t('captureQueue.action.evidence', { number: evidence.number })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
