/** Finds a person of the roster by part of a name or NIP; Enter takes the first that fits, and the field is free again. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployeeRow } from '#shared/contract/roster.ts';
import { useOperation } from '../../bridge/queries.ts';
import { Figure } from '../../ui/mono.tsx';

interface QuickPersonProps {
  readonly label: string;
  readonly onPick: (person: EmployeeRow) => void;
  readonly autoFocus?: boolean;
}

/** The field; it keeps the focus, so that a list is typed in one go. */
export function QuickPerson({ label, onPick, autoFocus = false }: QuickPersonProps): ReactNode {
  const { t } = useTranslation();
  const box = useCombobox();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 60);
  const wanted = text.trim().length > 1;
  const found = useOperation('roster.list', { query: asked, limit: 8 }, { enabled: asked.length > 1, keep: true });
  const rows = wanted && asked === text.trim() ? (found.data?.rows ?? []) : [];
  const { selectFirstOption } = box;
  useEffect(() => {
    if (rows.length > 0) selectFirstOption();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the rows are new objects each time; their ids say whether they changed
  }, [rows.map(({ id }) => id).join(' ')]);
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const person = rows.find((row) => row.id === id);
        if (person === undefined) return;
        onPick(person);
        setText('');
        box.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          aria-label={label}
          placeholder={label}
          leftSection={<IconUserPlus size={16} stroke={1.6} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => wanted && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={autoFocus || undefined}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!wanted}>
        <Combobox.Options>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              {row.name}
              <div className="n-meta">
                <Figure>{row.nip ?? row.nik}</Figure> · {row.unit ?? row.agency ?? '—'}
              </div>
            </Combobox.Option>
          ))}
          {rows.length === 0 && found.data !== undefined && (
            <Combobox.Empty>{t('outreach.emptySearch')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
