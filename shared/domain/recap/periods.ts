/** Periods of a recap: calendar days (YYYY-MM-DD), both included; months are YYYY-MM. */

export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The whole month. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: dayOf(Date.UTC(year, number, 0)) };
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** So many months later; earlier when negative. */
export function addMonths(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number - 1 + by, 1)).slice(0, 7);
}

/** The months that a period is made of, or null where it is not made of whole months. */
export function wholeMonths({ from, to }: Period): string[] | null {
  if (!from.endsWith('-01') || monthPeriod(monthOf(to)).to !== to || to < from) return null;
  return monthsBetween(monthOf(from), monthOf(to));
}

/** Every month from the first to the last. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The period before: as many months for whole months, else as many days. */
export function periodBefore(period: Period): Period {
  const months = wholeMonths(period);
  if (months !== null) {
    const first = addMonths(monthOf(period.from), -months.length);
    return { from: `${first}-01`, to: monthPeriod(addMonths(monthOf(period.from), -1)).to };
  }
  const length = timeOf(period.to) - timeOf(period.from) + DAY;
  return { from: dayOf(timeOf(period.from) - length), to: dayOf(timeOf(period.from) - DAY) };
}

/** The day so many days later; earlier when negative. */
export function addDays(day: string, by: number): string {
  return dayOf(timeOf(day) + by * DAY);
}

/** Weeks from Monday to Sunday, the last one holding the day; the oldest first. */
export function lastWeeks(day: string, count: number): Period[] {
  const monday = addDays(day, -((new Date(timeOf(day)).getUTCDay() + 6) % 7));
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(monday, (index - count + 1) * 7);
    return { from, to: addDays(from, 6) };
  });
}
