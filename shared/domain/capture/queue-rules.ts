/** When which address of a queue is captured, and what an attempt came to. Pure: the clock and the rows are given. */
import type { CaptureOutcome } from './record.ts';

export const QUEUE_STATES = ['running', 'paused', 'ended', 'cancelled'] as const;
export type QueueState = (typeof QUEUE_STATES)[number];

export const QUEUE_ITEM_STATES = [
  'waiting',
  'running',
  'captured',
  'wall',
  'gone',
  'failed',
  'refused',
  'skipped',
] as const;
export type QueueItemState = (typeof QUEUE_ITEM_STATES)[number];

/** Seconds between two pages of one host. */
export const DELAY_SECONDS = { least: 2, usual: 10, most: 600 } as const;
export const RETRIES = { usual: 2, most: 5 } as const;
/** An item that the program did not survive so often is not tried again by itself. */
export const MOST_INTERRUPTIONS = 3;

/** Milliseconds before the first repetition; each further one waits three times as long. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 30 * 60_000;

/** What a page may not have come to for a passing reason: worth another try. */
const PASSING: readonly CaptureOutcome[] = ['failed', 'timeout', 'crashed', 'changed'];

/** Whether this outcome is tried again, and is not worth keeping while another try is left. */
export function isPassing(outcome: CaptureOutcome): boolean {
  return PASSING.includes(outcome);
}

/** The item's state for a capture that was kept. */
export function itemStateOf(outcome: CaptureOutcome): QueueItemState {
  if (outcome === 'captured' || outcome === 'wall' || outcome === 'gone') return outcome;
  return 'failed';
}

/** Milliseconds until the next attempt after `attempts` failed ones. */
export function retryPause(attempts: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 3 ** Math.max(0, attempts - 1));
}

/**
 * Milliseconds between two pages of one host: the wanted delay and up to half of it more, told by the instant (milliseconds) at
 * which the last one ended. The same for all that wait for the host: theirs is the order of the list.
 */
export function politePause(delaySeconds: number, last: number): number {
  return Math.round(1_000 * delaySeconds * (1 + (0.5 * (last % 1_000)) / 999));
}

/** One item that waits, as the choice needs it. Instants in milliseconds. */
export interface WaitingItem {
  readonly id: string;
  readonly host: string;
  readonly delaySeconds: number;
  readonly notBefore: number | null;
}

export type NextChoice<Item> =
  | { readonly take: Item }
  /** Nothing may begin yet: to be asked again after so many milliseconds. */
  | { readonly wait: number }
  | { readonly nothing: true };

/**
 * The first item, in the given order, whose host was left alone long enough and whose pause is over. `lastOf` tells when a
 * page of a host was last finished.
 */
export function chooseNext<Item extends WaitingItem>(
  items: Iterable<Item>,
  now: number,
  lastOf: (host: string) => number | null,
): NextChoice<Item> {
  let soonest = Infinity;
  for (const item of items) {
    const last = lastOf(item.host);
    // An instant in the future is of a clock that was set back since: it must not hold the queue up.
    const rested = last === null || last > now ? now : last + politePause(item.delaySeconds, last);
    const paused = item.notBefore === null || item.notBefore > now + LONGEST_PAUSE ? now : item.notBefore;
    const ready = Math.max(rested, paused);
    if (ready <= now) return { take: item };
    soonest = Math.min(soonest, ready - now);
  }
  return soonest === Infinity ? { nothing: true } : { wait: soonest };
}
