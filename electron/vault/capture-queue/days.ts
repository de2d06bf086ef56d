/** Calendar days in the office's zone. */
import { localParts } from '#shared/domain/text/local-time.ts';
import type { UseCaseContext } from '../kernel.ts';

/** The day that it is now, YYYY-MM-DD. */
export function today(context: UseCaseContext): string {
  const { year, month, day } = localParts(context.now(), context.settings().timeZone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** So many days after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
