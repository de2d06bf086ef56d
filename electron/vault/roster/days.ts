/** Calendar days of the office: a roster describes a day, the database keeps instants. */
import { localParts, TIME_ZONES, type TimeZone } from '#shared/domain/text/local-time.ts';

/** The calendar day of an instant, YYYY-MM-DD. */
export function dayOf(instant: Date, zone: TimeZone): string {
  const { year, month, day } = localParts(instant, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Midnight at the beginning of a day, as an instant (ISO, UTC). */
export function startOfDay(day: string, zone: TimeZone): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - TIME_ZONES[zone] * 3_600_000).toISOString();
}
