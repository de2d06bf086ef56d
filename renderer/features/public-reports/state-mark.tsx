/** Where a report stands, wherever one is named. */
import {
  IconArrowForward,
  IconEye,
  IconFolders,
  IconListCheck,
  IconMailOpened,
  IconSearch,
  IconSpeakerphone,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicReportRow } from '#shared/contract/public-reports.ts';
import type { PublicReportState } from '#shared/domain/public-reports/states.ts';
import { useFormat } from '../../ui/format.ts';
import { type Icon, Mark, type Tone } from '../../ui/marks.tsx';

const LOOKS: Readonly<Record<PublicReportState, { tone: Tone; icon?: Icon }>> = {
  baru: { tone: 'info', icon: IconMailOpened },
  kurang: { tone: 'waiting', icon: IconListCheck },
  telaah: { tone: 'info', icon: IconSearch },
  pemantauan: { tone: 'sealed', icon: IconEye },
  kasus: { tone: 'sealed', icon: IconFolders },
  diteruskan: { tone: 'sealed', icon: IconArrowForward },
  hoaks: { tone: 'sealed', icon: IconSpeakerphone },
  ditutup: { tone: 'quiet' },
};

/** The mark of a state. */
export function StateMark({ state }: { state: PublicReportState }): ReactNode {
  const { t } = useTranslation();
  const { tone, icon } = LOOKS[state];
  return (
    <Mark tone={tone} {...(icon !== undefined && { icon })}>
      {t(`publicReports.value.state.${state}`)}
    </Mark>
  );
}

/** When it is due; nothing where nothing is. */
export function DueMark({ of: { dueDay, overdue } }: { of: Pick<PublicReportRow, 'dueDay' | 'overdue'> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (dueDay === null) return null;
  if (overdue)
    return (
      <Mark tone="problem">
        {t('publicReports.overdue')} · {format.day(dueDay)}
      </Mark>
    );
  return <span className="n-meta">{t('publicReports.due', { when: format.day(dueDay) })}</span>;
}
