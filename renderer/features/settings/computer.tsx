/** Settings of this computer, the seal, and what is running. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/call.ts';
import { usePreferences } from '../../bridge/preferences.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useFormat } from '../../ui/format.ts';
import { choices } from '../../ui/names.ts';
import { Hash, inGroups } from '../../ui/mono.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Facts, Section } from '../../ui/page.tsx';
import { Seal } from '../../ui/seal.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Answer } from '../../ui/states.tsx';

const LANGUAGES = ['id', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'dense'] as const;

/** Tampilan: takes effect at once. */
export function LookSettings(): ReactNode {
  const { t } = useTranslation();
  const [preferences, change] = usePreferences();
  return (
    <Section title={t('settings.sections.tampilan')}>
      <Stack gap="lg" maw={420}>
        <Segmented
          wide
          label={t('settings.look.language')}
          data={choices(LANGUAGES, (value) => t(`settings.look.languages.${value}`))}
          value={preferences.language}
          onChange={(language) => change({ language })}
        />
        <Segmented
          wide
          label={t('settings.look.theme')}
          data={choices(THEMES, (value) => t(`settings.look.themes.${value}`))}
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
        />
        <Segmented
          wide
          label={t('settings.look.density')}
          data={choices(DENSITIES, (value) => t(`settings.look.densities.${value}`))}
          value={preferences.density}
          onChange={(density) => change({ density })}
        />
        <p className="n-meta">{t('settings.look.hint')}</p>
      </Stack>
    </Section>
  );
}

/** Segel: what the Inspektorat pins once. */
export function SealSettings(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const notify = useNotify();
  const certificate = useOperation('reports.sealCertificate', {});
  const save = (): void =>
    void call('reports.saveSealCertificate', {}).then(
      ({ saved, name }) => saved && notify.done(t('settings.seal.saved', { name })),
      notify.failed,
    );
  const saveReceipt = (): void =>
    void call('reports.saveReceipt', {}).then(
      ({ saved, name }) => saved && notify.done(t('settings.seal.receiptSaved', { name })),
      notify.failed,
    );
  return (
    <Section title={t('settings.seal.title')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('settings.seal.text')}
      </Text>
      <Answer of={certificate}>
        {(value) => (
          <div className="n-card" style={{ display: 'flex', gap: 20, padding: 20 }}>
            <Seal size={72} />
            <div>
              <Facts
                rows={[
                  [t('settings.seal.fingerprint'), <Hash key="f" value={value.fingerprint} whole />],
                  [t('settings.seal.subject'), value.subject],
                  [t('settings.seal.until'), format.date(value.validUntil)],
                ]}
              />
              <Group mt="md">
                <Button variant="default" leftSection={<IconDownload size={16} />} onClick={saveReceipt}>
                  {t('settings.seal.saveReceipt')}
                </Button>
                <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
                  {t('settings.seal.save')}
                </Button>
              </Group>
            </div>
          </div>
        )}
      </Answer>
    </Section>
  );
}

/** Tentang. */
export function AboutSettings(): ReactNode {
  const { t } = useTranslation();
  const info = useOperation('app.info', {});
  const { data: status } = useOperation('vault.status', {});
  return (
    <Section title={t('settings.sections.tentang')}>
      <Answer of={info}>
        {(value) => (
          <Facts
            rows={[
              [t('settings.about.version'), value.version],
              [t('settings.about.electron'), value.electron],
              [t('settings.about.chromium'), value.chromium],
              [t('settings.about.platform'), value.platform],
              [t('settings.about.vault'), status?.name ?? null],
              [t('settings.about.folder'), status?.directory ?? null],
              [
                t('settings.about.id'),
                status?.vaultId ? (
                  <span key="v" className="n-mono">
                    {inGroups(status.vaultId)}
                  </span>
                ) : null,
              ],
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}
