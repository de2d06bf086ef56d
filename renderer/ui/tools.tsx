/** The line above a list: search as you type, filters as chips that can be taken off, and the count. */
import { Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A search field that tells its text when typing rests for a moment. `/` puts the focus here. */
export function SearchField({
  value,
  onChange,
  placeholder,
}: {
  value: string;
  onChange: (text: string) => void;
  placeholder: string;
}): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 90);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextInput
      data-list-search
      className="n-search"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && setText('')}
      placeholder={placeholder}
      aria-label={placeholder}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      rightSection={
        text !== '' && <CloseButton size="sm" aria-label={t('common.clearSearch')} onClick={() => setText('')} />
      }
      spellCheck={false}
    />
  );
}

export interface FilterChoice {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Beside a detail there is room for few filters: the first three, and whatever is set. */
export function besideDetail(filters: readonly FilterChoice[]): FilterChoice[] {
  return filters.filter(({ value }, index) => index < 3 || value !== undefined);
}

/** A menu for each filter that is not set, a chip for each that is. */
export function Filters({ choices }: { choices: readonly FilterChoice[] }): ReactNode {
  return choices.map((choice) =>
    choice.value === undefined ? (
      <FilterMenu key={choice.label} choice={choice} />
    ) : (
      <FilterChip key={choice.label} choice={choice} />
    ),
  );
}

function FilterMenu({ choice }: { choice: FilterChoice }): ReactNode {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={10}
          leftSection={<IconFilter size={15} stroke={1.6} />}
          disabled={choice.options.length === 0}
        >
          {choice.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {choice.options.map(({ value, label }) => (
          <Menu.Item key={value} onClick={() => choice.onChange(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function FilterChip({ choice }: { choice: FilterChoice }): ReactNode {
  const { t } = useTranslation();
  const words = choice.options.find(({ value }) => value === choice.value)?.label ?? choice.value;
  return (
    <span className="n-chip">
      {choice.label}: {words}
      <CloseButton
        size={20}
        icon={<IconX size={13} />}
        c="inherit"
        aria-label={`${t('common.remove')}: ${choice.label}`}
        onClick={() => choice.onChange(undefined)}
      />
    </span>
  );
}
