/** States of rounds and outcomes of looks as icon and word. */
import { IconEyeOff, IconLock, IconPhotoCheck, IconRefresh, IconUserOff, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundItem, RoundRow } from '#shared/contract/monitoring.ts';
import type { Outcome } from '#shared/domain/monitoring/rules.ts';
import { type Icon, Mark, type Tone } from '../../ui/marks.tsx';

const STATE_TONES: Readonly<Record<RoundRow['state'], Tone>> = {
  running: 'info',
  stopped: 'waiting',
  finished: 'done',
};

/** Neutral tones: an outcome says what a look came to, not how grave it is. */
const OUTCOMES: Readonly<Record<Outcome, { readonly tone: Tone; readonly icon: Icon }>> = {
  nothing: { tone: 'done', icon: IconCircleCheck },
  again: { tone: 'waiting', icon: IconRefresh },
  captured: { tone: 'info', icon: IconPhotoCheck },
  gone: { tone: 'quiet', icon: IconEyeOff },
  private: { tone: 'quiet', icon: IconLock },
  'not-person': { tone: 'quiet', icon: IconUserOff },
};

export function RoundMark({ state }: { state: RoundRow['state'] }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={STATE_TONES[state]}>{t(`monitoring.state.${state}`)}</Mark>;
}

export function OutcomeMark({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslation();
  const { tone, icon } = OUTCOMES[outcome];
  return (
    <Mark tone={tone} icon={icon} plain>
      {t(`monitoring.outcome.${outcome}`)}
    </Mark>
  );
}

/** The last outcome of an item, or why it has none. */
export function ItemMark({ item }: { item: RoundItem }): ReactNode {
  const { t } = useTranslation();
  if (item.last !== null && item.state !== 'left' && item.state !== 'carried')
    return <OutcomeMark outcome={item.last.outcome} />;
  return (
    <Mark tone={item.state === 'left' ? 'waiting' : 'quiet'} plain>
      {t(`monitoring.item.${item.state}`)}
    </Mark>
  );
}
