/** When something is due, by the office's deadlines. */
import type { PublicReportSettings } from '#shared/contract/public-reports-settings.ts';
import { dueDay } from '#shared/domain/public-reports/deadlines.ts';

/** Days (YYYY-MM-DD) that are no working days by the office's list. */
export function holidaysOf({ holidays }: PublicReportSettings): ReadonlySet<string> {
  return new Set(holidays.map(({ day }) => day));
}

/** The last day of the office's span for a first look, or for what was asked for. */
export function dueFrom(settings: PublicReportSettings, which: 'review' | 'completion', day: string): string {
  return dueDay(day, settings[which], holidaysOf(settings));
}
