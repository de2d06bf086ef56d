/** The state of a session as a mark. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutreachSessionState } from '#shared/domain/outreach/session-rules.ts';
import { Mark } from '../../ui/marks.tsx';

const TONES = { planned: 'waiting', held: 'done', cancelled: 'quiet' } as const;

/** With its word; colour is never alone. */
export function SessionState({ state }: { state: OutreachSessionState }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={TONES[state]}>{t(`outreach.state.${state}`)}</Mark>;
}
