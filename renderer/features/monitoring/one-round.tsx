/** One round: how far it is, what can be done with it, its work, its accounts, its plan and results. */
import { Button, Group, Progress, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconFlagCheck, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { RoundFacts } from './round-facts.tsx';
import { RoundItems } from './round-items.tsx';
import { RoundMark } from './round-marks.tsx';
import { WorkList } from './work-list.tsx';

/** Parts of other features that stand beside the work. */
interface Beside {
  readonly counterReason: (accountId: string, onClose: () => void) => ReactNode;
  readonly reminders: ReactNode;
}

/** Asks for the round and shows it. */
export function OneRound({ id, ...beside }: { id: string } & Beside): ReactNode {
  const round = useOperation('monitoring.get', { id }, { keep: true });
  return <Answer of={round}>{(value) => <Filled round={value} {...beside} />}</Answer>;
}

const TABS = ['work', 'items', 'facts'] as const;

function Filled({ round, ...beside }: { round: RoundDetail } & Beside): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [tab, setTab] = useState<(typeof TABS)[number]>(round.state === 'finished' ? 'facts' : 'work');
  const [itemId, setItemId] = useState<string | undefined>(undefined);
  const progress = t('monitoring.progress', { done: format.number(round.done), total: format.number(round.accounts) });
  return (
    <Page
      flush
      title={
        <span className="n-mon-title">
          <span className="n-mono">{round.number}</span> {round.title} <RoundMark state={round.state} />
        </span>
      }
      detail={
        <>
          {t('monitoring.meta', { assignee: round.assignee.name, day: format.calendar(round.begunOn) })}
          {' · '}
          {t(`monitoring.cadence.${round.cadence}`)}
          {round.nextOn !== null &&
            !round.seriesEnded &&
            `, ${t('monitoring.next', { day: format.calendar(round.nextOn) })}`}
        </>
      }
      actions={<Actions round={round} />}
    >
      <div className="n-mon-head">
        <Progress
          value={round.accounts === 0 ? 100 : (100 * round.done) / round.accounts}
          size={4}
          aria-label={progress}
        />
        <p className="n-meta">
          <span role="status">{progress}</span>
          {round.again > 0 && ` · ${t('monitoring.again', { n: format.number(round.again) })}`}
          {round.withoutAccount > 0 && ` · ${t('monitoring.without', { n: format.number(round.withoutAccount) })}`}
        </p>
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={t('monitoring.tab.label')}
            data={choices(TABS, (value) => t(`monitoring.tab.${value}`))}
            value={tab}
            onChange={setTab}
          />
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconArrowLeft size={14} />}
            onClick={() => void navigate({ to: '/pemantauan', search: {} })}
          >
            {t('monitoring.back')}
          </Button>
        </Group>
      </div>
      {tab === 'work' && <WorkList round={round} chosen={itemId} onChoose={setItemId} {...beside} />}
      {tab === 'items' && (
        <RoundItems
          round={round}
          onTake={(item) => {
            setItemId(item);
            setTab('work');
          }}
        />
      )}
      {tab === 'facts' && <RoundFacts round={round} />}
    </Page>
  );
}

function Actions({ round }: { round: RoundDetail }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [finishing, setFinishing] = useState(false);
  const act = (action: 'stop' | 'resume'): void =>
    void run(async () => {
      try {
        await call('monitoring.act', { id: round.id, action });
      } catch (error) {
        notify.failed(error);
      }
    });
  if (round.state === 'finished') return null;
  return (
    <Group gap="xs" wrap="nowrap">
      {round.state === 'running' ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} />}
          disabled={busy}
          onClick={() => act('stop')}
        >
          {t('monitoring.action.stop')}
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={16} />} disabled={busy} onClick={() => act('resume')}>
          {t('monitoring.action.resume')}
        </Button>
      )}
      <Button
        variant={round.open === 0 ? 'filled' : 'default'}
        leftSection={<IconFlagCheck size={16} />}
        onClick={() => setFinishing(true)}
      >
        {t('monitoring.action.finish')}
      </Button>
      {finishing && <FinishDialog round={round} onClose={() => setFinishing(false)} />}
    </Group>
  );
}
