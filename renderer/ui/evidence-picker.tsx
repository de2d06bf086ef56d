/** Finds one item of evidence by number, title or note: in a case, or everywhere. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../bridge/queries.ts';

interface EvidencePickerProps {
  readonly label: string;
  readonly hint: string;
  /** Only what is filed in this case. */
  readonly caseId?: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly autoFocus?: boolean;
}

const OFFERED = 30;

/** A field that searches as one types. */
export function EvidencePicker({ label, hint, caseId, value, onChange, autoFocus }: EvidencePickerProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [asked] = useDebouncedValue(text.trim(), 90);
  // The field shows the chosen item's words; these are no question.
  const query = asked === chosen?.label ? '' : asked;
  const found = useOperation(
    'evidence.list',
    { query, limit: OFFERED, ...(caseId === undefined ? {} : { where: 'case' as const, caseId }) },
    { keep: true },
  );
  const rows = (found.data?.rows ?? [])
    .filter((row) => !row.withdrawn)
    .map((row) => ({
      value: row.id,
      label: row.title === '' ? row.number : `${row.number} · ${row.title}`,
    }));
  const data = chosen === null || rows.some((row) => row.value === chosen.value) ? rows : [chosen, ...rows];
  return (
    <Select
      label={label}
      description={hint}
      data={data}
      value={value}
      onChange={(id) => {
        setChosen(data.find((row) => row.value === id) ?? null);
        onChange(id);
      }}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('acts.evidenceNone')}
      clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
      data-autofocus={autoFocus === true || undefined}
    />
  );
}
