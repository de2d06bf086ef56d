/** Hours of the office. */
import type { Random } from '../random.ts';

/** "HH:MM" between eight and four. */
export function hour(random: Random): string {
  return `${String(random.whole(8, 15)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
}
