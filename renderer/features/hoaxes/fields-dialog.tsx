/** A dialog of a few fields: how a part of a hoax is noted or changed. */
import { Autocomplete, Modal, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { EvidencePicker } from '../../ui/evidence-picker.tsx';
import { Problem } from '../../ui/states.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}
export interface DialogField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly input: 'line' | 'text' | 'day' | 'choice' | 'suggest' | 'evidence' | 'switch' | 'own';
  /** Of `own`. */
  readonly draw?: (field: {
    readonly label: string;
    readonly hint: string;
    readonly error: string | null;
    readonly value: string;
    readonly onChange: (value: string) => void;
  }) => ReactNode;
  readonly options?: readonly Option[];
  readonly required?: boolean;
  readonly maxLength?: number;
}
/** Texts by the names of their fields; a switch is 'ya' or empty. */
export type Values = Readonly<Record<string, string>>;

interface FieldsDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly submitLabel: string;
  /** May depend on what is filled in. */
  readonly fields: (values: Values) => readonly DialogField[];
  readonly initial: Values;
  readonly submit: (value: (name: string) => string) => Promise<unknown>;
  readonly onClose: () => void;
  /** Instead of `onClose`, once it is done. */
  readonly onDone?: () => void;
}

/** What is required is asked for before anything is sent; what the vault refuses is said in the dialog, which stays open. */
export function FieldsDialog(props: FieldsDialogProps): ReactNode {
  const { title, text, submitLabel, initial, submit, onClose, onDone = onClose } = props;
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const fields = props.fields(values);
  const lacking = fields.filter(({ name, required }) => required === true && (values[name] ?? '').trim() === '');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (lacking.length > 0) return;
    void run(async () => {
      await submit((name) => (values[name] ?? '').trim());
      onDone();
    });
  };
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          {text !== undefined && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
          {fields.map((field, index) => (
            <OneField
              key={field.name}
              field={field}
              first={index === 0}
              value={values[field.name] ?? ''}
              lacking={tried && lacking.includes(field)}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={submitLabel} onClose={onClose} />
      </form>
    </Modal>
  );
}

interface OneFieldProps {
  readonly field: DialogField;
  readonly first: boolean;
  readonly value: string;
  readonly lacking: boolean;
  readonly onChange: (value: string) => void;
}

function OneField({ field, first, value, lacking, onChange }: OneFieldProps): ReactNode {
  const { t } = useTranslation();
  const { label, hint, input, options = [], required = false, maxLength, draw } = field;
  const common = {
    label,
    withAsterisk: required,
    'data-autofocus': first || undefined,
    ...(hint !== undefined && { description: hint }),
    ...(lacking && { error: t('common.required') }),
  };
  const limit = maxLength === undefined ? {} : { maxLength };
  switch (input) {
    case 'choice':
      return (
        <Select
          {...common}
          data={[...options]}
          value={value === '' ? null : value}
          clearable={!required}
          allowDeselect={!required}
          clearButtonProps={{ 'aria-label': t('common.clearSearch') }}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'suggest':
      return <Autocomplete {...common} data={options.map((one) => one.value)} value={value} onChange={onChange} />;
    case 'own':
      return draw?.({ label, hint: hint ?? '', error: lacking ? t('common.required') : null, value, onChange });
    case 'evidence':
      return (
        <EvidencePicker label={label} hint={hint ?? ''} value={value || null} onChange={(id) => onChange(id ?? '')} />
      );
    case 'switch':
      return (
        <Switch
          label={label}
          checked={value === 'ya'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'ya' : '')}
        />
      );
    case 'text':
      return (
        <Textarea
          {...common}
          {...limit}
          autosize
          minRows={2}
          maxRows={10}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          {...limit}
          {...(input === 'day' && { type: 'date', w: 200 })}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
