/** Whether the machine's clock was set while the app ran: compared with a clock that only counts. */
import type { ClockState } from '#shared/domain/capture/record.ts';

/** Seconds beyond which a difference is no drift. */
const TOLERANCE = 2;

export interface ClockWatch {
  state(): ClockState;
  /** After sleep, during which the counting clock may have stood still. */
  startAgain(): void;
}

/** @param wall milliseconds of the machine's clock @param counting milliseconds of a clock that is never set */
export function createClockWatch(wall: () => number, counting: () => number): ClockWatch {
  const distance = (): number => wall() - counting();
  let start = distance();
  return {
    state() {
      const offsetSeconds = Math.round((distance() - start) / 1_000);
      if (Math.abs(offsetSeconds) <= TOLERANCE)
        return { state: 'unchecked', offsetSeconds: null, checkedAt: null, note: '' };
      return { state: 'moved', offsetSeconds, checkedAt: new Date(wall()).toISOString(), note: '' };
    },
    startAgain() {
      start = distance();
    },
  };
}
