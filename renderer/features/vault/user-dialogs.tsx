/** Dialogs of the users' settings: a new user, and what only the passphrase allows. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../../bridge/call.ts';
import { Below, DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Problem } from '../../ui/states.tsx';
import { isWrongPassphrase } from './wrong-passphrase.ts';

const ROLES = ['petugas', 'pengelola'] as const;

/** A new user with a first passphrase. */
export function AddUser({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const shape = z.object({
    name: z.string().trim().min(1, t('common.required')),
    identityNumber: z.string(),
    role: z.enum(ROLES),
    passphrase: z.string().min(12, t('vault.owner.short')),
  });
  const { register, control, handleSubmit, formState } = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: '', identityNumber: '', role: 'petugas' as const, passphrase: '' },
  });
  const submit = handleSubmit((values) =>
    run(async () => {
      const user = await call('vault.addUser', values);
      notify.done(t('vault.users.added', { name: user.name }));
      onClose();
    }),
  );
  const { errors } = formState;
  return (
    <Modal opened onClose={onClose} title={t('vault.users.add')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput label={t('vault.owner.name')} error={errors.name?.message} data-autofocus {...register('name')} />
          <TextInput label={t('vault.owner.identity')} {...register('identityNumber')} />
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Segmented
                label={t('vault.users.role')}
                data={choices(ROLES, (role) => t(`names.role.${role}`))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
          <PasswordInput
            label={t('vault.users.initial')}
            description={t('vault.users.initialHint')}
            error={errors.passphrase?.message}
            autoComplete="new-password"
            {...register('passphrase')}
          />
          {error !== null && <Problem error={error} />}
        </Stack>
        <DialogButtons busy={busy} label={t('vault.users.add')} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** Asks for the passphrase, does what it allows, and hands on the recovery code that comes of it. */
export function AskPassphrase({
  title,
  text,
  danger = false,
  act,
  onCode,
  onClose,
}: {
  title: string;
  text: string;
  danger?: boolean;
  act: (passphrase: string) => Promise<string>;
  onCode: (code: string) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const { busy, error, run } = useAction();
  const wrong = isWrongPassphrase(error);
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => onCode(await act(passphrase)));
        }}
      >
        <Text size="sm" c="dimmed" mb="md">
          {text}
        </Text>
        <PasswordInput
          label={t('vault.users.removeConfirm')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={wrong ? t('vault.passphrase.wrong') : undefined}
          autoComplete="current-password"
          data-autofocus
        />
        {error !== null && !wrong && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons busy={busy} danger={danger} disabled={passphrase === ''} label={title} onClose={onClose} />
      </form>
    </Modal>
  );
}
