/** The files inside the document, against the originals of this vault. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportVerdict } from '#shared/contract/reports.ts';
import { Mark } from '../../ui/marks.tsx';
import { Hash } from '../../ui/mono.tsx';
import { Section } from '../../ui/page.tsx';

export function Attachments({ verdict: { attachments } }: { verdict: ReportVerdict }): ReactNode {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <Section title={t('verification.attachments')}>
      <ul className="n-rows n-card">
        {attachments.map((file) => (
          <li key={`${file.name} ${file.sha256}`} className="n-plain-row">
            {file.name} · <Hash value={file.sha256} />
            {typeof file.inVault === 'boolean' && (
              <>
                {' '}
                <Mark tone={file.inVault ? 'done' : file.differs === true ? 'problem' : 'quiet'}>
                  {t(`verification.${file.inVault ? 'inVault' : file.differs === true ? 'differs' : 'notInVault'}`)}
                </Mark>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
