/** What a capture's web archive (WACZ) holds, what it lacks and why, and what was taken out of it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { webArchiveRows } from '#shared/domain/capture/web-archive-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Facts, Section } from '../../ui/page.tsx';

/** Nothing for captures from before there were archives, and for those of which nothing was answered. */
export function WebArchiveFacts({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  if (record.webArchive === null) return null;
  const none = t('evidence.capturing.none');
  const rows = webArchiveRows(record.webArchive, language).map(
    ({ label, lines }) => [label, lines.length === 0 ? none : <Lines key={label} lines={lines} />] as const,
  );
  return (
    <Section title={t('evidence.capturing.webArchive')}>
      <Facts rows={rows} />
      <p className="n-meta">{t('evidence.capturing.webArchiveHint')}</p>
    </Section>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul className="n-archive-lines">
      {lines.map((line, index) => (
        // The same address may be told of twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: a record never changes
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
