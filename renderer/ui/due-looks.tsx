/** Second looks that are due, with the way to run them: on the first page and beside the queues. */
import { Button } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/call.ts';
import { useOperation } from '../bridge/queries.ts';
import { useAction } from './dialogs.tsx';
import { useFormat } from './format.ts';
import { useNotify } from './notify.tsx';
import { Section } from './page.tsx';

/** Shown at most; the others are counted. */
const SHOWN = 5;

/** Nothing where none is due. */
export function DueLooks(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const notify = useNotify();
  const { busy, run } = useAction();
  const { data } = useOperation('secondLooks.due', {});
  if (data === undefined || data.due.length === 0) return null;
  const start = (): void =>
    void run(async () => {
      try {
        const { id } = await call('secondLooks.run', {});
        notify.done(t('captureQueue.look.started'));
        void navigate({ to: '/antrean', search: { pilih: id } });
      } catch (error) {
        notify.failed(error);
      }
    });
  return (
    <Section
      title={t('captureQueue.look.due')}
      actions={
        <Button size="xs" leftSection={<IconRefreshDot size={15} />} loading={busy} onClick={start}>
          {t('captureQueue.look.run', { n: data.due.length })}
        </Button>
      }
    >
      <ul className="n-rows n-card">
        {data.due.slice(0, SHOWN).map(({ id, before, dueOn }) => (
          <li key={id} className="n-plain-row">
            <div className="n-clip">
              <Link to="/bukti" search={{ lihat: before.id }} className="n-mono">
                {before.number}
              </Link>{' '}
              {before.title}
            </div>
            <div className="n-meta n-clip">
              {t('captureQueue.look.dueOn', { day: format.calendar(dueOn) })} · {before.address}
            </div>
          </li>
        ))}
        {data.due.length > SHOWN && (
          <li className="n-plain-row n-meta">{t('captureQueue.create.more', { n: data.due.length - SHOWN })}</li>
        )}
      </ul>
    </Section>
  );
}
