/** Ends a round, and says what becomes of what is left of it. */
import { Modal, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '#shared/contract/monitoring.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Problem } from '../../ui/states.tsx';

const REMAINING = ['carry', 'leave'] as const;

export function FinishDialog({ round, onClose }: { round: RoundRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { busy, error, run } = useAction();
  const [remaining, setRemaining] = useState<(typeof REMAINING)[number]>('carry');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const { carriedTo } = await call('monitoring.finish', { id: round.id, remaining });
      onClose();
      if (carriedTo !== null) await navigate({ to: '/pemantauan', search: { ronde: carriedTo } });
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('monitoring.finish.title')}: ${round.title}`}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            {round.open === 0
              ? t('monitoring.finish.none')
              : t('monitoring.finish.text', { n: format.number(round.open) })}
          </Text>
          {round.open > 0 && (
            <Radio.Group
              label={t('monitoring.finish.remaining')}
              value={remaining}
              onChange={(value) => setRemaining(REMAINING.find((one) => one === value) ?? remaining)}
            >
              <Stack gap={8} mt={6}>
                {REMAINING.map((value) => (
                  <Radio key={value} value={value} label={t(`monitoring.finish.${value}`)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('monitoring.finish.submit')} onClose={onClose} />
      </form>
    </Modal>
  );
}
