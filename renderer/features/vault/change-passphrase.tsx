/** A user's own passphrase, changed. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Problem } from '../../ui/states.tsx';
import { isRepeated, NewPassphrase, newPassphraseShape, notRepeated } from './new-passphrase.tsx';
import { isWrongPassphrase } from './wrong-passphrase.ts';

/** Asks for the old one, and for the new one twice. */
export function ChangePassphrase(): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const shape = z
    .object({
      current: z.string().min(1, t('common.required')),
      ...newPassphraseShape(t),
    })
    .refine(isRepeated, notRepeated(t));
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { current: '', passphrase: '', again: '' },
  });
  const submit = form.handleSubmit(({ current, passphrase: next }) =>
    run(async () => {
      await call('vault.changePassphrase', { current, next });
      form.reset();
      notify.done(t('vault.passphrase.changed'));
    }),
  );
  const { errors } = form.formState;
  const wrong = isWrongPassphrase(error);
  return (
    <Section title={t('vault.passphrase.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm" maw={420}>
          <PasswordInput
            label={t('vault.passphrase.current')}
            error={wrong ? t('vault.passphrase.wrong') : errors.current?.message}
            autoComplete="current-password"
            {...form.register('current')}
          />
          <FormProvider {...form}>
            <NewPassphrase label={t('vault.passphrase.next')} hint={t('vault.owner.passphraseHint')} />
          </FormProvider>
          {error !== null && !wrong && <Problem error={error} />}
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
