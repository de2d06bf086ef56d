/**
 * What the network told of each document the page loaded: its redirects and its final answer, in the order they came.
 * A navigation is known by its loader id; the raw headers come in events of their own, before or after the answer.
 */
import type { ResponseSecurity } from '#shared/domain/capture/certificate.ts';
import { isSamePage } from './address.ts';
import { fieldList, fieldNumber, fieldRecord, fieldText, fieldTexts, fieldTrue, type JsonRecord } from './json.ts';

/** One exchange: a request and its answer, as far as they were seen. Headers are raw: redact before keeping. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly answer: Answer | null;
}

export interface Answer {
  readonly status: number | null;
  readonly statusText: string;
  readonly mime: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ip: string | null;
  readonly port: number | null;
  readonly protocol: string | null;
  readonly security: ResponseSecurity | null;
  readonly fromCache: boolean;
  readonly fromServiceWorker: boolean;
  readonly answeredAt: string;
}

export interface DocumentLoad {
  readonly loaderId: string;
  /** Redirects first, the document's own exchange last. */
  readonly exchanges: readonly Exchange[];
  /** Chromium's reason when it did not load. */
  readonly failure: string | null;
}

/** A document's answer, or any answer, with the address it came from. */
export interface SeenAnswer {
  readonly url: string;
  readonly ip: string;
}

/** An exchange while it is still being heard of. */
export interface MutableExchange {
  url: string;
  method: string;
  requestHeaders: Readonly<Record<string, string>>;
  response: JsonRecord | null;
  hasExtra: boolean;
  answeredAt: string;
}

/** What was heard under one request's id. */
export interface HeardRequest {
  readonly exchanges: MutableExchange[];
  readonly requestExtras: JsonRecord[];
  readonly responseExtras: JsonRecord[];
  servedFromCache: boolean;
}

interface MutableLoad extends HeardRequest {
  failure: string | null;
}

/** The exchanges of one request: each hop with the raw headers that belong to it. */
export function exchangesOf(heard: HeardRequest): Exchange[] {
  const carriers = heard.exchanges.filter((exchange) => exchange.hasExtra);
  return heard.exchanges.map((exchange, index) => {
    const at = exchange.hasExtra ? carriers.indexOf(exchange) : -1;
    // The request's raw headers exist for each hop that went to the network, also for one not answered yet.
    const sent = heard.requestExtras[at >= 0 ? at : index];
    return exchangeOf(exchange, sent, heard.responseExtras[at], heard.servedFromCache);
  });
}

/** Loads kept: a window that is open all day must not grow; older ones are on no screen any more but by the back button. */
const LOADS_KEPT = 200;

/** Takes the protocol's network events and answers what is known about a document. */
export class NetworkLog {
  readonly #loads = new Map<string, MutableLoad>();
  /** Raw headers that came before their request was known to be a document's. */
  readonly #early = new Map<string, { request: JsonRecord[]; response: JsonRecord[] }>();
  readonly #now: () => Date;
  #latest: string | null = null;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The last document load that was begun in the main frame. */
  get latestLoader(): string | null {
    return this.#latest;
  }

  /** What is known of a load; null when its request was not seen. */
  load(loaderId: string): DocumentLoad | null {
    const load = this.#loads.get(loaderId);
    if (load === undefined) return null;
    return { loaderId, exchanges: exchangesOf(load), failure: load.failure };
  }

  /** Network.requestWillBeSent, of the main frame's documents only. */
  requestWillBeSent(params: JsonRecord, mainFrame: string | null): void {
    const requestId = fieldText(params, 'requestId');
    const isDocument = requestId !== '' && requestId === fieldText(params, 'loaderId');
    if (!isDocument || fieldText(params, 'frameId') !== mainFrame) {
      this.#early.delete(requestId);
      return;
    }
    const load = this.#begin(requestId);
    const before = load.exchanges.at(-1);
    if (before !== undefined && Object.hasOwn(params, 'redirectResponse')) {
      this.#answer(before, fieldRecord(params, 'redirectResponse'), fieldTrue(params, 'redirectHasExtraInfo'));
    }
    const request = fieldRecord(params, 'request');
    load.exchanges.push({
      url: fieldText(request, 'url') + fieldText(request, 'urlFragment'),
      method: fieldText(request, 'method', 'GET'),
      requestHeaders: fieldTexts(request, 'headers'),
      response: null,
      hasExtra: false,
      answeredAt: '',
    });
  }

  /** Network.responseReceived. Returns the answer's address, for any request. */
  responseReceived(params: JsonRecord): SeenAnswer | null {
    const response = fieldRecord(params, 'response');
    const last = this.#loads.get(fieldText(params, 'requestId'))?.exchanges.at(-1);
    if (last !== undefined) this.#answer(last, response, fieldTrue(params, 'hasExtraInfo'));
    const ip = ipOf(response);
    return ip === null ? null : { url: fieldText(response, 'url'), ip };
  }

  /** Network.requestWillBeSentExtraInfo and Network.responseReceivedExtraInfo. */
  extraInfo(kind: 'request' | 'response', params: JsonRecord): void {
    const requestId = fieldText(params, 'requestId');
    const load = this.#loads.get(requestId);
    if (load !== undefined) {
      (kind === 'request' ? load.requestExtras : load.responseExtras).push(params);
      return;
    }
    const early = this.#early.get(requestId) ?? { request: [], response: [] };
    early[kind].push(params);
    this.#early.set(requestId, early);
    forgetOldest(this.#early, 1_000);
  }

  /** Network.requestServedFromCache. */
  servedFromCache(params: JsonRecord): void {
    const load = this.#loads.get(fieldText(params, 'requestId'));
    if (load !== undefined) load.servedFromCache = true;
  }

  /** Network.loadingFailed. */
  loadingFailed(params: JsonRecord): void {
    const load = this.#loads.get(fieldText(params, 'requestId'));
    if (load !== undefined) load.failure = fieldText(params, 'errorText', 'net::ERR_FAILED');
  }

  /** The browser's own word that a load has failed; the network's stays when it was given. */
  failed(loaderId: string, error: string): void {
    const load = this.#loads.get(loaderId);
    if (load !== undefined) load.failure ??= error;
  }

  /** The last load of this address that has failed; null when none has. */
  failedLoad(address: string): string | null {
    const found = [...this.#loads].findLast(([, { exchanges, failure }]) => {
      const last = exchanges.at(-1);
      return failure !== null && last !== undefined && isSamePage(last.url, address);
    });
    return found?.[0] ?? null;
  }

  #begin(requestId: string): MutableLoad {
    this.#latest = requestId;
    const known = this.#loads.get(requestId);
    if (known !== undefined) return known;
    const early = this.#early.get(requestId);
    this.#early.delete(requestId);
    const load: MutableLoad = {
      exchanges: [],
      requestExtras: early?.request ?? [],
      responseExtras: early?.response ?? [],
      servedFromCache: false,
      failure: null,
    };
    this.#loads.set(requestId, load);
    forgetOldest(this.#loads, LOADS_KEPT);
    return load;
  }

  #answer(exchange: MutableExchange, response: JsonRecord, hasExtra: boolean): void {
    exchange.response = response;
    exchange.hasExtra = hasExtra;
    exchange.answeredAt = this.#now().toISOString();
  }
}

function exchangeOf(
  exchange: MutableExchange,
  sent: JsonRecord | undefined,
  received: JsonRecord | undefined,
  servedFromCache: boolean,
): Exchange {
  const { response } = exchange;
  return {
    url: exchange.url,
    method: exchange.method,
    requestHeaders: { ...exchange.requestHeaders, ...(sent === undefined ? {} : fieldTexts(sent, 'headers')) },
    answer: response === null ? null : answerOf(response, received, exchange.answeredAt, servedFromCache),
  };
}

function answerOf(
  response: JsonRecord,
  received: JsonRecord | undefined,
  answeredAt: string,
  servedFromCache: boolean,
): Answer {
  return {
    status: fieldNumber(response, 'status'),
    statusText: fieldText(response, 'statusText'),
    mime: fieldText(response, 'mimeType'),
    headers: fieldTexts(received === undefined || isRevalidation(received) ? response : received, 'headers'),
    ip: ipOf(response),
    port: fieldNumber(response, 'remotePort'),
    protocol: fieldText(response, 'protocol') || null,
    security: securityOf(fieldRecord(response, 'securityDetails')),
    fromCache: fieldTrue(response, 'fromDiskCache') || fieldTrue(response, 'fromPrefetchCache') || servedFromCache,
    fromServiceWorker: fieldTrue(response, 'fromServiceWorker'),
    answeredAt,
  };
}

/** "Not modified": the body is an older answer's, and so are the headers that describe it. */
function isRevalidation(received: JsonRecord): boolean {
  return fieldNumber(received, 'statusCode') === 304;
}

function ipOf(response: JsonRecord): string | null {
  return fieldText(response, 'remoteIPAddress').replace(/^\[|\]$/g, '') || null;
}

function securityOf(details: JsonRecord): ResponseSecurity | null {
  if (Object.keys(details).length === 0) return null;
  return {
    protocol: fieldText(details, 'protocol'),
    keyExchange: [fieldText(details, 'keyExchange'), fieldText(details, 'keyExchangeGroup')].filter(Boolean).join(' '),
    cipher: fieldText(details, 'cipher'),
    subjectName: fieldText(details, 'subjectName'),
    sanList: fieldList(details, 'sanList').filter((name) => typeof name === 'string'),
    issuer: fieldText(details, 'issuer'),
    validFrom: fieldNumber(details, 'validFrom') ?? 0,
    validTo: fieldNumber(details, 'validTo') ?? 0,
  };
}

/** Deletes the first entries of a map that has more than so many. */
export function forgetOldest(map: Map<string, unknown>, keep: number): void {
  for (const key of map.keys()) {
    if (map.size <= keep) return;
    map.delete(key);
  }
}
