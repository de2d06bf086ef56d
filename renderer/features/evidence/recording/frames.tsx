/** The frames of a scroll recording, one at a time with the text that was in sight: arrows go from frame to frame. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingOnFile } from '#shared/contract/evidence.ts';
import { recordingWords, seamWords } from '#shared/domain/capture/scroll-words.ts';
import { evidenceAddress } from '../../../bridge/addresses.ts';
import { useLanguage } from '../../../i18n/language.ts';
import { useFormat } from '../../../ui/format.ts';
import { Bones, Problem } from '../../../ui/states.tsx';
import { useRecording } from './use-recording.ts';
import './frames.css';

interface FramesProps {
  readonly evidenceId: string;
  readonly artefactId: string;
  readonly number: string;
  readonly zoomed: boolean;
}

/** In the place of the viewer's stage. */
export function RecordedFrames({ evidenceId, artefactId, number, zoomed }: FramesProps): ReactNode {
  const { recording, failed } = useRecording(evidenceId, artefactId);
  if (failed === null && recording !== null && recording.frames.length > 0)
    return <Frames recording={recording} number={number} zoomed={zoomed} />;
  return <div className="n-stage">{failed === null ? <Bones rows={4} /> : <Problem error={failed} />}</div>;
}

type Recorded = { readonly recording: RecordingOnFile };

function Frames({ recording, number, zoomed }: Recorded & Pick<FramesProps, 'number' | 'zoomed'>): ReactNode {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const { frames } = recording;
  const frame = frames[at];
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (zoomed || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: frames.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      setAt(Math.max(0, Math.min(frames.length - 1, to)));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [at, frames.length, zoomed]);
  if (frame === undefined) return null;
  return (
    <div className="n-frames">
      <div className="n-stage" data-fit={!zoomed || undefined} tabIndex={0}>
        <img
          src={evidenceAddress(frame.handle)}
          alt={t('evidence.recording.picture', { at: at + 1, number })}
          draggable={false}
        />
      </div>
      <aside className="n-frames-side" aria-label={t('evidence.recording.side')}>
        <label htmlFor="recorded-frame">{t('evidence.recording.frame', { at: at + 1, all: frames.length })}</label>
        <input
          id="recorded-frame"
          type="range"
          min={1}
          max={frames.length}
          value={at + 1}
          onChange={(event) => setAt(Number(event.currentTarget.value) - 1)}
        />
        <FrameFacts frame={frame} />
        <Gaps recording={recording} onGo={setAt} />
        <h2>{t('evidence.recording.text')}</h2>
        <pre tabIndex={0}>{frame.text === '' ? t('evidence.recording.noText') : frame.text}</pre>
      </aside>
    </div>
  );
}

function FrameFacts({ frame }: { frame: RecordingOnFile['frames'][number] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <p className="n-meta">
        {t('evidence.recording.taken', { at: format.instant(frame.at), y: format.number(Math.round(frame.y)) })}
      </p>
      <p data-seam={frame.seam}>{seamWords(frame.seam, language)}</p>
    </>
  );
}

/** How the recording ended, and a way to each gap. */
function Gaps({ recording, onGo }: Recorded & { onGo: (at: number) => void }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const gaps = recording.frames.flatMap(({ seam, number }, at) => (seam === 'gap' ? [{ at, number }] : []));
  return (
    <>
      <p className="n-meta">{recordingWords({ ...recording, frames: recording.frames.length }, language)}.</p>
      {gaps.map(({ at, number }) => (
        <button key={number} type="button" onClick={() => onGo(at)}>
          {t('evidence.recording.toGap', { number })}
        </button>
      ))}
    </>
  );
}
