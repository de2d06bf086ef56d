/** Settings that go onto paper and into numbers: letterhead, letter, the cases' numbers, locks. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Settings } from '#shared/contract/settings.ts';
import { renderNumber } from '#shared/domain/text/number-template.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

/** Kop dan surat. */
export function LetterSettings(): ReactNode {
  const query = useOperation('settings.get', {});
  return <Answer of={query}>{(settings) => <LetterForm settings={settings} />}</Answer>;
}

/** Penomoran. */
export function NumberSettings(): ReactNode {
  const query = useOperation('settings.get', {});
  return <Answer of={query}>{(settings) => <NumberForm settings={settings} />}</Answer>;
}

/** Kunci dan batas. */
export function LockSettings(): ReactNode {
  const query = useOperation('settings.get', {});
  return <Answer of={query}>{(settings) => <LockForm settings={settings} />}</Answer>;
}

function useSave(): { save: (part: Partial<Settings>) => Promise<void>; footer: ReactNode } {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const save = (part: Partial<Settings>): Promise<void> =>
    run(async () => {
      await call('settings.set', part);
      notify.done(t('settings.saved'));
    });
  const footer = (
    <Stack gap="sm" mt="lg">
      {error !== null && <Problem error={error} />}
      <Group>
        <Button type="submit" loading={busy}>
          {t('common.save')}
        </Button>
      </Group>
    </Stack>
  );
  return { save, footer };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function LetterForm({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const { save, footer } = useSave();
  const { register, control, handleSubmit } = useForm({
    defaultValues: {
      letterhead: { ...settings.letterhead, addressLines: settings.letterhead.addressLines.join('\n') },
      recipient: settings.recipient,
      copies: settings.copies.join('\n'),
      paper: settings.paper,
    },
  });
  const submit = handleSubmit((values) =>
    save({
      ...values,
      letterhead: { ...values.letterhead, addressLines: lines(values.letterhead.addressLines).slice(0, 4) },
      copies: lines(values.copies).slice(0, 10),
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Section title={t('settings.letterhead.title')}>
        <Stack gap="sm">
          <Group grow>
            <TextInput label={t('settings.letterhead.government')} {...register('letterhead.government')} />
            <TextInput label={t('settings.letterhead.agency')} {...register('letterhead.agency')} />
          </Group>
          <Textarea
            label={t('settings.letterhead.addressLines')}
            autosize
            minRows={2}
            maxRows={4}
            {...register('letterhead.addressLines')}
          />
          <Group grow>
            <TextInput label={t('settings.letterhead.phone')} {...register('letterhead.phone')} />
            <TextInput label={t('settings.letterhead.website')} {...register('letterhead.website')} />
            <TextInput label={t('settings.letterhead.email')} {...register('letterhead.email')} />
          </Group>
          <Group grow>
            <TextInput label={t('settings.letterhead.postalCode')} {...register('letterhead.postalCode')} />
            <TextInput label={t('settings.letterhead.city')} {...register('letterhead.city')} />
          </Group>
        </Stack>
      </Section>
      <Section title={t('settings.letter.title')}>
        <Stack gap="sm">
          <TextInput label={t('settings.letter.recipient')} {...register('recipient')} />
          <Textarea label={t('settings.letter.copies')} autosize minRows={2} {...register('copies')} />
          <Controller
            control={control}
            name="paper"
            render={({ field }) => (
              <Segmented
                label={t('settings.letter.paper')}
                data={choices(['A4', 'F4'] as const, (value) => value)}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </Stack>
      </Section>
      {footer}
    </form>
  );
}

function NumberForm({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const { save, footer } = useSave();
  const { register, handleSubmit, watch } = useForm({
    defaultValues: { caseNumberTemplate: settings.caseNumberTemplate },
  });
  const example = (template: string): string | undefined =>
    template === ''
      ? undefined
      : t('settings.numbers.example', { example: renderNumber(template, { sequence: 7, month: 10, year: 2027 }) });
  // The braces are the template's own; i18next sees only double ones.
  const hint = t('settings.numbers.hint');
  return (
    <form onSubmit={(event) => void handleSubmit(save)(event)}>
      <Section title={t('settings.sections.nomor')}>
        <Stack gap="md">
          <TextInput
            label={t('settings.numbers.case')}
            description={example(watch('caseNumberTemplate'))}
            inputWrapperOrder={['label', 'input', 'description']}
            classNames={{ input: 'n-mono' }}
            {...register('caseNumberTemplate')}
          />
          <p className="n-meta">{hint}</p>
        </Stack>
      </Section>
      {footer}
    </form>
  );
}

/** As office programs count them. */
const BYTES_PER_MEGABYTE = 1_000_000;
const whole = (least: number, most: number): z.ZodNumber => z.number().int().min(least).max(most);
const limits = z.object({
  idleLockMinutes: whole(1, 240),
  lockDelayDuringJobsMinutes: whole(0, 240),
  backupReminderDays: whole(1, 365),
  attachmentMegabytes: whole(0, 1_900),
  contentProtection: z.boolean(),
  allowLocalNetworkCapture: z.boolean(),
  timeZone: z.enum(['WIB', 'WITA', 'WIT']),
});

function LockForm({ settings }: { settings: Settings }): ReactNode {
  const { t } = useTranslation();
  const { save, footer } = useSave();
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(limits),
    defaultValues: {
      ...pick(settings),
      attachmentMegabytes: Math.round(settings.attachmentLimitBytes / BYTES_PER_MEGABYTE),
    },
  });
  const submit = handleSubmit(({ attachmentMegabytes, ...values }) =>
    save({ ...values, attachmentLimitBytes: attachmentMegabytes * BYTES_PER_MEGABYTE }),
  );
  const figure = (
    name: 'idleLockMinutes' | 'lockDelayDuringJobsMinutes' | 'backupReminderDays' | 'attachmentMegabytes',
    label: string,
    hint?: string,
  ): ReactNode => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          label={label}
          description={hint}
          maw={320}
          allowDecimal={false}
          min={0}
          value={field.value}
          onChange={(value) => field.onChange(typeof value === 'number' ? value : Number.NaN)}
          error={fieldState.error === undefined ? undefined : t('common.required')}
        />
      )}
    />
  );
  const toggle = (name: 'contentProtection' | 'allowLocalNetworkCapture', label: string): ReactNode => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Switch label={label} checked={field.value} onChange={(event) => field.onChange(event.currentTarget.checked)} />
      )}
    />
  );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Section title={t('settings.sections.kunci')}>
        <Stack gap="md">
          {figure('idleLockMinutes', t('settings.locks.idle'))}
          {figure('lockDelayDuringJobsMinutes', t('settings.locks.jobs'))}
          {figure('backupReminderDays', t('settings.locks.reminder'))}
          {figure('attachmentMegabytes', t('settings.locks.attachment'), t('settings.locks.attachmentHint'))}
          <Controller
            control={control}
            name="timeZone"
            render={({ field }) => (
              <Segmented
                label={t('settings.locks.zone')}
                data={choices(['WIB', 'WITA', 'WIT'] as const, (value) => value)}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          {toggle('contentProtection', t('settings.locks.protection'))}
          {toggle('allowLocalNetworkCapture', t('settings.locks.localNetwork'))}
        </Stack>
      </Section>
      {footer}
    </form>
  );
}

function pick(settings: Settings): Omit<z.infer<typeof limits>, 'attachmentMegabytes'> {
  const {
    idleLockMinutes,
    lockDelayDuringJobsMinutes,
    backupReminderDays,
    contentProtection,
    allowLocalNetworkCapture,
    timeZone,
  } = settings;
  return {
    idleLockMinutes,
    lockDelayDuringJobsMinutes,
    backupReminderDays,
    contentProtection,
    allowLocalNetworkCapture,
    timeZone,
  };
}
