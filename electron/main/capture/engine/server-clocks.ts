/**
 * The servers' own clocks, from the `Date` of every answer the page got from the network, cached ones left out. Each
 * answer was made after its request left and before it was heard: so it bounds the true time from both sides.
 */
import type { ClockSample, ServerClock } from '#shared/domain/capture/time-window.ts';
import { parseAddress } from './address.ts';
import type { EngineClock } from './cdp.ts';
import { fieldRecord, fieldText, fieldTexts, fieldTrue, type JsonRecord } from './json.ts';

/** A `Date` header names a whole second: the answer was made within it. */
const SECOND = 1_000;
/** How late we may hear of a request that has left, milliseconds. */
const HEARD_LATE = 1_000;
const REQUESTS_KEPT = 2_000;
const HOSTS_KEPT = 200;

interface Bounds {
  lowest: number;
  highest: number | null;
  answers: number;
}

export class ServerClocks {
  readonly #clock: Pick<EngineClock, 'now' | 'monotonic'>;
  readonly #sent = new Map<string, number>();
  readonly #hosts = new Map<string, Bounds>();
  #opened: ClockSample | null = null;

  constructor(clock: Pick<EngineClock, 'now' | 'monotonic'>) {
    this.#clock = clock;
  }

  /** Both clocks when the document's request left. */
  get opened(): ClockSample | null {
    return this.#opened;
  }

  /** What each host's clock allows for, in the order they were heard. */
  servers(): readonly ServerClock[] {
    return [...this.#hosts].map(([host, bounds]) => ({ host, ...bounds }));
  }

  /** Another document: what was heard for the one before says nothing of its time. */
  begin(): void {
    this.#hosts.clear();
    this.#opened = { system: this.#clock.now().getTime(), monotonic: this.#clock.monotonic() };
  }

  /** Network.requestWillBeSent, of any request; a redirect's answer comes with it. */
  requestWillBeSent(params: JsonRecord): void {
    const id = fieldText(params, 'requestId');
    if (Object.hasOwn(params, 'redirectResponse')) this.#hear(id, fieldRecord(params, 'redirectResponse'));
    this.#sent.delete(id);
    this.#sent.set(id, this.#clock.monotonic());
    for (const key of this.#sent.keys()) {
      if (this.#sent.size <= REQUESTS_KEPT) break;
      this.#sent.delete(key);
    }
  }

  /** Network.responseReceived, of any request. */
  responseReceived(params: JsonRecord): void {
    this.#hear(fieldText(params, 'requestId'), fieldRecord(params, 'response'));
  }

  #hear(requestId: string, response: JsonRecord): void {
    const sent = this.#sent.get(requestId);
    const host = parseAddress(fieldText(response, 'url'))?.host ?? '';
    const headers = new Map(
      Object.entries(fieldTexts(response, 'headers')).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const date = Date.parse(headers.get('date') ?? '');
    if (sent === undefined || host === '' || Number.isNaN(date) || isStored(response)) return;
    const known = this.#hosts.get(host) ?? { lowest: -Infinity, highest: null, answers: 0 };
    if (known.answers === 0 && this.#hosts.size >= HOSTS_KEPT) return;
    // An answer with an age was made earlier, by somebody's cache on the way: it bounds from below only.
    const highest = headers.has('age') ? null : date + SECOND - (sent - HEARD_LATE);
    this.#hosts.set(host, {
      lowest: Math.max(known.lowest, date - this.#clock.monotonic()),
      highest:
        highest === null || known.highest === null ? (highest ?? known.highest) : Math.min(highest, known.highest),
      answers: known.answers + 1,
    });
  }
}

/** Whether an answer did not come from the server now. */
function isStored(response: JsonRecord): boolean {
  return ['fromDiskCache', 'fromPrefetchCache', 'fromServiceWorker'].some((name) => fieldTrue(response, name));
}
