/** A new case: everything in it may follow later. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { PersonPicker } from '../../ui/person-picker.tsx';

const SOURCES = ['temuan', 'laporan', 'aduan', 'penerusan'] as const;

/** The dialog; `onCreated` gets the new case's id. */
export function CreateCase({
  employeeId,
  onClose,
  onCreated,
}: {
  employeeId: string | undefined;
  onClose: () => void;
  onCreated: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const shape = z
    .object({
      title: z.string(),
      source: z.enum(SOURCES),
      employeeId: z.string().nullable(),
      accountText: z.string(),
      reason: z.string(),
      actDate: z.string(),
    })
    .refine((values) => values.employeeId === null || values.reason.trim().length >= 3, {
      path: ['reason'],
      message: t('common.reasonShort'),
    });
  const { register, control, handleSubmit, formState, watch } = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      title: '',
      source: 'temuan' as const,
      employeeId: employeeId ?? null,
      accountText: '',
      reason: '',
      actDate: '',
    },
  });
  const submit = handleSubmit((values) =>
    run(async () => {
      const made = await call('cases.create', { ...values, actDate: values.actDate === '' ? null : values.actDate });
      notify.done(t('cases.create.created', { number: made.number }));
      onCreated(made.id);
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('cases.create.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('cases.create.caseTitle')}
            description={t('cases.create.titleHint')}
            data-autofocus
            {...register('title')}
          />
          <Controller
            control={control}
            name="source"
            render={({ field }) => (
              <Segmented
                label={t('cases.create.source')}
                wide
                data={choices(SOURCES, (source) => t(`names.source.${source}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <Controller
            control={control}
            name="employeeId"
            render={({ field }) => (
              <PersonPicker
                label={t('cases.create.person')}
                hint={t('cases.create.personHint')}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          {watch('employeeId') === null ? (
            <TextInput
              label={t('cases.create.account')}
              description={t('cases.create.accountHint')}
              {...register('accountText')}
            />
          ) : (
            <TextInput
              label={t('cases.create.reason')}
              error={formState.errors.reason?.message}
              {...register('reason')}
            />
          )}
          <TextInput type="date" label={t('cases.create.actDate')} w={200} {...register('actDate')} />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('cases.create.submit')} onClose={onClose} />
      </form>
    </Modal>
  );
}
