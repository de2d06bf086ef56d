/** What the open vault does by itself, one thing at a time: reading pictures, and raising the levels of documents that wait. */
import { net } from 'electron';
import { appOperations } from '#shared/contract/app.ts';
import { evidenceOperations } from '#shared/contract/evidence.ts';
import { isQuiet, watchForMoment } from './platform/background-work.ts';
import type { Services } from './services.ts';

/** Begins both watches; returns the way to stop them. */
export function workInBackground(services: Services): () => void {
  const stops = [readPicturesWhenQuiet(services), raiseLevelsWhenOnline(services)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Reads the words in new pictures while nobody is there and nothing else runs. */
function readPicturesWhenQuiet({ vault, lockPolicy, capture, log }: Services): () => void {
  return watchForMoment({
    ready: () => vault.isUnlocked() && !capture.isBusy() && isQuiet(lockPolicy.quietFor()),
    begin: async () => {
      if (await jobsRun(vault)) return;
      const unread = await vault.ask('call', { name: 'evidence.unreadPictures', input: {} });
      if (evidenceOperations.unreadPictures.output.parse(unread).count === 0) return;
      await vault.ask('call', { name: 'evidence.readPictures', input: { id: null } });
    },
    onFault: (error) => log.error('quiet', 'pictures not read', {}, error),
    every,
  });
}

/**
 * Asks the vault to raise what waits. The operating system says whether there is a network: nothing is sent to find that out, and
 * what may be asked, of whom and when, the vault decides by its settings (electron/vault/signatures/raise-due.ts).
 */
function raiseLevelsWhenOnline({ vault, log }: Services): () => void {
  return watchForMoment({
    ready: () => vault.isUnlocked() && net.isOnline(),
    begin: async () => {
      if (!(await jobsRun(vault))) await vault.ask('call', { name: 'signatures.raiseDue', input: {} });
    },
    onFault: (error) => log.error('online', 'levels not raised', {}, error),
    every,
  });
}

async function jobsRun(vault: Services['vault']): Promise<boolean> {
  const { jobs } = appOperations.listJobs.output.parse(await vault.ask('call', { name: 'app.listJobs', input: {} }));
  return jobs.some(({ state }) => state === 'running');
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  return () => clearInterval(timer);
}
