/** The grade of an account as icon and word. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grade } from '#shared/domain/roster/account-proof.ts';
import { Mark, type Tone } from '../../ui/marks.tsx';

const TONES: Readonly<Record<Grade, Tone>> = {
  terkonfirmasi: 'done',
  kuat: 'info',
  lemah: 'waiting',
  belum: 'waiting',
};

/** Terkonfirmasi, kuat, lemah, belum dikonfirmasi. */
export function GradeMark({ grade }: { grade: Grade }): ReactNode {
  const { t } = useTranslation();
  return <Mark tone={TONES[grade]}>{t(`names.confidence.${grade}`)}</Mark>;
}
