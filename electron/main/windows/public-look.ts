/** A look without log-in at the address of a capture: a clean window, one capture beside the first, and gone. */
import type { CaptureOnFile, PublicLook } from '#shared/contract/capture.ts';
import { evidenceOperations } from '#shared/contract/evidence.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { VaultSession } from '../vault-host/vault-session.ts';
import type { CaptureWindow } from './capture-window.ts';

export interface PublicLooks {
  /** Answers when it is filed. EVIDENCE_UNKNOWN, ADDRESS_NOT_ALLOWED, CAPTURE_BUSY while one runs, CANCELLED. */
  look(evidenceId: string): Promise<PublicLook>;
  stop(): void;
}

/** `openClean` opens a window that is nobody's, without any session, whose capture is filed as a look at the given one. */
export function createPublicLooks(
  vault: Pick<VaultSession, 'ask'>,
  openClean: (lookOf: string) => Promise<CaptureWindow>,
): PublicLooks {
  let running = false;
  // In an object: it changes while a look waits.
  const state: { stopped: boolean; window: CaptureWindow | null } = { stopped: false, window: null };
  const wasStopped = (): boolean => state.stopped;

  const captureOf = async (id: string): Promise<CaptureOnFile> => {
    const answer = await vault.ask('call', { name: 'evidence.get', input: { id } });
    const { capture } = evidenceOperations.get.output.parse(answer);
    if (capture === null || capture.visibility.lookOf !== null) throw new AppError('EVIDENCE_UNKNOWN', { id });
    return capture;
  };

  const take = async (id: string): Promise<PublicLook> => {
    const address = addressOf(await captureOf(id));
    const window = await openClean(id);
    state.window = window;
    if (wasStopped()) throw new AppError('CANCELLED');
    // A page that is too slow is taken as it stands, and says so itself.
    await window.controller.visit(address);
    const { evidenceId } = await window.controller.take({ reload: false, requestedAddress: address });
    const look = (await captureOf(id)).visibility.looks.find((one) => one.evidenceId === evidenceId);
    if (look === undefined) throw new Error('the look was not linked');
    return look;
  };

  return {
    async look(evidenceId) {
      if (running) throw new AppError('CAPTURE_BUSY');
      running = true;
      state.stopped = false;
      try {
        return await take(evidenceId);
      } catch (error) {
        // Stopped, or its window closed by hand: nothing of it was kept.
        const ended = error instanceof AppError && error.code === 'CAPTURE_WINDOW_CLOSED';
        throw wasStopped() || ended ? new AppError('CANCELLED') : error;
      } finally {
        state.window?.close();
        state.window = null;
        running = false;
      }
    },
    stop() {
      state.stopped = true;
      state.window?.close();
    },
  };
}

/** Where the post was seen; of what never came, what was asked for. */
function addressOf({ outcome, shownUrl, requestedUrl }: CaptureOnFile): string {
  return outcome === 'captured' && shownUrl !== null ? shownUrl : requestedUrl;
}
