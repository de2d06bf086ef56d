/** Calendar days (YYYY-MM-DD) in the office's zone. */
import { localParts, TIME_ZONES, type TimeZone } from '#shared/domain/text/local-time.ts';

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/** The day on which an instant falls. */
export function localDayOf(instant: Date, zone: TimeZone): string {
  const { year, month, day } = localParts(instant, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** "Senin" */
export function weekdayOf(day: string): string {
  return DAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/** An instant that falls on the day in every Indonesian zone. */
export function noonOf(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

/** The instants between which a day lies: from the first, up to but without the second (ISO, UTC). */
export function boundsOf(
  first: string,
  last: string,
  zone: TimeZone,
): { readonly from: string; readonly until: string } {
  const start = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - TIME_ZONES[zone] * 3_600_000;
  return {
    from: new Date(start(first)).toISOString(),
    until: new Date(start(last) + 86_400_000).toISOString(),
  };
}
