/** What a capture recorded: addresses, redirects, certificate, completeness, what was removed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureRecordSummary } from '#shared/contract/capture.ts';
import { useCaptureWarningWords } from '../../ui/capture-words.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { Facts, Section } from '../../ui/page.tsx';

/** The record in words; the whole of it is the artefact "Catatan pengambilan". */
export function CaptureFacts({ record }: { record: CaptureRecordSummary }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCaptureWarningWords();
  const { completeness: seen, certificate } = record;
  const whole =
    seen.heightSeen >= seen.documentHeight && seen.imagesLoaded >= seen.imagesDeclared && seen.joinsClean !== false;
  const joins =
    seen.joinsClean === null ? null : t(seen.joinsClean ? 'evidence.capturing.joins' : 'evidence.capturing.joinsBad');
  const parts = [
    t('evidence.capturing.height', { seen: format.number(seen.heightSeen), all: format.number(seen.documentHeight) }),
    t('evidence.capturing.images', { loaded: seen.imagesLoaded, declared: seen.imagesDeclared }),
    joins,
  ].filter((part) => part !== null);
  return (
    <Section title={t('evidence.capturing.title')}>
      {record.addressReachedInPage && <Notice tone="waiting">{t('evidence.capturing.inPage')}</Notice>}
      <Facts
        rows={[
          [
            t('evidence.capturing.outcome'),
            <Mark key="o" tone={record.outcome === 'captured' ? 'done' : 'waiting'} plain>
              {t(`names.outcome.${record.outcome}`)}
            </Mark>,
          ],
          [t('evidence.capturing.requested'), record.requestedUrl],
          [t('evidence.capturing.document'), record.documentUrl],
          [t('evidence.capturing.shown'), record.shownUrl],
          [
            t('evidence.capturing.redirects'),
            record.redirects.length === 0
              ? t('evidence.capturing.none')
              : record.redirects.map(({ url, status }) => `${status} ${url}`).join(' → '),
          ],
          [
            t('evidence.capturing.status'),
            [record.status, record.protocol, record.ip].filter((part) => part !== null).join(' · '),
          ],
          [
            t('evidence.capturing.certificate'),
            certificate === null
              ? t('evidence.capturing.none')
              : [certificate.statement, certificate.subject, certificate.issuer]
                  .filter((part) => part !== null)
                  .join(' · '),
          ],
          [
            t('evidence.capturing.completeness'),
            <Mark key="c" tone={whole ? 'done' : 'waiting'} plain>
              {parts.join(', ')}
            </Mark>,
          ],
          [
            t('evidence.capturing.removed'),
            record.removedHeaders.length === 0 ? t('evidence.capturing.none') : record.removedHeaders.join(', '),
          ],
          [
            t('evidence.capturing.warnings'),
            record.warnings.length === 0 ? t('evidence.capturing.none') : record.warnings.map(words).join(' '),
          ],
        ]}
      />
    </Section>
  );
}
