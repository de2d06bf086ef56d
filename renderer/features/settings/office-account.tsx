/** The office's own account for monitoring: off by default, a list of profiles, and forgetting what they keep. */
import { ActionIcon, Button, Modal, Stack, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash, IconWorld } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureProfile, CaptureProfileList } from '#shared/contract/capture-profiles.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Below, DialogButtons, useAction } from '../../ui/dialogs.tsx';
import { useFormat } from '../../ui/format.ts';
import { Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer, Problem } from '../../ui/states.tsx';

type Asking =
  | { readonly what: 'edit'; readonly profile: CaptureProfile | null }
  | { readonly what: 'wipe' | 'remove'; readonly profile: CaptureProfile };

/** Akun kantor. */
export function OfficeAccountSettings(): ReactNode {
  const list = useOperation('captureProfiles.list', {});
  return <Answer of={list}>{(value) => <Profiles list={value} />}</Answer>;
}

function Profiles({ list }: { list: CaptureProfileList }): ReactNode {
  const { t } = useTranslation();
  const { data: status } = useOperation('vault.status', {});
  const [asking, setAsking] = useState<Asking | null>(null);
  const manages = status?.user?.role === 'pengelola';
  return (
    <>
      <Section title={t('officeAccount.title')}>
        <Stack gap="md">
          <Text size="sm">{t('officeAccount.text')}</Text>
          <Notice tone="info">{t('officeAccount.rules')}</Notice>
          {!manages && <Text size="sm">{t('officeAccount.managerOnly')}</Text>}
          <Enable enabled={list.enabled} manages={manages} />
          {!list.enabled && list.profiles.length > 0 && <Text size="sm">{t('officeAccount.off')}</Text>}
        </Stack>
      </Section>
      {(list.enabled || list.profiles.length > 0) && (
        <Section title={t('officeAccount.profiles')}>
          {list.profiles.length === 0 ? (
            <p className="n-quiet">{t('officeAccount.none')}</p>
          ) : (
            <ul className="n-rows n-card">
              {list.profiles.map((profile) => (
                <Line
                  key={profile.id}
                  profile={profile}
                  enabled={list.enabled}
                  manages={manages}
                  onAsk={(what) => setAsking({ what, profile })}
                />
              ))}
            </ul>
          )}
          {list.enabled && manages && (
            <Button
              mt="md"
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={() => setAsking({ what: 'edit', profile: null })}
            >
              {t('officeAccount.add')}
            </Button>
          )}
        </Section>
      )}
      {asking !== null && <Asked asking={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Enable({ enabled, manages }: { enabled: boolean; manages: boolean }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const change = (officeAccountProfiles: boolean): void =>
    void run(async () => {
      await call('settings.set', { officeAccountProfiles });
      notify.done(t('settings.saved'));
    });
  return (
    <>
      <Switch
        label={t('officeAccount.enable')}
        checked={enabled}
        disabled={!manages || busy}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      {error !== null && <Problem error={error} />}
    </>
  );
}

interface LineProps {
  readonly profile: CaptureProfile;
  readonly enabled: boolean;
  readonly manages: boolean;
  readonly onAsk: (what: 'edit' | 'wipe' | 'remove') => void;
}

function Line({ profile, enabled, manages, onAsk }: LineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const { id, name, platforms, cookies, keptAt } = profile;
  const session =
    keptAt === null
      ? t('officeAccount.noSession')
      : t('officeAccount.session', { n: format.number(cookies), at: format.brief(keptAt) });
  const made = t('officeAccount.made', { at: format.brief(profile.madeAt), by: profile.madeBy });
  const open = (): void => void call('capture.openWindow', { caseId: null, profileId: id }).catch(notify.failed);
  const named = (words: string, icon: ReactNode, act: () => void): ReactNode => (
    <Tooltip label={words}>
      <ActionIcon aria-label={words} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <li className="n-profile-line">
      <div className="n-row-text">
        <div className="n-clip">{[name, platforms].filter((part) => part !== '').join(' · ')}</div>
        <div className="n-meta">{[session, made].join(' · ')}</div>
      </div>
      {enabled && named(t('officeAccount.openNamed', { name }), <IconWorld size={17} stroke={1.6} />, open)}
      {enabled &&
        manages &&
        named(t('officeAccount.edit', { name }), <IconPencil size={17} stroke={1.6} />, () => onAsk('edit'))}
      <Button
        variant="default"
        size="xs"
        disabled={keptAt === null}
        aria-label={t('officeAccount.wipeNamed', { name })}
        onClick={() => onAsk('wipe')}
      >
        {t('officeAccount.wipe')}
      </Button>
      {manages &&
        named(t('officeAccount.remove', { name }), <IconTrash size={17} stroke={1.6} />, () => onAsk('remove'))}
    </li>
  );
}

function Asked({ asking, onClose }: { asking: Asking; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  if (asking.what === 'edit') return <ProfileDialog profile={asking.profile} onClose={onClose} />;
  const { id, name } = asking.profile;
  const remove = asking.what === 'remove';
  return (
    <ConfirmDialog
      title={t(remove ? 'officeAccount.removeTitle' : 'officeAccount.wipeTitle', { name })}
      text={t(remove ? 'officeAccount.removeText' : 'officeAccount.wipeText')}
      submitLabel={remove ? t('officeAccount.removeTitle', { name }) : t('officeAccount.wipe')}
      submit={async () => {
        await call('captureProfiles.wipe', { id, remove });
        notify.done(t(remove ? 'officeAccount.removed' : 'officeAccount.wiped', { name }));
      }}
      onClose={onClose}
    />
  );
}

function ProfileDialog({ profile, onClose }: { profile: CaptureProfile | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const { busy, error, run } = useAction();
  const [name, setName] = useState(profile?.name ?? '');
  const [platforms, setPlatforms] = useState(profile?.platforms ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void run(async () => {
      await call('captureProfiles.save', { id: profile?.id ?? null, name, platforms });
      notify.done(t('officeAccount.saved'));
      onClose();
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(profile === null ? 'officeAccount.add' : 'officeAccount.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('officeAccount.name')}
            description={t('officeAccount.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            data-autofocus
          />
          <TextInput
            label={t('officeAccount.platforms')}
            description={t('officeAccount.platformsHint')}
            value={platforms}
            onChange={(event) => setPlatforms(event.currentTarget.value)}
            maxLength={200}
          />
        </Stack>
        {error !== null && (
          <Below>
            <Problem error={error} />
          </Below>
        )}
        <DialogButtons busy={busy} disabled={name.trim() === ''} label={t('common.save')} onClose={onClose} />
      </form>
    </Modal>
  );
}
