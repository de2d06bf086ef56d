/** Deadlines in days or working days; which days are free is data of the office. */

export const DAY_UNITS = ['hari', 'hari_kerja'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

export interface Span {
  readonly days: number;
  readonly unit: DayUnit;
}

const DAY = 86_400_000;

/** The last day of a span that begins on `day` (YYYY-MM-DD): the day itself does not count. */
export function dueDay(day: string, span: Span, holidays: ReadonlySet<string>): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = span.days; left > 0; ) {
    at += DAY;
    if (span.unit === 'hari' || isWorkingDay(at, holidays)) left -= 1;
  }
  return dayOf(at);
}

/** Whether `reached` lies within the span after `from`. */
export function isWithin(from: string, reached: string, span: Span, holidays: ReadonlySet<string>): boolean {
  return reached <= dueDay(from, span, holidays);
}

function isWorkingDay(at: number, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(at).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(dayOf(at));
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
