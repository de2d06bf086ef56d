/** What is known of the seal that signed a package. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealKnowledge } from '#shared/contract/handover.ts';
import { Mark, type Tone } from '../../ui/marks.tsx';

/** How each is shown. */
export const SEAL_TONES: Readonly<Record<SealKnowledge, Tone>> = {
  own: 'sealed',
  known: 'sealed',
  new: 'waiting',
  changed: 'problem',
};

/** In a word. */
export function SealMark({ seal }: { seal: SealKnowledge }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={SEAL_TONES[seal]}>{t(`handover.seal.${seal}`)}</Mark>;
}
