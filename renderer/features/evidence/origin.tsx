/** How an item came: what that shows, what it does not, and what was recorded on the way. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidencePage } from '#shared/contract/evidence.ts';
import type { ScreenRegion } from '#shared/contract/screen.ts';
import { CAMERA_TIME_NAME, cameraTimeWords } from '#shared/domain/evidence/camera-time.ts';
import { ORIGIN_WORDS } from '#shared/domain/evidence/origin-words.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useFormat } from '../../ui/format.ts';
import { Facts, Section } from '../../ui/page.tsx';

/** Asal of one item. */
export function OriginSection({ page }: { page: EvidencePage }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { evidence, originFacts } = page;
  const words = ORIGIN_WORDS[evidence.origin];
  const { region, camera, cameraTime } = originFacts;
  return (
    <Section title={t('evidence.origin.title')}>
      <p>
        <b>{words.name[language]}.</b> {words.is[language]}
      </p>
      <p className="n-meta">{words.isNot[language]}</p>
      {region !== null && <ScreenFacts region={region} facts={originFacts} />}
      {(camera !== null || cameraTime !== null) && (
        <Facts
          rows={[
            [t('evidence.origin.camera'), camera],
            [CAMERA_TIME_NAME[language], cameraTime === null ? null : cameraTimeWords(cameraTime, language)],
          ]}
        />
      )}
    </Section>
  );
}

function ScreenFacts({ region, facts }: { region: ScreenRegion; facts: EvidencePage['originFacts'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { display, picture, rectangle } = region;
  return (
    <Facts
      rows={[
        [t('evidence.origin.shownProgram'), facts.shownProgram],
        [t('evidence.origin.shownSubject'), facts.shownSubject],
        [
          t('evidence.origin.screen'),
          t('evidence.origin.screenSize', {
            name: display.name,
            width: display.width,
            height: display.height,
            scale: format.number(display.scale),
            pixels: `${picture.width} × ${picture.height}`,
          }).trim(),
        ],
        [
          t('evidence.origin.part'),
          t('evidence.origin.partSize', {
            size: `${rectangle.width} × ${rectangle.height}`,
            x: rectangle.x,
            y: rectangle.y,
          }),
        ],
      ]}
    />
  );
}
