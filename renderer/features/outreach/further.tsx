/** The end of a list that shows its first rows only: the search finds the others. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';

/** Nothing where all are shown. */
export function Further({ rows, total }: { rows: number; total: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows >= total) return null;
  return (
    <li className="n-plain-row n-quiet">
      {t('outreach.further', { n: format.number(rows), total: format.number(total) })}
    </li>
  );
}
