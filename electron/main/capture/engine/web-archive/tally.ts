/** Counts what goes into an archive and what does not, for the record. Lists end somewhere; what is beyond is counted. */
import type { BodyNotKept, WebArchiveFacts, WebArchiveLimits } from '#shared/domain/capture/web-archive.ts';
import { credentialParameters } from '#shared/domain/capture/query-credentials.ts';
import type { Exchange } from '../network-log.ts';
import { targetAddress } from './http-message.ts';

/** Addresses in one list. */
const LISTED = 200;
const ADDRESS_LENGTH = 500;

export class ArchiveTally {
  readonly #limits: WebArchiveLimits;
  readonly #removed = new Set<string>();
  readonly #requestBodies = new Set<string>();
  readonly #queries = new Map<string, Set<string>>();
  readonly #notKept: { address: string; reason: BodyNotKept }[] = [];
  readonly #counts = new Map<BodyNotKept, number>();
  #exchanges = 0;
  #bodies = 0;
  #bytes = 0;
  #fromCache = 0;
  #fromServiceWorker = 0;

  constructor(limits: WebArchiveLimits) {
    this.#limits = limits;
  }

  /** Bytes of bodies so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** An exchange that stands in the archive, with the names of what was taken out of it. */
  exchange({ url, answer }: Exchange, removed: readonly string[]): void {
    this.#exchanges += 1;
    if (answer?.fromServiceWorker === true) this.#fromServiceWorker += 1;
    else if (answer?.fromCache === true) this.#fromCache += 1;
    for (const name of removed) this.#removed.add(name);
    const parameters = credentialParameters(url);
    if (parameters.length === 0) return;
    const address = withoutQuery(url);
    const known = this.#queries.get(address) ?? new Set();
    if (this.#queries.size >= LISTED && known.size === 0) return;
    this.#queries.set(address, new Set([...known, ...parameters]));
  }

  body(bytes: number): void {
    this.#bodies += 1;
    this.#bytes += bytes;
  }

  notKept(url: string, reason: BodyNotKept): void {
    const address = credentialParameters(url).length > 0 ? withoutQuery(url) : targetAddress(url);
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    if (this.#notKept.length < LISTED) this.#notKept.push({ address: address.slice(0, ADDRESS_LENGTH), reason });
  }

  requestBody(url: string): void {
    if (this.#requestBodies.size < LISTED) this.#requestBodies.add(withoutQuery(url));
  }

  facts(forgotten: number): WebArchiveFacts {
    return {
      exchanges: this.#exchanges,
      bodiesKept: this.#bodies,
      bytes: this.#bytes,
      notKeptCounts: [...this.#counts].map(([reason, count]) => ({ reason, count })),
      notKept: [...this.#notKept],
      forgotten,
      removedHeaders: [...this.#removed].sort(),
      requestBodiesRemoved: [...this.#requestBodies].sort(),
      credentialQueries: [...this.#queries].map(([address, names]) => ({ address, parameters: [...names].sort() })),
      fromCache: this.#fromCache,
      fromServiceWorker: this.#fromServiceWorker,
      limits: this.#limits,
    };
  }
}

function withoutQuery(url: string): string {
  return targetAddress(url).replace(/\?.*$/s, '').slice(0, ADDRESS_LENGTH);
}
