/** A folder that the user chooses in the system's dialog or types. */
import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from '#shared/contract/index.ts';
import { call } from '../../bridge/call.ts';
import { useNotify } from '../../ui/notify.tsx';

interface FolderFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly purpose: CallOf<'app.chooseDirectory'>['purpose'];
  readonly value: string;
  readonly onChange: (directory: string) => void;
  readonly error?: string | undefined;
}

/** The field with its button. */
export function FolderField({ label, hint, purpose, value, onChange, error }: FolderFieldProps): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const choose = (): void => {
    call('app.chooseDirectory', { purpose }).then(({ directory }) => {
      if (directory !== null) onChange(directory);
    }, notify.failed);
  };
  return (
    <TextInput
      label={label}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      spellCheck={false}
      rightSectionWidth={84}
      rightSection={
        <Button variant="subtle" size="compact-sm" onClick={choose}>
          {t('common.choose')} …
        </Button>
      }
    />
  );
}
