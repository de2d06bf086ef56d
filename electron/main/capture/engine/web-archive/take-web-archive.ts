/** The web archive of a series: written from what the page on show has received, straight into the vault. */
import type { WebArchiveFacts, WebArchiveLimits } from '#shared/domain/capture/web-archive.ts';
import { sendStream } from '../artefact.ts';
import type { GuardedCalls } from '../cdp.ts';
import type { Work } from '../work.ts';
import { type BodyAnswer, readBody } from './body.ts';
import type { ExchangeLog, RecordedRequest } from './exchange-log.ts';
import { ArchiveTally } from './tally.ts';
import { writeWacz } from './wacz.ts';

/** Bytes: what is larger is a film, and those are not replayed from here. */
export const WEB_ARCHIVE_LIMITS: WebArchiveLimits = { body: 16 * 1024 * 1024, total: 64 * 1024 * 1024 };

/**
 * How the network domain is turned on: the browser keeps bodies for us in the page's own process, the oldest go first,
 * and all go with their document.
 */
export const NETWORK_BUFFER = {
  maxTotalBufferSize: WEB_ARCHIVE_LIMITS.total,
  maxResourceBufferSize: WEB_ARCHIVE_LIMITS.body,
} as const;

export const WACZ_TYPE = 'application/wacz+zip';

/** What a page has received, and whether it can still be asked for bodies. */
export interface ReceivedByPage {
  readonly requests: readonly RecordedRequest[];
  /** Requests that were forgotten because there were too many. */
  readonly forgotten: number;
  readonly answers: boolean;
}

/**
 * Sends the archive as an artefact and answers with what it holds; null when nothing was answered. A page that does not
 * answer is asked once, not for every body. Throws when the capture was cancelled, or what the sink throws.
 */
export async function takeWebArchive(
  work: Work,
  documentAddress: string | null,
  { requests, forgotten, answers }: ReceivedByPage,
  limits: WebArchiveLimits = WEB_ARCHIVE_LIMITS,
): Promise<WebArchiveFacts | null> {
  const first = requests.flatMap(({ exchanges }) => exchanges).find(({ answer }) => answer !== null);
  if (first === undefined || first.answer === null) return null;
  work.onPhase('web-archive');
  const { deps } = work;
  const tally = new ArchiveTally(limits);
  const chunks = writeWacz({
    page: {
      id: deps.newId(),
      url: documentAddress ?? first.url,
      title: work.facts?.title ?? '',
      date: first.answer.answeredAt,
      text: work.text,
    },
    requests,
    readBody: reader(work, limits, !answers),
    limits,
    tally,
    software: `Netra ${deps.versions.app}, Electron ${deps.versions.electron}, Chromium ${deps.versions.chromium}`,
    userAgent: deps.userAgent.sent,
    at: deps.clock.now(),
    tools: {
      newId: deps.newId,
      gzip: deps.gzip,
      newHash: deps.newHash,
      sha256: (bytes) => {
        const hash = deps.newHash();
        hash.update(bytes);
        return hash.hex();
      },
    },
  });
  work.artefacts.push(await sendStream(work, { kind: 'wacz', mime: WACZ_TYPE }, chunks));
  return tally.facts(forgotten);
}

/** Keeps the body of a request that has come to its end here, whatever the browser gives up later. */
export async function holdBody(calls: GuardedCalls, exchanges: ExchangeLog, requestId: string): Promise<void> {
  const request = exchanges.request(requestId);
  if (request === null) return;
  const body = await readBody(calls, request, WEB_ARCHIVE_LIMITS);
  if (body.bytes !== null) exchanges.hold(requestId, body);
}

/** Asks the page until it fails to answer; what is held already needs no asking. */
function reader(
  work: Work,
  limits: WebArchiveLimits,
  isGone: boolean,
): (request: RecordedRequest) => Promise<BodyAnswer> {
  let silent = isGone;
  return async (request) => {
    if (silent && request.held === null) return { bytes: null, reason: 'page-not-answering' };
    const answer = await readBody(work.calls, request, limits);
    // A frame of another site may be silent for itself.
    if (answer.reason === 'page-not-answering' && request.session === undefined) silent = true;
    return answer;
  };
}
