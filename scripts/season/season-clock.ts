/**
 * The time of a season: days counted from its first, hours of the office (WIB). It stands still while something is done and
 * moves with what was done, so that the same season has the same times whatever the machine.
 */

/** Days of a season: from two months before the candidates are named to the second week after the vote. */
export const SEASON_DAYS = 132;
/** The last day when none is asked for: the calendar is then that of the vote of 27 November 2024. */
export const USUAL_END = '2024-12-10';

/** Days of the season on which something of the election falls. */
export const ELECTION = { named: 52, campaign: 55, quiet: 115, vote: 118 } as const;

const DAY = 86_400_000;
const WIB = '+07:00';
/** What one step at the desk takes, milliseconds. */
const STEP = 20_000;

export interface SeasonClock {
  now(): Date;
  /** Not back: what is late is done late. */
  moveTo(instant: Date): void;
  /** A step was done. */
  step(): void;
  /** YYYY-MM-DD of a day of the season, which may lie before or after it. */
  day(number: number): string;
  /** The instant of an hour ("HH:MM") of such a day. */
  at(number: number, hour: string): Date;
}

/** The clock of a season that ends on that day (YYYY-MM-DD). */
export function createSeasonClock(lastDay: string = USUAL_END): SeasonClock {
  const first = Date.parse(`${lastDay}T00:00:00Z`) - (SEASON_DAYS - 1) * DAY;
  if (Number.isNaN(first)) throw new Error(`${lastDay} is no day`);
  const day = (number: number): string => new Date(first + number * DAY).toISOString().slice(0, 10);
  const at = (number: number, hour: string): Date => new Date(`${day(number)}T${hour}:00${WIB}`);
  let now = at(0, '07:30');
  return {
    now: () => now,
    moveTo: (instant) => {
      if (instant > now) now = instant;
    },
    step: () => {
      now = new Date(now.getTime() + STEP);
    },
    day,
    at,
  };
}
