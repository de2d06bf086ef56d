/** An opened scroll recording for as long as it is looked at. */
import { useEffect, useState } from 'react';
import type { RecordingOnFile } from '#shared/contract/evidence.ts';
import { call } from '../../../bridge/call.ts';

/** Opens it (which custody records once) and lets go of every frame's handle when it leaves the screen. */
export function useRecording(
  evidenceId: string,
  artefactId: string,
): { recording: RecordingOnFile | null; failed: unknown } {
  const [state, setState] = useState<{ recording: RecordingOnFile | null; failed: unknown }>({
    recording: null,
    failed: null,
  });
  useEffect(() => {
    let left = false;
    let handles: readonly string[] = [];
    const release = (): void => {
      // A handle that is gone already ended with the lock.
      for (const handle of handles) call('app.releaseView', { handle }).catch(() => undefined);
    };
    call('evidence.openRecording', { id: evidenceId, artefactId }).then(
      (recording) => {
        handles = recording.frames.map(({ handle }) => handle);
        if (left) release();
        else setState({ recording, failed: null });
      },
      (failed: unknown) => !left && setState({ recording: null, failed }),
    );
    return () => {
      left = true;
      release();
    };
  }, [evidenceId, artefactId]);
  return state;
}
