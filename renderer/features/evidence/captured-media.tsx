/** Photos and videos that the page showed: where each came from, and why one is not kept. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import { mediaMissingWords } from '#shared/domain/capture/media.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';

type Media = CaptureOnFile['media'][number];

/** Nothing where the page showed none. */
export function CapturedMediaList({ record }: { record: CaptureOnFile }): ReactNode {
  const { t } = useTranslation();
  if (record.media.length === 0) return null;
  return (
    <Section title={t('evidence.media.title')}>
      <ul className="n-rows">
        {record.media.map((one, index) => (
          <li key={index}>
            <Row media={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Row({ media }: { media: Media }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { sort, name, width, height, bytes, words, address, answers, missing } = media;
  const size = width > 0 && height > 0 ? `${width} × ${height}` : null;
  const about = [t(`evidence.media.${sort}`), size, bytes === null ? null : format.bytes(bytes), words || null];
  return (
    <div className="n-row-text">
      <div>
        <bdi>{about.filter((part) => part !== null).join(' · ')}</bdi>
      </div>
      <div className="n-meta" style={{ overflowWrap: 'anywhere' }}>
        {address}
      </div>
      {name !== null && <div className="n-meta">{t('evidence.media.kept', { name })}</div>}
      {answers !== null && answers > 1 && <div className="n-meta">{t('evidence.media.answers', { n: answers })}</div>}
      {missing !== null && (
        <Mark tone="waiting" plain>
          {t('evidence.media.missing', { reason: mediaMissingWords(missing, language) })}
        </Mark>
      )}
    </div>
  );
}
