/** Whom signatures may ask, which roots are trusted, and the signing keys that the vault keeps. */
import {
  ActionIcon,
  Button,
  Modal,
  PasswordInput,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/common.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { KeptKey, TrustedRoot } from '#shared/contract/signatures.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Below, DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Hash } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

/** Tanda tangan. */
export function SignatureSettings(): ReactNode {
  const settings = useOperation('settings.get', {});
  const { data: status } = useOperation('vault.status', {});
  const manages = status?.user?.role === 'pengelola';
  return (
    <>
      <Answer of={settings}>{(value) => <Services settings={value} manages={manages} />}</Answer>
      <Roots manages={manages} />
      <Keys />
    </>
  );
}

function Services({ settings, manages }: { settings: Settings; manages: boolean }): ReactNode {
  const services = settings.signatureServices;
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [address, setAddress] = useState(services.timestampAddress);
  const [hosts, setHosts] = useState(services.revocationHosts.join('\n'));
  const [raiseWhenOnline, setRaiseWhenOnline] = useState(settings.raiseWhenOnline);
  const wrong = address.trim() !== '' && !/^https?:\/\/[^\s/]+/.test(address.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong) return;
    const revocationHosts = hosts
      .split('\n')
      .map((host) => host.trim())
      .filter((host) => host !== '');
    void run(async () => {
      const signatureServices = { timestampAddress: address.trim(), revocationHosts };
      await call('settings.set', { signatureServices, raiseWhenOnline });
      notify.done(t('settings.saved'));
    });
  };
  return (
    <Section title={t('signatures.settings.services')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t('signatures.settings.servicesText')}</Text>
          {!manages && <Text size="sm">{t('signatures.settings.managerOnly')}</Text>}
          <TextInput
            label={t('signatures.settings.timestampAddress')}
            description={t('signatures.settings.timestampHint')}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={wrong ? t('signatures.settings.addressWrong') : undefined}
            disabled={!manages}
            maxLength={500}
          />
          <Textarea
            label={t('signatures.settings.hosts')}
            description={t('signatures.settings.hostsHint')}
            value={hosts}
            onChange={(event) => setHosts(event.currentTarget.value)}
            disabled={!manages}
            autosize
            minRows={2}
            maxRows={8}
          />
          <Switch
            label={t('signatures.settings.raiseWhenOnline')}
            description={t('signatures.settings.raiseWhenOnlineHint')}
            checked={raiseWhenOnline}
            onChange={(event) => setRaiseWhenOnline(event.currentTarget.checked)}
            disabled={!manages}
          />
          {error !== null && <Problem error={error} />}
          {manages && (
            <div>
              <Button type="submit" loading={busy} disabled={wrong}>
                {t('common.save')}
              </Button>
            </div>
          )}
        </Stack>
      </form>
    </Section>
  );
}

function Roots({ manages }: { manages: boolean }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const list = useOperation('signatures.roots', {});
  const [removing, setRemoving] = useState<TrustedRoot | null>(null);
  const add = async (): Promise<void> => {
    const { files } = await call('app.chooseFiles', { purpose: 'certificate' });
    if (files[0] === undefined) return;
    const { added } = await call('signatures.addRoots', { file: files[0].token });
    notify.done(t('signatures.settings.rootsAdded', { names: added.map(({ subject }) => subject).join(', ') }));
  };
  return (
    <Section title={t('signatures.settings.roots')}>
      <Text size="sm" mb="md">
        {t('signatures.settings.rootsText')}
      </Text>
      <Answer of={list}>
        {({ roots }) =>
          roots.length === 0 ? (
            <p className="n-quiet">{t('signatures.settings.noRoots')}</p>
          ) : (
            <ul className="n-rows n-card">
              {roots.map((root) => (
                <RootLine key={root.fingerprint} root={root} manages={manages} onRemove={() => setRemoving(root)} />
              ))}
            </ul>
          )
        }
      </Answer>
      {manages && (
        <Button
          mt="md"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => void add().catch(notify.failed)}
        >
          {t('signatures.settings.addRoot')}
        </Button>
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('signatures.settings.removeRoot', { name: removing.subject })}
          text={t('signatures.settings.removeRootText')}
          submitLabel={t('signatures.settings.removeRoot', { name: removing.subject })}
          submit={async () => {
            await call('signatures.removeRoot', { fingerprint: removing.fingerprint });
            notify.done(t('signatures.settings.rootRemoved'));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}

function RootLine({
  root,
  manages,
  onRemove,
}: {
  root: TrustedRoot;
  manages: boolean;
  onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { subject, fingerprint, notAfter, addedAt, addedBy } = root;
  const added = t('signatures.settings.addedBy', { at: format.brief(addedAt), by: addedBy });
  const remove = t('signatures.settings.removeRoot', { name: subject });
  return (
    <li className="n-profile-line">
      <div className="n-row-text">
        <div className="n-clip">{subject}</div>
        <div className="n-meta">
          {t('signatures.settings.validUntil', { at: format.date(notAfter) })} · {added}
        </div>
        <Hash value={fingerprint} whole />
      </div>
      {manages && (
        <Tooltip label={remove}>
          <ActionIcon aria-label={remove} onClick={onRemove}>
            <IconTrash size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

function Keys(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const list = useOperation('signatures.keptKeys', {});
  const [keeping, setKeeping] = useState(false);
  const [forgetting, setForgetting] = useState<KeptKey | null>(null);
  return (
    <Section title={t('signatures.settings.keys')}>
      <Text size="sm" mb="md">
        {t('signatures.settings.keysText')}
      </Text>
      <Answer of={list}>
        {({ keys }) =>
          keys.length === 0 ? (
            <p className="n-quiet">{t('signatures.settings.noKeys')}</p>
          ) : (
            <ul className="n-rows n-card">
              {keys.map((key) => (
                <li key={key.id} className="n-profile-line">
                  <div className="n-row-text">
                    <div className="n-clip">
                      {key.name} · {key.subject}
                    </div>
                    <div className="n-meta">
                      {t('signatures.settings.validUntil', { at: format.date(key.notAfter) })} ·{' '}
                      {t('signatures.settings.keptBy', { at: format.brief(key.keptAt), by: key.keptBy })}
                    </div>
                    <Hash value={key.fingerprint} />
                  </div>
                  <Tooltip label={t('signatures.settings.forgetKey', { name: key.name })}>
                    <ActionIcon
                      aria-label={t('signatures.settings.forgetKey', { name: key.name })}
                      onClick={() => setForgetting(key)}
                    >
                      <IconTrash size={17} stroke={1.6} />
                    </ActionIcon>
                  </Tooltip>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <Button mt="md" variant="default" leftSection={<IconPlus size={16} />} onClick={() => setKeeping(true)}>
        {t('signatures.settings.keepKey')}
      </Button>
      {keeping && <KeepDialog onClose={() => setKeeping(false)} />}
      {forgetting !== null && (
        <ConfirmDialog
          title={t('signatures.settings.forgetKey', { name: forgetting.name })}
          text={t('signatures.settings.forgetKeyText')}
          submitLabel={t('signatures.settings.forgetKey', { name: forgetting.name })}
          submit={async () => {
            await call('signatures.forgetKey', { key: forgetting.id });
            notify.done(t('signatures.settings.keyForgotten'));
          }}
          onClose={() => setForgetting(null)}
        />
      )}
    </Section>
  );
}

function KeepDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const choose = (): void =>
    void call('app.chooseFiles', { purpose: 'p12' }).then(
      ({ files }) => files[0] !== undefined && setFile(files[0]),
      notify.failed,
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null || name.trim() === '') return;
    void run(async () => {
      await call('signatures.keepKey', { file: file.token, passphrase, name });
      notify.done(t('signatures.settings.keyKept'));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('signatures.settings.keepKey')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Button variant="default" onClick={choose}>
            {file?.name ?? t('signatures.choose')}
          </Button>
          <TextInput
            label={t('signatures.settings.keyName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
          />
          <PasswordInput
            label={t('signatures.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoComplete="off"
          />
        </Stack>
        {error !== null && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons
          busy={busy}
          disabled={file === null || name.trim() === ''}
          label={t('signatures.settings.keepKey')}
          onClose={onClose}
        />
      </form>
    </Modal>
  );
}
