/** One session: what it is, its state, material, invitations, who was there, printed sheets, rows to be settled. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutreachSessionPage } from '#shared/contract/outreach.ts';
import type { OutreachSessionState } from '#shared/domain/outreach/session-rules.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Page, Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { AttendanceSection } from './attendance.tsx';
import { InviteesSection } from './invitees.tsx';
import { MaterialsSection } from './materials.tsx';
import { OpenRowsSection } from './open-rows.tsx';
import { SessionForm } from './session-form.tsx';
import { SessionState } from './session-state.tsx';
import { SheetsSection } from './sheets.tsx';

/** The page; `onClose` goes back to the list. */
export function SessionPage({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const page = useOperation('outreach.get', { id });
  return <Answer of={page}>{(value) => <Filled page={value} onClose={onClose} />}</Answer>;
}

function Filled({ page, onClose }: { page: OutreachSessionPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { session } = page;
  const times = [session.begins, session.ends]
    .filter((time) => time !== '')
    .map(format.clock)
    .join('–');
  const hours = times === '' ? '' : `${times} ${format.zone}`;
  return (
    <Page
      title={session.topic}
      detail={
        <Group gap="xs">
          <span className="n-mono">{session.number}</span>
          <SessionState state={session.state} />
        </Group>
      }
      actions={<Actions page={page} onClose={onClose} />}
    >
      <Section title={t('outreach.facts.title')}>
        <Facts
          rows={[
            [t('outreach.facts.day'), [format.calendar(session.day), hours].filter((part) => part !== '').join(', ')],
            [t('outreach.facts.place'), placeOf(session.place, session.online ? t('outreach.online') : '')],
            [
              t('outreach.facts.speakers'),
              session.speakers.map(({ name, office }) => (office === '' ? name : `${name} (${office})`)).join('; '),
            ],
            [t('outreach.facts.summary'), session.summary],
            [t('outreach.facts.note'), session.note],
          ]}
        />
      </Section>
      <AttendanceSection session={session} />
      <OpenRowsSection rows={page.openRows} />
      <InviteesSection session={session} />
      <SheetsSection session={session} sheets={page.sheets} />
      <MaterialsSection sessionId={session.id} materials={page.materials} />
      <History states={page.states} />
    </Page>
  );
}

function placeOf(place: string, online: string): string {
  return [place, online].filter((part) => part !== '').join(' · ');
}

function Actions({ page, onClose }: { page: OutreachSessionPage; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, run } = useAction();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<OutreachSessionState | null>(null);
  const { session, next } = page;
  const go = (state: OutreachSessionState): void => {
    if (state !== 'held') setAsking(state);
    else
      void run(async () => {
        try {
          await call('outreach.setState', { id: session.id, state });
        } catch (error) {
          notify.failed(error);
        }
      });
  };
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconArrowLeft size={16} />} onClick={onClose}>
        {t('outreach.back')}
      </Button>
      {session.state !== 'cancelled' && (
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
          {t('outreach.act.edit')}
        </Button>
      )}
      {next.map((state) => (
        <Button
          key={state}
          loading={busy && state === 'held'}
          {...(state === 'held' ? { leftSection: <IconCheck size={16} /> } : { variant: 'default' })}
          onClick={() => go(state)}
        >
          {t(`outreach.act.${state}`)}
        </Button>
      ))}
      {editing && <SessionForm session={session} onClose={() => setEditing(false)} onSaved={() => undefined} />}
      {asking !== null && (
        <ReasonDialog
          title={t(`outreach.act.${asking}`)}
          text={t(asking === 'cancelled' ? 'outreach.act.cancelText' : 'outreach.act.planText')}
          submitLabel={t(`outreach.act.${asking}`)}
          danger={asking === 'cancelled'}
          submit={(reason) => call('outreach.setState', { id: session.id, state: asking, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </Group>
  );
}

function History({ states }: { states: OutreachSessionPage['states'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('outreach.history.title')}>
      <ul className="n-rows n-card">
        {states.map(({ state, at, user, reason }) => (
          <li key={at} className="n-plain-row">
            <b>{t(`outreach.state.${state}`)}</b>
            {reason !== '' && `: ${reason}`}
            <div className="n-meta">
              {format.brief(at)} {t('outreach.history.by', { name: user })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
