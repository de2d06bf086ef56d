/** The work of a round: one account after the other, each answered with one key; the last outcome can be taken back. */
import { Button, Kbd, Textarea } from '@mantine/core';
import { IconChecks, IconExternalLink, IconPlayerPause } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDetail, Work } from '#shared/contract/monitoring.ts';
import { OUTCOME_KEYS, OUTCOMES, type Outcome } from '#shared/domain/monitoring/rules.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { LatestLook } from './latest-look.tsx';
import { OutcomeMark } from './round-marks.tsx';
import { useWorkKeys } from './work-keys.ts';

interface WorkListProps {
  readonly round: RoundDetail;
  /** An item that was picked from the list; else the work goes on where it stopped. */
  readonly chosen: string | undefined;
  readonly onChoose: (itemId: string | undefined) => void;
  readonly counterReason: (accountId: string, onClose: () => void) => ReactNode;
  readonly reminders: ReactNode;
}

export function WorkList({ round, chosen, onChoose, counterReason, reminders }: WorkListProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const notify = useNotify();
  const { busy, run } = useAction();
  const asked = { roundId: round.id, ...(chosen !== undefined && { itemId: chosen }) };
  const work = useOperation('monitoring.work', asked, { keep: true });
  const item = work.data?.item ?? null;
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState<HTMLTextAreaElement | null>(null);
  useEffect(() => setNote(''), [item?.id]);
  const change = (make: () => Promise<Work>, goTo: (after: Work) => string | undefined): void => {
    if (busy) return;
    void run(async () => {
      try {
        const after = await make();
        const itemId = goTo(after);
        client.setQueryData(['monitoring.work', { roundId: round.id, ...(itemId !== undefined && { itemId }) }], after);
        onChoose(itemId);
      } catch (error) {
        notify.failed(error);
        await work.refetch();
      }
    });
  };
  const give = (outcome: Outcome): void => {
    if (item === null) return;
    const evidenceId = outcome === 'captured' ? (item.captures[0]?.id ?? null) : null;
    change(
      () => call('monitoring.record', { itemId: item.id, outcome, note, evidenceId }),
      () => undefined,
    );
  };
  const undo = (): void => {
    if (work.data === undefined || work.data.latest === null || round.state !== 'running') return;
    change(
      () => call('monitoring.undo', { roundId: round.id }),
      (after) => after.item?.id,
    );
  };
  const open = (): void => {
    if (item === null) return;
    const address = item.account?.url ?? '';
    const place = { roundId: round.id, itemId: item.id };
    void call('capture.openWindow', { caseId: null, address, round: place }).catch(notify.failed);
  };
  useWorkKeys({ give, undo, open, note: () => typed?.focus() });
  return (
    <Answer of={work}>
      {(value) => (
        <div className="n-mon-work">
          {value.item === null ? (
            <NoItem round={round} />
          ) : (
            <OneAccount key={value.item.id} item={value.item} busy={busy} give={give} open={open}>
              <Textarea
                ref={setTyped}
                label={t('monitoring.work.note')}
                description={t('monitoring.work.noteHint')}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
                onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
                maxLength={2_000}
                autosize
                minRows={1}
                maxRows={4}
              />
            </OneAccount>
          )}
          {value.latest !== null && (
            <LatestLook
              latest={value.latest}
              canUndo={round.state === 'running' && !busy}
              onUndo={undo}
              counterReason={counterReason}
            />
          )}
          {reminders}
        </div>
      )}
    </Answer>
  );
}

function NoItem({ round }: { round: RoundDetail }): ReactNode {
  const { t } = useTranslation();
  if (round.state === 'stopped')
    return (
      <Notice tone="waiting" icon={IconPlayerPause}>
        {t('monitoring.stopped')}
      </Notice>
    );
  if (round.state === 'finished') return <Notice tone="done">{t('monitoring.finished')}</Notice>;
  return (
    <Empty icon={IconChecks} title={t('monitoring.allDone')}>
      {t('monitoring.allDoneText')}
    </Empty>
  );
}

type Item = NonNullable<Work['item']>;

/** Whose account it is, where it is, what was said of it before, and the six answers. */
function OneAccount({
  item,
  busy,
  give,
  open,
  children,
}: {
  item: Item;
  busy: boolean;
  give: (outcome: Outcome) => void;
  open: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  // Whoever answers with keys reads the next account at once; a reader of screens hears its name.
  useEffect(() => card.current?.focus({ preventScroll: true }), []);
  const { account, employee } = item;
  if (account === null) return null;
  return (
    <section ref={card} tabIndex={-1} className="n-card n-mon-account" aria-label={t('monitoring.work.label')}>
      <div className="n-mon-who">
        <div className="n-meta">
          {account.platform} · {t(`monitoring.item.${item.state}`)}
        </div>
        <h2>{account.handle === '' ? account.url : account.handle}</h2>
        <p className="n-mono n-mon-address">{account.url}</p>
        <p>
          <b>{employee.name}</b>
          <br />
          <span className="n-quiet">
            {[employee.position, employee.unit, employee.agency].filter((part) => part !== null).join(' · ')}
          </span>
        </p>
        <Button
          variant="default"
          leftSection={<IconExternalLink size={16} />}
          rightSection={<Kbd size="xs">O</Kbd>}
          onClick={open}
        >
          {t('monitoring.work.open')}
        </Button>
        <p className="n-meta" role="status">
          {account.url === '' ? t('monitoring.work.noAddress') : <Captures item={item} />}
        </p>
        <Earlier item={item} />
      </div>
      <div className="n-mon-answers">
        <h3>{t('monitoring.work.keys')}</h3>
        {OUTCOMES.map((outcome) => (
          <button key={outcome} type="button" className="n-mon-answer" disabled={busy} onClick={() => give(outcome)}>
            <OutcomeMark outcome={outcome} />
            <Kbd size="xs">{OUTCOME_KEYS[outcome]}</Kbd>
          </button>
        ))}
        {children}
      </div>
    </section>
  );
}

function Captures({ item: { captures } }: { item: Item }): ReactNode {
  const { t } = useTranslation();
  const newest = captures[0];
  if (newest === undefined) return t('monitoring.work.noCaptures');
  return t('monitoring.work.captures', { number: newest.number, outcome: t('monitoring.outcome.captured') });
}

function Earlier({ item: { earlier } }: { item: Item }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (earlier.length === 0) return <p className="n-meta">{t('monitoring.work.noEarlier')}</p>;
  return (
    <div className="n-mon-earlier">
      <h3>{t('monitoring.work.earlier')}</h3>
      <ul>
        {earlier.map((look) => (
          <li key={look.id}>
            <OutcomeMark outcome={look.outcome} />
            <span className="n-meta">
              {format.brief(look.at)} · {look.by} · <span className="n-mono">{look.round}</span>
              {look.note !== '' && ` · ${look.note}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
