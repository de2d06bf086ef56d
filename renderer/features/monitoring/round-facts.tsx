/** The plan of a round, its draw (which can be repeated), and what came of it. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { RoundDetail } from '#shared/contract/monitoring.ts';
import { planWords } from '#shared/domain/monitoring/plan-words.ts';
import { OUTCOMES } from '#shared/domain/monitoring/rules.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { Facts } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { OutcomeMark } from './round-marks.tsx';

export function RoundFacts({ round }: { round: RoundDetail }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <div className="n-mon-facts">
      <Facts
        rows={[
          [t('monitoring.facts.covers'), planWords(round.plan, language, format.calendar).join('; ')],
          [
            t('monitoring.facts.seed'),
            <span key="seed">
              <span className="n-mono">{round.seed}</span>{' '}
              <span className="n-quiet">
                ({t(round.seedGiven ? 'monitoring.facts.seedGiven' : 'monitoring.facts.seedDrawn')})
              </span>
            </span>,
          ],
          ...(round.population === null
            ? []
            : [
                [
                  t('monitoring.facts.population'),
                  t('monitoring.facts.populationText', { n: format.number(round.population) }),
                ] as const,
              ]),
          [t('monitoring.facts.createdBy'), `${round.createdBy}, ${format.brief(round.createdAt)}`],
          ...(round.endedAt === null
            ? []
            : [[t('monitoring.facts.endedBy'), `${round.endedBy ?? ''}, ${format.brief(round.endedAt)}`] as const]),
          ...linked(t('monitoring.facts.carriedFrom'), round.carriedFrom),
          ...linked(t('monitoring.facts.carriedTo'), round.carriedTo),
        ]}
      />
      {round.seriesEnded && <Notice tone="info">{t('monitoring.facts.seriesEnded')}</Notice>}
      <RoundTools round={round} />
      <h3>{t('monitoring.facts.outcomes')}</h3>
      <ul className="n-mon-outcomes">
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <OutcomeMark outcome={outcome} />
            <b>{format.number(round.outcomes[outcome] ?? 0)}</b>
          </li>
        ))}
        {round.left > 0 && (
          <li>
            {t('monitoring.facts.left')} <b>{format.number(round.left)}</b>
          </li>
        )}
        {round.carried > 0 && (
          <li>
            {t('monitoring.facts.carried')} <b>{format.number(round.carried)}</b>
          </li>
        )}
      </ul>
      <p className="n-meta">{t('monitoring.facts.retention')}</p>
    </div>
  );
}

function linked(label: string, round: RoundDetail['carriedTo']): (readonly [string, ReactNode])[] {
  if (round === null) return [];
  return [
    [
      label,
      <Link key={round.id} to="/pemantauan" search={{ ronde: round.id }} className="n-mono">
        {round.number}
      </Link>,
    ],
  ];
}

/** What is done with a round apart from its work. */
function RoundTools({ round }: { round: RoundDetail }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'assign' | 'end' | null>(null);
  const recurring = round.nextOn !== null && !round.seriesEnded;
  return (
    <>
      <Group gap="xs">
        {round.plan.sample !== null && round.population !== null && <CheckDraw id={round.id} />}
        {recurring && (
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              void navigate({ to: '/pemantauan', search: { ronde: round.id, mulai: true, lanjut: round.id } })
            }
          >
            {t('monitoring.action.next')}
          </Button>
        )}
        {round.state !== 'finished' && (
          <Button variant="default" size="xs" onClick={() => setOpen('assign')}>
            {t('monitoring.action.assign')}
          </Button>
        )}
        {recurring && (
          <Button variant="subtle" color="gray" size="xs" onClick={() => setOpen('end')}>
            {t('monitoring.action.endSeries')}
          </Button>
        )}
      </Group>
      {open === 'assign' && <AssignDialog round={round} onClose={() => setOpen(null)} />}
      {open === 'end' && (
        <ConfirmDialog
          title={t('monitoring.endSeries.title')}
          text={t('monitoring.endSeries.text', { title: round.title })}
          submitLabel={t('monitoring.endSeries.title')}
          submit={() => call('monitoring.endSeries', { id: round.id })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function CheckDraw({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, error, run } = useAction();
  const [draw, setDraw] = useState<OutputOf<'monitoring.checkDraw'> | null>(null);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowsShuffle size={14} />}
        loading={busy}
        onClick={() => void run(async () => setDraw(await call('monitoring.checkDraw', { id })))}
      >
        {t('monitoring.facts.check')}
      </Button>
      {error !== null && <Problem error={error} />}
      {draw !== null && (
        <div role="status">
          <Notice tone={draw.same ? 'done' : 'problem'}>
            {draw.same
              ? t('monitoring.facts.same', {
                  size: format.number(Math.min(draw.size, draw.population)),
                  n: format.number(draw.population),
                  hash: draw.populationSha256.slice(0, 16),
                })
              : t('monitoring.facts.differs')}
          </Notice>
        </div>
      )}
    </>
  );
}

function AssignDialog({ round, onClose }: { round: RoundDetail; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { data } = useOperation('monitoring.choices', {});
  const { busy, error, run } = useAction();
  const [assigneeId, setAssigneeId] = useState(round.assignee.id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('monitoring.assign', { id: round.id, assigneeId });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('monitoring.action.assign')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('monitoring.plan.assignee')}
            data={(data?.users ?? [round.assignee]).map(({ id, name }) => ({ value: id, label: name }))}
            value={assigneeId}
            allowDeselect={false}
            onChange={(value) => setAssigneeId(value ?? assigneeId)}
            data-autofocus
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
