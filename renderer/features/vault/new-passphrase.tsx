/** A new passphrase, typed twice: its rule and its two fields, wherever one is chosen. */
import { PasswordInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

interface Values {
  readonly passphrase: string;
  readonly again: string;
}

/** The two fields of a form's shape; the shape is then refined by `isRepeated`. */
export function newPassphraseShape(t: TFunction): { passphrase: z.ZodString; again: z.ZodString } {
  return { passphrase: z.string().min(12, t('vault.owner.short')), again: z.string() };
}

/** Whether the second field says the same. */
export function isRepeated({ passphrase, again }: Values): boolean {
  return passphrase === again;
}

/** What to say, and where, when it does not. */
export function notRepeated(t: TFunction): { path: string[]; message: string } {
  return { path: ['again'], message: t('vault.owner.differs') };
}

/** The fields, inside the FormProvider of a form with that shape. `hint` says what makes a good one. */
export function NewPassphrase({ label, hint }: { label: string; hint?: string }): ReactNode {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<Values>();
  const { passphrase, again } = formState.errors;
  return (
    <>
      <PasswordInput
        label={label}
        description={hint}
        error={passphrase?.message}
        autoComplete="new-password"
        {...register('passphrase', { deps: ['again'] })}
      />
      <PasswordInput
        label={t('vault.owner.again')}
        error={again?.message}
        autoComplete="new-password"
        {...register('again')}
      />
    </>
  );
}
