/** What the viewer shows of one artefact: a picture to zoom and pan, a video, a text, or that it cannot be shown. */
import { IconFileUnknown } from '@tabler/icons-react';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceAddress } from '../../bridge/addresses.ts';
import { Bones, Empty, Problem } from '../../ui/states.tsx';
import { HitMarks } from './text-search/hit-marks.tsx';
import type { TextSearch } from './text-search/use-text-search.ts';
import { type Openable, useArtefact } from './use-artefact.ts';

interface StageProps {
  readonly evidenceId: string;
  readonly number: string;
  readonly artefact: Openable | undefined;
  readonly error: unknown;
  readonly zoomed: boolean;
  readonly onZoom: (zoomed: boolean) => void;
  /** Words that are looked for on the picture. */
  readonly search?: TextSearch | null;
}

/** Opens the artefact (which custody records) and lets go of its handle when it leaves the screen. */
export function Stage({ evidenceId, number, artefact, error, zoomed, onZoom, search = null }: StageProps): ReactNode {
  const { t } = useTranslation();
  const { shown, failed } = useArtefact(evidenceId, artefact);
  /** The handle whose bytes the browser could not make a picture or a video of. */
  const [undecodable, setUndecodable] = useState<string | null>(null);
  const problem = error ?? failed;
  if (problem !== null)
    return (
      <div className="n-stage">
        <Problem error={problem} />
      </div>
    );
  if (artefact?.viewable === 'none')
    return <NotShown words={t(artefact.mime === 'image/heic' ? 'evidence.heicText' : 'evidence.noPreviewText')} />;
  if (shown !== null && 'handle' in shown && shown.handle === undecodable)
    return <NotShown words={t('evidence.undecodableText')} />;
  if (shown === null)
    return (
      <div className="n-stage">
        <Bones rows={4} />
      </div>
    );
  if ('text' in shown)
    return (
      <div className="n-stage" tabIndex={0}>
        <pre>{shown.text}</pre>
      </div>
    );
  if (artefact?.viewable === 'video')
    return (
      <div className="n-stage">
        <video
          key={shown.handle}
          src={evidenceAddress(shown.handle)}
          aria-label={t('evidence.viewer.video', { number })}
          controls
          // A copy in clear leaves by the export alone, which custody records; the whole screen is never given to a page.
          controlsList="nodownload nofullscreen noremoteplayback"
          disablePictureInPicture
          onError={() => setUndecodable(shown.handle)}
        />
      </div>
    );
  return (
    <Picture
      address={evidenceAddress(shown.handle)}
      words={t('evidence.viewer.picture', { number })}
      zoomed={zoomed}
      onZoom={onZoom}
      onUndecodable={() => setUndecodable(shown.handle)}
      search={search}
    />
  );
}

function NotShown({ words }: { words: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="n-stage">
      <Empty icon={IconFileUnknown} title={t('evidence.noPreview')}>
        {words}
      </Empty>
    </div>
  );
}

/** Whole in the window, or at its own size to be dragged. */
function Picture({
  address,
  words,
  zoomed,
  onZoom,
  onUndecodable,
  search,
}: {
  address: string;
  words: string;
  zoomed: boolean;
  onZoom: (zoomed: boolean) => void;
  onUndecodable: () => void;
  search: TextSearch | null;
}): ReactNode {
  const image = useRef<HTMLImageElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const grip = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const press = (event: PointerEvent): void => {
    const element = stage.current;
    if (!zoomed || element === null) return;
    grip.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const from = grip.current;
    if (from !== null) stage.current?.scrollTo(from.left - event.clientX + from.x, from.top - event.clientY + from.y);
  };
  const release = (): void => {
    grip.current = null;
  };
  return (
    <div
      ref={stage}
      className="n-stage"
      data-fit={!zoomed || undefined}
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => onZoom(!zoomed)}
    >
      <img ref={image} src={address} alt={words} draggable={false} onError={onUndecodable} />
      {search !== null && <HitMarks key={String(zoomed)} search={search} picture={image} />}
    </div>
  );
}
