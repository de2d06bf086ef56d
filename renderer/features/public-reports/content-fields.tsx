/** The fields of what is reported, in the form and when it is edited. */
import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { publicReportChannel, publicReportTopic } from '#shared/contract/public-reports.ts';
import { choices } from '../../ui/names.ts';
import { PersonPicker } from '../../ui/person-picker.tsx';

const REGIMES = ['PILKADA', 'PEMILU'] as const;
type Regime = (typeof REGIMES)[number];

export interface ContentValues {
  readonly subject: string;
  readonly description: string;
  readonly topic: (typeof publicReportTopic.options)[number];
  readonly channel: (typeof publicReportChannel.options)[number];
  readonly regime: Regime | null;
  readonly accusedText: string;
  readonly employeeId: string | null;
  readonly accountText: string;
  readonly address: string;
  readonly eventDay: string;
  readonly eventTimeText: string;
  readonly eventPlace: string;
  readonly knownDay: string;
}

export const NO_CONTENT: ContentValues = {
  subject: '',
  description: '',
  topic: 'netralitas',
  channel: 'langsung',
  regime: null,
  accusedText: '',
  employeeId: null,
  accountText: '',
  address: '',
  eventDay: '',
  eventTimeText: '',
  eventPlace: '',
  knownDay: '',
};

/** As the vault takes it: days that are not given are null. */
export function contentForVault(values: ContentValues) {
  return {
    ...values,
    eventDay: values.eventDay === '' ? null : values.eventDay,
    knownDay: values.knownDay === '' ? null : values.knownDay,
  };
}

interface ContentFieldsProps {
  readonly value: ContentValues;
  readonly onChange: (value: ContentValues) => void;
}

type TextName =
  | 'subject'
  | 'accusedText'
  | 'accountText'
  | 'address'
  | 'eventTimeText'
  | 'eventPlace'
  | 'eventDay'
  | 'knownDay';

export function ContentFields({ value, onChange }: ContentFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { topics, channels, regimes } = useContentChoices();
  const field = (name: TextName) => ({
    value: value[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={t('publicReports.content.subject')}
        description={t('publicReports.content.subjectHint')}
        withAsterisk
        data-autofocus
        {...field('subject')}
      />
      <Group grow>
        <Select
          label={t('publicReports.content.topic')}
          allowDeselect={false}
          data={topics}
          value={value.topic}
          onChange={(chosen) =>
            onChange({ ...value, topic: topics.find((one) => one.value === chosen)?.value ?? value.topic })
          }
        />
        <Select
          label={t('publicReports.content.channel')}
          allowDeselect={false}
          data={channels}
          value={value.channel}
          onChange={(chosen) =>
            onChange({ ...value, channel: channels.find((one) => one.value === chosen)?.value ?? value.channel })
          }
        />
        <Select
          label={t('publicReports.content.regime')}
          placeholder={t('publicReports.content.noRegime')}
          clearable
          data={regimes}
          value={value.regime}
          onChange={(chosen) => onChange({ ...value, regime: REGIMES.find((one) => one === chosen) ?? null })}
        />
      </Group>
      <Textarea
        label={t('publicReports.content.description')}
        autosize
        minRows={4}
        maxRows={14}
        value={value.description}
        onChange={(event) => onChange({ ...value, description: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput label={t('publicReports.content.accusedText')} {...field('accusedText')} />
        <PersonPicker
          label={t('publicReports.content.employee')}
          value={value.employeeId}
          onChange={(employeeId) => onChange({ ...value, employeeId })}
        />
      </Group>
      <Group grow>
        <TextInput label={t('publicReports.content.account')} {...field('accountText')} />
        <TextInput label={t('publicReports.content.address')} {...field('address')} />
      </Group>
      <Group grow>
        <TextInput type="date" label={t('publicReports.content.eventDay')} {...field('eventDay')} />
        <TextInput label={t('publicReports.content.eventTime')} {...field('eventTimeText')} />
      </Group>
      <Group grow>
        <TextInput label={t('publicReports.content.eventPlace')} {...field('eventPlace')} />
        <TextInput type="date" label={t('publicReports.content.knownDay')} {...field('knownDay')} />
      </Group>
    </Stack>
  );
}

function useContentChoices() {
  const { t } = useTranslation();
  return {
    topics: choices(publicReportTopic.options, (topic) => t(`publicReports.value.topic.${topic}`)),
    channels: choices(publicReportChannel.options, (channel) => t(`publicReports.value.channel.${channel}`)),
    regimes: choices(REGIMES, (regime) => t(`names.regime.${regime}`)),
  };
}
