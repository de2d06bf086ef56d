/** The bytes of one artefact for as long as they are looked at. */
import { useEffect, useState } from 'react';
import type { Artefact } from '#shared/contract/evidence.ts';
import { call } from '../../bridge/call.ts';

/** What is needed of an artefact, or of a working copy, to show it. */
export type Openable = Pick<Artefact, 'id' | 'viewable'> & Partial<Pick<Artefact, 'mime'>>;
export type Shown = { readonly handle: string } | { readonly text: string };

/** Opens it (which custody records) and lets go of its handle when it leaves the screen. */
export function useArtefact(
  evidenceId: string,
  artefact: Openable | undefined,
): { shown: Shown | null; failed: unknown } {
  const [state, setState] = useState<{ shown: Shown | null; failed: unknown }>({ shown: null, failed: null });
  const artefactId = artefact?.id;
  const how = artefact?.viewable;
  useEffect(() => {
    if (artefactId === undefined || how === undefined || how === 'none') return;
    let left = false;
    let handle: string | null = null;
    const open = async (): Promise<Shown> => {
      if (how === 'text') return { text: (await call('evidence.readText', { id: evidenceId, artefactId })).text };
      const view = await call('evidence.view', { id: evidenceId, artefactId });
      handle = view.handle;
      return { handle: view.handle };
    };
    const release = (): void => {
      // A handle that is gone already ended with the lock.
      if (handle !== null) call('app.releaseView', { handle }).catch(() => undefined);
    };
    open().then(
      (shown) => (left ? release() : setState({ shown, failed: null })),
      (failed: unknown) => !left && setState({ shown: null, failed }),
    );
    return () => {
      left = true;
      release();
    };
  }, [evidenceId, artefactId, how]);
  return state;
}
