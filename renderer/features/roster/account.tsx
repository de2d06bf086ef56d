/** A social media account. How sure it is whose it is follows from its reasons, which the person's page shows. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Autocomplete, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Account } from '#shared/contract/roster.ts';
import { call } from '../../bridge/call.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';

const PLATFORMS = ['Facebook', 'Instagram', 'TikTok', 'X', 'YouTube', 'WhatsApp', 'Telegram', 'Threads'];

/** Adds or changes one account. */
export function AccountDialog({
  employeeId,
  account,
  onClose,
}: {
  employeeId: string;
  account: Account | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const shape = z.object({
    platform: z.string().trim().min(1, t('common.required')),
    handle: z.string(),
    url: z.string(),
    basis: z.string(),
  });
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      platform: account?.platform ?? '',
      handle: account?.handle ?? '',
      url: account?.url ?? '',
      basis: account?.basis ?? '',
    },
  });
  const submit = handleSubmit((values) =>
    run(async () => {
      await call('roster.saveAccount', { ...values, employeeId, ...(account !== null && { id: account.id }) });
      onClose();
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('roster.account.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Controller
            control={control}
            name="platform"
            render={({ field }) => (
              <Autocomplete
                label={t('roster.account.platform')}
                data={PLATFORMS}
                openOnFocus={false}
                error={formState.errors.platform?.message}
                {...field}
                data-autofocus
              />
            )}
          />
          <TextInput label={t('roster.account.handle')} {...register('handle')} />
          <TextInput label={t('roster.account.url')} {...register('url')} />
          <Textarea
            label={t('roster.account.basis')}
            description={t('roster.account.basisHint')}
            autosize
            minRows={2}
            {...register('basis')}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
