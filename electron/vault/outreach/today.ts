import type { UseCaseContext } from '../kernel.ts';
import { dayOf } from '../roster/days.ts';

/** The office's calendar day now, YYYY-MM-DD. */
export function todayOf(context: UseCaseContext): string {
  return dayOf(context.now(), context.settings().timeZone);
}
