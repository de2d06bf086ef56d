/** The months across, and where days lie among them, as shares of the whole width (0 to 1). */

interface Days {
  readonly startsOn: string;
  /** The last day that belongs to it. */
  readonly endsOn: string;
}

export interface Month {
  /** 1 to 12. */
  readonly month: number;
  readonly year: number;
  readonly from: number;
  readonly width: number;
  /** Whether there is room for its name. */
  readonly named: boolean;
}

export interface TimeLine {
  readonly months: readonly Month[];
  /** Where a stretch of days begins, and how wide it is. */
  readonly place: (days: Days) => { readonly from: number; readonly width: number };
  /** Where a day's noon lies; null outside. */
  readonly at: (day: string) => number | null;
}

/** Names that fit side by side at the least width of the screen. */
const NAMES = 8;
const DAY = 86_400_000;

/** Whole months around all stages; null without any. */
export function timeLine(stages: readonly Days[]): TimeLine | null {
  if (stages.length === 0) return null;
  const first = stages.map(({ startsOn }) => startsOn).toSorted()[0] ?? '';
  const last =
    stages
      .map(({ endsOn }) => endsOn)
      .toSorted()
      .at(-1) ?? '';
  const begin = firstOfMonth(first, 0);
  const end = firstOfMonth(last, 1);
  const share = (instant: number): number => (instant - begin) / (end - begin);
  const starts: number[] = [];
  for (let instant = begin; instant < end; instant = nextMonth(instant)) starts.push(instant);
  const every = Math.ceil(starts.length / NAMES);
  return {
    months: starts.map((instant, index) => ({
      month: new Date(instant).getUTCMonth() + 1,
      year: new Date(instant).getUTCFullYear(),
      from: share(instant),
      width: share(nextMonth(instant)) - share(instant),
      named: index % every === 0,
    })),
    place: ({ startsOn, endsOn }) => ({
      from: share(Date.parse(startsOn)),
      width: share(Date.parse(endsOn) + DAY) - share(Date.parse(startsOn)),
    }),
    at: (day) => {
      const instant = Date.parse(day);
      return instant < begin || instant >= end ? null : share(instant + DAY / 2);
    },
  };
}

function firstOfMonth(day: string, later: number): number {
  const date = new Date(Date.parse(day));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
}

function nextMonth(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
