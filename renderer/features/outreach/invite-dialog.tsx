/** Everybody whom the coverage list shows, invited to a planned session or to a new one. */
import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Problem } from '../../ui/states.tsx';
import { SessionForm } from './session-form.tsx';

interface InviteDialogProps {
  readonly filter: CallOf<'outreach.persons'>;
  readonly total: number;
  readonly onClose: () => void;
  /** Given the session that they were invited to. */
  readonly onDone: (sessionId: string) => void;
}

/** The dialog. */
export function InviteDialog({ filter, total, onClose, onDone }: InviteDialogProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const planned = useOperation('outreach.upcoming', { limit: 100 });
  const [sessionId, setSessionId] = useState<string | null>(null);
  const [planning, setPlanning] = useState(false);
  const { busy, error, run } = useAction();
  const invite = (id: string): void =>
    void run(async () => {
      const { added, already } = await call('outreach.invite', { sessionId: id, people: { matching: filter } });
      notify.done(t('outreach.coverage.invited', { added: format.number(added), already: format.number(already) }));
      onClose();
      onDone(id);
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sessionId !== null) invite(sessionId);
  };
  const sessions = planned.data?.rows ?? [];
  if (planning) return <SessionForm session={null} onClose={() => setPlanning(false)} onSaved={invite} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('outreach.coverage.inviteTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('outreach.coverage.inviteText', { n: format.number(total) })}
          </Text>
          <Select
            label={t('outreach.coverage.inviteTo')}
            placeholder={sessions.length === 0 ? t('outreach.coverage.inviteNone') : undefined}
            data={sessions.map(({ id, number, topic, day }) => ({
              value: id,
              label: `${number} ${topic} (${format.calendar(day)})`,
            }))}
            value={sessionId}
            onChange={setSessionId}
            disabled={sessions.length === 0}
            data-autofocus
          />
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setPlanning(true)}>
            {t('outreach.coverage.inviteNew')}
          </Button>
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons
          busy={busy}
          disabled={sessionId === null}
          label={t('outreach.coverage.inviteSubmit')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
