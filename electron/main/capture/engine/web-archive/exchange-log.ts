/**
 * Everything the page on show has asked for and got since its document began: redirects, pictures, scripts, fetches,
 * frames. Bodies stay in the browser until they are asked for; here are addresses and headers alone, so many at most.
 */
import { withoutFragment } from '../address.ts';
import { fieldNumber, fieldRecord, fieldText, fieldTexts, fieldTrue, type JsonRecord } from '../json.ts';
import type { BodyAnswer } from './body.ts';
import { type Exchange, exchangesOf, forgetOldest, type HeardRequest } from '../network-log.ts';

/** One request with its redirects. The last exchange is the one that a body can belong to. */
export interface RecordedRequest {
  readonly requestId: string;
  /** Where it was heard; undefined is the page itself. */
  readonly session: string | undefined;
  readonly exchanges: readonly Exchange[];
  /** "Document", "Image", "XHR" … as Chromium calls it. */
  readonly type: string;
  readonly hasPostData: boolean;
  /** Bytes of the body after its content encoding was undone, as far as they were told of. */
  readonly received: number;
  readonly finished: boolean;
  /** Chromium's reason; null when it has not failed. */
  readonly failure: string | null;
  readonly blocked: boolean;
  /** Its body where that was taken as soon as it had come; null when it is still the browser's. */
  readonly held: BodyAnswer | null;
}

interface Heard extends HeardRequest {
  readonly requestId: string;
  readonly loaderId: string;
  readonly order: number;
  session: string | undefined;
  type: string;
  hasPostData: boolean;
  received: number;
  finished: boolean;
  failure: string | null;
  blocked: boolean;
  held: BodyAnswer | null;
}

/** What is listened to. */
export const NETWORK_EVENTS = [
  'Network.requestWillBeSent',
  'Network.requestWillBeSentExtraInfo',
  'Network.responseReceivedExtraInfo',
  'Network.responseReceived',
  'Network.requestServedFromCache',
  'Network.dataReceived',
  'Network.loadingFinished',
  'Network.loadingFailed',
] as const;

/** Requests remembered of one document; a page that asks all day must not grow. */
export const REQUESTS_KEPT = 2_000;
/** Raw headers that came before their request. */
const EARLY_KEPT = 500;

export class ExchangeLog {
  readonly #requests = new Map<string, Heard>();
  readonly #early = new Map<string, { request: JsonRecord[]; response: JsonRecord[] }>();
  readonly #now: () => Date;
  #order = 0;
  #forgotten = 0;
  #shown: string | null = null;
  /** For each document the last request before its answer: what is younger belongs to it. */
  readonly #answered = new Map<string, number>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** How many requests of this document were forgotten because there were too many. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** This document is on show: what belongs to one before is forgotten, and answered with. */
  keepOnly(loaderId: string | null): readonly RecordedRequest[] {
    if (loaderId === this.#shown) return [];
    this.#shown = loaderId;
    const since = loaderId === null ? undefined : this.#answered.get(loaderId);
    const before = this.requests().filter(({ requestId }) => {
      const request = this.#requests.get(requestId);
      const its = loaderId !== null && request?.loaderId === loaderId;
      return !its && (since === undefined || (request?.order ?? 0) <= since);
    });
    for (const { requestId } of before) this.#requests.delete(requestId);
    this.#answered.clear();
    this.#forgotten = 0;
    return before;
  }

  /** What was heard of the document on show, in the order the requests left. */
  requests(): readonly RecordedRequest[] {
    return [...this.#requests.values()].map((request) => ({ ...request, exchanges: exchangesOf(request) }));
  }

  /** One request; null when it is not, or no longer, remembered. */
  request(requestId: string): RecordedRequest | null {
    const request = this.#requests.get(requestId);
    return request === undefined ? null : { ...request, exchanges: exchangesOf(request) };
  }

  /** Keeps a request's body here: whatever the browser gives up, this one stays for as long as its document is on show. */
  hold(requestId: string, body: BodyAnswer): void {
    const request = this.#requests.get(requestId);
    if (request !== undefined) request.held = body;
  }

  /** Requests whose final address is this one, the last first: for those who want a body by its address. */
  ofAddress(address: string): readonly RecordedRequest[] {
    return this.requests()
      .filter(({ exchanges }) => withoutFragment(exchanges.at(-1)?.url ?? '') === withoutFragment(address))
      .reverse();
  }

  /** Takes any event of the network domain. */
  hear(method: string, params: JsonRecord, session?: string): void {
    const id = fieldText(params, 'requestId');
    if (method === 'Network.requestWillBeSent') this.#sent(id, params, session);
    else if (method === 'Network.requestWillBeSentExtraInfo') this.#extra('request', id, params);
    else if (method === 'Network.responseReceivedExtraInfo') this.#extra('response', id, params);
    else this.#later(method, id, params, session);
  }

  #later(method: string, id: string, params: JsonRecord, session: string | undefined): void {
    const request = this.#requests.get(id);
    if (request === undefined) return;
    if (method === 'Network.responseReceived') {
      request.session = session;
      request.type = fieldText(params, 'type', request.type);
      const last = request.exchanges.at(-1);
      if (last !== undefined) this.#answer(last, fieldRecord(params, 'response'), fieldTrue(params, 'hasExtraInfo'));
      if (id === request.loaderId) this.#noteAnswered(id);
    } else if (method === 'Network.dataReceived') request.received += fieldNumber(params, 'dataLength') ?? 0;
    else if (method === 'Network.requestServedFromCache') request.servedFromCache = true;
    else if (method === 'Network.loadingFinished') request.finished = true;
    else if (method === 'Network.loadingFailed') {
      request.failure = fieldText(params, 'errorText', 'net::ERR_FAILED');
      request.blocked = fieldText(params, 'blockedReason') !== '' || request.failure === 'net::ERR_BLOCKED_BY_CLIENT';
    }
  }

  #noteAnswered(loaderId: string): void {
    this.#answered.set(loaderId, this.#order);
    forgetOldest(this.#answered, EARLY_KEPT);
  }

  #sent(id: string, params: JsonRecord, session: string | undefined): void {
    const asked = fieldRecord(params, 'request');
    if (!/^https?:/i.test(fieldText(asked, 'url'))) return;
    const request = this.#requests.get(id) ?? this.#begin(id, params, session);
    const before = request.exchanges.at(-1);
    if (before !== undefined && Object.hasOwn(params, 'redirectResponse')) {
      this.#answer(before, fieldRecord(params, 'redirectResponse'), fieldTrue(params, 'redirectHasExtraInfo'));
    } else if (before !== undefined) return;
    request.hasPostData = fieldTrue(asked, 'hasPostData') || Object.hasOwn(asked, 'postData');
    request.exchanges.push({
      url: fieldText(asked, 'url'),
      method: fieldText(asked, 'method', 'GET'),
      requestHeaders: fieldTexts(asked, 'headers'),
      response: null,
      hasExtra: false,
      answeredAt: '',
    });
  }

  #begin(id: string, params: JsonRecord, session: string | undefined): Heard {
    const early = this.#early.get(id);
    this.#early.delete(id);
    const request: Heard = {
      requestId: id,
      loaderId: fieldText(params, 'loaderId'),
      order: (this.#order += 1),
      session,
      type: fieldText(params, 'type', 'Other'),
      exchanges: [],
      requestExtras: early?.request ?? [],
      responseExtras: early?.response ?? [],
      servedFromCache: false,
      hasPostData: false,
      received: 0,
      finished: false,
      failure: null,
      blocked: false,
      held: null,
    };
    this.#requests.set(id, request);
    this.#forgetOne();
    return request;
  }

  /** The oldest goes, but never a document: without it nothing else could be read back. */
  #forgetOne(): void {
    if (this.#requests.size <= REQUESTS_KEPT) return;
    const oldest = [...this.#requests.values()].find(({ requestId, loaderId }) => requestId !== loaderId);
    if (oldest !== undefined && this.#requests.delete(oldest.requestId)) this.#forgotten += 1;
  }

  #extra(kind: 'request' | 'response', id: string, params: JsonRecord): void {
    const request = this.#requests.get(id);
    if (request !== undefined) {
      (kind === 'request' ? request.requestExtras : request.responseExtras).push(params);
      return;
    }
    const early = this.#early.get(id) ?? { request: [], response: [] };
    early[kind].push(params);
    this.#early.set(id, early);
    forgetOldest(this.#early, EARLY_KEPT);
  }

  #answer(exchange: Heard['exchanges'][number], response: JsonRecord, hasExtra: boolean): void {
    exchange.response = response;
    exchange.hasExtra = hasExtra;
    exchange.answeredAt = this.#now().toISOString();
  }
}
