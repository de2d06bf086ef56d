/** Settings: sections on the left, one of them beside. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import './settings.css';

export const SETTINGS_SECTIONS = [
  'kop',
  'dokumen',
  'nomor',
  'kunci',
  'padanan',
  'akun-kantor',
  'brankas',
  'hilang',
  'akun',
  'segel',
  'tanda-tangan',
  'hukum',
  'aduan',
  'kanal-hoaks',
  'tampilan',
  'tentang',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Pengaturan. The sections' bodies are put in by the routes: some belong to other features. */
export function SettingsPage({ section, children }: { section: SettingsSection; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('settings.title')} flush>
      <div className="n-settings">
        <nav aria-label={t('settings.title')}>
          {SETTINGS_SECTIONS.map((listed) => (
            <Link
              key={listed}
              to="/pengaturan/$section"
              params={{ section: listed }}
              className="n-rail-item"
              data-active={listed === section || undefined}
            >
              {t(`settings.sections.${listed}`)}
            </Link>
          ))}
        </nav>
        <div className="n-settings-body">
          <div className="n-narrow">{children}</div>
        </div>
      </div>
    </Page>
  );
}
