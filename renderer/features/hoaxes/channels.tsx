/** Pengaturan → Kanal hoaks: where hoaxes are passed on and reported, each with how far it was verified. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxChannel } from '#shared/contract/hoaxes.ts';
import { FOLLOW_UP_WORDS } from '#shared/domain/hoaxes/words.ts';
import { call } from '../../bridge/call.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Mark } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import './hoaxes.css';
import { today } from './today.ts';

export function HoaxChannels(): ReactNode {
  const { t } = useTranslation();
  const references = useOperation('hoaxes.references', {});
  const [editing, setEditing] = useState<HoaxChannel | 'new' | null>(null);
  return (
    <Section
      title={t('hoaxes.channels.title')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setEditing('new')}
        >
          {t('hoaxes.channels.add')}
        </Button>
      }
    >
      <p className="n-quiet">{t('hoaxes.channels.text')}</p>
      <div className="n-card">
        <Answer of={references}>
          {({ channels }) => (
            <ul className="n-rows">
              {channels.map((channel) => (
                <ChannelRow key={channel.code} channel={channel} onEdit={() => setEditing(channel)} />
              ))}
            </ul>
          )}
        </Answer>
      </div>
      {editing !== null && (
        <ChannelDialog channel={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}

function ChannelRow({ channel, onEdit }: { channel: HoaxChannel; onEdit: () => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const serves = channel.serves.map((kind) => FOLLOW_UP_WORDS[kind][language]);
  return (
    <li className="n-hoax-part" data-off={!channel.active || undefined}>
      <div>
        <div className="n-hoax-marks">
          <b>{channel.name}</b>
          <Mark tone={channel.verification === 'diverifikasi' ? 'done' : 'waiting'}>
            {t(`names.verification.${channel.verification}`)}
          </Mark>
          {!channel.active && <Mark tone="quiet">{t('hoaxes.channels.notActive')}</Mark>}
        </div>
        <div className="n-mono n-meta">{channel.contact}</div>
        <div className="n-meta">
          {t('hoaxes.channels.serves')}: {serves.length === 0 ? t('hoaxes.channels.public') : serves.join(', ')}
        </div>
        {channel.note !== '' && <div className="n-meta">{channel.note}</div>}
      </div>
      <div className="n-hoax-tools">
        <Button variant="subtle" size="compact-sm" aria-label={`${t('hoaxes.edit')}: ${channel.name}`} onClick={onEdit}>
          {t('hoaxes.edit')}
        </Button>
      </div>
    </li>
  );
}

function ChannelDialog({ channel, onClose }: { channel: HoaxChannel | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const flag = (on: boolean): string => (on ? 'ya' : '');
  const submit = async (value: (name: string) => string): Promise<void> => {
    const verified = value('verified') === 'ya';
    await call('hoaxes.saveChannel', {
      code: channel?.code ?? `kanal-${crypto.randomUUID().slice(0, 8)}`,
      serves: channel?.serves ?? [],
      name: value('name'),
      contact: value('contact'),
      forPublic: value('forPublic') === 'ya',
      active: value('active') === 'ya',
      note: value('note'),
      sourceUrl: value('sourceUrl') || null,
      verification: verified ? 'diverifikasi' : unverifiedOf(channel),
      verifiedBy: verified ? value('verifiedBy') : null,
      verifiedAt: verified ? value('verifiedAt') : null,
    });
    notify.done(t('hoaxes.channels.saved'));
  };
  return (
    <FieldsDialog
      title={t(channel === null ? 'hoaxes.channels.add' : 'hoaxes.channels.editTitle')}
      submitLabel={t('common.save')}
      fields={(values) => [
        { name: 'name', label: t('hoaxes.channels.name'), input: 'line', required: true },
        { name: 'contact', label: t('hoaxes.channels.contact'), input: 'line', required: true },
        { name: 'note', label: t('hoaxes.channels.note'), input: 'line' },
        { name: 'sourceUrl', label: t('hoaxes.channels.sourceUrl'), input: 'line' },
        { name: 'active', label: t('hoaxes.channels.active'), input: 'switch' },
        { name: 'forPublic', label: t('hoaxes.channels.forPublic'), input: 'switch' },
        { name: 'verified', label: t('hoaxes.channels.verified'), input: 'switch' },
        ...(values['verified'] === 'ya'
          ? ([
              { name: 'verifiedBy', label: t('hoaxes.channels.verifiedBy'), input: 'line', required: true },
              { name: 'verifiedAt', label: t('hoaxes.channels.verifiedAt'), input: 'day', required: true },
            ] as const)
          : []),
      ]}
      initial={{
        name: channel?.name ?? '',
        contact: channel?.contact ?? '',
        note: channel?.note ?? '',
        sourceUrl: channel?.sourceUrl ?? '',
        active: flag(channel?.active ?? true),
        forPublic: flag(channel?.forPublic ?? true),
        verified: flag(channel?.verification === 'diverifikasi'),
        verifiedBy: channel?.verifiedBy ?? '',
        verifiedAt: channel?.verifiedAt ?? today(),
      }}
      submit={submit}
      onClose={onClose}
    />
  );
}

/** How far it was verified before somebody of the office verified it. */
function unverifiedOf(channel: HoaxChannel | null): HoaxChannel['verification'] {
  return channel === null || channel.verification === 'diverifikasi' ? 'ingatan' : channel.verification;
}
