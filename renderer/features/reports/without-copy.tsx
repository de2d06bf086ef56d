/** Which evidence a masked document will print as its hash alone. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../bridge/queries.ts';
import { Notice } from '../../ui/marks.tsx';

/** Evidence numbers that one notice names. */
const MOST_NAMED = 12;

/** Nothing where all evidence has a copy, or the document is not masked. */
export function WithoutCopy({ caseId, variant }: { caseId: string; variant: 'lengkap' | 'disamarkan' }): ReactNode {
  const { t } = useTranslation();
  const asked = variant === 'disamarkan' && caseId !== '';
  const list = useOperation('evidence.list', { where: 'case', caseId, limit: 1_000 }, { enabled: asked });
  const standing = (list.data?.rows ?? []).filter(({ withdrawn }) => !withdrawn);
  const bare = standing.filter(({ maskedCopy }) => !maskedCopy);
  if (!asked || bare.length === 0) return null;
  return (
    <Notice tone="info">
      {t('reports.build.withoutCopy', {
        n: bare.length,
        all: standing.length,
        numbers: bare
          .slice(0, MOST_NAMED)
          .map(({ number }) => number)
          .join(', ')
          .concat(bare.length > MOST_NAMED ? ' …' : ''),
      })}
    </Notice>
  );
}
