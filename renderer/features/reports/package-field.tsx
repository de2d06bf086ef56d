/** Which package minutes of a hand-over are about: one made here, or one received. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';

interface PackageFieldProps {
  readonly label: string;
  /** Id of the package; empty for none. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function PackageField({ label, value, onChange }: PackageFieldProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const made = useOperation('handover.made', {});
  const received = useOperation('handover.received', {});
  const data = [
    {
      group: t('documents.package.made'),
      items: (made.data?.rows ?? []).map(({ id, caseNumber, name, madeAt }) => ({
        value: id,
        label: `${caseNumber} · ${name} · ${format.date(madeAt)}`,
      })),
    },
    {
      group: t('documents.package.received'),
      items: (received.data?.rows ?? []).map(({ id, caseNumber, fileName, receivedAt }) => ({
        value: id,
        label: `${caseNumber} · ${fileName} · ${format.date(receivedAt)}`,
      })),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      label={label}
      description={t('documents.fieldHint.package')}
      data={data}
      clearable
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}
