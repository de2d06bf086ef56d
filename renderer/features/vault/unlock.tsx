/** The lock screen: a name where several users exist, the passphrase, and nothing else to look at. */
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/errors/app-error.ts';
import { call } from '../../bridge/call.ts';
import { useAction } from '../../ui/dialogs.tsx';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Problem } from '../../ui/states.tsx';
import { DoorFrame } from './frame.tsx';
import { isWrongPassphrase } from './wrong-passphrase.ts';

interface UnlockProps {
  readonly directory: string;
  readonly name: string;
  /** How many users the vault has; null when it is not known before opening. */
  readonly users: number | null;
  readonly practice?: boolean;
  /** The program that kept it ended by itself. */
  readonly stopped?: boolean;
  readonly onBack?: () => void;
  readonly onForgot: () => void;
}

/** Opens the vault; a wrong passphrase is said beside the field and the field is selected again. */
export function UnlockVault({
  directory,
  name,
  users,
  practice = false,
  stopped = false,
  onBack,
  onForgot,
}: UnlockProps): ReactNode {
  const { t } = useTranslation();
  const [userName, setUserName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [caps, setCaps] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, run } = useAction();
  const code = error instanceof AppError ? error.code : null;
  const wrong = isWrongPassphrase(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase === '' || busy) return;
    void run(async () => {
      try {
        await call('vault.open', { directory, passphrase, userName });
      } finally {
        field.current?.select();
      }
    });
  };
  const watchCaps = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'));
  const other = (): void => void run(async () => void (await call('vault.close', {})));
  return (
    <DoorFrame title={name} text={t('vault.unlock.title')}>
      {stopped && <Notice tone="waiting">{t('vault.unlock.stopped')}</Notice>}
      {practice && (
        <p>
          <Mark tone="waiting">{t('shell.practice')}</Mark>
        </p>
      )}
      <form onSubmit={submit}>
        <Stack gap="md">
          {(users === null || users > 1 || code === 'USER_NAME_NEEDED') && (
            <TextInput
              label={t('vault.unlock.user')}
              value={userName}
              onChange={(event) => setUserName(event.currentTarget.value)}
              placeholder={users === null ? t('common.optional') : ''}
              autoComplete="off"
            />
          )}
          <PasswordInput
            ref={field}
            label={t('vault.unlock.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            onKeyUp={watchCaps}
            error={wrong ? t('vault.unlock.wrong') : undefined}
            description={caps ? t('vault.unlock.caps') : undefined}
            autoComplete="current-password"
            autoFocus
          />
          {error !== null && !wrong && <Problem error={error} />}
        </Stack>
        <Group mt="lg" gap="xs">
          <Button type="submit" disabled={busy || passphrase === ''}>
            {busy ? t('vault.unlock.opening') : t('vault.unlock.open')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onForgot}>
            {t('vault.unlock.forgot')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onBack ?? other}>
            {t('vault.unlock.other')}
          </Button>
        </Group>
      </form>
    </DoorFrame>
  );
}
