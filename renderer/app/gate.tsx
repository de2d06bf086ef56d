/** Decides what is shown: the door while no vault is open, the app behind it. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/call.ts';
import { followJobs, forgetJobs } from '../bridge/jobs.ts';
import { useLiveData, useOperation } from '../bridge/queries.ts';
import { VaultDoor } from '../features/vault/door.tsx';
import { ZoneContext } from '../ui/format.ts';
import { forgetMessages } from '../ui/notify.tsx';
import { Answer } from '../ui/states.tsx';
import { LimitBand } from './bands.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** How often at most activity is told (milliseconds). */
const ACTIVITY_EVERY = 10_000;

/** The gate; `children` is the app with an open vault. */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  useLiveData();
  useActivity();
  const status = useOperation('vault.status', {});
  const [creating, setCreating] = useState(false);
  const unlocked = status.data?.state === 'unlocked';
  useEffect(() => {
    if (!unlocked) return;
    const stop = followJobs();
    return () => {
      stop();
      forgetJobs();
      forgetMessages();
    };
  }, [unlocked]);
  return (
    <div className="n-window">
      <LimitBand />
      <ErrorBoundary>
        <Answer of={status}>
          {(value) =>
            value.state === 'unlocked' && !creating ? (
              <Zone>{children}</Zone>
            ) : (
              <VaultDoor status={value} onCreating={setCreating} />
            )
          }
        </Answer>
      </ErrorBoundary>
      <span className="n-hidden" role="status">
        {status.isError ? t('shell.unavailable') : ''}
      </span>
    </div>
  );
}

/** Times are shown in the zone of the vault's settings. */
function Zone({ children }: { children: ReactNode }): ReactNode {
  const { data } = useOperation('settings.get', {});
  return <ZoneContext value={data?.timeZone ?? 'WIB'}>{children}</ZoneContext>;
}

/** Keeps the idle lock away while someone works. */
function useActivity(): void {
  useEffect(() => {
    let last = -ACTIVITY_EVERY;
    const note = (event: Event): void => {
      if (event.timeStamp - last < ACTIVITY_EVERY) return;
      last = event.timeStamp;
      // Whether it was heard changes nothing here: the vault locks at the worst.
      call('vault.noteActivity', {}).catch(() => undefined);
    };
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, note, { passive: true });
    return () => kinds.forEach((kind) => window.removeEventListener(kind, note));
  }, []);
}
