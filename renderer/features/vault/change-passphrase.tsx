/** A user's own passphrase, changed. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';

/** Asks for the old one, and for the new one twice. */
export function ChangePassphrase(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const shape = z
    .object({
      current: z.string().min(1, t('common.required')),
      next: z.string().min(12, t('vault.owner.short')),
      again: z.string(),
    })
    .refine((values) => values.next === values.again, { path: ['again'], message: t('vault.owner.differs') });
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(shape),
    defaultValues: { current: '', next: '', again: '' },
  });
  const submit = handleSubmit(({ current, next }) =>
    run(async () => {
      await call('vault.changePassphrase', { current, next });
      reset();
      notify.done(t('vault.passphrase.changed'));
    }),
  );
  const { errors } = formState;
  return (
    <Section title={t('vault.passphrase.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm" maw={420}>
          <PasswordInput
            label={t('vault.passphrase.current')}
            error={errors.current?.message}
            autoComplete="current-password"
            {...register('current')}
          />
          <PasswordInput
            label={t('vault.passphrase.next')}
            description={t('vault.owner.passphraseHint')}
            error={errors.next?.message}
            autoComplete="new-password"
            {...register('next')}
          />
          <PasswordInput
            label={t('vault.owner.again')}
            error={errors.again?.message}
            autoComplete="new-password"
            {...register('again')}
          />
          {error !== null && <Problem error={error} />}
          <Group>
            <Button type="submit" variant="default" loading={busy}>
              {t('vault.passphrase.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
