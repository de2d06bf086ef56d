/** Users of the vault, the passphrase, and a new recovery code. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { VaultUser } from '#shared/contract/vault.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { choices } from '../../ui/names.ts';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Answer, Problem } from '../../ui/states.tsx';
import { RecoveryCode } from './recovery.tsx';

type Open =
  | { readonly dialog: 'add' }
  | { readonly dialog: 'remove'; readonly user: VaultUser }
  | { readonly dialog: 'new-code' }
  | { readonly dialog: 'code'; readonly code: string }
  | null;
const ROLES = ['petugas', 'pengelola'] as const;

/** Pengaturan → Pengguna dan kata sandi. */
export function UserSettings(): ReactNode {
  const { t } = useTranslation();
  const users = useOperation('vault.listUsers', {});
  const { data: status } = useOperation('vault.status', {});
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const administers = status?.user?.role === 'pengelola';
  return (
    <>
      <Section
        title={t('vault.users.title')}
        actions={
          administers && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ dialog: 'add' })}>
              {t('vault.users.add')}
            </Button>
          )
        }
      >
        <div className="n-card">
          <Answer of={users}>
            {(answer) => (
              <ul className="n-rows">
                {answer.users.map((user) => (
                  <li key={user.id}>
                    <UserRow
                      user={user}
                      mayRemove={administers && !user.isSelf && user.removedAt === null}
                      onRemove={() => setOpen({ dialog: 'remove', user })}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Answer>
        </div>
      </Section>
      <ChangePassphrase />
      <Section title={t('vault.recovery.title')}>
        <p className="n-quiet">{t('vault.recovery.text')}</p>
        <Button variant="default" onClick={() => setOpen({ dialog: 'new-code' })}>
          {t('vault.passphrase.newCode')}
        </Button>
      </Section>
      {open?.dialog === 'add' && <AddUser onClose={close} />}
      {open?.dialog === 'remove' && (
        <AskPassphrase
          title={t('vault.users.remove', { name: open.user.name })}
          text={t('vault.users.removeText')}
          danger
          act={async (passphrase) =>
            (await call('vault.removeUser', { userId: open.user.id, passphrase })).recoveryCode
          }
          onCode={(code) => setOpen({ dialog: 'code', code })}
          onClose={close}
        />
      )}
      {open?.dialog === 'new-code' && (
        <AskPassphrase
          title={t('vault.passphrase.newCode')}
          text={t('vault.passphrase.newCodeText')}
          act={async (passphrase) => (await call('vault.newRecoveryCode', { passphrase })).recoveryCode}
          onCode={(code) => setOpen({ dialog: 'code', code })}
          onClose={close}
        />
      )}
      {open?.dialog === 'code' && (
        <Modal
          opened
          onClose={close}
          title={t('vault.recovery.title')}
          size={520}
          closeOnClickOutside={false}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <RecoveryCode
            code={open.code}
            sheet={{ vaultName: status?.name ?? '', sealFingerprint: status?.sealFingerprint ?? '' }}
            onDone={close}
          />
        </Modal>
      )}
    </>
  );
}

function UserRow({
  user,
  mayRemove,
  onRemove,
}: {
  user: VaultUser;
  mayRemove: boolean;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="n-user">
      <div className="n-row-text">
        <div>{user.name}</div>
        <div className="n-meta">
          {t(`names.role.${user.role}`)}
          {user.identityNumber !== null && user.identityNumber !== '' && ` · ${user.identityNumber}`}
          {user.removedAt !== null && ` · ${t('vault.users.removed', { when: format.brief(user.removedAt) })}`}
        </div>
      </div>
      {user.isSelf && <Mark tone="info">{t('vault.users.self')}</Mark>}
      {mayRemove && (
        <Button variant="subtle" color="brick" size="compact-sm" onClick={onRemove}>
          {t('vault.users.remove', { name: user.name })}
        </Button>
      )}
    </div>
  );
}

function ChangePassphrase(): ReactNode {
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

function AddUser({ onClose }: { onClose: () => void }): ReactNode {
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

function AskPassphrase({
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
          autoComplete="current-password"
          data-autofocus
        />
        {error !== null && <Problem error={error} />}
        <DialogButtons busy={busy} danger={danger} disabled={passphrase === ''} label={title} onClose={onClose} />
      </form>
    </Modal>
  );
}
