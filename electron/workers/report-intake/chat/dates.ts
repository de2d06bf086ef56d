/** Which of a chat's figures is the day and which the month: decided by the whole file, or asked. */
import type { DateOrder } from '#shared/contract/report-intake-job.ts';
import { isoDate } from '#shared/domain/roster/calendar.ts';

/** A message's day as figures; `named` is the day that the name of its file states, when it has one. */
export interface WrittenDay {
  readonly figures: readonly [number, number, number];
  readonly yearFirst: boolean;
  readonly named: string | null;
}

export interface OrderVerdict {
  readonly order: DateOrder;
  /** False when another order fits as well and gives other days. */
  readonly sure: boolean;
  /** Orders in which every day is one. */
  readonly orders: readonly DateOrder[];
  /** Days that the order does not fit. */
  readonly misfits: number;
}

/** The day as YYYY-MM-DD, or null when the calendar has no such day in this order. */
export function dayOf({ figures: [a, b, c], yearFirst }: WrittenDay, order: DateOrder): string | null {
  if (yearFirst || order === 'ymd') return order === 'ymd' || yearFirst ? isoDate(wholeYear(a), b, c) : null;
  return order === 'dmy' ? isoDate(wholeYear(c), b, a) : isoDate(wholeYear(c), a, b);
}

function wholeYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/**
 * Decides in this order: what is no day rules an order out; then the names of files that carry their day; then that messages stand
 * in the order of time. What is left open is asked, with day before month (the Indonesian way) as the first proposal.
 */
export function decideOrder(days: readonly WrittenDay[], wanted?: DateOrder): OrderVerdict {
  const yearFirst = days.filter((day) => day.yearFirst).length > days.length / 2;
  const candidates: readonly DateOrder[] = yearFirst ? ['ymd'] : ['dmy', 'mdy'];
  const read = candidates.map((order) => scored(days, order));
  const fitting = read.filter(({ misfits }) => misfits === 0);
  const orders = fitting.map(({ order }) => order);
  const chosen = read.find(({ order }) => order === wanted);
  if (chosen) return { order: chosen.order, sure: true, orders, misfits: chosen.misfits };
  const pool = fitting.length > 0 ? fitting : read.toSorted((a, b) => a.misfits - b.misfits).slice(0, 1);
  const [first, second] = pool;
  if (first === undefined) return { order: 'dmy', sure: false, orders, misfits: days.length };
  if (second === undefined) return { order: first.order, sure: true, orders, misfits: first.misfits };
  if (first.named !== second.named) return decided(first.named > second.named ? first : second, orders);
  if (first.backwards !== second.backwards && Math.min(first.backwards, second.backwards) === 0)
    return decided(first.backwards === 0 ? first : second, orders);
  return { order: first.order, sure: first.days === second.days, orders, misfits: 0 };
}

interface Scored {
  readonly order: DateOrder;
  readonly misfits: number;
  /** Messages whose file's name states the same day. */
  readonly named: number;
  /** Messages that would be older than the one before. */
  readonly backwards: number;
  /** All different days, to see whether the order matters at all. */
  readonly days: string;
}

function scored(days: readonly WrittenDay[], order: DateOrder): Scored {
  let misfits = 0;
  let named = 0;
  let backwards = 0;
  let last = '';
  const different = new Set<string>();
  for (const day of days) {
    const value = dayOf(day, order);
    if (value === null) {
      misfits += 1;
      continue;
    }
    if (day.named === value) named += 1;
    if (value < last) backwards += 1;
    last = value;
    different.add(value);
  }
  return { order, misfits, named, backwards, days: [...different].join() };
}

function decided({ order }: Scored, orders: readonly DateOrder[]): OrderVerdict {
  return { order, sure: true, orders, misfits: 0 };
}

/** The day in a file's name as phones write it: IMG-20241021-WA0003.jpg, 00000012-PHOTO-2024-10-21-09-15-03.jpg. */
export function dayInName(name: string): string | null {
  const match = /(?:^|[^\d])(20\d{2})-?(\d{2})-?(\d{2})(?:[^\d]|$)/.exec(name.slice(0, 255));
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
