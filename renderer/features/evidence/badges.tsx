/** What must be seen of a piece of evidence wherever it is shown. */
import { IconArrowsExchange, IconBan, IconViewportShort } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import { Mark } from '../../ui/marks.tsx';

/** Second-hand, incomplete, withdrawn. */
export function EvidenceBadges({ row }: { row: EvidenceRow }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {row.withdrawn && (
        <Mark tone="problem" icon={IconBan}>
          {t('evidence.withdrawn')}
        </Mark>
      )}
      {row.secondHand && (
        <Mark tone="waiting" icon={IconArrowsExchange}>
          {t('evidence.secondHand')}
        </Mark>
      )}
      {row.warnings.length > 0 && (
        <Mark tone="waiting" icon={IconViewportShort}>
          {t('evidence.incomplete')}
        </Mark>
      )}
    </>
  );
}
