/** The WARC records of what was recorded: for each answer its request and itself, a body where there is one. */
import type { WebArchiveLimits } from '#shared/domain/capture/web-archive.ts';
import type { Answer, Exchange } from '../network-log.ts';
import type { BodyAnswer } from './body.ts';
import type { IndexEntry } from './cdxj.ts';
import type { RecordedRequest } from './exchange-log.ts';
import { answerHead, requestHead, targetAddress } from './http-message.ts';
import type { ArchiveTally } from './tally.ts';
import { digestOf, newRecordId, type WarcFields, type WarcRecord, type WarcTools } from './warc.ts';

export interface RecordInput {
  readonly pageId: string;
  readonly requests: readonly RecordedRequest[];
  readonly readBody: (request: RecordedRequest) => Promise<BodyAnswer>;
  readonly limits: WebArchiveLimits;
  readonly tally: ArchiveTally;
  readonly tools: WarcTools;
}

export interface Recorded {
  readonly record: WarcRecord;
  /** What the index says of it, but for its place; null for requests. */
  readonly indexed: Omit<IndexEntry, 'offset' | 'length'> | null;
}

/** The records in the order of the requests. Throws only what `readBody` throws. */
export async function* recordsOf(input: RecordInput): AsyncGenerator<Recorded> {
  for (const request of input.requests) {
    const last = request.exchanges.length - 1;
    for (const [at, exchange] of request.exchanges.entries()) {
      if (exchange.answer === null || exchange.answer.status === null) {
        input.tally.notKept(exchange.url, request.blocked ? 'blocked' : 'not-received');
        continue;
      }
      const body = at === last ? await bodyOf(input, request, exchange, exchange.answer) : EMPTY;
      yield* recordsOfExchange(input, request, { exchange, answer: exchange.answer, body });
    }
  }
}

const EMPTY: BodyAnswer = { bytes: null, reason: null };

/** Answers that have none, whatever their headers say. */
const BODILESS = [204, 205, 304];

async function bodyOf(
  { tally, limits, readBody }: RecordInput,
  request: RecordedRequest,
  { url, method }: Exchange,
  { status }: Answer,
): Promise<BodyAnswer> {
  const none = BODILESS.includes(status ?? 0) || method === 'HEAD' || request.type === 'Preflight';
  if (none && !request.blocked) return EMPTY;
  // What would not fit is not even asked for.
  const full = tally.bytes + request.received > limits.total;
  const asked: BodyAnswer = full ? { bytes: null, reason: 'total-limit' } : await readBody(request);
  const over = asked.bytes !== null && tally.bytes + asked.bytes.byteLength > limits.total;
  const body: BodyAnswer = over ? { bytes: null, reason: 'total-limit' } : asked;
  if (body.bytes !== null) tally.body(body.bytes.byteLength);
  if (body.reason !== null) tally.notKept(url, body.reason);
  return body;
}

interface Answered {
  readonly exchange: Exchange;
  readonly answer: Answer;
  readonly body: BodyAnswer;
}

function* recordsOfExchange(
  { pageId, tally, tools }: RecordInput,
  request: RecordedRequest,
  { exchange, answer, body }: Answered,
): Generator<Recorded> {
  const bytes = body.bytes ?? new Uint8Array();
  const [sent, received] = [requestHead(exchange), answerHead(answer, bytes.byteLength)];
  tally.exchange(exchange, [...sent.removed, ...received.removed]);
  if (request.hasPostData) tally.requestBody(exchange.url);
  const [id, date] = [newRecordId(tools), answer.answeredAt];
  const url = targetAddress(exchange.url);
  const about: WarcFields = [
    ['WARC-Target-URI', url],
    ['WARC-Page-ID', pageId],
    ['WARC-Resource-Type', request.type.toLowerCase()],
  ];
  const truncated: WarcFields = body.reason === null ? [] : [['WARC-Truncated', TRUNCATED[body.reason]]];
  yield {
    record: {
      type: 'response',
      id,
      date,
      contentType: 'application/http; msgtype=response',
      fields: [...about, ...connectionOf(answer), ...truncated],
      head: received.bytes,
      body: bytes,
    },
    indexed: {
      url,
      date,
      method: exchange.method,
      mime: answer.mime || 'application/octet-stream',
      status: answer.status ?? 0,
      digest: digestOf(bytes, tools),
    },
  };
  const dropped: WarcFields = request.hasPostData ? [['WARC-Truncated', 'unspecified']] : [];
  yield {
    record: {
      type: 'request',
      id: newRecordId(tools),
      date,
      contentType: 'application/http; msgtype=request',
      fields: [...about, ['WARC-Concurrent-To', `<${id}>`], ...dropped],
      head: sent.bytes,
      body: new Uint8Array(),
    },
    indexed: null,
  };
}

/** The reasons that the format knows. */
const TRUNCATED: Readonly<Record<NonNullable<BodyAnswer['reason']>, 'length' | 'disconnect' | 'unspecified'>> = {
  'too-large': 'length',
  'total-limit': 'length',
  'not-received': 'disconnect',
  evicted: 'unspecified',
  blocked: 'unspecified',
  'not-exact': 'unspecified',
  'page-not-answering': 'unspecified',
};

/** Where the answer came from: an address and protocols, or a store of the browser. */
function connectionOf({ ip, protocol, security, fromCache, fromServiceWorker }: Answer): WarcFields {
  const source = fromServiceWorker ? 'service-worker' : fromCache ? 'cache' : 'network';
  return [
    ...(ip === null ? [] : [['WARC-IP-Address', ip] as const]),
    ...(protocol === null ? [] : [['WARC-Protocol', protocol] as const]),
    ...(security === null ? [] : [['WARC-Protocol', tlsName(security.protocol)] as const]),
    ['WARC-JSON-Metadata', JSON.stringify({ source })],
  ];
}

/** "TLS 1.3" as "tls/1.3". */
function tlsName(protocol: string): string {
  return protocol.toLowerCase().replace(' ', '/');
}
