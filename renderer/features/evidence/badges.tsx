/** What must be seen of a piece of evidence wherever it is shown. */
import {
  IconArrowsExchange,
  IconBan,
  IconCamera,
  IconCrop,
  IconFileOff,
  IconNote,
  IconViewportShort,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { CaptureWarning } from '#shared/domain/capture/record.ts';
import { Mark } from '../../ui/marks.tsx';

/** Warnings that say a part of the page is not there. */
const INCOMPLETE: ReadonlySet<string> = new Set<CaptureWarning>([
  'page-cut-off',
  'tiles-missing',
  'joins-differ',
  'images-missing',
  'viewport-picture-missing',
  'mhtml-missing',
  'text-missing',
  'still-loading',
  'page-grew',
  'document-changed',
  'page-not-responding',
  'content-recycled',
  'outer-frames-missing',
]);

/** Not the post, second-hand, from the screen or a camera, incomplete, with notes, withdrawn. */
export function EvidenceBadges({ row }: { row: EvidenceRow }): ReactNode {
  const { t } = useTranslation();
  const other = row.outcome === null || row.outcome === 'captured' ? null : row.outcome;
  const incomplete = other === null && (row.level === 'red' || row.warnings.some((code) => INCOMPLETE.has(code)));
  return (
    <>
      {row.withdrawn && (
        <Mark tone="problem" icon={IconBan}>
          {t('evidence.withdrawn')}
        </Mark>
      )}
      {other !== null && (
        <Mark tone="waiting" icon={IconFileOff}>
          {t(`names.outcome.${other}`)}
        </Mark>
      )}
      {row.secondHand && (
        <Mark tone="waiting" icon={IconArrowsExchange}>
          {t('evidence.secondHand')}
        </Mark>
      )}
      {row.origin === 'screen' && (
        <Mark tone="quiet" icon={IconCrop}>
          {t('names.origin.screen')}
        </Mark>
      )}
      {row.origin === 'photo' && (
        <Mark tone="quiet" icon={IconCamera}>
          {t('names.origin.photo')}
        </Mark>
      )}
      {incomplete && (
        <Mark tone="waiting" icon={IconViewportShort}>
          {t('evidence.incomplete')}
        </Mark>
      )}
      {other === null && !incomplete && row.warnings.length > 0 && (
        <Mark tone="quiet" icon={IconNote}>
          {t('evidence.noted')}
        </Mark>
      )}
    </>
  );
}
