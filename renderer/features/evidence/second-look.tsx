/** Second looks at one item: planned, due, and what they found; each leads to the other capture. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconColumns } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureComparison, SecondLook } from '#shared/contract/capture-queue.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark, type Tone } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import './second-look.css';

const IN_DAYS = ['1', '3', '7', '14', '30', 'date'] as const;
type When = (typeof IN_DAYS)[number];

const TONES: Readonly<Record<CaptureComparison['verdict'], Tone>> = {
  same: 'done',
  changed: 'waiting',
  gone: 'waiting',
  'not-comparable': 'quiet',
};

/** The section of a capture's details; `mayPlan` is false for what was withdrawn. */
export function SecondLooks({ evidenceId, mayPlan }: { evidenceId: string; mayPlan: boolean }): ReactNode {
  const { t } = useTranslation();
  const { data } = useOperation('secondLooks.of', { evidenceId });
  const [planning, setPlanning] = useState(false);
  if (data === undefined) return null;
  return (
    <Section
      title={t('captureQueue.look.title')}
      actions={
        mayPlan && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconCalendarPlus size={15} />}
            onClick={() => setPlanning(true)}
          >
            {t('captureQueue.look.plan')}
          </Button>
        )
      }
    >
      {data.looks.length === 0 && <p className="n-meta n-looks-none">{t('captureQueue.look.none')}</p>}
      <ul className="n-rows">
        {data.looks.map((look) => (
          <OneLook key={look.id} look={look} evidenceId={evidenceId} />
        ))}
      </ul>
      {planning && <PlanDialog evidenceId={evidenceId} onClose={() => setPlanning(false)} />}
    </Section>
  );
}

function OneLook({ look, evidenceId }: { look: SecondLook; evidenceId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const [comparing, setComparing] = useState(false);
  const { comparison, before, after } = look;
  const other = before.id === evidenceId ? after : before;
  const which = before.id === evidenceId ? 'captureQueue.look.second' : 'captureQueue.look.first';
  const cancel = (): void => void call('secondLooks.cancel', { id: look.id }).catch(notify.failed);
  return (
    <li className="n-look">
      <div className="n-look-line">
        {comparison === null ? (
          <Mark tone="info">{t(`captureQueue.look.state.${look.state}`)}</Mark>
        ) : (
          <Mark tone={TONES[comparison.verdict]}>{t(`captureQueue.look.verdict.${comparison.verdict}`)}</Mark>
        )}
        <span className="n-meta">{t('captureQueue.look.dueOn', { day: format.calendar(look.dueOn) })}</span>
        {look.state === 'planned' && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={cancel}>
            {t('captureQueue.look.cancel')}
          </Button>
        )}
        {comparison !== null && (comparison.text !== null || comparison.picture !== null) && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconColumns size={14} />}
            onClick={() => setComparing(true)}
          >
            {t('captureQueue.look.compare')}
          </Button>
        )}
      </div>
      {comparison !== null && <Finding look={look} comparison={comparison} />}
      {other !== null && (
        <div className="n-meta">
          <Link to="/bukti" search={{ lihat: other.id }}>
            {t(which, { number: other.number })}
          </Link>{' '}
          · {format.brief(other.capturedAt)}
        </div>
      )}
      {comparing && after !== null && comparison !== null && (
        <CompareDialog before={before} after={after} comparison={comparison} onClose={() => setComparing(false)} />
      )}
    </li>
  );
}

/** The verdict as a sentence that says no more than was seen. */
function Finding({ look, comparison }: { look: SecondLook; comparison: CaptureComparison }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, reason, changed } = comparison;
  const words = {
    gone: () => t('captureQueue.look.goneText', { when: format.instant(look.after?.capturedAt ?? look.plannedAt) }),
    same: () => (look.after?.outcome === 'gone' ? '' : t('captureQueue.look.sameText', { number: look.before.number })),
    changed: () => changed.map((part) => t(`captureQueue.look.changed.${part}`)).join(', '),
    'not-comparable': () => (reason === null ? '' : t(`captureQueue.look.reason.${reason}`)),
  }[verdict]();
  return words === '' ? null : <p className="n-look-words">{words}</p>;
}

function PlanDialog({ evidenceId, onClose }: { evidenceId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [when, setWhen] = useState<When>('7');
  const [date, setDate] = useState('');
  const { busy, error, run } = useAction();
  const dueOn = when === 'date' ? date : dayIn(Number(when), format.zone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await call('secondLooks.plan', { evidenceId, dueOn });
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      zIndex={400}
      title={t('captureQueue.look.planTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <p className="n-meta n-looks-none">{t('captureQueue.look.planText')}</p>
        <Segmented
          label={t('captureQueue.look.when')}
          data={IN_DAYS.map((value) => ({
            value,
            label: value === 'date' ? t('captureQueue.look.date') : t('captureQueue.look.inDays', { n: value }),
          }))}
          value={when}
          onChange={setWhen}
          wide
        />
        {when === 'date' ? (
          <TextInput
            mt="sm"
            type="date"
            label={t('captureQueue.look.date')}
            value={date}
            min={dayIn(0, format.zone)}
            onChange={(event) => setDate(event.currentTarget.value)}
            required
          />
        ) : (
          <p className="n-look-words" role="status">
            {format.calendar(dueOn)}
          </p>
        )}
        {error !== null && (
          <Group mt="sm">
            <Problem error={error} />
          </Group>
        )}
        <DialogButtons busy={busy} disabled={dueOn === ''} label={t('captureQueue.look.plan')} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** Hours before UTC's own midnight, by the office's zone. */
const HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const;

/** The day so many days from now where the office is, YYYY-MM-DD. */
function dayIn(days: number, zone: keyof typeof HOURS): string {
  return new Date(Date.now() + HOURS[zone] * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
