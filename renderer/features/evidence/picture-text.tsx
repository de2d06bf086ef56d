/** What a machine read in an item's pictures, marked as such; and other items whose picture is the same or looks alike. */
import { Button } from '@mantine/core';
import { IconTextScan2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import { picturesRead } from '#shared/contract/picture-reading.ts';
import { runJob } from '../../bridge/jobs.ts';
import { useFormat } from '../../ui/format.ts';
import { Mark, Notice } from '../../ui/marks.tsx';
import { useNotify } from '../../ui/notify.tsx';
import { Section } from '../../ui/page.tsx';

/** Nothing where the item has no picture. */
export function PictureText({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { readings } = page;
  if (!page.artefacts.some(({ mime }) => mime.startsWith('image/'))) return null;
  const found = readings.filter(({ text }) => text !== '');
  const unread = readings.some(({ failure }) => failure !== null);
  return (
    <Section title={t('evidence.pictureText.title')}>
      {readings.length === 0 && <p className="n-meta">{t('evidence.pictureText.notYet')}</p>}
      {readings.length > 0 && found.length === 0 && !unread && (
        <p className="n-meta">{t('evidence.pictureText.none')}</p>
      )}
      {unread && <p className="n-meta">{t('evidence.pictureText.unreadable')}</p>}
      {found.length > 0 && <Notice tone="waiting">{t('evidence.pictureText.unverified')}</Notice>}
      {found.map((reading) => (
        <figure key={reading.artefactId} className="n-picture-text">
          <pre>{reading.text}</pre>
          <figcaption className="n-meta">
            {t('evidence.pictureText.how', {
              engine: reading.engine,
              confidence: format.number(Math.round(reading.confidence ?? 0)),
              at: format.brief(reading.readAt),
            })}
          </figcaption>
        </figure>
      ))}
      <ReadButton id={page.evidence.id} again={readings.length > 0} />
    </Section>
  );
}

function ReadButton({ id, again }: { id: string; again: boolean }): ReactNode {
  const { t } = useTranslation();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    try {
      const { read: pictures } = await runJob('evidence.readPictures', { id }, picturesRead);
      notify.done(t(pictures > 0 ? 'evidence.pictureText.done' : 'evidence.pictureText.nothing'));
    } catch (error) {
      notify.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      size="xs"
      mt={8}
      loading={busy}
      leftSection={<IconTextScan2 size={14} />}
      onClick={() => void read()}
    >
      {t(again ? 'evidence.pictureText.again' : 'evidence.pictureText.read')}
    </Button>
  );
}

/** Nothing where there is none. */
export function AlikePictures({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  if (page.alike.length === 0) return null;
  return (
    <Section title={t('evidence.alike.title')}>
      <ul className="n-rows">
        {page.alike.map((one) => (
          <li key={one.id}>
            <Link to="/bukti" search={{ lihat: one.id }}>
              <span className="n-mono">{one.number}</span>
            </Link>{' '}
            <span className="n-meta">{one.title}</span>{' '}
            <Mark tone={one.how === 'same' ? 'info' : 'waiting'}>{t(`evidence.alike.${one.how}`)}</Mark>
          </li>
        ))}
      </ul>
    </Section>
  );
}
