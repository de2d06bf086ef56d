/** Photos and videos that the page showed: where each came from, and why one is not kept. */
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureOnFile } from '#shared/contract/capture.ts';
import type { Artefact } from '#shared/contract/evidence.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { mediaMissingWords } from '#shared/domain/capture/media.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { useOperation } from '../../bridge/queries.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark } from '../../ui/marks.tsx';
import { Section } from '../../ui/page.tsx';

type Media = CaptureOnFile['media'][number];
type Preview = OutputOf<'evidence.mediaPreviews'>['previews'][number];

/** Nothing where the page showed none. */
export function CapturedMediaList({
  record,
  artefacts,
}: {
  record: CaptureOnFile;
  artefacts: readonly Artefact[];
}): ReactNode {
  const { t } = useTranslation();
  const kept = record.media.some(({ sort, name }) => sort === 'image' && name !== null);
  // Drawn when they are looked at; the list does not wait for them.
  const { data } = useOperation('evidence.mediaPreviews', { id: record.evidenceId }, { enabled: kept });
  if (record.media.length === 0) return null;
  const previewOf = (name: string | null): Preview | undefined => {
    const artefact = artefacts.find((one) => one.kind === 'media' && one.name === name);
    return data?.previews.find(({ artefactId }) => artefactId === artefact?.id);
  };
  return (
    <Section title={t('evidence.media.title')}>
      <ul className="n-rows">
        {record.media.map((one, index) => (
          <li key={index} className="n-media-row">
            <Row media={one} preview={previewOf(one.name)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Row({ media, preview }: { media: Media; preview: Preview | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { sort, name, width, height, bytes, words, address, answers, missing } = media;
  // Of the file where it was read; else as the page declares it.
  const [wide, high] = [preview?.width ?? width, preview?.height ?? height];
  const size = wide > 0 && high > 0 ? t('evidence.media.pixels', { size: `${wide} × ${high}` }) : null;
  const Icon = sort === 'video' ? IconVideo : IconPhoto;
  const handle = preview?.thumbnail ?? null;
  const about = [t(`evidence.media.${sort}`), size, bytes === null ? null : format.bytes(bytes), words || null];
  return (
    <>
      <span className="n-media-picture">
        {handle === null ? (
          <Icon size={20} stroke={1.4} />
        ) : (
          <img src={evidenceAddress(handle)} alt={words} draggable={false} />
        )}
      </span>
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
    </>
  );
}
