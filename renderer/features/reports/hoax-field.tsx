/** Which hoax a clarification is about: those whose fact check is concluded. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../bridge/queries.ts';

interface HoaxFieldProps {
  readonly label: string;
  /** Id of the hoax; empty for none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function HoaxField({ label, value, onChange }: HoaxFieldProps): ReactNode {
  const { t } = useTranslation();
  const list = useOperation('hoaxes.list', { limit: 1_000 });
  const data = (list.data?.rows ?? [])
    .filter(({ verdict }) => verdict !== null)
    .map(({ id, number, claim }) => ({ value: id, label: `${number} · ${claim}` }));
  return (
    <Select
      label={label}
      description={t('documents.fieldHint.hoax')}
      withAsterisk
      searchable
      limit={50}
      data={data}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
