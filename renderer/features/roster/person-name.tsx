/** A person's name in a list. */
import { IconUserMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';

/** The name; who is no longer listed is marked by icon and word. */
export function PersonName({ row }: { row: EmployeeRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.goneSince === null) return row.name;
  return (
    <span className="n-gone-name" title={t('roster.goneSince', { when: format.date(row.goneSince) })}>
      <span className="n-clip">{row.name}</span>
      <Mark tone="waiting" icon={IconUserMinus} plain>
        <span className="n-gone-word">{t('roster.gone')}</span>
      </Mark>
    </span>
  );
}
