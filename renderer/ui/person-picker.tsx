/** Finds one person of the roster by name or NIP. */
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../bridge/queries.ts';
import { Figure } from './mono.tsx';

interface PersonPickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** A field that searches as one types; titles are ignored by the vault. */
export function PersonPicker({ label, hint, value, onChange }: PersonPickerProps): ReactNode {
  const { t } = useTranslation();
  const box = useCombobox();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 90);
  const found = useOperation('roster.list', { query: asked, limit: 8 }, { enabled: asked.length > 1, keep: true });
  const chosen = useOperation('roster.get', { id: value ?? '' }, { enabled: value !== null });
  const rows = asked.length > 1 ? (found.data?.rows ?? []) : [];
  const shown = value === null ? text : (chosen.data?.employee.name ?? '');
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        onChange(id);
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          description={hint}
          placeholder={t('cases.respondent.search')}
          value={shown}
          onChange={(event) => {
            onChange(null);
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          autoComplete="off"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked.length < 2}>
        <Combobox.Options>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              {row.name}
              <div className="n-meta">
                <Figure>{row.nip ?? row.nik}</Figure> · {row.unit ?? row.agency ?? '—'}
              </div>
            </Combobox.Option>
          ))}
          {rows.length === 0 && <Combobox.Empty>{t('cases.respondent.notFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
