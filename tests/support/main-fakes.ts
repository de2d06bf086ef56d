/** Stand-ins for what the main process stands on: a log that remembers, a clock that is moved by hand. */
import type { LocalLog } from '../../electron/main/platform/local-log.ts';
import type { Clock } from '../../electron/main/vault-host/supervisor.ts';

export interface RememberedEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly area: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A log whose entries can be read. */
export function rememberingLog(): LocalLog & { readonly entries: RememberedEntry[] } {
  const entries: RememberedEntry[] = [];
  const at =
    (level: RememberedEntry['level']) =>
    (area: string, message: string, facts: Readonly<Record<string, unknown>> = {}): void =>
      void entries.push({ level, area, message, facts });
  return { entries, info: at('info'), warn: at('warn'), error: at('error') };
}

/** A clock at 0 ms that moves when told; timers that come due are called in order. */
export function handClock(): Clock & { advance(milliseconds: number): void } {
  let time = 0;
  let timers: { readonly due: number; readonly callback: () => void }[] = [];
  return {
    now: () => time,
    after(milliseconds, callback) {
      const timer = { due: time + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      time += milliseconds;
      const due = timers.filter((timer) => timer.due <= time).sort((one, other) => one.due - other.due);
      timers = timers.filter((timer) => timer.due > time);
      for (const timer of due) timer.callback();
    },
  };
}

/** Lets every promise that can settle now settle. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  await new Promise<void>((resolve) => setImmediate(resolve));
}
