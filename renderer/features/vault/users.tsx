/** Users of the vault, the passphrase, and a new recovery code. */
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultUser } from '#shared/contract/vault.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { RecoveryCode } from './recovery.tsx';
import { AddUser, AskPassphrase } from './user-dialogs.tsx';

type Open =
  | { readonly dialog: 'add' }
  | { readonly dialog: 'remove'; readonly user: VaultUser }
  | { readonly dialog: 'new-code' }
  | { readonly dialog: 'code'; readonly code: string }
  | null;

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
      {administers && (
        <Section title={t('vault.recovery.title')}>
          <p className="n-quiet">{t('vault.recovery.text')}</p>
          <Button variant="default" onClick={() => setOpen({ dialog: 'new-code' })}>
            {t('vault.passphrase.newCode')}
          </Button>
        </Section>
      )}
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
