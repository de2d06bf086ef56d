/** The steps that may be taken now, by the rule of the domain. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxPage } from '#shared/contract/hoaxes.ts';
import { type HoaxState, isReopening, needsReason, nextHoaxStates, refusalOf } from '#shared/domain/hoaxes/states.ts';
import { call } from '../../bridge/call.ts';
import { ReasonDialog, useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';
import { ConcludeDialog } from './conclude-dialog.tsx';

export function StepButtons({ page }: { page: HoaxPage }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [asking, setAsking] = useState<HoaxState | null>(null);
  const { hoax } = page;
  const take = (state: HoaxState): void => {
    if (state === 'disimpulkan' || needsReason(hoax.state, state)) setAsking(state);
    else void run(async () => void (await call('hoaxes.setState', { id: hoax.id, state })));
  };
  const refused = (state: HoaxState): boolean =>
    state !== 'disimpulkan' &&
    refusalOf(hoax.state, state, { verdict: hoax.verdict, followUps: hoax.followUps }) !== null;
  const words = (state: HoaxState): string =>
    isReopening(hoax.state, state)
      ? t('hoaxes.step.reopen')
      : t(`hoaxes.step.${state as Exclude<HoaxState, 'dicatat'>}`);
  return (
    <>
      <Group gap="xs" mb="sm">
        {nextHoaxStates(hoax.state).map((state, index) => (
          <Button
            key={state}
            size="compact-md"
            variant={index === 0 && !isReopening(hoax.state, state) ? 'filled' : 'default'}
            loading={busy}
            disabled={refused(state)}
            onClick={() => take(state)}
          >
            {words(state)}
          </Button>
        ))}
      </Group>
      {error !== null && <Problem error={error} />}
      {asking === 'disimpulkan' && <ConcludeDialog page={page} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'disimpulkan' && (
        <ReasonDialog
          title={words(asking)}
          text={t(asking === 'dihentikan' ? 'hoaxes.step.stopText' : 'hoaxes.step.reopenText')}
          submitLabel={words(asking)}
          submit={(reason) => call('hoaxes.setState', { id: hoax.id, state: asking, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
