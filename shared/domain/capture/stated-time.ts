/** Points in time as pages write them (ISO 8601). Nothing is guessed: without an offset there is no instant. */

/** A time as a page states it. */
export interface StatedInstant {
  /** UTC instant; null where the page gives no offset or only a day. */
  readonly instant: string | null;
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Reads a date or a date and time of 1990 to 2100; null when the text is none. */
export function statedTime(text: string): StatedInstant | null {
  const match = ISO.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', fraction = '', offset] = match;
  if (Number(year) < 1990 || Number(year) > 2100 || !isDay(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined) return { instant: null };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (offset === undefined) return { instant: null };
  const minutes = offsetMinutes(offset);
  if (minutes === null) return null;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const local = Date.UTC(+year, +month - 1, +day, +hour, +minute, Math.min(59, +second), milliseconds);
  return { instant: new Date(local - minutes * 60_000).toISOString() };
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Minutes east of UTC; null beyond the offsets that exist. */
function offsetMinutes(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || '0')];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
