/** Two captures side by side: the pictures with the parts that differ marked, and the lines that came and went. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureComparison, SecondLook } from '#shared/contract/capture-queue.ts';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { call } from '../../bridge/call.ts';
import { useFormat } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Bones, Problem } from '../../ui/states.tsx';
import { useView } from '../../ui/use-view.ts';

type Side = SecondLook['before'];
type Picture = Extract<NonNullable<CaptureComparison['picture']>, { comparable: true }>;

interface CompareDialogProps {
  readonly before: Side;
  readonly after: Side;
  readonly comparison: CaptureComparison;
  readonly onClose: () => void;
}

/** Opening it is looking at both: recorded in custody by evidence.view. */
export function CompareDialog({ before, after, comparison, onClose }: CompareDialogProps): ReactNode {
  const { t } = useTranslation();
  const { text, picture } = comparison;
  return (
    <Modal
      opened
      onClose={onClose}
      size="calc(100vw - 64px)"
      zIndex={400}
      title={t('captureQueue.look.compareTitle', { before: before.number, after: after.number })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PictureWords picture={picture} />
      <div className="n-compare">
        <OneSide side={before} which="before" picture={picture} />
        <OneSide side={after} which="after" picture={picture} />
      </div>
      {text !== null && <TextLines text={text} />}
    </Modal>
  );
}

function PictureWords({ picture }: { picture: CaptureComparison['picture'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (picture === null) return null;
  const words = !picture.comparable
    ? t(`captureQueue.look.noPicture.${picture.reason}`)
    : picture.share === 0
      ? t('captureQueue.look.samePicture')
      : t('captureQueue.look.share', {
          // A share above nothing is never rounded to nothing.
          n: format.number(Math.max(0.1, Math.round(picture.share * 1_000) / 10)),
          boxes: picture.boxes.length,
        });
  return <p className="n-look-words">{words}</p>;
}

function OneSide({
  side,
  which,
  picture,
}: {
  side: Side;
  which: 'before' | 'after';
  picture: CaptureComparison['picture'];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t(which === 'before' ? 'captureQueue.look.first' : 'captureQueue.look.second', { number: side.number });
  return (
    <figure className="n-compare-side">
      <figcaption>
        <b>{title}</b> <span className="n-meta">{format.instant(side.capturedAt)}</span>
      </figcaption>
      <div className="n-compare-picture" tabIndex={0} role="group" aria-label={title}>
        {side.pictureId !== null && (
          <Marked side={side} which={which} picture={picture?.comparable === true ? picture : null} />
        )}
      </div>
    </figure>
  );
}

/** The picture with its boxes over it, in shares of its size: they stay where they belong however large it is drawn. */
function Marked({
  side,
  which,
  picture,
}: {
  side: Side;
  which: 'before' | 'after';
  picture: Picture | null;
}): ReactNode {
  const { t } = useTranslation();
  const { handle, error } = useView(side.pictureId, (artefactId) => call('evidence.view', { id: side.id, artefactId }));
  if (error !== null) return <Problem error={error} />;
  if (handle === null) return <Bones rows={8} />;
  const size = picture?.[which];
  const share = (part: number, whole: number): string => `${(100 * part) / Math.max(1, whole)}%`;
  return (
    <div className="n-compare-sheet">
      <img src={evidenceAddress(handle)} alt={t('captureQueue.look.picture', { number: side.number })} />
      {picture !== null &&
        size !== undefined &&
        picture.boxes.map((box) => {
          const { x, y, width, height } = box[which];
          return (
            <i
              key={`${x}-${y}-${width}-${height}`}
              data-none={height === 0 || undefined}
              style={{
                left: share(x, size.width),
                top: share(y, size.height),
                width: share(width, size.width),
                height: share(height, size.height),
              }}
            />
          );
        })}
    </div>
  );
}

function TextLines({ text }: { text: NonNullable<CaptureComparison['text']> }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-compare">
      <Lines
        title={t('captureQueue.look.removed', { n: text.removedCount })}
        mark="−"
        lines={text.removed}
        count={text.removedCount}
      />
      <Lines
        title={t('captureQueue.look.added', { n: text.addedCount })}
        mark="+"
        lines={text.added}
        count={text.addedCount}
      />
      <Lines
        title={t('captureQueue.look.counters', { n: text.countersCount })}
        mark="±"
        lines={text.counters.map(({ before, after }) => `${before} → ${after}`)}
        count={text.countersCount}
      />
    </div>
  );
}

function Lines({
  title,
  mark,
  lines,
  count,
}: {
  title: string;
  mark: string;
  lines: readonly string[];
  count: number;
}): ReactNode {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Section title={title}>
      <ul className="n-compare-lines" data-mark={mark} tabIndex={0} aria-label={title}>
        {lines.map((line, index) => (
          <li key={index}>
            <span aria-hidden>{mark}</span> {line}
          </li>
        ))}
      </ul>
      {lines.length < count && <p className="n-meta">{t('captureQueue.look.fewer', { n: lines.length })}</p>}
    </Section>
  );
}
