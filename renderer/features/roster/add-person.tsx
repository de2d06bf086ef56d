/** One person by hand, for the time before there is a roster. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type EmployeeRow, employmentStatus } from '#shared/contract/roster.ts';
import { EMPLOYMENT_STATUSES } from '#shared/domain/roster/status.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { Problem } from '../../ui/states.tsx';

/** The dialog; the new person is handed to `onAdded`. */
export function AddPerson({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (person: EmployeeRow) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const shape = z.object({
    name: z.string().trim().min(1, t('common.required')),
    nip: z.string(),
    nik: z.string(),
    status: employmentStatus.nullable(),
    grade: z.string(),
    position: z.string(),
    unit: z.string(),
    agency: z.string(),
  });
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: '', nip: '', nik: '', status: null, grade: '', position: '', unit: '', agency: '' },
  });
  const submit = handleSubmit((values) => run(async () => onAdded(await call('roster.addPerson', values))));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('roster.addDialog.title')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('roster.addDialog.hint')}
      </Text>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('names.field.name')}
            error={formState.errors.name?.message}
            data-autofocus
            {...register('name')}
          />
          <Group grow>
            <TextInput label={t('names.field.nip')} classNames={{ input: 'n-mono' }} {...register('nip')} />
            <TextInput label={t('names.field.nik')} classNames={{ input: 'n-mono' }} {...register('nik')} />
          </Group>
          <Group grow>
            <Controller
              control={control}
              name="status"
              render={({ field }) => (
                <Select
                  label={t('names.field.status')}
                  clearable
                  data={choices(EMPLOYMENT_STATUSES, (status) => t(`names.employment.${status}`))}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
            <TextInput label={t('names.field.grade')} {...register('grade')} />
          </Group>
          <TextInput label={t('names.field.position')} {...register('position')} />
          <Group grow>
            <TextInput label={t('names.field.unit')} {...register('unit')} />
            <TextInput label={t('names.field.agency')} {...register('agency')} />
          </Group>
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
