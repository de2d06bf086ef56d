/** The status of a case, wherever one is named. */
import {
  IconArrowForward,
  IconCircleCheck,
  IconCircleDashed,
  IconClipboardCheck,
  IconGavel,
  IconMessage,
  IconPencil,
  IconPlayerStop,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_STATUSES, type CaseStatus } from '#shared/domain/cases/status.ts';
import { type Icon, Mark, type Tone } from './marks.tsx';

const LOOKS: Readonly<Record<CaseStatus, { tone: Tone; icon: Icon }>> = {
  draf: { tone: 'quiet', icon: IconPencil },
  terdaftar: { tone: 'info', icon: IconClipboardCheck },
  telaah: { tone: 'info', icon: IconSearch },
  klarifikasi: { tone: 'waiting', icon: IconMessage },
  diteruskan: { tone: 'sealed', icon: IconArrowForward },
  pemeriksaan: { tone: 'waiting', icon: IconCircleDashed },
  diputus: { tone: 'sealed', icon: IconGavel },
  selesai: { tone: 'done', icon: IconCircleCheck },
  dihentikan: { tone: 'quiet', icon: IconPlayerStop },
};

/** The mark of a status; a status this version does not know is shown as it is written. */
export function CaseStatusMark({ status }: { status: string }): ReactNode {
  const { t } = useTranslation();
  const known = CASE_STATUSES.find((listed) => listed === status);
  if (known === undefined) return <Mark tone="quiet">{status}</Mark>;
  return (
    <Mark tone={LOOKS[known].tone} icon={LOOKS[known].icon}>
      {t(`names.caseStatus.${known}`)}
    </Mark>
  );
}
