/** The fields about who reported, in the form and when an identity is recorded later. */
import { Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reporter } from '#shared/contract/public-reports.ts';

export const NO_REPORTER: Reporter = {
  name: '',
  identityNumber: '',
  phone: '',
  email: '',
  address: '',
  note: '',
  aliases: [],
  confidential: true,
};

interface ReporterFieldsProps {
  readonly value: Reporter;
  readonly onChange: (reporter: Reporter) => void;
}

export function ReporterFields({ value, onChange }: ReporterFieldsProps): ReactNode {
  const { t } = useTranslation();
  const field = (name: 'name' | 'identityNumber' | 'phone' | 'email') => ({
    label: t(`publicReports.reporter.${name}`),
    value: value[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <Group grow>
        <TextInput {...field('name')} />
        <TextInput {...field('identityNumber')} />
      </Group>
      <Group grow>
        <TextInput {...field('phone')} />
        <TextInput {...field('email')} />
      </Group>
      <Textarea
        label={t('publicReports.reporter.address')}
        autosize
        value={value.address}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Textarea
          label={t('publicReports.reporter.aliases')}
          description={t('publicReports.reporter.aliasesHint')}
          autosize
          value={value.aliases.join('\n')}
          onChange={(event) => onChange({ ...value, aliases: event.currentTarget.value.split('\n').slice(0, 10) })}
        />
        <Textarea
          label={t('publicReports.reporter.note')}
          autosize
          value={value.note}
          onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
        />
      </Group>
      <Switch
        label={t('publicReports.reporter.confidential')}
        checked={value.confidential}
        onChange={(event) => onChange({ ...value, confidential: event.currentTarget.checked })}
      />
    </Stack>
  );
}

/** As it is kept: lines that say nothing left out. */
export function cleanReporter(reporter: Reporter): Reporter {
  return { ...reporter, aliases: reporter.aliases.map((one) => one.trim()).filter((one) => one !== '') };
}
