/** The way in when the passphrase is forgotten. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { Problem } from '../../ui/states.tsx';
import { DoorFrame } from './frame.tsx';
import { isRepeated, NewPassphrase, newPassphraseShape, notRepeated } from './new-passphrase.tsx';

/** Opens the vault by its recovery code and gives the named (or only) user a new passphrase. */
export function RecoverVault({ directory, onBack }: { directory: string; onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const shape = z
    .object({
      recoveryCode: z.string().trim().min(1, t('common.required')),
      userName: z.string(),
      ...newPassphraseShape(t),
    })
    .refine(isRepeated, notRepeated(t));
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { recoveryCode: '', userName: '', passphrase: '', again: '' },
  });
  const { register } = form;
  const submit = form.handleSubmit(({ recoveryCode, userName, passphrase: newPassphrase }) =>
    run(async () => void (await call('vault.recover', { directory, recoveryCode, userName, newPassphrase }))),
  );
  const { errors } = form.formState;
  return (
    <DoorFrame title={t('vault.recover.title')} text={t('vault.recover.text')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <TextInput
            label={t('vault.recover.code')}
            error={errors.recoveryCode?.message}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            {...register('recoveryCode')}
          />
          <TextInput
            label={t('vault.unlock.user')}
            placeholder={t('common.optional')}
            autoComplete="off"
            {...register('userName')}
          />
          <FormProvider {...form}>
            <NewPassphrase label={t('vault.recover.newPassphrase')} hint={t('vault.owner.passphraseHint')} />
          </FormProvider>
          {error !== null && <Problem error={error} />}
        </Stack>
        <Group mt="lg" gap="xs">
          <Button type="submit" disabled={busy}>
            {busy ? t('vault.unlock.opening') : t('vault.recover.submit')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onBack}>
            {t('common.back')}
          </Button>
        </Group>
      </form>
    </DoorFrame>
  );
}
